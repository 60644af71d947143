"""Films without sound have something in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.media._alternatives import says_nothing, silent_films
from checks.accessibility.media._elements import Player
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class SilentVideoAlternative(Rule[Page, Player]):
    """Who cannot see a film without sound gets nothing at all from it.

    Write down what the film shows, or speak it as a recording beside the film. A track of descriptions
    does not do: browsers do not speak it.
    """

    id = "silent-video-alternative"
    title = msg("Films without sound have a text or a recording in their place")
    severity = Severity.BLOCKING
    requirements = wcag("1.2.1")
    act = ("c3232f", "ee13b5", "d7ba54", "fd26cf")  # where there is nothing, each of the ways is missing

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield the films that are seen and certainly have no sound."""
        return silent_films(page)

    def expectation(self, player: Player) -> Verdict:
        """Require words or sound; whether they tell what the film shows, a person must see."""
        dom = player.element.dom
        if says_nothing(dom, to_the_eye=False) and not dom.all("audio"):
            return Failed(
                msg("This film has no sound, and nothing says what it shows. Write it down beside the film.")
            )
        return CannotTell(
            msg("This film has no sound. Does a text or a recording on the page tell what it shows?")
        )
