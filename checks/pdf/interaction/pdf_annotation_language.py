"""The language of annotations' descriptions is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import Owned, owned
from checks.pdf.interaction._language import is_known
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class Described(NamedTuple):
    """An annotation with a description, and whether its language is known."""

    one: Owned
    is_known: bool

    @property
    def page(self) -> int:
        """Return the page that it lies on."""
        return self.one.page

    @property
    def path(self) -> str:
        """Return its place in the structure."""
        return self.one.path


class PdfAnnotationLanguage(FactsRule[Described]):
    """A voice for the wrong language makes a description hard to understand.

    Set the language of the document: in Word under Review > Language, in LibreOffice under Tools > Language,
    in Acrobat under Document Properties > Advanced.
    """

    id = "pdf-annotation-language"
    title = msg("The language of descriptions of links and other annotations is known")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    pdfua = ("7.2-24",)
    parts = ("catalog", "annotations", "structure")

    def targets(self, facts: Facts) -> Iterator[Described]:
        """Yield the first annotation whose language nobody knows, or else all: one setting mends them all."""
        found = []
        for one in owned(facts):
            text = one.annotation.contents
            if text:
                found.append(Described(one, is_known(text, (one.annotation.language, one.language), facts)))
        unknown = [described for described in found if not described.is_known]
        yield from unknown[:1] or found

    def judge(self, described: Described) -> Verdict:
        """Require the language of the document, of its tag, or its own."""
        if described.is_known:
            return PASSED
        return Failed(
            msg(
                "Nothing says in which language the description “{text}” is. Set the language of the "
                "document, in Acrobat under Document Properties > Advanced.",
                text=described.one.annotation.contents or "",
            )
        )
