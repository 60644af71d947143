"""Sound that begins by itself is over in three seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._autoplay import autoplaying, is_short
from checks.accessibility.media._elements import Player
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AutoplayLength(Rule[Page, Player]):
    """Three seconds of sound can be waited out; what is longer must first be found and stopped.

    Remove autoplay, or play only a part: src="film.mp4#t=0,3". With controls WCAG allows more.
    """

    id = "autoplay-length"
    title = msg("Sound that begins by itself is short")
    severity = Severity.ADVISORY
    act = ("aaa1bf",)

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield what plays sound by itself, from recordings of more than three seconds."""
        return autoplaying(page)

    def expectation(self, player: Player) -> Verdict:
        """Require that only a short part plays."""
        if player.seconds is None:
            return CannotTell(
                msg("This begins to play by itself. See whether it has sound for more than three seconds."),
                "autoplay",
            )
        if is_short(player):
            return PASSED
        return Failed(
            msg(
                "This sound begins by itself and lasts {seconds} seconds. Remove autoplay.",
                seconds=round(player.seconds),
            ),
            "autoplay",
        )
