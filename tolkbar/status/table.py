"""How far the translations have come, for people: a line for each page, its numbers beside its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pipeline.catalog import Statistics
    from pipeline.model import Message
    from tolkbar.status.standing import Progress, Standing
    from tolkbar.status.waiting import Waiting

    Say = Callable[[Message], str]
    Row = tuple[str, ...]

_HEADINGS: Final = (
    msg("Page"),
    msg("Translated"),
    msg("Fuzzy"),
    msg("Untranslated"),
    msg("Words left"),
)
_FULL, _EMPTY, _BAR = "█", "░", 10  # as wide as most headings above it
_GAP: Final = "  "
_ELLIPSIS: Final = "…"
_NARROWEST: Final = 12  # characters of a page's name that are worth showing
_TITLE, _DONE, _LEFT = "1", "32", "33"  # what a terminal takes for a colour (ECMA-48, 8.3.117)


class Table:
    """Lays out tables for a reader whose line has ``width`` characters; None where lines may be long."""

    def __init__(self, say: Say, width: int | None = None, *, coloured: bool = False) -> None:
        """Note how to say it, and how it looks."""
        self._say, self._width, self._coloured = say, width, coloured

    def render(self, languages: Iterable[Progress]) -> str:
        """Return a table for each language, the pages with most words left first."""
        return "\n".join("".join(f"{line}\n" for line in self._language(each)) for each in languages)

    def _language(self, progress: Progress) -> Iterator[str]:
        yield self._paint(f"{progress.language.tag}: {self._sentence(progress.counts)}", _TITLE)
        pages = sorted(progress.pages, key=lambda each: (-each.counts.words_left, each.page))
        rows = [tuple(map(self._say, _HEADINGS)), *map(self._row, pages)]
        widths = self._widths(rows)
        yield self._laid_out(rows[0], widths)
        for page, row in zip(pages, rows[1:], strict=True):
            yield self._laid_out(row, widths, page.counts)
        if progress.oldest:
            yield from self._waiting(progress.oldest)

    def _sentence(self, counts: Statistics) -> str:
        if not counts.fuzzy + counts.untranslated:
            return self._say(msg("all {total} texts are translated.", total=counts.total))
        return self._say(
            msg(
                "{translated} of {total} texts are translated, {share} %; "
                "{fuzzy} are fuzzy, {untranslated} untranslated; {words} words are left.",
                translated=counts.translated,
                total=counts.total,
                share=percent(counts),
                fuzzy=counts.fuzzy,
                untranslated=counts.untranslated,
                words=counts.words_left,
            )
        )

    def _row(self, standing: Standing) -> Row:
        counts = standing.counts
        numbers = (counts.fuzzy, counts.untranslated, counts.words_left)
        return (standing.page, f"{_bar(counts)} {percent(counts):>3} %", *map(str, numbers))

    def _widths(self, rows: Sequence[Row]) -> list[int]:
        """Return how wide each column is; of long names, the reader's line decides what is shown."""
        first, *rest = (max(map(len, column)) for column in zip(*rows, strict=True))
        if self._width is not None:
            room = self._width - sum(rest) - len(_GAP) * len(rest)
            first = min(first, max(room, _NARROWEST))
        return [first, *rest]

    def _laid_out(self, row: Row, widths: Sequence[int], counts: Statistics | None = None) -> str:
        name, done, *numbers = row
        cells = [_shortened(name, widths[0]).ljust(widths[0]), done.ljust(widths[1])]
        if counts is not None:
            cells[1] = self._paint(cells[1], _LEFT if counts.words_left else _DONE)
        cells += [number.rjust(width) for number, width in zip(numbers, widths[2:], strict=True)]
        return _GAP.join(cells)

    def _waiting(self, oldest: Waiting) -> Iterator[str]:
        place = f"{oldest.path}:{oldest.line}"
        since = oldest.since.isoformat()
        yield self._say(
            msg("Oldest fuzzy text: {place}, fuzzy since {since} at the latest.", place=place, since=since)
        )
        if oldest.revised:
            yield self._say(msg("That catalog was last revised on {day}.", day=oldest.revised.isoformat()))

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._coloured else text


def percent(counts: Statistics) -> int:
    """Return the share that is translated in percent; 100 only when nothing is left."""
    return counts.translated * 100 // counts.total if counts.total else 100


def _bar(counts: Statistics) -> str:
    full = percent(counts) * _BAR // 100
    return _FULL * full + _EMPTY * (_BAR - full)


def _shortened(name: str, width: int) -> str:
    """Return ``name``, or its end, which tells it from its neighbours, where there is no room for all."""
    return name if len(name) <= width else _ELLIPSIS + name[len(name) + 1 - width :]
