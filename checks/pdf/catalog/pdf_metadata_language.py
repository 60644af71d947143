"""It is known in which language the metadata of a document are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class Text(NamedTuple):
    """A text of the metadata, and whether anything says in which language it is."""

    name: str
    has_language: bool


class PdfMetadataLanguage(FactsRule[Text]):
    """A screen reader reads a title without a language in its own, and nobody understands it.

    Set the language of the document: in Word under Review > Language, in LibreOffice under Tools >
    Options > Languages, in Acrobat under File > Properties > Advanced > Reading Options.
    """

    id = "pdf-metadata-language"
    title = msg("The language of the metadata is known")
    severity = Severity.BLOCKING
    pdfua = ("7.2-33",)
    parts = ("metadata", "catalog")

    def targets(self, facts: Facts) -> Iterator[Text]:
        """Yield the texts of the metadata that may be written in several languages."""
        language = facts.catalog.language if facts.catalog is not None else None
        of_document = bool((language or "").strip())
        for one in facts.metadata.alternatives if facts.metadata is not None else ():
            yield Text(one.name, has_language=of_document or one.has_language)

    def judge(self, text: Text) -> Verdict:
        """Require a language: its own, or that of the document (ISO 14289-1, 7.2)."""
        if text.has_language:
            return PASSED
        return Failed(
            msg(
                'In the metadata, nobody knows in which language "{name}" is. Set the language of the '
                "document, in Acrobat under File > Properties > Advanced > Language.",
                name=text.name,
            )
        )
