"""A document says in which language it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import is_known
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


_MISSING: Final = msg(
    "The document does not say in which language it is. Set it in Word under Review > Language before the "
    "export, or in Acrobat under File > Properties > Advanced > Language."
)


class Languages(NamedTuple):
    """The language that a document states, empty where none, and whether some of its tags state one."""

    document: str
    has_parts: bool


class PdfLanguage(FactsRule[Languages]):
    """Without a language a screen reader keeps its own voice, and reads Swedish with English sounds.

    Set the language: in Word under Review > Language before the export, in LibreOffice under Tools >
    Options > Languages, in Acrobat under File > Properties > Advanced > Language.
    """

    id = "pdf-language"
    title = msg("A document states a language that there is")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")

    parts = ("catalog", "structure")

    def targets(self, facts: Facts) -> Iterator[Languages]:
        """Yield what a document with a catalog says of its language."""
        if facts.catalog is not None:
            elements = facts.structure.elements if facts.structure is not None else ()
            is_tagged = any(element.language for element in elements)
            yield Languages((facts.catalog.language or "").strip(), has_parts=is_tagged)

    def judge(self, languages: Languages) -> Verdict:
        """Require a language of the document, or at least of its parts, that assistive technology knows."""
        if not languages.document:
            return PASSED if languages.has_parts else Failed(_MISSING)
        if is_known(languages.document):
            return PASSED
        return Failed(
            msg(
                'The document says that it is in "{language}", which is no language. Write a code such as '
                "sv or en-GB, in Acrobat under File > Properties > Advanced > Language.",
                language=languages.document,
            )
        )
