"""Parts in another language say so."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.detection import may_be_foreign, recognise
from checks.documents.content.text import quoted
from checks.languages import is_known
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._spoken import Spoken, document, texts
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_LEAST: Final = 8  # words
_MOST: Final = 20_000  # parts of a document that are listened to


class PdfPartLanguage(FactsRule[Spoken]):
    """A paragraph in another language than its tag says is read with the sounds of that language.

    Mark it in the document: in Word, choose Review > Language for the paragraph before the export; in
    Acrobat, set the language of its tag.
    """

    id = "pdf-part-language"
    title = msg("Paragraphs in another language are marked as such")
    severity = Severity.ADVISORY
    requirements = wcag("3.1.2")
    parts = ("content", "structure")

    def targets(self, facts: Facts) -> Iterator[Spoken]:
        """Yield the texts of tags that are long enough, if most of the document is in its language."""
        whole = document(facts)
        if whole is None or recognise(whole.text, whole.language) in {None, whole.language}:
            long = (part for part in islice(texts(facts), _MOST) if len(part.text.split()) >= _LEAST)
            yield from (part for part in long if is_known(part.language))

    def judge(self, part: Spoken) -> Verdict:
        """Require that it may well be in the language that is stated for it."""
        if not may_be_foreign(part.text.lower().split(), part.language):
            return PASSED
        found = recognise(part.text, part.language)
        if found in {None, part.language}:
            return PASSED
        return Failed(
            msg(
                'This text is in "{found}", but marked as "{language}": "{text}". In Word, choose its '
                "language under Review > Language and export anew; in Acrobat, set the language of its tag.",
                found=found,
                language=part.language,
                text=quoted(part.text),
            )
        )
