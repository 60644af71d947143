"""What a page of the site holds, as far as it can be compared with another: words, without navigation.

Of each page so little is remembered that there is room for all pages of a large site: links lead from
everywhere to everywhere.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b
from itertools import filterfalse
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.shelf import shelf
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from turbohtml import Document

    from checks.dom.tree import Surroundings

_PAGE: Final = re.compile(r"\.(?:html?|xhtml)$", re.IGNORECASE)
_LOCATION_SEARCH: Final = re.compile(rb"location\s*\.\s*search")
_WORD: Final = re.compile(r"\w+")
_SHOWING: Final = "canvas, embed, iframe, img, input, object, script, svg, video"
_NO_CONTENT: Final = "aside, footer, header, nav, noscript, script, style, template"
_SAMPLE: Final = 32  # words of a text; two texts in one language have some of theirs in common
_KEPT: Final = 20_000  # pages, of a kilobyte each
_DIGEST: Final = 16  # bytes


class Contents(NamedTuple):
    """The content of the file ``path``.

    ``words`` is the digest of the words of a page's main text, in lower case, ``letters`` that of those that
    are no numbers, each empty without any; ``sample`` has some of the words, as numbers, and ``whole``
    all of them where they cannot be read again.  ``sends_on`` is the page that it leads on to at once;
    ``is_blank`` says that it shows nothing, and ``reads_query`` whether a script of it reads what stands
    behind the question mark of its address.
    """

    path: str
    digest: bytes
    words: bytes = b""
    letters: bytes = b""
    sample: array[int] | tuple[()] = ()
    whole: frozenset[str] | None = None
    sends_on: str | None = None
    is_blank: bool = False
    reads_query: bool = False


def contents(surroundings: Surroundings, path: str) -> Contents | None:
    """Return what the file ``path`` holds, read once for all pages; None where it cannot be read."""

    def read() -> tuple[Contents | None, int]:
        data = surroundings.read(path)
        return None if data is None else _read(surroundings, path, data), 1

    found: Contents | None = shelf(surroundings, contents, _KEPT).take(path, read)
    return found


def have_a_word_in_common(surroundings: Surroundings, one: Contents, other: Contents) -> bool:
    """Return whether some word stands in both; both pages are read again where their samples do not tell."""
    if not set(one.sample).isdisjoint(other.sample):
        return True
    return not _vocabulary(surroundings, one).isdisjoint(_vocabulary(surroundings, other))


def _vocabulary(surroundings: Surroundings, page: Contents) -> frozenset[str]:
    if page.whole is not None:
        return page.whole
    return frozenset(_words(read_page(surroundings.read(page.path) or b"", page.path).document))


def contents_of(surroundings: Surroundings, markup: str) -> Contents:
    """Return what a page holds that stands in another one (``srcdoc``)."""
    name, data = "srcdoc.html", markup.encode(errors="replace")
    words = _words(read_page(data, name).document)
    return _read(surroundings, name, data)._replace(whole=frozenset(words))


def _read(surroundings: Surroundings, path: str, data: bytes) -> Contents:
    digest = _digest(data)
    if not _PAGE.search(path):
        return Contents(path, digest)
    document = read_page(data, path).document
    is_blank = not document.select_one(_SHOWING) and not any(
        body.text.strip() for body in document.select("body")
    )
    sends_on = _sends_on(document, surroundings, path)
    words = _words(document)
    return Contents(
        path,
        digest,
        _digest_of(words),
        _digest_of(filterfalse(str.isnumeric, words)),
        array("q", sorted(set(map(hash, words)))[:_SAMPLE]),
        None,
        sends_on,
        is_blank,
        _reads_query(data),
    )


def _digest_of(words: Iterable[str]) -> bytes:
    text = " ".join(words)
    return _digest(text.encode(errors="surrogatepass")) if text else b""


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _reads_query(data: bytes) -> bool:
    """Return whether a script in ``data`` reads what stands behind the question mark of its address."""
    if b"searchParams" in data or b"URLSearchParams" in data:
        return True
    return _LOCATION_SEARCH.search(data) is not None


def _sends_on(document: Document, surroundings: Surroundings, path: str) -> str | None:
    try:
        refresh = document.meta_refresh()
    except ValueError:  # the parser stumbles over a time of ".", which browsers take for 0
        return None
    if refresh is None or not refresh[1] or refresh[0] > 0:
        return None
    return surroundings.follow(refresh[1], path)


def _words(document: Document) -> list[str]:
    """Return the words of the main content, in lower case; the tree loses what is none."""
    main = document.find("main") or document.find("body")
    if main is None:
        return []
    for part in main.select(_NO_CONTENT):
        part.decompose()
    return _WORD.findall(" ".join(main.strings).casefold())
