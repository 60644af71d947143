"""Language of parts: what is in another language than the text around it says so (WCAG 3.1.2)."""

from __future__ import annotations

import re
from html import escape

_BEGIN, _END = "\ufdd2", "\ufdd3"
_FOREIGN = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_TEXT_ONLY = re.compile(r"<(?:option|script|style|textarea|title)\b", re.IGNORECASE)
"""The start of elements in which no other element can stand."""


def language_mark(language: str, around: str) -> str:
    """Return the attributes of a part in ``language``: none where the text ``around`` is in the same."""
    if language == around:
        return ""
    from pipeline.formats import direction  # noqa: PLC0415 - pages that have not changed need no CLDR

    turned = direction(language) != direction(around)
    return f' lang="{escape(language)}"' + (f' dir="{direction(language)}"' if turned else "")


def foreign(html: str) -> str:
    """Return a text that is in the source language, before it is known where in a page it will stand."""
    return f"{_BEGIN}{html}{_END}"


def plain(html: str) -> str:
    """Return ``html`` without what :func:`foreign` put around its parts."""
    return _FOREIGN.sub(r"\1", html) if _BEGIN in html else html


def settled(page: str, language: str, around: str) -> str:
    """Return ``page`` with its foreign texts, all in ``language``, marked where an element can stand.

    In an attribute, a title or an option they stand bare: there HTML has no way to say it.
    """
    mark = language_mark(language, around)

    def part(found: re.Match[str]) -> str:
        tag = page.rfind("<", 0, found.start())
        is_inside = page.rfind(">", 0, found.start()) < tag
        return found[1] if is_inside or _TEXT_ONLY.match(page, tag) else f"<span{mark}>{found[1]}</span>"

    return _FOREIGN.sub(part, page) if _BEGIN in page else page
