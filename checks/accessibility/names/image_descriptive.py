"""A text alternative tells what its image tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._images import seen_images
from checks.accessibility.names._judgement import Rest, certain
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.values.vague import has_letters, is_numbered
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ImageDescriptive(Rule[Page, Node | Rest]):
    """Who hears "image: image" knows that something is missing, but not what.

    Say in alt what the image tells on this page; that it is an image, screen readers say themselves.
    """

    id = "image-descriptive"
    title = msg("Text alternatives tell what the images tell")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("qt1vmo",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the images whose names say nothing, and all others with a name as one.

        What a drawing in a file of its own tells is asked on the pages that show it.
        """
        if page.html is None:
            return iter(())
        return certain(filter(accessible_name, seen_images(page.dom)), _says_nothing)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require a name that is more than a word for image, or a sign."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Images with a text alternative: {number}. Does each tell what its image tells here?",
                    number=target.number,
                )
            )
        name = accessible_name(target)
        message = msg(
            'The text alternative "{name}" does not say what the image tells. Say it in a few words.',
            name=name,
        )
        return Failed(message, "alt" if target.has("alt") else None)


def _says_nothing(image: Node) -> bool:
    name = accessible_name(image)
    return is_numbered(name, "image") or not has_letters(name)
