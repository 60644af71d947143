"""A small, healthy site in three languages, to be changed and damaged by the tests.

The sample's texts are few, so that a test can name the one it is about; its catalogs are written by
hand, not by the pipeline, so that the two do not agree by accident.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polib
from bs4 import BeautifulSoup

from checks.specimens import specimen
from pipeline.build import TRACES, Built, build
from pipeline.config import load_site
from pipeline.files import CANDIDATE
from pipeline.locales import Locales, catalog_name
from pipeline.segment.walk import segment
from pipeline.site import Source, load_source
from pipeline.source.document import Document, read_document
from pipeline.source.files import SourceFile
from pipeline.state import State
from pipeline.trace import PageTrace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bs4 import Tag

    from pipeline.segment.model import Segmented, Unit

SAMPLE = Path(__file__).parent / "sample"
LANGUAGES = ("en", "de")

Key = str | tuple[str, str]
"""What a catalog knows a unit by: its msgid, or its msgctxt and msgid."""


_TEXTS = {
    "sv": (
        "Kommunen samarbetar med städer och regioner i andra länder.",
        "Policyn säger vad samarbetet ska leda till och vem som beslutar om det.",
        "Den gäller för nämnder, bolag och förvaltningar, och för alla som arbetar i dem.",
        "Samarbetet ska ge invånarna något som de inte hade fått annars.",
        "Varje nämnd berättar en gång om året vad den har gjort och vad det kostade.",
        "Resor görs med tåg där det går, och möten hålls på distans där de kan det.",
        "Kommunstyrelsen beslutar om avtal med städer som vi inte har arbetat med förut.",
        "Den som vill föreslå ett samarbete skriver till den nämnd som frågan hör till.",
        "Policyn ses över när ett nytt kommunfullmäktige har valts.",
    ),
    "en": (
        "The municipality works together with towns and regions in other countries.",
        "This policy says what the work is to lead to, and who decides about it.",
        "It holds for boards, companies and offices, and for everybody who works there.",
        "The work has to bring the inhabitants something that they had not had without it.",
        "Once a year each board tells what it has done, and what that has cost.",
        "Journeys are made by train where that can be done, and meetings are held on screens.",
        "The executive board decides about agreements with towns that are new to us.",
        "Who wants to propose something writes to the board that the question belongs to.",
        "The policy is looked at again when a new council has been elected.",
    ),
}  # as much as is worth a document


@cache
def pdf(size: int = 0, language: str = "sv") -> bytes:
    """Return a healthy PDF document in ``language``, of ``size`` bytes or a few more."""
    text = "".join(f'    P "{line}"\n' for line in _TEXTS[language])
    said = f'catalog /Lang ({language})\ntags\n  Document\n    H1 "Policy"\n{text}'
    content, padding = specimen(said), 0
    while len(content) < size:
        padding += size - len(content)
        content = specimen(f"{said}\ninfo /Subject ({'x' * padding})")
    return content


def po_string(text: str) -> str:
    """Return ``text`` as a string of a PO file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def po_entry(msgid: Key, msgstr: str, *, flags: str = "") -> str:
    """Return one entry of a PO file; a msgid with a context is a pair of the two."""
    context, msgid = msgid if isinstance(msgid, tuple) else ("", msgid)
    lines = [f"#, {flags}"] if flags else []
    lines += [f"msgctxt {po_string(context)}"] if context else []
    return "\n".join([*lines, f"msgid {po_string(msgid)}", f"msgstr {po_string(msgstr)}", ""])


def po_file(language: str, entries: Iterable[str]) -> str:
    """Return a PO file with ``entries``."""
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
    )
    return "\n".join([header, *entries])


