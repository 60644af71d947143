"""The bases of the rules on what is painted: pages, and texts that stand for what they show."""

from __future__ import annotations

from abc import abstractmethod
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from checks.documents.content import Crossed, PageContent, Span
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PageRule(FactsRule[PageContent]):
    """A rule on pages, one finding each.  In a document without tags the first page stands for all."""

    parts = ("content", "structure")
    severity = Severity.BLOCKING

    def targets(self, facts: Facts) -> Iterator[PageContent]:
        """Yield the pages that it is about; of a document without tags the first.

        None where some tags were not read: what they hold is not known to be untagged.
        """
        if facts.content is None or any(gap.what == "structure" for gap in facts.gaps):
            return iter(())
        found = filter(self.concerns, facts.content.pages)
        return found if facts.structure is not None else islice(found, 1)

    @abstractmethod
    def concerns(self, page: PageContent) -> bool:
        """Return whether the rule is about ``page``."""


class SpanRule(FactsRule[Span]):
    """A text of a Span has a language: its own, that of a tag around it, or the document's."""

    parts = ("content", "structure")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    said: ClassVar[str]  # the field of the Span

    def targets(self, facts: Facts) -> Iterator[Span]:
        """Yield Spans of marked content that have such a text: of each page the longest with and without."""
        found: dict[tuple[int, bool], Span] = {}
        for page in facts.content.pages if facts.content is not None else ():
            for span in page.spans:
                text = getattr(span, self.said)
                kind = (span.page, span.language is None)
                if text is not None and (
                    kind not in found or len(text) > len(getattr(found[kind], self.said))
                ):
                    found[kind] = span
        return iter(found.values())

    def judge(self, span: Span) -> Verdict:
        """Require a language."""
        if span.language is not None:
            return PASSED
        return Failed(
            msg(
                'No language is stated for "{text}", so screen readers guess how to pronounce it. State '
                "the language of the document: in Acrobat under File > Properties > Advanced, in Word "
                "under Review > Language before the export.",
                text=getattr(span, self.said),
            )
        )


class CrossedRule(PageRule):
    """Artifacts and tagged content do not stand in one another.

    ``crossed`` is the field of a page, ``message`` what to say of it ({number}, {path}, {text}).
    """

    requirements = wcag("1.3.1")
    crossed: ClassVar[str]
    message: ClassVar[Message]

    def concerns(self, page: PageContent) -> bool:
        """Return whether anything is marked on the page."""
        return page.marks > 0

    def judge(self, page: PageContent) -> Verdict:
        """Require that nothing is both."""
        crossed: Crossed | None = getattr(page, self.crossed)
        if crossed is None:
            return PASSED
        return Failed(self.message.given(number=crossed.number, path=crossed.path, text=crossed.text))
