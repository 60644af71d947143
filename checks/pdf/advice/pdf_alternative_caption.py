"""A text alternative in a document does not repeat the caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._texts import Told, alternatives, text_of
from checks.values.vague import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Element


@dataclass(frozen=True, slots=True)
class Captioned(Told):
    """A picture with its text alternative and the captions in or beside it."""

    captions: tuple[str, ...]


class PdfAlternativeCaption(FactsRule[Captioned]):
    """Who hears the caption twice has learnt nothing of the picture, and waited for it.

    Say in the alternative text what is to be seen; the caption is read out besides.
    """

    id = "pdf-alternative-caption"
    title = msg("Text alternatives in documents do not repeat the captions")
    severity = Severity.ADVISORY
    parts = ("structure", "content")

    def targets(self, facts: Facts) -> Iterator[Captioned]:
        """Yield the pictures that have an alternative text and a caption."""
        for told in alternatives(facts):
            captions = tuple(text_of(caption, facts) for caption in _captions(told.element))
            if any(captions):
                yield Captioned(told.element, told.text, captions)

    def judge(self, captioned: Captioned) -> Verdict:
        """Require other words than those of a caption."""
        if plain(captioned.text) not in map(plain, captioned.captions):
            return PASSED
        return Failed(
            msg(
                'The alternative text of this picture, "{text}", repeats its caption, so that both are read '
                "out. Say in it what is to be seen.",
                text=captioned.text,
            )
        )


def _captions(picture: Element) -> Iterator[Element]:
    """Yield the captions in ``picture``, and those just before and behind it."""
    yield from (kid for kid in picture.kids if kid.role == "Caption")
    above = picture.holder
    around = [*above.members] if above is not None else []
    numbers = [one.number for one in around]
    if picture.number in numbers:
        at = numbers.index(picture.number)
        beside = (*around[max(0, at - 1) : at], *around[at + 1 : at + 2])
        yield from (one for one in beside if one.role == "Caption")
