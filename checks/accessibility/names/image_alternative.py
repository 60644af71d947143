"""Every image has a text alternative, or says that it needs none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.subjects.page import explicit_role
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.page import Element

_INTEGER = re.compile(r"[ \t\n\f\r]*[+-]?[0-9]")  # what HTML's rules for parsing integers accept
_DECORATIVE = {"none", "presentation"}
# The states and properties that WAI-ARIA 1.2 allows on every element; one of them on an image that
# is marked as decorative takes the mark back.
_GLOBAL = frozenset(
    "aria-" + name
    for name in (
        "atomic busy controls current describedby details dropeffect flowto grabbed keyshortcuts label "
        "labelledby live owns relevant roledescription"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Image:
    """An image and its accessible name."""

    element: Element
    name: str


class ImageAlternative(Rule[Page, Image]):
    """Who cannot see an image hears its text alternative; without one, at best a file name is read out.

    Say in alt what the image tells on this page. Where it only decorates, write alt="". Where it is
    the whole of a link, say where the link leads.
    """

    id = "image-alternative"
    title = msg("Images have a text alternative")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("23a2a8",)

    def applicability(self, page: Page) -> Iterator[Image]:
        """Yield the images that nothing hides: ``img`` elements, and what has the role of one."""
        for element in page.exposed('img, [role~="img" i]'):
            if element.tag == "img" or explicit_role(element) == "img":
                yield Image(element, _name(page, element))

    def expectation(self, image: Image) -> Verdict:
        """Require a name, or the mark of a decoration."""
        element = image.element
        source = element.attr("src")
        if image.name or _is_decorative(element):
            return PASSED
        if source is None:
            return Failed(msg("The image has no text alternative. Say in aria-label what it tells."))
        if element.attr("alt") is None:
            return Failed(
                msg(
                    "The image {source} has no text alternative. "
                    'Say in alt what it tells, or write alt="" if nothing.',
                    source=source,
                )
            )
        return Failed(
            msg(
                "The text alternative of the image {source} is empty, though it is not mere decoration. "
                "Say in alt what it tells.",
                source=source,
            ),
            "alt",
        )


def _name(page: Page, image: Element) -> str:
    """Return the name of an image, as accname 1.2 and HTML-AAM compute it from attributes."""
    labels = map(page.by_id, (image.attr("aria-labelledby") or "").split())
    referred = " ".join(_text(label) for label in labels if label is not None)
    names = (referred, image.attr("aria-label"), image.attr("alt"), image.attr("title"))
    return next((name.strip() for name in names if name and name.strip()), "")


def _text(label: Element) -> str:
    return label.attr("aria-label") or label.attr("alt") or label.text


def _is_decorative(image: Element) -> bool:
    role = explicit_role(image)
    marked = role in _DECORATIVE or (role is None and image.tag == "img" and image.attr("alt") == "")
    return marked and not _INTEGER.match(image.attr("tabindex") or "") and not _GLOBAL & set(image.attrs)
