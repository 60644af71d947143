"""Recordings of sound have their words on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._alternatives import recordings, says_nothing
from checks.accessibility.media._elements import Player
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AudioAlternative(Rule[Page, Player]):
    """Who is deaf or hard of hearing gets nothing from a recording without words beside it.

    Write down what is heard, on the page or behind a link beside the recording.
    """

    id = "audio-alternative"
    title = msg("Recordings of sound have a text in their place")
    severity = Severity.BLOCKING
    requirements = wcag("1.2.1")
    act = ("e7aa44", "2eb176", "afb423")  # where there is nothing, each of the ways is missing

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield the recordings that play by themselves or that a visitor can start."""
        return recordings(page)

    def expectation(self, player: Player) -> Verdict:
        """Require words; whether they are those of the recording, a person must hear."""
        if says_nothing(player.element.dom, to_the_eye=True):
            return Failed(msg("This recording has no text in its place. Write beside it what is heard."))
        return CannotTell(
            msg("Listen to this recording. Does a text on the page, or behind a link, say the same?")
        )
