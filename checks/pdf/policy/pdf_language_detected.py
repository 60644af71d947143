"""The language of a document is the one that its text is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.detection import recognise
from checks.languages import is_known
from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._spoken import Spoken, document
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfLanguageDetected(FactsRule[Spoken]):
    """A Swedish document that says it is in English is read with English sounds, and nobody understands it.

    State the language that the text is in: in Acrobat under File > Properties > Advanced, in Word under
    Review > Language before the export.
    """

    id = "pdf-language-detected"
    title = msg("The language of a document is that of its text")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    parts = ("content",)

    def targets(self, facts: Facts) -> Iterator[Spoken]:
        """Yield the text of a document that states a known language."""
        spoken = document(facts)
        if spoken is not None and is_known(spoken.language):
            yield spoken

    def judge(self, spoken: Spoken) -> Verdict:
        """Require that the text for which no other language is stated may well be in that one."""
        found = recognise(spoken.text, spoken.language)
        if found == spoken.language:
            return PASSED
        if found is None:
            return CannotTell(
                msg(
                    'The document says that it is in "{language}", and has too little text to tell. See '
                    "whether it is.",
                    language=spoken.language,
                )
            )
        return Failed(
            msg(
                'The document says that it is in "{language}", but its text is in "{found}". Correct the '
                "language in Acrobat under File > Properties > Advanced, or in Word under Review > "
                "Language before the export.",
                language=spoken.language,
                found=found,
            )
        )
