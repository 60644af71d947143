"""Sound that begins by itself can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._autoplay import autoplaying, has_controls, may_have_control
from checks.accessibility.media._elements import Player
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AutoplayControl(Rule[Page, Player]):
    """What begins by itself needs a way to stop it that everybody can see, reach and understand.

    Add controls to the audio or video element. A button of your own needs words and a script.
    """

    id = "autoplay-control"
    title = msg("Sound that begins by itself has controls")
    severity = Severity.ADVISORY
    act = ("4c31df",)

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield what plays sound by itself for more than three seconds."""
        return autoplaying(page)

    def expectation(self, player: Player) -> Verdict:
        """Require the browser's controls; what a page's own button does, a person must try."""
        if has_controls(player):
            return PASSED
        if player.recording is None or may_have_control(player.element.dom):
            return CannotTell(
                msg("This begins to play by itself. See whether a button stops its sound."), "autoplay"
            )
        return Failed(
            msg("This sound begins by itself, and no control is seen, named and reached. Add controls."),
            "autoplay",
        )
