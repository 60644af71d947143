"""What a page repeats of the pages that it leads to, and what is its own (ACT: block of repeated content).

A text or an image is repeated where one of the pages that the first links lead to has the same, as a
heading here and there or as none.  What two pages have in common within their main content is none
the less each one's own.  Where no such page can be read, what stands in landmarks other than the
main content is taken for repeated; that is a guess, and ``is_known`` says so.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility._perceived import perceived
from checks.dom.exposure import is_exposed
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.dom.tree import Dom, Node, Run, once
from checks.subjects.page import medium_of
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

READ: Final = 3  # pages; the first links of a page are its site's menu
_FOLLOWED: Final = 200  # links, until that many pages are found
_KEPT: Final = 200  # pages whose content is remembered: all menus of a site, not all its pages
_SHOWN: Final = frozenset("audio canvas embed iframe img input object select svg textarea video".split())
_UNSHOWN: Final = frozenset("head noscript script style template title".split())
_AROUND: Final = frozenset({"banner", "complementary", "contentinfo", "navigation"})

Key = tuple[str, bool, bool]  # its words, and whether it stands in a heading and in the main content


@dataclass(frozen=True, slots=True)
class Content:
    """A text, an image or a field that somebody perceives; ``holder`` is its element."""

    holder: Node
    key: Key


@dataclass(frozen=True, slots=True)
class Repetition:
    """The content of a page in order; ``own`` numbers what is not repeated and follows something that is.

    ``starts`` says for each element how much content stands before it.
    """

    contents: list[Content]
    own: frozenset[int]
    starts: list[int]
    is_known: bool

    @property
    def first(self) -> Node | None:
        """Return the element with which the page's own content begins."""
        return self.contents[min(self.own)].holder if self.own else None

    def begins(self, node: Node) -> bool:
        """Return whether the first content in ``node`` is the page's own."""
        start = self.starts[node.order]
        is_within = start < len(self.contents) and node.order <= self.contents[start].holder.order < node.end
        return is_within and start in self.own

    def leads(self, node: Node) -> bool:
        """Return whether the first content in or after ``node`` is the page's own."""
        return self.starts[node.order] in self.own


@once
def repetition(dom: Dom) -> Repetition:
    """Return what of ``dom`` is its own."""
    contents, starts = _contents(dom)
    elsewhere = [keys for path in _neighbours(dom) if (keys := _keys(dom, path))]
    if elsewhere:
        repeated = [_is_repeated(content.key, elsewhere) for content in contents]
    else:
        repeated = [_is_around(content.holder) for content in contents]
    first = repeated.index(True) if True in repeated else len(contents)
    own = frozenset(number for number in range(first, len(contents)) if not repeated[number])
    return Repetition(contents, own, starts, is_known=bool(elsewhere) or not _leads_on(dom))


def _contents(dom: Dom) -> tuple[list[Content], list[int]]:
    contents: list[Content] = []
    starts = [0] * len(dom.nodes)
    waiting: list[Node | Run] = [dom.root] if dom.root else []
    seen: set[Run] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, Run):
            if found in seen:
                contents.append(Content(found.parent, _key(found.parent, found.data)))
            continue
        starts[found.order] = len(contents)
        if found.tag in _SHOWN:
            if role(found) != "none" and (is_visible(found) or is_exposed(found)):
                contents.append(Content(found, _key(found, _looks(found))))
        else:
            seen.update(perceived(found))
            waiting.extend(reversed(found.children))
    return contents, starts


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


def _keys(dom: Dom, path: str) -> frozenset[Key]:
    """Return the content of another page of the site, remembered for its other pages."""
    shared: OrderedDict[str, frozenset[Key]] = dom.surroundings.shared.setdefault(_keys, OrderedDict())
    if path not in shared:
        content = dom.surroundings.read(path)
        shared[path] = (
            frozenset() if content is None else frozenset(_all_keys(Dom(read_page(content, path).document)))
        )
        if len(shared) > _KEPT:
            shared.popitem(last=False)
    shared.move_to_end(path)
    return shared[path]


def _all_keys(dom: Dom) -> Iterator[Key]:
    """Yield the content of another page, seen or not: nobody looks at it, so its styles are not read."""
    for node in dom.nodes:
        if node.tag in _SHOWN:
            yield _key(node, _looks(node))
        elif node.tag not in _UNSHOWN:
            runs = (child for child in node.children if isinstance(child, Run))
            yield from (_key(node, run.data) for run in runs if not run.data.isspace())


def _is_repeated(key: Key, elsewhere: Sequence[frozenset[Key]]) -> bool:
    words, is_heading, is_main = key
    if any((words, is_heading, False) in keys for keys in elsewhere):
        return True
    return not is_main and any((words, is_heading, True) in keys for keys in elsewhere)


def _key(holder: Node, words: str) -> Key:
    return " ".join(words.split()), _is_in_heading(holder), _is_in_main(holder)


def _looks(node: Node) -> str:
    """Return what tells an image or a field from others."""
    return " ".join(node.get(name) for name in ("alt", "aria-label", "src", "type", "name"))


@once
def _is_in_heading(node: Node) -> bool:
    is_heading = len(node.tag) == len("h1") and node.tag[0] == "h" and node.tag[1].isdigit()
    if is_heading or node.get("role") == "heading":
        return True
    return node.parent is not None and _is_in_heading(node.parent)


@once
def _is_in_main(node: Node) -> bool:
    if node.tag == "main" or node.get("role") == "main":
        return True
    return node.parent is not None and _is_in_main(node.parent)


@once
def _is_around(node: Node) -> bool:
    """Return whether ``node`` stands in a landmark around the main content."""
    return role(node) in _AROUND or (node.parent is not None and _is_around(node.parent))
