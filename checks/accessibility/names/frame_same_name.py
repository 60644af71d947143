"""Frames with the same name show the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._alike import Alike, alike, with_frames
from checks.accessibility.names._sameness import Sameness
from checks.dom.exposure import is_exposed
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class FrameSameName(Rule[Page, Alike]):
    """Who moves from frame to frame by their names does not know which of two "Map" they are in.

    Say in the title of each frame what it shows.
    """

    id = "frame-same-name"
    title = msg("Frames with the same name show the same")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("4b1c6c",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Alike]:
        """Yield the frames that have a name in common, in the page and its frames."""
        frames = (node for dom in with_frames(page.dom) for node in dom.all("iframe"))
        return alike(filter(is_exposed, frames))

    def expectation(self, frames: Alike) -> Verdict:
        """Require the same file, or the same content."""
        facts: dict[str, str | int] = {"name": frames.name, "number": len(frames.nodes)}
        match frames.sameness:
            case Sameness.SAME:
                return PASSED
            case Sameness.DIFFERENT:
                return Failed(
                    msg(
                        '"{name}" is the name of {number} frames that show different pages. Name them apart.',
                        **facts,
                    )
                )
            case _:
                return CannotTell(
                    msg('"{name}" is the name of {number} frames. Do they show the same content?', **facts)
                )
