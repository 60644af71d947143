"""What giants are built with: pages and sheets that say one thing very often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Files = dict[str, bytes]
SHEET: Final = "<link rel=stylesheet href=a.css>"
PAGE: Final = "<!DOCTYPE html><html lang=sv><title>Sida</title><main><h1 class=a id=b>Sida</h1>"


def page(body: str, head: str = "", **sheets: str) -> Files:
    """Return a page, and style sheets by their names."""
    more = {f"{name}.css": content.encode() for name, content in sheets.items()}
    return {"a.html": f"{PAGE}{head}{body}".encode(), **more}


def numbered(pattern: str, count: int) -> str:
    """Return ``pattern`` as often as ``count`` says; ``§`` in it is its number, in few characters."""
    return "".join(pattern.replace("§", f"{number:x}") for number in range(count))


def often(pattern: str, share: float = 1, before: str = "", after: str = "") -> Callable[[int], Files]:
    """Return a page that says ``pattern`` as often as ``share`` of what is asked."""
    return lambda count: page(before + numbered(pattern, int(count * share)) + after)


def crowd(pattern: str, elements: int = 1, before: str = "", head: str = "") -> Callable[[int], Files]:
    """Return a page with about as many elements as there may be, of which ``pattern`` is so many."""
    return lambda count: page(before + numbered(pattern, (count // 10 - 20) // elements), head)


def nested(start: str) -> Callable[[int], Files]:
    """Return a page where ``start`` is opened 10,000 times at full size, and never closed."""
    return lambda count: page(start * (count // 100) + '<a href="#b"><img src=x>')


def sheet(pattern: str, share: float = 0, before: str = "", after: str = "") -> Callable[[int], Files]:
    """Return a page with a sheet that says ``pattern`` as often as ``share`` of what is asked.

    By default it is about as large as a sheet may be to be read.
    """
    body = "<p class=x><a href='#b'>x</a>" * 20
    share = share or 1.9 / (len(pattern) + 4 * pattern.count("§"))
    return lambda count: page(body, SHEET, a=before + numbered(pattern, int(count * share)) + after)


def styled_crowd(rules: str, pattern: str = "<p class=x>x</p>") -> Callable[[int], Files]:
    """Return a page with about as many elements as there may be, under a few heavy rules."""
    return crowd(pattern, pattern.count("<") - pattern.count("</"), head=f"<style>{rules}</style>")
