"""Text is text, and no image of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.names._drawings import drawing
from checks.accessibility.names._judgement import Rest, certain
from checks.accessibility.names._media import can_load, media_type
from checks.dom.names.native import input_type
from checks.dom.rendering import is_visible
from checks.dom.styles import declaring, style
from checks.dom.tree import Dom, Node, in_order
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE: Final = 12  # words; what is shorter may be a logo or a slogan
_EMBEDDING: Final = ("image", "img", "input", "object")
_URL: Final = re.compile(r"url\(", re.IGNORECASE)


class ImageOfText(Rule[Page, Node | Rest]):
    """Text in an image stays small when others grow, and keeps its colours; no translator reaches it.

    Write it as text, and style it.
    """

    id = "image-of-text"
    title = msg("Images contain no text")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.5", "1.4.9")
    act = ("0va7u6",)

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the images that are nothing but sentences, and all other images as one."""
        return certain(filter(is_visible, _images(page.dom)), _is_all_text)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require a drawing with more than sentences."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Images on this page: {number}. Does any show text that could be written?",
                    number=target.number,
                )
            )
        return Failed(
            msg(
                "The image {source} is nothing but text. Write it as text, and style it.",
                source=_source(target),
            )
        )


def _images(dom: Dom) -> Iterator[Node]:
    """Yield what presents an embedded image (ACT's glossary)."""
    for node in in_order({*dom.all(*_EMBEDDING), *declaring(dom, "background-image")}):
        if _embeds(node) or _URL.search(style(node)["background-image"]):
            yield node


def _embeds(node: Node) -> bool:
    source = _source(node)
    if not source or not can_load(node, source):
        return False
    return node.tag != "object" or media_type(node) == "image"


def _source(node: Node) -> str:
    if node.tag == "img" or input_type(node) == "image":
        return node.get("src").strip() or node.get("srcset").strip().partition(" ")[0]
    if node.tag == "object":
        return node.get("data").strip()
    if node.tag == "image":
        return (node.get("href") or node.get("xlink:href")).strip()
    return ""


def _is_all_text(image: Node) -> bool:
    path = image.dom.surroundings.follow(_source(image)) if _source(image) else None
    found = drawing(image.dom.surroundings, path) if path is not None else None
    return found is not None and found.words >= _SENTENCE and not found.has_shapes
