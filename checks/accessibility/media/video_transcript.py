"""Films have a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._alternatives import films, says_nothing
from checks.accessibility.media._elements import Player
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class VideoTranscript(Rule[Page, Player]):
    """Who can neither see nor hear reads films with the fingers, in braille, if somebody wrote them down.

    Write down what is shown and what is heard, on the page or behind a link beside the film.
    """

    id = "video-transcript"
    title = msg("Films have a transcript")
    severity = Severity.ADVISORY
    requirements = wcag("1.2.8")
    act = ("1a02b0",)

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield the films that are seen."""
        return films(page)

    def expectation(self, player: Player) -> Verdict:
        """Require words; whether they tell all that the film does, a person must see."""
        if says_nothing(player.element.dom, to_the_eye=False):
            return Failed(msg("This film has no transcript. Write down what it shows and what is heard."))
        return CannotTell(
            msg("Does a text on the page, or behind a link, tell all that this film shows and says?")
        )
