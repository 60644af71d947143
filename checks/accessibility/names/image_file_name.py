"""No text alternative is a file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from checks.dom.exposure import is_programmatically_hidden
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE_NAME = re.compile(r"\w\.(?:avif|bmp|gif|heic|ico|jpe?g|jfif|png|svg|tiff?|webp)$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"_|\d{4}")


class ImageFileName(Rule[Page, Node]):
    """A file name read aloud, letter by letter, tells nobody what an image shows.

    Say in alt what the image tells on this page, in the language of the page.
    """

    id = "image-file-name"
    title = msg("No text alternative is a file name")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the images with words in ``alt``."""
        for image in page.dom.all("area", "img", "input"):
            if image.get("alt").strip() and not is_programmatically_hidden(image):
                yield image

    def expectation(self, image: Node) -> Verdict:
        """Require that these are not the name of a file, with or without its ending."""
        alternative = image.get("alt").strip()
        name = re.split(r"[?#]", image.get("src"), maxsplit=1)[0].rpartition("/")[2]
        stem = unquote(name).rpartition(".")[0]
        if _FILE_NAME.search(alternative) or (alternative == stem and _is_from_camera(stem)):
            return Failed(
                msg(
                    'The text alternative "{alternative}" is a file name. Say instead what the image tells.',
                    alternative=alternative,
                ),
                "alt",
            )
        return PASSED


def _is_from_camera(stem: str) -> bool:
    """Return whether nobody writes so: "IMG_0412", but well "telefon" of telefon.svg or "2" of 2.svg."""
    return bool(_LONG_NUMBER.search(stem)) or (any(map(str.isdigit, stem)) and any(map(str.isalpha, stem)))
