"""What a page repeats of the pages that it leads to, and what is its own (ACT: block of repeated content).

A text or an image is repeated where one of the pages that the first links lead to has the same, as a
heading here and there or as none.  What two pages have in common within their main content is none
the less each one's own.  Where no such page can be read, what stands in landmarks other than the
main content is taken for repeated; that is a guess, and ``is_known`` says so.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility._perceived import perceived
from checks.dom.exposure import is_exposed
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.dom.shelf import shelf
from checks.dom.tree import Dom, Node, Run, once
from checks.dom.witness import ANSWERERS, BETWEEN, Asked, Question
from checks.subjects.page import medium_of
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.dom.tree import Surroundings

READ: Final = 3  # pages; the first links of a page are its site's menu
_FOLLOWED: Final = 200  # links, until that many pages are found
_KEPT: Final = 3_000_000  # characters of content that is remembered: all menus of a site, not all its pages
_SHOWN: Final = frozenset("audio canvas embed iframe img input object select svg textarea video".split())
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSHOWN: Final = frozenset("head noscript script style template title".split())
_AROUND: Final = frozenset({"banner", "complementary", "contentinfo", "navigation"})

Key = tuple[str, bool, bool]  # its words, and whether it stands in a heading and in the main content


class Repetition:
    """The content of a page in order, and what of it is its own: not repeated, and behind something that is.

    It is read only as far as somebody asks; mostly the menu and the first heading are enough.
    ``is_known`` says whether another page tells what is repeated, or there can be none.
    """

    def __init__(self, dom: Dom) -> None:
        """Stand before the first content of ``dom``."""
        self._elsewhere = _Elsewhere(dom.surroundings, list(_neighbours(dom)))
        self.is_known = bool(self._elsewhere) or not _leads_on(dom)
        self._holders: list[Node] = []  # of what has been read
        self._own: list[bool] = []
        self._starts: dict[Node, int] = {}  # how much content stands before an element that has been met
        self._ahead = _read(_contents(dom, self._starts), self._elsewhere, self._holders, self._own)

    @property
    def has_own(self) -> bool:
        """Return whether anything is the page's own."""
        return any(self._own) or any(self._own[-1] for _ in self._ahead)

    def begins(self, node: Node) -> bool:
        """Return whether the first content in ``node`` is the page's own."""
        start = self._start(node)
        return self._is_own(start) and node.order <= self._holders[start].order < node.end

    def leads(self, node: Node) -> bool:
        """Return whether the first content in or after ``node`` is the page's own."""
        return self._is_own(self._start(node))

    def _start(self, node: Node) -> int:
        while node not in self._starts and next(self._ahead, None):
            pass
        return self._starts.get(node, 0)

    def _is_own(self, number: int) -> bool:
        while len(self._own) <= number:
            if not next(self._ahead, None):
                return False
        return self._own[number]


def _read(
    contents: Iterable[tuple[Node, Key]], elsewhere: _Elsewhere, holders: list[Node], own: list[bool]
) -> Iterator[Node]:
    """Take up ``contents``, one by one, and yield the holder of each.

    Not of the class: a generator that knows who asks it would keep the page in memory.
    """
    follows = False  # something repeated
    for holder, key in contents:
        is_repeated = elsewhere.repeats(key) if elsewhere else _is_around(holder)
        holders.append(holder)
        own.append(follows and not is_repeated)
        follows = follows or is_repeated
        yield holder


@once
def repetition(dom: Dom) -> Repetition:
    """Return what of ``dom`` is its own."""
    return Repetition(dom)


def _contents(dom: Dom, starts: dict[Node, int]) -> Iterator[tuple[Node, Key]]:
    """Yield the texts, images and fields that somebody perceives; note how many stand before each element."""
    number = 0
    waiting: list[Node | Run] = [dom.root] if dom.root else []
    seen: set[Run] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, Node):
            starts[found] = number
            if found.tag not in _SHOWN:
                seen.update(perceived(found))
                waiting.extend(reversed(found.children))
            elif role(found) != "none" and (is_visible(found) or is_exposed(found)):
                number += 1
                yield found, _key(found, _looks(found))
        elif found in seen:
            number += 1
            yield found.parent, _key(found.parent, found.data)


