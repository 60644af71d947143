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
    """A text of the metadata without a language of its own: its name, and the language of the document."""

    name: str
    language: str | None


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
        """Yield the texts of the metadata that are for readers of any language."""
        language = facts.catalog.language if facts.catalog is not None else None
        for one in facts.metadata.alternatives if facts.metadata is not None else ():
            if one.has_default:
                yield Text(one.name, language)

    def judge(self, text: Text) -> Verdict:
        """Require that the document has a language, which is then theirs (ISO 14289-1, 7.2)."""
        if (text.language or "").strip():
            return PASSED
        return Failed(
            msg(
                'In the metadata, nobody knows in which language "{name}" is. Set the language of the '
                "document, in Acrobat under File > Properties > Advanced > Language.",
                name=text.name,
            )
        )
