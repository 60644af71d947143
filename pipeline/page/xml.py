"""XHTML for the HTML parser: what XML lets a page leave out is written out, and every place is kept.

An XML parser would build the right tree and say nothing of places.  The two languages differ, in
pages that are well-formed, only in elements that close themselves (``<a id="x"/>``, ``<script/>``): the
HTML parser would take them for start tags, and what follows for their content.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect
from typing import TYPE_CHECKING, Final

from pipeline.page.charset import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

# HTML, 13.1.2: these have no content in HTML either.
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Comments, CDATA sections and instructions are passed over; each alternative begins in a way of its own.
_MARKUP: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"
    r"""|<(?P<tag>[A-Za-z][^\s/>"'<]*+)(?:[^<>"'/]|"[^"]*"|'[^']*'|/(?!>))*+(?P<close>/>)""",
    re.DOTALL,
)
_CLOSE: Final = "/>"
_LINE_END: Final = re.compile(r"\r\n?|\n")
_DECLARED: Final = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Columns:
    """Leads from columns of the text that was parsed back to those of the text that was written."""

    def __init__(self) -> None:
        """Begin with nothing inserted."""
        self._places: list[tuple[int, int]] = []
        self._shifts: list[int] = []

    def add(self, line: int, column: int, length: int) -> None:
        """Note that ``length`` characters were put in before ``column`` of the written text."""
        shift = self._shift(line, len(self._places)) + length
        self._places.append((line, column + shift))
        self._shifts.append(shift)

    def written(self, line: int, column: int) -> int:
        """Return the column of the written text; lines count from 1, columns from 0."""
        return column - self._shift(line, bisect(self._places, (line, column)))

    def _shift(self, line: int, number: int) -> int:
        """Return how far the first ``number`` insertions moved what follows them on ``line``."""
        return self._shifts[number - 1] if number and self._places[number - 1][0] == line else 0


def decode(content: bytes) -> str:
    """Return XML as text (XML 1.0, 4.3.3): by its mark, its declaration, else UTF-8; faults are replaced."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.match(content)
    return decoded(content, declared[1].decode("ascii") if declared else "utf-8")


def write_out(text: str) -> tuple[str, Columns]:
    """Return the XHTML page ``text`` with an end tag for every element that closes itself."""
    parts: list[str] = []
    columns = Columns()
    done, line, line_start = 0, 1, 0
    for tag, at in _closing_themselves(text):
        end_tag = f"></{tag}>"
        parts += [text[done:at], end_tag]
        for end in _LINE_END.finditer(text, max(done, line_start), at):
            line, line_start = line + 1, end.end()
        done = at + len(_CLOSE)
        columns.add(line, done - line_start, len(end_tag) - len(_CLOSE))
    return "".join([*parts, text[done:]]), columns


def _closing_themselves(text: str) -> Iterator[tuple[str, int]]:
    """Yield the elements that would stay open in HTML: their tag, and where their ``/>`` stands."""
    for match in _MARKUP.finditer(text):
        tag = match["tag"]
        if tag is not None and tag.lower() not in _VOID:
            yield tag, match.start("close")
