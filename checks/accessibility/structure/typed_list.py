"""Lists are lists, and not paragraphs with a bullet typed before them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility._perceived import holders, is_verbatim
from checks.dom.exposure import is_exposed
from checks.dom.tree import Node, Run, in_order
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.values.typed import Mark, are_counted, marked, may_be_said
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom


_SIGNS: Final = frozenset("•‣◦▪▫●○■□➢►▶▸✓✔·*–—-")
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]")
_BLOCKS: Final = frozenset("blockquote dd div dt li p section td th".split())
_OTHERS: Final = frozenset(
    "dl form h1 h2 h3 h4 h5 h6 hr noscript ol pre script style table textarea ul".split()
)
_ITEMS: Final = frozenset({"dd", "dt", "li", "td", "th"})  # those side by side are no lines of one text


class Line(NamedTuple):
    """A line of a paragraph that begins with a mark; ``number`` is the one typed, ``words`` follow it."""

    element: Node
    mark: Mark | None
    number: int = 0
    words: str = ""


class Lines(NamedTuple):
    """Lines with the same mark that follow one another; ``element`` holds the first."""

    element: Node
    mark: Mark
    lines: tuple[Line, ...]

    @property
    def are_counted(self) -> bool:
        """Return whether they are numbered from one on."""
        return are_counted([line.number for line in self.lines])

    @property
    def may_be_said(self) -> bool:
        """Return whether the dashes may begin what people say in turn, ranges or figures below zero."""
        return may_be_said([line.words for line in self.lines])


class TypedList(Rule[Page, Lines]):
    """Screen readers say how long a list is, and jump past it; of typed bullets they know nothing.

    Make the lines a list: each begins with "- " in Markdown, and in HTML stands in li within ul, or
    ol where they are numbered.
    """

    id = "typed-list"
    title = msg("Lists are marked as lists")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")

    def applicability(self, page: Page) -> Iterator[Lines]:
        """Yield the lines that begin with a bullet, a dash or a number; those that follow, together."""
        for text in _texts(page.dom):
            lines = [line for paragraph in text for line in _lines(paragraph)]
            for mark, found in groupby(lines, key=lambda line: line.mark):
                alike = tuple(found)
                if mark is not None and is_exposed(alike[0].element):
                    yield Lines(alike[0].element, mark, alike)

    def expectation(self, lines: Lines) -> Verdict:
        """Require that there is only one; dashes may be a conversation."""
        total = len(lines.lines)
        if total == 1 or (lines.mark is Mark.NUMBER and not lines.are_counted):
            return PASSED
        if lines.mark is Mark.DASH and lines.may_be_said:
            return CannotTell(
                msg("{total} lines begin with a dash. If they are a list, mark it as one.", total=total)
            )
        return Failed(
            msg("{total} lines begin with a typed bullet, dash or number. Make them a list.", total=total)
        )


def _texts(dom: Dom) -> Iterator[list[Node]]:
    """Yield the blocks of words where a line begins with a mark; those that follow one another, together."""
    holding = (run.parent for node in holders(dom) for run in node.texts if _begins_with_mark(run.data))
    around = {_block(node) for node in holding if not is_verbatim(node)}
    blocks = (block for block in around if block is not None and _is_of_words(block))
    text: list[Node] = []
    for block in in_order(blocks):
        if text and not _follows(block, text[-1]):
            yield text
            text = []
        text.append(block)
    if text:
        yield text


def _begins_with_mark(text: str) -> bool:
    if text[:1].isalpha():  # as nearly all
        return False
    text = text.lstrip()
    first = text[:1]
    return first in _SIGNS or (first.isdigit() and _NUMBERED.match(text) is not None)


def _block(node: Node) -> Node | None:
    return next((around for around in node.with_ancestors if around.tag in _BLOCKS), None)


def _is_of_words(block: Node) -> bool:
    """Return whether nothing in ``block`` is a block itself."""
    return not any(node.tag in _BLOCKS or node.tag in _OTHERS for node in block.descendants)


def _follows(node: Node, last: Node) -> bool:
    is_next = node.parent is last.parent and node.order == last.end
    return is_next and node.tag == last.tag and node.tag not in _ITEMS


def _lines(paragraph: Node) -> Iterator[Line]:
    """Yield the lines of ``paragraph``, which ``br`` parts."""
    text: list[str] = []
    waiting: list[Node | Run] = paragraph.children[::-1]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Run):
            text.append(found.data)
        elif found.tag == "br":
            yield _line(paragraph, "".join(text))
            text.clear()
        else:
            waiting.extend(reversed(found.children))
    yield _line(paragraph, "".join(text))


def _line(paragraph: Node, text: str) -> Line:
    found = marked(text)
    return Line(paragraph, None) if found is None else Line(paragraph, *found)
