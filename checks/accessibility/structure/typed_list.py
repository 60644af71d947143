"""Lists are lists, and not paragraphs with a bullet typed before them."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.exposure import is_exposed
from checks.dom.tree import Node, Run
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class Mark(Enum):
    """What is typed before the words of a line."""

    BULLET = auto()
    DASH = auto()
    NUMBER = auto()


_MARKS: Final = re.compile(
    r"\s*(?:(?P<bullet>[•‣◦▪▫●○■□➢►]|\*(?!\*))|(?P<dash>[-–—])(?=\s)|(?P<number>\d{1,2})[.)]\s)"
)


class Line(NamedTuple):
    """A line of a paragraph that begins with a mark; ``number`` is the one typed."""

    element: Node
    mark: Mark | None
    number: int = 0


class Lines(NamedTuple):
    """Lines with the same mark that follow one another; ``element`` holds the first."""

    element: Node
    mark: Mark
    numbers: tuple[int, ...]


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
        for _, paragraphs in groupby(page.dom.all("p"), key=lambda paragraph: paragraph.parent):
            lines = [line for paragraph in paragraphs for line in _lines(paragraph)]
            for mark, found in groupby(lines, key=lambda line: line.mark):
                marked = list(found)
                if mark is not None and is_exposed(marked[0].element):
                    yield Lines(marked[0].element, mark, tuple(line.number for line in marked))

    def expectation(self, lines: Lines) -> Verdict:
        """Require that there is only one; dashes may be a conversation."""
        total = len(lines.numbers)
        if total == 1 or (lines.mark is Mark.NUMBER and lines.numbers != tuple(range(1, total + 1))):
            return PASSED
        if lines.mark is Mark.DASH:
            return CannotTell(
                msg("{total} lines begin with a dash. If they are a list, mark it as one.", total=total)
            )
        return Failed(
            msg("{total} lines begin with a typed bullet or number. Make them a list.", total=total)
        )


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
    found = _MARKS.match(text)
    if found is None:
        return Line(paragraph, None)
    if found["number"]:
        return Line(paragraph, Mark.NUMBER, int(found["number"]))
    return Line(paragraph, Mark.BULLET if found["bullet"] else Mark.DASH)
