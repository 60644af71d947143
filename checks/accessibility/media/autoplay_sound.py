"""Sound that begins by itself is short, or can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._autoplay import autoplaying, has_controls, is_short, may_have_control
from checks.accessibility.media._elements import Player
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AutoplaySound(Rule[Page, Player]):
    """Sound that begins by itself drowns the voice of a screen reader, and so the way to what would stop it.

    Remove autoplay, and let visitors start it. Where it has to begin by itself, add controls, or
    muted.
    """

    id = "autoplay-sound"
    title = msg("Sound does not begin by itself")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.2")
    act = ("80f0bf",)

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield what plays sound by itself for more than three seconds."""
        return autoplaying(page)

    def expectation(self, player: Player) -> Verdict:
        """Require that only a short part plays, or that there are controls."""
        if is_short(player) or has_controls(player):
            return PASSED
        if is_short(player) is None or may_have_control(player.element.dom):
            return CannotTell(
                msg("This begins to play by itself. If it has sound, see whether a button stops it."),
                "autoplay",
            )
        return Failed(
            msg("This sound begins by itself, and nothing stops it. Remove autoplay, or add controls."),
            "autoplay",
        )
