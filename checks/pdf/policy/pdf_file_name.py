"""The name of a document's file survives links, mails and other systems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import Chapter
from checks.subjects import DocumentFile
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN: Final = re.compile(r"[a-z0-9][a-z0-9._~+-]*")
_APART: Final = re.compile(r"[^a-z0-9._~+]+")
_STRANGE: Final = re.compile(r"[^a-z0-9._~+-]")
_LETTERS: Final = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "þ": "th", "ð": "d", "ł": "l"})


class PdfFileName(Rule[DocumentFile, DocumentFile]):
    """A link to a file with spaces or letters like å in its name breaks when it is mailed or copied.

    Use small letters from a to z, digits and hyphens, before you upload the document: its address is what
    people save and send on.
    """

    id = "pdf-file-name"
    title = msg("File names of documents have small letters, digits and hyphens")
    chapter = Chapter.DOCUMENTS
    severity = Severity.ADVISORY

    def applicability(self, file: DocumentFile) -> Iterator[DocumentFile]:
        """Yield the file."""
        yield file

    def expectation(self, file: DocumentFile) -> Verdict:
        """Require characters that no address has to escape, and no capitals."""
        name = file.path.rpartition("/")[2]
        if _PLAIN.fullmatch(name):
            return PASSED
        return Failed(
            msg(
                "The file is called {name}. Links and mails break at some of its characters ({characters}), "
                "since programs write them in different ways: call it {better}.",
                name=name,
                characters=_strange(name),
                better=_better(name),
            )
        )


def _strange(name: str) -> str:
    """Return the characters of ``name`` that are not plain, each once: "Å", " ", "("."""
    found = dict.fromkeys(_STRANGE.findall(name)) or name[:1]
    return ", ".join(f'"{character}"' for character in found)


def _better(name: str) -> str:
    """Return a name like ``name`` that is plain."""
    stem, dot, ending = name.lower().translate(_LETTERS).rpartition(".")
    letters = normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return f"{_APART.sub('-', letters).strip('-.') or 'dokument'}{dot}{ending}"
