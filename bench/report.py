"""Rows as people read them: aligned on a terminal, or as a Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.measure import Row

HEADER = ("what", "ours", "peer", "ratio", "bar", "holds?")


def table(rows: Iterable[Row]) -> str:
    """Return ``rows`` aligned in columns, without a line break at the end."""
    lines = [HEADER, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def markdown(rows: Iterable[Row]) -> str:
    """Return ``rows`` as a Markdown table, without a line break at the end."""
    lines: list[Sequence[str]] = [HEADER, ["---"] * len(HEADER), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    if row.bar is None:
        return row.what, row.ours, row.peer, "–", "none", "–"
    side = "at least" if row.at_least else "at most"
    return (
        row.what,
        row.ours,
        row.peer,
        f"{row.ratio:.3f}",
        f"{side} {row.bar}",
        "yes" if row.holds else "NO",
    )
