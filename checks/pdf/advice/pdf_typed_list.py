"""Lists in documents are lists, and not paragraphs with a bullet typed before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.documents.structure import Element, Placed
from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from checks.values.typed import Mark, Marked, are_counted, marked, may_be_said
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

Line = tuple[Element, Marked]

_BULLETS: Final = re.compile(r"\s+(?=[•▪●■➢►▶▸]\s*\w)")  # what only stands before a line


@dataclass(frozen=True, slots=True)
class Lines(Placed):
    """Lines that begin with the same mark and follow one another; ``element`` holds the first."""

    lines: tuple[Marked, ...]

    @property
    def is_certain(self) -> bool:
        """Return whether these can be nothing else than a list."""
        kind = self.lines[0].mark
        if kind is Mark.DASH:
            return not may_be_said([line.words for line in self.lines])
        return kind is Mark.BULLET


class PdfTypedList(FactsRule[Lines]):
    """Screen readers say how long a list is, and jump past it; of typed bullets they know nothing.

    Make the lines a list in Word or LibreOffice (Home > Bullets or Numbering), take away the typed
    signs, and export again.
    """

    id = "pdf-typed-list"
    title = msg("Lines in documents are marked as lists")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")
    parts = ("structure", "content")

    def targets(self, facts: Facts) -> Iterator[Lines]:
        """Yield the lines with a bullet, a dash or a number before them; those that follow, together."""
        for run in _runs(facts):
            lines = tuple(line for _, line in run)
            if lines[0].mark is not Mark.NUMBER or are_counted([line.number for line in lines]):
                yield Lines(run[0][0], lines)

    def judge(self, lines: Lines) -> Verdict:
        """Require that there is only one; dashes may be a conversation, numbers those of headings."""
        total = len(lines.lines)
        if total == 1:
            return PASSED
        if lines.is_certain:
            return Failed(
                msg(
                    "{total} lines begin with a typed bullet or dash. Make them a list in Word (Home > "
                    "Bullets), and export again.",
                    total=total,
                )
            )
        return CannotTell(
            msg(
                "{total} lines begin with a typed dash or number. If they are a list, make them one in "
                "Word (Home > Bullets or Numbering), and export again.",
                total=total,
            )
        )


def _runs(facts: Facts) -> Iterator[list[Line]]:
    """Yield the lines with the same mark that stand beside one another."""
    run: list[Line] = []
    for line in _lines(facts):
        if run and not _continues(line, run[-1]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(line: Line, last: Line) -> bool:
    (element, found), (before, known) = line, last
    parent, nodes = before.node.parent, element.structure.nodes
    if found.mark is not known.mark or element.node.parent != parent:
        return False
    return all(nodes[between].parent != parent for between in range(before.number + 1, element.number))


def _lines(facts: Facts) -> Iterator[Line]:
    """Yield the paragraphs that begin with a mark, and the lines in them that begin with a bullet."""
    if facts.structure is None or facts.content is None:
        return
    for element in facts.structure.having("P"):
        for line in _within(facts.content.texts.get(element.number, "")):
            yield element, line


def _within(paragraph: str) -> Iterator[Marked]:
    """Yield the lines that begin with a mark; bullets after words without a colon stand between things."""
    first, *others = _BULLETS.split(paragraph)
    found = marked(first)
    if found is not None:
        yield found
    if found is not None or first.endswith(":"):
        yield from filter(None, map(marked, others))
