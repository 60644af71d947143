"""One catalog, in the language that it translates into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, repeat
from pathlib import PurePath
from typing import TYPE_CHECKING

from checks.detection import recognise
from checks.languages import primary
from checks.model import Place
from pipeline import po
from pipeline.model import Location, Policy, Trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.subjects.glossary import Glossary

SWEDISH, ENGLISH = "sv", "en"
ADDRESS = "slug"  # the context of the last part of a page's address
SILENCE = "no-"  # and the id of a rule: a flag
# What programs ask their translators for by name: GNOME for its credits, GTK for how a calendar begins.
_KEY = re.compile(r"translator[-_]credits|[a-z]+(?::[a-z0-9_]+){1,3}", re.IGNORECASE)
_SWEDISH_VOWELS = re.compile("[åäöÅÄÖ]")
_FEWEST_VOWELS = 0.01  # of the letters of a Swedish text; most have five times as many
_ENOUGH = 1000  # letters that tell
_TELLING = 1000  # entries that tell what language the source is in
_IN_PATH = re.compile(r"(?:^|/)([A-Za-z]{2,3}(?:[_@-][A-Za-z0-9]+)*)(?:/LC_MESSAGES/|\.po$)")


@dataclass(frozen=True, slots=True)
class Translation:
    """One string of an entry beside what it translates; an entry with plural forms has several."""

    catalog: Catalog = field(repr=False)
    entry: po.Entry
    msgid: str
    msgstr: str

    @property
    def source(self) -> str:
        """Return the language of ``msgid``."""
        return self.catalog.source

    @property
    def language(self) -> str:
        """Return the language of ``msgstr``."""
        return self.catalog.language

    @property
    def is_address(self) -> bool:
        """Return whether it is the last part of a page's address and no prose."""
        return self.entry.msgctxt == ADDRESS


@dataclass(frozen=True, slots=True)
class Header:
    """What a catalog says of itself."""

    catalog: Catalog = field(repr=False)

    @property
    def entry(self) -> po.Entry:
        """Return the entry that it stands in."""
        return self.catalog.content.header_entry

    @property
    def fields(self) -> Mapping[str, str]:
        """Return its fields: ``Language``, ``Plural-Forms`` …."""
        return self.catalog.content.header


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """A PO file, what it translates into and from, and what its site does with untranslated units.

    ``language`` is empty for a template (POT), ``glossary`` is None where there is none.
    """

    content: po.Catalog
    language: str
    policy: Policy
    source: str = SWEDISH
    glossary: Glossary | None = field(default=None, repr=False)

    @classmethod
    def read(
        cls,
        content: bytes,
        path: str,
        policy: Policy = Policy.BLOCK,
        source: str = "",
        glossary: Glossary | None = None,
    ) -> Catalog:
        """Read a PO file; raises ``CatalogError`` where it is damaged.

        ``source`` is the language that its site translates from, empty where nobody knows.
        """
        catalog = po.read(content, path)
        language = _language(catalog)
        return cls(catalog, language, policy, _source_language(catalog, language, source), glossary)

    @property
    def path(self) -> str:
        """Return its name for people."""
        return self.content.path

    @property
    def is_template(self) -> bool:
        """Return whether it is the template that translators start from."""
        return PurePath(self.path).suffix == ".pot"

    def translations(self) -> Iterator[Translation]:
        """Yield every string that an edition may use: neither obsolete, nor fuzzy, nor empty.

        What stands for a name of a key, and not for a text, has no text to be compared with.
        """
        for entry in self.content.active:
            if not entry.fuzzy and not _KEY.fullmatch(entry.msgid):
                msgids = chain([entry.msgid], repeat(entry.plural or entry.msgid))
                pairs = zip(msgids, entry.strings, strict=False)
                yield from (Translation(self, entry, msgid, msgstr) for msgid, msgstr in pairs if msgstr)

    @property
    def stated_language(self) -> str:
        """Return the language that the catalog's folder or file is named after; empty where none is."""
        in_path = _IN_PATH.search(self.path)
        return _tag(in_path[1]) if in_path else ""

    def place(self, target: po.Entry | Header | Translation, attribute: str | None) -> Place:  # noqa: ARG002 - an entry has one line
        """Return the entry's line, traced to the first place in the source that it stands for."""
        entry = target if isinstance(target, po.Entry) else target.entry
        here = Location(self.path, max(entry.line, 1))
        return Place(here, None, Trace(entry.msgid, here, _source(entry)), _silenced(entry))


def _silenced(entry: po.Entry) -> frozenset[str]:
    """Return the rules that flags like ``no-dashes`` silence: none without a comment that says why."""
    if not any(comment.strip() for comment in entry.comments):
        return frozenset()
    return frozenset(flag.removeprefix(SILENCE) for flag in entry.flags if flag.startswith(SILENCE))


def _language(catalog: po.Catalog) -> str:
    if PurePath(catalog.path).suffix == ".pot":
        return ""
    in_path = _IN_PATH.search(catalog.path)
    tag = catalog.header.get("Language") or (in_path[1] if in_path else "")
    return _tag(tag)


def _tag(name: str) -> str:
    """Return the BCP 47 tag of a name that gettext gives a language: ``sr_RS@latin``."""
    return name.partition("@")[0].replace("_", "-")


def _source_language(catalog: po.Catalog, language: str, given: str) -> str:
    """Return what the header says, else what the site says, else what most msgids are in."""
    if said := catalog.header.get("X-Source-Language"):
        return said.replace("_", "-")
    if given:
        return given
    assumed = ENGLISH if primary(language) == SWEDISH else SWEDISH
    msgids = " ".join(entry.msgid for entry in catalog.entries[:_TELLING])
    return recognise(msgids, assumed) or (assumed if _may_be(assumed, msgids) else ENGLISH)


def _may_be(language: str, text: str) -> bool:
    """Return whether ``text`` may be in ``language``: Swedish of this length is never without its vowels."""
    letters = sum(map(str.isalpha, text))
    own = len(_SWEDISH_VOWELS.findall(text))
    return language != SWEDISH or letters < _ENOUGH or own >= letters * _FEWEST_VOWELS


def _source(entry: po.Entry) -> Location | None:
    """Return the first reference; gettext puts ``:line`` behind the file where it has one."""
    if not entry.references:
        return None
    path, _, line = entry.references[0].rpartition(":")
    return (
        Location(path, max(int(line), 1)) if path and line.isdecimal() else Location(entry.references[0], 1)
    )
