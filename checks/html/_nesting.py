"""How the tags of a page are nested as they are written, before a browser makes the best of them.

The parser's tree has no more mistakes in it: it moves, closes and drops until all is well nested.  So
the tags themselves are read once, with the elements that are open, as the standard's tree
construction has them (HTML 13.2.6) but without its repairs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.dom.tree import DEPTH, once
from checks.html._standard import VOID, endings, group, only_children, only_parents
from pipeline.page import TokenType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checks.subjects import Page
    from pipeline.model import Location
    from pipeline.page import Token

_FOREIGN: Final = frozenset({"svg", "math"})
_HTML_AGAIN: Final = frozenset({"foreignobject", "desc", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"})
_RAW: Final = frozenset("title textarea style script xmp iframe noembed noframes plaintext".split())
# What an end tag does not reach out of (HTML 13.2.4.2, has an element in scope).
_BOUNDS: Final = frozenset("applet caption html table td th marquee object template foreignobject".split())
_TABLE: Final = frozenset("table caption colgroup thead tbody tfoot tr td th".split())
_IMPLIED: Final = frozenset("html head body tbody colgroup".split())  # their start tags may be left out
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTHING: Final[frozenset[str]] = frozenset()
_START, _END, _COMMENT, _TEXT = (
    TokenType.START_TAG,
    TokenType.END_TAG,
    TokenType.COMMENT,
    TokenType.TEXT,
)  # of an Enum, slow to look up
_DEEPEST: Final = 20  # elements around a block that are looked at; more than that nobody writes


class Kind(Enum):
    """What is wrong with a tag."""

    UNCLOSED = auto()  # a start tag without its end tag
    STRAY = auto()  # an end tag without its start tag
    OVERLAP = auto()  # an element that ends after the one that it begins in
    MISPLACED = auto()  # an element where the standard allows none of its kind


@dataclass(frozen=True, slots=True)
class Fault:
    """A tag of the element ``tag`` that is not well nested; ``other`` is the element that it meets.

    ``line`` is where that one's tag stands, 0 where none does.
    """

    kind: Kind
    tag: str
    location: Location
    other: str = ""
    line: int = 0


@once
def nesting(page: Page) -> tuple[Fault, ...]:
    """Return the tags of ``page`` that are not well nested, in the order in which they stand."""
    if not page.is_html or _is_tidy(page.tree.tokens()):
        return ()
    reading = _Reading(page)
    for token in page.tree.tokens():
        kind = token.type
        if kind is _START:
            reading.start(token)
        elif kind is _END:
            reading.end(token)
        if reading.is_lost or _is_section(token):
            return ()
    return tuple(sorted(reading.finish(), key=lambda fault: fault.location))


def _is_tidy(tokens: Iterable[Token]) -> bool:
    """Return whether every tag is closed in its turn and stands where it may, as on most pages.

    A page that leaves end tags out is not tidy, and may be without fault.
    """
    open_tags, barred = [""], _inside_none()
    for token in tokens:
        kind = token.type
        if kind is _TEXT:
            continue
        if kind is _START:
            tag, closes_itself = token.tag or "", token.self_closing
            if not _is_plain(tag, open_tags[-1]) or (tag in barred and not barred[tag].isdisjoint(open_tags)):
                return False
            if len(open_tags) > DEPTH or (closes_itself and tag in _RAW):
                return False
            if not closes_itself and tag not in VOID:
                open_tags.append(tag)
        elif kind is _END:
            if open_tags.pop() != token.tag:
                return False
        elif kind is _COMMENT and _is_section(token):
            return False
    return len(open_tags) == 1


def _is_section(token: Token) -> bool:
    """Return whether a section of text begins here, if in a drawing: without a tree nobody can tell."""
    return token.type is _COMMENT and (token.data or "").startswith("[CDATA[")


@cache
def _is_plain(tag: str, above: str) -> bool:
    """Return whether ``tag`` may stand in ``above``, ends nothing there, and nothing around them matters."""
    ends = tag in endings().get(above, ())
    watched = tag in group("blocks") and above in group("words") | group("clear")
    return not ends and not watched and _may_stand(tag, above)


@cache
def _may_stand(tag: str, above: str) -> bool:
    """Return whether ``tag`` may be a child of ``above``, as far as these two alone can say."""
    if tag not in only_children().get(above, (tag,)) or (above in _HEADINGS and tag in _HEADINGS):
        return False
    return "-" in above or above in only_parents().get(tag, (above,))


@cache
def _inside_none() -> Mapping[str, frozenset[str]]:
    """Return the elements that some others must not have in them, however deep."""
    return {**dict.fromkeys(group("interactive"), group("still")), "form": frozenset({"form"})}


@dataclass(slots=True)
class _Open:
    tag: str
    token: Token
    is_foreign: bool


class _Reading:
    """The elements that are open, from the outermost, and the faults so far.

    ``where`` has the places in ``open`` of each tag; ``bounds`` those of elements that end tags do
    not reach out of; ``unclosed`` the faults that a later end tag may show to be an overlap.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open: list[_Open] = []
        self.where: defaultdict[str, list[int]] = defaultdict(list)
        self.bounds: list[int] = []
        self.faults: list[Fault] = []
        self.unclosed: defaultdict[str, list[int]] = defaultdict(list)
        self.paragraph: tuple[str, int] = (
            "",
            0,
        )  # what ended the last one without its end tag, on which line
        self.is_lost = False
        self.endings = endings()
        self.blocks, self.words, self.clear = group("blocks"), group("words"), group("clear")

    def start(self, token: Token) -> None:
        """Open an element, and end those that its start tag ends."""
        tag = token.tag or ""
        above = self.open[-1] if self.open else None
        if above is not None and above.is_foreign:
            self.is_lost = token.self_closing and tag in _RAW
            if not token.self_closing:
                self._push(tag, token, is_foreign=tag not in _HTML_AGAIN)
            return
        while above is not None and tag in self.endings.get(above.tag, ()):
            if above.tag == "p":
                self.paragraph = tag, token.line
            self._pop()
            above = self.open[-1] if self.open else None
        if above is not None:
            self._require_place(tag, token, above)
        if tag in _RAW or (tag not in VOID and not token.self_closing):
            self._push(tag, token, is_foreign=tag in _FOREIGN)

    def end(self, token: Token) -> None:
        """Close the element that the end tag belongs to, and what was left open in it."""
        tag = token.tag or ""
        at = self._find(tag)
        if at is None:
            self._stray(tag, token)
            return
        while len(self.open) > at + 1:
            if self.open[-1].tag not in self.endings:
                self._unclosed(tag, token.line)
            self._pop()
        self._pop()

    def finish(self) -> Iterator[Fault]:
        """Yield all faults, when everything has been read."""
        while self.open:
            if self.open[-1].tag not in self.endings:
                self._unclosed("", 0)
            self._pop()
        yield from self.faults

    def _find(self, tag: str) -> int | None:
        """Return the place of the element that an end tag closes; None where it closes nothing."""
        places = self.where.get(tag)
        if not places:
            return None
        least = self.bounds[-1] if self.bounds else 0
        if tag in _TABLE:
            tables = self.where["table"]
            least = tables[-1] if tables else 0
        return places[-1] if places[-1] >= least else None

    def _stray(self, tag: str, token: Token) -> None:
        if self.unclosed[tag]:
            at = self.unclosed[tag].pop()
            self.faults[at] = replace(self.faults[at], kind=Kind.OVERLAP)
        elif tag not in _IMPLIED:
            other, line = self.paragraph if tag == "p" else ("", 0)
            self.paragraph = "", 0
            self._add(Kind.STRAY, tag, token, other, line)

    def _unclosed(self, other: str, line: int) -> None:
        last = self.open[-1]
        self.unclosed[last.tag].append(len(self.faults))
        self._add(Kind.UNCLOSED, last.tag, last.token, other, line)

    def _require_place(self, tag: str, token: Token, above: _Open) -> None:
        around = self._far_above(tag) if _may_stand(tag, above.tag) else above
        if around is not None:
            self._add(Kind.MISPLACED, tag, token, around.tag, around.token.line)

    def _far_above(self, tag: str) -> _Open | None:
        """Return the open element, perhaps some levels up, that ``tag`` must not stand in."""
        if tag in self.blocks:
            nearest = (one for one in islice(reversed(self.open), _DEEPEST) if one.tag not in self.clear)
            found = next(nearest, None)
            if found is not None and found.tag in self.words:
                return found
        least = self.bounds[-1] if self.bounds else -1
        wrong = _inside_none().get(tag, _NOTHING)
        places = (self.where[name][-1] for name in wrong if self.where.get(name))
        at = max(places, default=-1)
        return self.open[at] if at > least else None

    def _push(self, tag: str, token: Token, *, is_foreign: bool) -> None:
        at = len(self.open)
        self.open.append(_Open(tag, token, is_foreign))
        self.where[tag].append(at)
        if tag in _BOUNDS:
            self.bounds.append(at)
        if tag == "p":
            self.paragraph = "", 0

    def _pop(self) -> None:
        last = self.open.pop()
        self.where[last.tag].pop()
        if last.tag in _BOUNDS:
            self.bounds.pop()

    def _add(self, kind: Kind, tag: str, token: Token, other: str, line: int) -> None:
        self.faults.append(Fault(kind, tag, self.page.tree.locate_token(token), other, line))
