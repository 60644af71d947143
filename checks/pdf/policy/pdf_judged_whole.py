"""Nothing in a document is left unjudged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import Chapter
from checks.subjects import Document
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

# What people know the parts of the facts as; a document is published only after the first four were judged.
PARTS: Final = {
    "pages": ("pages", "content"),
    "tags": ("structure",),
    "entries": ("catalog", "metadata", "encryption"),
    "things": ("annotations", "fields", "actions", "attachments", "media"),
    "fonts": ("fonts",),
    "ways": ("outline", "places"),
}
NEEDED: Final = frozenset({"pages", "tags", "entries", "things"})
_PART_OF: Final = {what: part for part, every in PARTS.items() for what in every}
MESSAGES: Final = {
    ("pages", "limit"): msg(
        "There is too much on the pages of the document, so from page {page} on not all was judged. Split "
        "it, or let a person judge the rest and accept this finding."
    ),
    ("pages", "broken"): msg(
        "Page {page} is damaged: a part of what is on it cannot be read. Export the document anew, and "
        "upload it again."
    ),
    ("tags", "limit"): msg(
        "The tags of the document are too many, or lie too deep in one another, so not all were judged. "
        "Split it, or let a person judge the rest and accept this finding."
    ),
    ("tags", "broken"): msg(
        "Some tags of the document are damaged, so they were not judged. Export the document anew, and "
        "upload it again."
    ),
    ("entries", "limit"): msg(
        "What the document says of itself, as its title and language, is too large, so not all was judged. "
        "Export it anew with fewer properties."
    ),
    ("entries", "broken"): msg(
        "What the document says of itself, as its title and language, is damaged, so not all was judged. "
        "Export it anew, and upload it again."
    ),
    ("things", "limit"): msg(
        "The document has too many links, comments, form fields, scripts or attachments, so not all were "
        "judged. Split it, or let a person judge the rest and accept this finding."
    ),
    ("things", "broken"): msg(
        "Some links, comments, form fields, scripts or attachments of the document are damaged, so they were "
        "not judged. Export it anew, and upload it again."
    ),
    ("fonts", "limit"): msg(
        "The fonts of the document are too many or too large, so from page {page} on not all were judged. "
        "Embed only the characters that are used."
    ),
    ("fonts", "broken"): msg(
        "A font that is used on page {page} is damaged, so not all of its characters were judged. Export the "
        "document anew."
    ),
    ("fonts", "predefined"): msg(
        "The encoding of a font that is used on page {page} could not be followed, so not all of its "
        "characters were judged. Check the document with another program, such as PAC or veraPDF."
    ),
    ("ways", "limit"): msg(
        "The document has too many bookmarks or named places, so not all were judged. Let a person see "
        "whether they lead where they say."
    ),
    ("ways", "broken"): msg(
        "Some bookmarks or named places of the document are damaged, so they were not judged. Export it anew."
    ),
}


class Unread(NamedTuple):
    """A part of a document that was not read to its end, why, and on which page it begins."""

    part: str
    why: str
    page: int


class PdfJudgedWhole(Rule[Document, Unread | None]):
    """What could not be read to its end, nobody has judged, and assistive technology may give up on it, too.

    Where something is damaged, export the document anew from the program that it was written in, upload it
    again, and look at every page once before you publish it.

    Where there is too much of something, split the document. If it has to stay whole, let a person judge the
    rest, and accept the finding with a reason.
    """

    id = "pdf-judged-whole"
    title = msg("Nothing in a document is left unjudged")
    chapter = Chapter.DOCUMENTS
    severity = Severity.BLOCKING

    def applicability(self, document: Document) -> Iterator[Unread | None]:
        """Yield what was not judged, one for each part and reason; None where everything was."""
        found: dict[tuple[str, str], Unread] = {}
        for one in _unread(document.facts):
            found.setdefault((one.part, one.why), one)
        if ("pages", "limit") in found:  # whose fonts are not known, either
            found.pop(("fonts", "limit"), None)
        yield from found.values() or (None,)

    def expectation(self, unread: Unread | None) -> Verdict:
        """Require that nothing was left out; of what publishing does not depend on, a person may judge."""
        if unread is None:
            return PASSED
        message = MESSAGES[unread.part, unread.why].given(page=max(unread.page, 1))
        return Failed(message) if unread.part in NEEDED else CannotTell(message)


def _unread(facts: Facts) -> Iterator[Unread]:
    """Yield what was not read, then what was read and not followed."""
    yield from (Unread(_PART_OF[gap.what], gap.why, gap.page) for gap in facts.gaps)
    for table in () if facts.structure is None else facts.structure.tables:
        if not table.is_laid:
            yield Unread("tags", "limit", table.page)
    for font in facts.fonts:
        if font.unknown:
            yield Unread("fonts", font.unknown, font.page)
        if not font.is_mapped:
            yield Unread("fonts", "broken", font.page)