class SiteFolder:
    """The files of a site in a temporary folder."""

    def __init__(self, root: Path) -> None:
        """Take ``root`` as the site's root."""
        self.root = root
        self._states: list[State] = []

    def write(self, name: str, content: str | bytes) -> Path:
        """Write ``content`` to the file ``name`` below the root; return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name: str) -> str:
        """Return the text of the file ``name``."""
        return (self.root / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first ``old`` in the file ``name`` by ``new``."""
        content = self.read(name)
        assert old in content, f"{name} has no {old!r}"
        self.write(name, content.replace(old, new, 1))

    def edit_unseen(self, name: str, old: str, new: str) -> None:
        """As :meth:`edit`, in place and at the very time that the file says it was last written."""
        assert len(old.encode()) == len(new.encode())
        facts = (self.root / name).stat()
        self.edit(name, old, new)
        os.utime(self.root / name, ns=(facts.st_atime_ns, facts.st_mtime_ns))

    def line(self, name: str, text: str) -> int:
        """Return the number of the first line of ``name`` that holds ``text``."""
        return next(number for number, line in enumerate(self.read(name).splitlines(), 1) if text in line)

    def page(self, name: str, body: str, *, title: str = "Sidan", front: str = "") -> None:
        """Write a page whose body begins on line 5, or further down if ``front`` says more."""
        self.write(f"source/pages/{name}", f'+++\ntitle = "{title}"\n{front}+++\n\n{body}')

    def catalog(self, language: str, page: str, words: Mapping[Key, str], *, fuzzy: str = "") -> str:
        """Write a catalog; the entry of the msgid ``fuzzy`` is fuzzy.  Return its name."""
        name = catalog_name(language, page)
        entries = [
            po_entry(msgid, msgstr, flags="fuzzy" if msgid == fuzzy else "")
            for msgid, msgstr in words.items()
        ]
        self.write(name, po_file(language, entries))
        return name

    def translate(self, words: Mapping[Key, tuple[str, str]] | None = None) -> None:
        """Write all catalogs anew: the sample's translations and ``words``, (English, German) by key.

        What neither knows stays untranslated.
        """
        source = self.source()
        for page in (*source.files, "shell"):
            units = source.shell if page == "shell" else source.page(page).units
            keys = dict.fromkeys(_key(unit) for unit in units)
            for index, language in enumerate(LANGUAGES):
                known = {
                    **sample_words(language),
                    **{key: pair[index] for key, pair in (words or {}).items()},
                }
                self.catalog(language, page, {key: known.get(key, "") for key in keys})

    def source(self) -> Source:
        """Return what the site's source says now; nothing of it is remembered."""
        self._states.append(State(self.root / f".source-{len(self._states)}"))
        return load_source(load_site(self.root), self._states[-1])

    def build(self) -> Built:
        """Build all editions, as a new run would."""
        with closing(State(self.root)) as state:
            source = load_source(load_site(self.root), state)
            return build(source, Locales(self.root, source.site.language, state), state)

    def close(self) -> None:
        """Let go of everything that is open."""
        for state in self._states:
            state.close()

    @property
    def candidate(self) -> Path:
        """The folder of the built editions."""
        return self.root / CANDIDATE

    def html(self, page: str) -> str:
        """Return a finished page, such as ``en/contact.html``."""
        return self.read(f"{CANDIDATE}/{page}")

    def soup(self, page: str) -> BeautifulSoup:
        """Return a finished page as a reader other than ours understands it."""
        return BeautifulSoup(self.html(page), "html.parser")

    def trace(self, page: str) -> PageTrace:
        """Return the trace of a finished page."""
        with closing(State(self.root)) as state:
            content = state.read(TRACES, page)
        assert content is not None
        return PageTrace(content)

    def files(self) -> dict[str, bytes]:
        """Return the files of the candidate by name."""
        return files_below(self.candidate)


def files_below(folder: Path) -> dict[str, bytes]:
    """Return the files below ``folder`` by their names there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def healthy_site(root: Path) -> SiteFolder:
    """Write the site with all its translations to ``root``; its documents are made here, not kept."""
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
    site = SiteFolder(root)
    site.write("source/documents/policy.pdf", pdf(682_400))
    site.write("source/documents/policy-en.pdf", pdf(12_300, "en"))
    return site


@cache
def sample_words(language: str) -> Mapping[Key, str]:
    """Return the sample's translations into a language, as a reader other than ours finds them."""
    files = (SAMPLE / "locales" / language).rglob("*.po")
    entries = (entry for file in files for entry in polib.pofile(file.read_text("utf-8")))
    return {(entry.msgctxt, entry.msgid) if entry.msgctxt else entry.msgid: entry.msgstr for entry in entries}


def document(body: str, suffix: str = ".md", front: str = "") -> Document:
    """Return the page ``source/pages/sida`` with ``body``, from line 4 on, or below what ``front`` adds."""
    name = f"source/pages/sida{suffix}"
    text = f'+++\ntitle = "Sidan"\n{front}+++\n{body}'
    return read_document(SourceFile("sida", name, Path(name)), text.encode())


def segmented(body: str, suffix: str = ".md", front: str = "") -> Segmented:
    """Return the page with ``body`` taken apart."""
    return segment(document(body, suffix, front))


def body_units(body: str, suffix: str = ".md") -> list[Unit]:
    """Return the units of ``body``, without those of the front matter (title and slug)."""
    return list(segmented(body, suffix).units[2:])


def msgids(body: str, suffix: str = ".md") -> list[str]:
    """Return the msgids of the units of ``body``."""
    return [unit.msgid for unit in body_units(body, suffix)]


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the one element that ``selector`` finds."""
    found = soup.select(selector)
    assert len(found) == 1, f"{len(found)} elements match {selector}"
    return found[0]


def _key(unit: Unit) -> Key:
    return (unit.context, unit.msgid) if unit.context else unit.msgid
