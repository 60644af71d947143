"""Pages that reload or leave by themselves: ``<meta http-equiv=refresh>`` (HTML, 4.2.5.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node
    from checks.subjects import Page

_TIME: Final = re.compile(r"[ \t\n\f\r]*(?:(?P<seconds>[0-9]+)[0-9.]*|\.[0-9.]*)(?:$|[;, \t\n\f\r])")
_LONGEST: Final = 10  # digits: more than a lifetime in seconds


class Refresh(NamedTuple):
    """The element that sends a page's visitor on, or shows the page anew, after some seconds."""

    element: Node
    seconds: int


def refreshes(page: Page) -> Iterator[Refresh]:
    """Yield the first refresh that browsers act on; they take no notice of a time written otherwise."""
    for meta in page.dom.all("meta"):
        time = _TIME.match(meta.get("content"))
        if time is not None and meta.get("http-equiv").lower() == "refresh" and _is_read(meta):
            yield Refresh(meta, int((time["seconds"] or "0")[:_LONGEST]))
            return


def _is_read(meta: Node) -> bool:
    return meta.is_html and all(above.tag != "noscript" for above in meta.ancestors)
