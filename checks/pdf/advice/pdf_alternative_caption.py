"""A text alternative in a document does not repeat the caption."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
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
        captions = _captions(facts)
        for told in alternatives(facts):
            texts = tuple(text_of(caption, facts) for caption in captions.get(told.element.number, ()))
            if any(texts):
                yield Captioned(told.element, told.text, texts)

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


def _captions(facts: Facts) -> dict[int, list[Element]]:
    """Return the captions in elements, and those just before and behind them, by the elements' numbers."""
    found: dict[int, list[Element]] = defaultdict(list)
    captions = () if facts.structure is None else facts.structure.having("Caption")
    holders = {holder.number: holder for caption in captions if (holder := caption.holder) is not None}
    for holder in holders.values():
        members = [*holder.members]
        found[holder.number] += [member for member in members if member.role == "Caption"]
        for one, other in pairwise(members):
            if other.role == "Caption":
                found[one.number].append(other)
            if one.role == "Caption":
                found[other.number].append(one)
    return found
