"""Every document can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents import Unreadable
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import Chapter
from checks.subjects import DocumentFile
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMPTY: Final = msg("The document has no page. Export it anew from the program that it was written in.")
_BROKEN_OFF: Final = msg(
    "The end of the document is missing, and perhaps some of its pages. Upload it again, or export it anew."
)
_DAMAGED: Final = msg(
    "The document could not be read, because it is damaged. Export it anew from the program that it was "
    "written in, and upload it again."
)
_REASONS: Final = {
    "damaged": _DAMAGED,
    "crash": _DAMAGED,
    "encrypted": msg(
        "The document could not be read, because it asks for a password. Publish it without one."
    ),
    "empty": msg("The file is empty. Export the document anew, and upload it again."),
    "page": msg(
        "The file is a web page under the name of a document, perhaps one that says that the document was "
        "not found. Fetch the document again, and upload it."
    ),
    "other": msg(
        "The file is no PDF, whatever its name says. Export the document as a PDF, and upload that."
    ),
    "content": msg(
        "The document could not be read, because what is packed in it is too large, or lies too deep. Export "
        "it anew, or split it."
    ),
    "size": msg(
        "The document was not read, because it is larger than 64 MB. Make its pictures smaller or split it; "
        "few people will wait for it."
    ),
    "memory": msg(
        "The document could not be read, because that takes too much memory. Split it, or let a person check "
        "it."
    ),
    "time": msg(
        "The document could not be read, because that takes too long. Split it, or let a person check it."
    ),
}


class PdfReadable(Rule[DocumentFile, DocumentFile]):
    """A document that is damaged or asks for a password opens for some people, or for nobody.

    Export it anew from the program that it was written in, without a password, and open it once
    before you publish it. Nothing else is judged of a document that cannot be read.
    """

    id = "pdf-readable"
    title = msg("Documents can be read")
    chapter = Chapter.DOCUMENTS
    severity = Severity.BLOCKING

    def applicability(self, file: DocumentFile) -> Iterator[DocumentFile]:
        """Yield the file."""
        yield file

    def expectation(self, file: DocumentFile) -> Verdict:
        """Require that it could be read to its end, and has a page."""
        if isinstance(file.facts, Unreadable):
            return Failed(_REASONS.get(file.facts.why, _DAMAGED))
        catalog = file.facts.catalog
        if catalog is not None and not catalog.has_end:
            return Failed(_BROKEN_OFF)
        return PASSED if file.facts.pages else Failed(_EMPTY)