def _neighbours(dom: Dom) -> Iterator[str]:
    """Yield the first few pages that a visitor gets to by a link, other than editions in other languages."""
    here = dom.surroundings.follow("")
    found: set[str] = set()
    for link in islice(dom.all("a", "area"), _FOLLOWED):
        href = link.get("href").strip()
        if not href or href.startswith("#") or link.has("hreflang"):
            continue
        path = dom.surroundings.follow(href)
        if path is not None and path != here and path not in found and medium_of(path) is not None:
            found.add(path)
            yield path
            if len(found) == READ:
                return


def _leads_on(dom: Dom) -> bool:
    """Return whether a link leads to a page of this site, be it one that cannot be read."""
    addresses = (link.get("href").strip() for link in dom.all("a", "area"))
    return any(address and address[0] not in "#?" and ":" not in address for address in addresses)


class _Elsewhere:
    """The content of other pages of the site: the witness hears what is asked of it, not all that it is.

    Else a new word on a page that all menus name would change what each page depends on.
    """

    def __init__(self, surroundings: Surroundings, paths: Sequence[str]) -> None:
        """Read the pages ``paths``."""
        self._witness = surroundings.witness
        with self._witness.listening(aside=True) as notes:
            self._keys = [_keys(surroundings, path) for path in paths]
        self._paths = self._witness.note_pages(paths, notes)

    def __bool__(self) -> bool:
        """Return whether anything could be read."""
        return bool(self._answer(""))

    def repeats(self, key: Key) -> bool:
        """Return whether the pages have what has this ``key``."""
        words, is_heading, is_main = key
        return bool(self._answer(f"{is_heading:d}{is_main:d}{words}"))

    def _answer(self, question: str) -> str:
        answer = _answer(self._keys, question)
        self._witness.note(Question(Asked.SHOWS, self._paths, question), answer)
        return answer


def _answer(pages: Sequence[frozenset[Key]], question: str) -> str:
    """Return whether ``pages`` have what is asked for: where it stands, and its words; or anything at all."""
    if not question:
        return "1" if any(pages) else ""
    key = question[2:], question[0] == "1", question[1] == "1"
    return "1" if any(_is_repeated(key, keys) for keys in pages) else ""


def _answer_again(surroundings: Surroundings, paths: str, question: str) -> str:
    """Return what the pages answer now."""
    name = (_answer_again, paths)
    if name not in surroundings.shared:
        pages = paths.split(BETWEEN) if paths else []
        surroundings.shared[name] = [_keys(surroundings, path) for path in pages]
    return _answer(surroundings.shared[name], question)


ANSWERERS[Asked.SHOWS] = _answer_again


def _keys(surroundings: Surroundings, path: str) -> frozenset[Key]:
    """Return the content of another page of the site, remembered for its other pages."""

    def read() -> tuple[frozenset[Key], int]:
        content = surroundings.read(path)
        if content is None:
            return frozenset(), 1
        page = Dom(read_page(content, path).document)
        keys = frozenset(_all_keys(page))
        page.dismantle()
        return keys, len(content or "x")

    found: frozenset[Key] = shelf(surroundings, _keys, _KEPT).take(path, read)
    return found


def _all_keys(dom: Dom) -> Iterator[Key]:
    """Yield the content of another page, seen or not: nobody looks at it, so its styles are not read."""
    for node in dom.nodes:
        if node.tag in _SHOWN:
            yield _key(node, _looks(node))
        elif node.tag not in _UNSHOWN:
            yield from (_key(node, run.data) for run in node.texts)


def _is_repeated(key: Key, elsewhere: frozenset[Key]) -> bool:
    words, is_heading, is_main = key
    return (words, is_heading, False) in elsewhere or (not is_main and (words, is_heading, True) in elsewhere)


def _key(holder: Node, words: str) -> Key:
    return (" ".join(words.split()), *_place(holder))


def _looks(node: Node) -> str:
    """Return what tells an image or a field from others."""
    return " ".join(node.get(name) for name in ("alt", "aria-label", "src", "type", "name"))


@once
def _place(node: Node) -> tuple[bool, bool]:
    """Return whether ``node`` stands in a heading, and whether in the main content."""
    is_heading, is_main = _place(node.parent) if node.parent is not None else (False, False)
    said = node.attributes.get("role")
    is_heading = is_heading or node.tag in _HEADINGS or said == "heading"
    return is_heading, is_main or node.tag == "main" or said == "main"


@once
def _is_around(node: Node) -> bool:
    """Return whether ``node`` stands in a landmark around the main content."""
    return role(node) in _AROUND or (node.parent is not None and _is_around(node.parent))
