"""An image that is kept from assistive technology only decorates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility._behaviour import mentions
from checks.accessibility.names._images import seen_images
from checks.accessibility.names._judgement import Rest, certain
from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.rendering import visible_text
from checks.dom.roles import explicit_role, role
from checks.dom.tree import Node, once
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERING: Final = re.compile(r"""\b(?:fill|stroke)Text\s*\(\s*(["'`])[^"'`]*\w""")
_OPERATED: Final = frozenset({"button", "link"})


class ImageDecorative(Rule[Page, Node | Rest]):
    """An image that says something is lost for all who cannot see it, if it is marked as decoration.

    Give the image a text alternative. Where it is the whole of a link or a button, say what that does.
    """

    id = "image-decorative"
    title = msg("Images that are kept from screen readers only decorate")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("e88epe",)

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the ignored images that are the whole of a link or a button, and all others as one.

        Whether a drawing in a file of its own decorates is asked on the pages that show it.
        """
        if page.html is None:
            return iter(())
        return certain(filter(_is_ignored, seen_images(page.dom)), _says_something)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require that nothing depends on the image."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Images that screen readers leave out: {number}. Do they only decorate?",
                    number=target.number,
                )
            )
        if _is_written_on(target):
            return Failed(
                msg(
                    "Text is drawn on this canvas, and screen readers leave it out. "
                    "Write it as text, or say it in aria-label beside role=img."
                )
            )
        return Failed(
            msg(
                "An image is all that a link or a button shows, and screen readers leave it out. "
                "Give it a text alternative that says what the link or button does."
            )
        )


def _is_ignored(node: Node) -> bool:
    if not is_exposed(node):
        return True
    if node.tag == "svg":
        return role(node) == "graphics-document" and not accessible_name(node)
    return node.tag == "canvas" and explicit_role(node) is None and not accessible_name(node)


def _says_something(image: Node) -> bool:
    return _is_all_there_is(image) or _is_written_on(image)


def _is_written_on(canvas: Node) -> bool:
    """Return whether a script draws words on ``canvas``, and on no other, and nothing in it says them."""
    if canvas.tag != "canvas" or len(canvas.dom.all("canvas")) > 1 or canvas.text.strip():
        return False
    return not canvas.has("aria-hidden") and mentions(canvas.dom, _LETTERING)


def _is_all_there_is(image: Node) -> bool:
    operated = next((above for above in image.ancestors if role(above) in _OPERATED), None)
    return operated is not None and _is_mute(operated)


@once
def _is_mute(operated: Node) -> bool:
    """Return whether a link or button has neither a name nor a visible text."""
    return is_exposed(operated) and not accessible_name(operated) and not visible_text(operated)
