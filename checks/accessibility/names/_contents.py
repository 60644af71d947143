"""What a page of the site holds, as far as it can be compared with another: words, without navigation."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Dom, Run
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Document

    from checks.dom.tree import Node, Surroundings

_PAGE: Final = re.compile(r"\.(?:html?|xhtml)$", re.IGNORECASE)
_READS_QUERY: Final = re.compile(rb"location\s*\.\s*search|URLSearchParams|searchParams")
_WORD: Final = re.compile(r"\w+")
_SHOWING: Final = ("canvas", "embed", "iframe", "img", "input", "object", "script", "svg", "video")
_NO_CONTENT: Final = frozenset(
    {"aside", "footer", "header", "nav", "noscript", "script", "style", "template"}
)


@dataclass(frozen=True, slots=True)
class Contents:
    """The content of a file.

    ``words`` are those of a page's main text, ``letters`` those of them that are no numbers;
    ``sends_on`` is the page that it leads on to at once; ``is_blank`` says that it shows nothing, and
    ``reads_query`` says whether a script of it
    reads what stands behind the question mark of its address.
    """

    digest: bytes
    words: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    sends_on: str | None = None
    is_blank: bool = False
    reads_query: bool = False


def contents(surroundings: Surroundings, path: str) -> Contents | None:
    """Return what the file ``path`` holds, read once for all pages; None where it cannot be read."""
    key = contents, path
    if key not in surroundings.shared:
        data = surroundings.read(path)
        surroundings.shared[key] = None if data is None else _read(surroundings, path, data)
    found: Contents | None = surroundings.shared[key]
    return found


def _read(surroundings: Surroundings, path: str, data: bytes) -> Contents:
    digest = hashlib.blake2b(data, digest_size=16).digest()
    if not _PAGE.search(path):
        return Contents(digest)
    dom = Dom(read_page(data, path).document)
    words = tuple(_WORD.findall(" ".join(_main_text(dom)).casefold()))
    return Contents(
        digest,
        words,
        tuple(word for word in words if not word.isnumeric()),
        _sends_on(dom.document, surroundings, path),
        is_blank=not dom.all(*_SHOWING) and not any(body.text.strip() for body in dom.all("body")),
        reads_query=bool(_READS_QUERY.search(data)),
    )


def _sends_on(document: Document, surroundings: Surroundings, path: str) -> str | None:
    refresh = document.meta_refresh()
    if refresh is None or not refresh[1] or refresh[0] > 0:
        return None
    return surroundings.follow(refresh[1], path)


def _main_text(dom: Dom) -> Iterator[str]:
    waiting: list[Node | Run] = dom.all("main")[:1] or dom.all("body")[:1]  # type: ignore[assignment]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Run):
            yield item.data
        elif item.tag not in _NO_CONTENT:
            waiting.extend(reversed(item.children))
