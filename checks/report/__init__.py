"""A report as people and machines read it: one module a form, each a function from it to text.

The long forms come in pieces as well, so that no report has to fit into memory.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from checks.report.annotations import render as github
from checks.report.annotations import stopped
from checks.report.earl import stream as earl_pieces
from checks.report.html import Progress, counts
from checks.report.html import render as html
from checks.report.junit import render as junit
from checks.report.lines import Lines
from checks.report.lines import stream as lines_pieces
from checks.report.machine import stream as json_pieces
from checks.report.sarif import stream as sarif_pieces
from checks.report.text import Look
from checks.report.text import render as text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "Lines",
    "Look",
    "Progress",
    "counts",
    "earl",
    "earl_pieces",
    "github",
    "html",
    "json",
    "json_pieces",
    "junit",
    "lines_pieces",
    "sarif",
    "sarif_pieces",
    "stopped",
    "text",
]

P = ParamSpec("P")


def _whole(pieces: Callable[P, Iterator[str]]) -> Callable[P, str]:
    """Return what makes a report in one piece, for who has the memory."""

    @wraps(pieces)
    def render(*arguments: P.args, **named: P.kwargs) -> str:
        return "".join(pieces(*arguments, **named))

    return render


earl = _whole(earl_pieces)
json = _whole(json_pieces)
sarif = _whole(sarif_pieces)
