"""Languages in PDFs are named by language tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.content.nouns import Stated as Piece
    from checks.documents.structure import Element

_TAG: Final = re.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")  # RFC 3066, 2.1


class Stated(NamedTuple):
    """A language as it is stated, and where: in the document, a tag, or the content of a page."""

    language: str
    page: int = 0
    path: str = ""


class PdfLanguageTag(FactsRule[Stated]):
    """Where a screen reader does not know the name of a language, it reads with the sounds of another.

    Write a language tag such as sv, en-GB or de: in Acrobat for the document under File > Properties >
    Advanced, for a part in the properties of its tag. Word and LibreOffice write tags by themselves.
    """

    id = "pdf-language-tag"
    title = msg("Languages in PDFs are named by language tags")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1", "3.1.2")
    pdfua = ("7.2-29",)
    parts = ("catalog", "structure", "content")

    def targets(self, facts: Facts) -> Iterator[Stated]:
        """Yield each language that is stated, where it is first."""
        met: set[str] = set()
        for language, place in _stated(facts):
            if language not in met:
                met.add(language)
                yield Stated(language) if place is None else Stated(language, place.page, place.path)

    def judge(self, stated: Stated) -> Verdict:
        """Require the form of a tag; whether there is such a language, another rule asks."""
        if _TAG.fullmatch(stated.language):
            return PASSED
        if not stated.language:
            return Failed(
                msg(
                    "A language is stated here, but it is empty. Write a language tag such as sv, en-GB or "
                    "de in Acrobat (File > Properties > Advanced, or the properties of the tag)."
                )
            )
        return Failed(
            msg(
                '"{language}" is no language tag. Write one such as sv, en-GB or de in Acrobat '
                "(File > Properties > Advanced, or the properties of the tag).",
                language=stated.language,
            )
        )


def _stated(facts: Facts) -> Iterator[tuple[str, Element | Piece | None]]:
    """Yield languages with what states them: None for the document as a whole."""
    if facts.catalog is not None and facts.catalog.language is not None:
        yield facts.catalog.language, None
    for element in () if facts.structure is None else facts.structure.elements:
        if element.node.language is not None:
            yield element.node.language, element
    for page in () if facts.content is None else facts.content.pages:
        yield from ((piece.language, piece) for piece in page.languages)
