"""The accessibility statement: the page that says how accessible a site is (Directive (EU) 2016/2102).

Its words stand in ``statement.toml``, for Swedish, English and German.
"""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.dom.tree import Node, Run, once
from checks.equivalence.dates import dates
from checks.equivalence.model import Draft, Kind
from checks.languages import primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.subjects.page import Page

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = ("p", "li", "dd", "td", "time")
_LONGEST: Final = 2000  # characters of a block that are searched for dates
_NEAR: Final = 200  # characters between the words for a date and the date


class Grade(StrEnum):
    """How far a site meets the law, in the words of all statements."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Grades(NamedTuple):
    """The grade that a statement gives, None where it is not one and the same; and all that it names."""

    given: Grade | None
    named: frozenset[Grade]


class Part(StrEnum):
    """What a statement must have (Implementing Decision (EU) 2018/1523, annex; Digg's template)."""

    GRADE = "grade"
    FEEDBACK = "feedback"
    ENFORCEMENT = "enforcement"
    CONTENT = "content"
    METHOD = "method"
    ASSESSED = "assessed"
    UPDATED = "updated"


class Dated(NamedTuple):
    """A date of a statement, as ``day`` (2026-11-23), in the text of ``element``."""

    element: Node
    day: str
    part: Part


class Statement(NamedTuple):
    """What a statement says, in which language; ``text`` is all of it, ``graded`` names its grade."""

    element: Node
    language: str
    text: str
    grades: Grades
    parts: frozenset[Part]
    dated: tuple[Dated, ...]
    graded: Node | None


@once
def statement_of(page: Page) -> Statement | None:
    """Return what ``page`` says of how accessible its site is; None where it is about something else."""
    root = page.html
    words = _words().get(_language(page))
    if root is None or words is None or page.sends_on:
        return None
    titles = [" ".join(node.text.split()) for node in page.dom.all("title", "h1")]
    if not any(words.title.match(title) for title in titles):
        return None
    return _read(page, words)


def _read(page: Page, words: Words) -> Statement | None:
    """Read a page with the title of a statement, if its text is that of one."""
    mains = page.dom.all("main")
    within = mains[0] if len(mains) == 1 else page.dom.all("body", "html")[-1]
    elements = [within, *within.descendants]
    blocks = [(node, " ".join(_own_text(node).split())) for node in elements if node.tag in _BLOCKS]
    headings = [node.text for node in elements if node.tag in _HEADINGS]
    text = "\n".join((*headings, *(text for _, text in blocks)))
    if not words.text.search(text):
        return None
    graded = [(node, found) for node, block in blocks if (found := words.grades_in(block))]
    given = next(((*found,) for _, found in graded), ())
    grades = Grades(given[0] if len(given) == 1 else None, words.grades_in(text))
    dated = tuple(one for node, block in blocks for one in _dated(node, block, words))
    parts = {Part(name) for name, pattern in words.headings.items() if any(map(pattern.search, headings))}
    parts |= {one.part for one in dated} | ({Part.GRADE} if grades.named else set())
    heading = next(iter(page.dom.all("h1")), within)
    where = graded[0][0] if graded else None
    return Statement(heading, words.language, text, grades, frozenset(parts), dated, where)


def _own_text(node: Node) -> str:
    """Return the text in a block that is in no smaller one."""
    texts: list[str] = []
    waiting: list[Node | Run] = node.children[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, Run):
            texts.append(child.data)
        elif child.tag not in _BLOCKS or child.tag == "time":
            waiting.extend(reversed(child.children))
    return "".join(texts)


def _dated(node: Node, text: str, words: Words) -> Iterator[Dated]:
    """Yield the dates in a block of text that the words before them, or else behind them, name."""
    text = text[:_LONGEST]
    if node.tag == "time" or not any(map(str.isdigit, text)):
        return
    for value in dates(Draft(text), words.language):
        day = next((day for kind, day in value.readings if kind is Kind.DATE), "")
        at = text.find(value.written)
        part = words.date_part(text, max(at, 0)) if day[:1].isdigit() else None
        if part is not None:
            yield Dated(node, day, part)


class Words(NamedTuple):
    """The words of statements in one language."""

    language: str
    title: re.Pattern[str]
    text: re.Pattern[str]
    grades: Mapping[Grade, re.Pattern[str]]
    headings: Mapping[str, re.Pattern[str]]
    assessed: re.Pattern[str]
    updated: re.Pattern[str]

    def grades_in(self, text: str) -> frozenset[Grade]:
        """Return the grades that ``text`` names."""
        return frozenset(grade for grade, pattern in self.grades.items() if pattern.search(text))

    def date_part(self, text: str, at: int) -> Part | None:
        """Return what the date at this place of ``text`` is: the words that stand nearest before it tell."""
        before = text[max(0, at - _NEAR) : at]
        last = {
            part: max((found.start() for found in pattern.finditer(before)), default=-1)
            for part, pattern in ((Part.ASSESSED, self.assessed), (Part.UPDATED, self.updated))
        }
        found = max(last, key=lambda part: last[part])
        if last[found] >= 0:
            return found
        behind = text[at : at + _NEAR]
        if self.assessed.search(behind):
            return Part.ASSESSED
        return Part.UPDATED if self.updated.search(behind) else None


def _language(page: Page) -> str:
    root = page.dom.root
    return primary(root.get("lang")) if root is not None else ""


@cache
def _words() -> Mapping[str, Words]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {language: _in_language(language, table) for language, table in data.items()}


def _in_language(language: str, table: dict[str, Any]) -> Words:
    headings = {name: _pattern(text) for name, text in table.pop("headings").items()}
    patterns = {name: _pattern(text) for name, text in table.items()}
    grades = {grade: patterns.pop(grade.value) for grade in Grade}
    return Words(language, grades=grades, headings=headings, **patterns)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
