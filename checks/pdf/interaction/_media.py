"""The base of the rules on media clips (PDF/UA-1, 7.18.6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.media import MediaClip
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class MediaRule(FactsRule[MediaClip]):
    """A rule on the film and the sound that a document plays."""

    parts = ("media",)

    def targets(self, facts: Facts) -> Iterator[MediaClip]:
        """Yield the media clips."""
        return iter(facts.media.clips)
