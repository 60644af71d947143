"""What a page of the site holds, as far as it can be compared with another: words, without navigation."""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.shelf import shelf
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Document

    from checks.dom.tree import Surroundings

_PAGE: Final = re.compile(r"\.(?:html?|xhtml)$", re.IGNORECASE)
_LOCATION_SEARCH: Final = re.compile(rb"location\s*\.\s*search")
_WORD: Final = re.compile(r"\w+")
_SHOWING: Final = "canvas, embed, iframe, img, input, object, script, svg, video"
_NO_CONTENT: Final = "aside, footer, header, nav, noscript, script, style, template"
_FIRST: Final = 100  # words of a text; another in its language has some of them, too
_KEPT: Final = 5_000_000  # characters of pages that are remembered: what links lead to again and again
_OVERHEAD: Final = 5_000  # characters that take as much memory as the answer without any


class Contents(NamedTuple):
    """The content of a file.

    ``text`` is a page's main text, in lower case; ``beginning`` has some of its first words;
    ``sends_on`` is the page that it leads on to at once; ``is_blank`` says that it shows nothing, and
    ``reads_query`` whether a script of it reads what stands behind the question mark of its address.
    """

    digest: bytes
    text: str = ""
    beginning: frozenset[str] = frozenset()
    sends_on: str | None = None
    is_blank: bool = False
    reads_query: bool = False


def contents(surroundings: Surroundings, path: str) -> Contents | None:
    """Return what the file ``path`` holds, read once for all pages; None where it cannot be read."""

    def read() -> tuple[Contents | None, int]:
        data = surroundings.read(path)
        found = None if data is None else _read(surroundings, path, data)
        return found, _OVERHEAD + len(found.text if found else "")

    found: Contents | None = shelf(surroundings, contents, _KEPT).take(path, read)
    return found


def contents_of(surroundings: Surroundings, markup: str) -> Contents:
    """Return what a page holds that stands in another one (``srcdoc``)."""
    return _read(surroundings, "srcdoc.html", markup.encode(errors="replace"))


def _read(surroundings: Surroundings, path: str, data: bytes) -> Contents:
    digest = hashlib.blake2b(data, digest_size=16).digest()
    if not _PAGE.search(path):
        return Contents(digest)
    document = read_page(data, path).document
    is_blank = not document.select_one(_SHOWING) and not any(
        body.text.strip() for body in document.select("body")
    )
    sends_on = _sends_on(document, surroundings, path)
    text = _main_text(document).casefold()
    return Contents(
        digest,
        text,
        frozenset(islice(words(text), _FIRST)),
        sends_on,
        is_blank,
        reads_query=_reads_query(data),
    )


def _reads_query(data: bytes) -> bool:
    """Return whether a script in ``data`` reads what stands behind the question mark of its address."""
    if b"searchParams" in data or b"URLSearchParams" in data:
        return True
    return _LOCATION_SEARCH.search(data) is not None


def words(text: str) -> Iterator[str]:
    """Yield the words of ``text``."""
    return (found[0] for found in _WORD.finditer(text))


def _sends_on(document: Document, surroundings: Surroundings, path: str) -> str | None:
    try:
        refresh = document.meta_refresh()
    except ValueError:  # the parser stumbles over a time of ".", which browsers take for 0
        return None
    if refresh is None or not refresh[1] or refresh[0] > 0:
        return None
    return surroundings.follow(refresh[1], path)


def _main_text(document: Document) -> str:
    """Return the text of the main content; the tree loses what is none."""
    main = document.find("main") or document.find("body")
    if main is None:
        return ""
    for part in main.select(_NO_CONTENT):
        part.decompose()
    return " ".join(main.strings)
