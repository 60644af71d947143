"""What a page of the site holds, as far as it can be compared with another: words, without navigation.

Of each page only the beginning is remembered, so that there is room for all pages of a large site, where
links lead from everywhere to everywhere.  Those that begin alike are read once more.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import filterfalse, islice
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
_FIRST: Final = 100  # words of a text; another in its language has some of them, too
_KEPT: Final = 20_000  # pages, of a kilobyte each
_KEPT_WHOLE: Final = 1_000_000  # words of pages that begin alike
_DIGEST: Final = 16  # bytes


class Contents(NamedTuple):
    """The content of the file ``path``.

    ``beginning`` has the first words of a page's main text, in lower case and with spaces between them,
    ``whole`` all of its text where that cannot be read again.  ``sends_on`` is the page that it leads on to
    at once; ``is_blank`` says that it shows nothing, and ``reads_query`` whether a script of it reads what
    stands behind the question mark of its address.
    """

    path: str
    digest: bytes
    beginning: str = ""
    whole: str | None = None
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


def have_same_words(
    surroundings: Surroundings, one: Contents, other: Contents, *, but_numbers: bool = False
) -> bool:
    """Return whether both have words, and the same; both are read again where they begin alike.

    Of words ``but_numbers`` only those count that are none.
    """
    pick = _without_numbers if but_numbers else list
    beginnings = (pick(page.beginning.split()) for page in (one, other))
    if any(word != another for word, another in zip(*beginnings, strict=False)):
        return False
    some, others = (pick(_all_words(surroundings, page)) for page in (one, other))
    return some == others != []


def have_a_word_in_common(surroundings: Surroundings, one: Contents, other: Contents) -> bool:
    """Return whether some word stands in both; both are read again where their beginnings do not tell."""
    if not set(one.beginning.split()).isdisjoint(other.beginning.split()):
        return True
    return not set(_all_words(surroundings, one)).isdisjoint(_all_words(surroundings, other))


def _without_numbers(words: Iterable[str]) -> list[str]:
    return list(filterfalse(str.isnumeric, words))


def _all_words(surroundings: Surroundings, page: Contents) -> list[str]:
    def read() -> tuple[list[str], int]:
        data = surroundings.read(page.path) or b""
        words = _WORD.findall(_main_text(read_page(data, page.path).document))
        return words, len(words)

    if page.whole is not None:
        return _WORD.findall(page.whole)
    found: list[str] = shelf(surroundings, _all_words, _KEPT_WHOLE).take(page.path, read)
    return found


def contents_of(surroundings: Surroundings, markup: str) -> Contents:
    """Return what a page holds that stands in another one (``srcdoc``)."""
    name, data = "srcdoc.html", markup.encode(errors="replace")
    text = _main_text(read_page(data, name).document)
    return _read(surroundings, name, data)._replace(whole=text)


def _read(surroundings: Surroundings, path: str, data: bytes) -> Contents:
    digest = blake2b(data, digest_size=_DIGEST).digest()
    if not _PAGE.search(path):
        return Contents(path, digest)
    document = read_page(data, path).document
    is_blank = not document.select_one(_SHOWING) and not any(
        body.text.strip() for body in document.select("body")
    )
    sends_on = _sends_on(document, surroundings, path)
    words = _WORD.finditer(_main_text(document))
    beginning = " ".join(found[0] for found in islice(words, _FIRST))
    return Contents(path, digest, beginning, None, sends_on, is_blank, _reads_query(data))


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


def _main_text(document: Document) -> str:
    """Return the text of the main content, in lower case; the tree loses what is none."""
    main = document.find("main") or document.find("body")
    if main is None:
        return ""
    for part in main.select(_NO_CONTENT):
        part.decompose()
    return " ".join(main.strings).casefold()
