"""Pages of very much text, and of bytes that are no page at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tests.mutations.giants._build import PAGE, Files, often, page

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPH: Final = (
    "<h2>Bygglov §</h2><p>Kommunen prövar din ansökan inom tio veckor. Ring"
    " <a href=tel:+4621390000>021-39 00 00</a> eller skriv till bygg@kommun.se, vardagar"
    " 8.00–16.30.</p><ul><li>Ritning<li>Karta</ul>\n"
)


def _entities(_count: int) -> Files:
    """Return the billion laughs."""
    levels = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    laughs = (
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{levels}]><html xmlns="http://www.w3.org/1999/xhtml" lang="sv">'
        "<head><title>&l9;</title></head><body><p>&l9;</p></body></html>"
    ).encode()
    return {"a.xhtml": laughs, "a.html": laughs, "a.svg": laughs.replace(b"html", b"svg")}


def _bytes(pattern: bytes) -> Callable[[int], Files]:
    """Return files of every kind that say ``pattern`` and nothing else, but for one with a beginning."""
    return lambda count: (
        {"a.html": PAGE.encode() + pattern * count}
        | dict.fromkeys(("b.html", "b.xhtml", "b.svg"), pattern * (count // 4))
    )


def _data(nested: str, share: float) -> Callable[[int], Files]:
    """Return linked data that is as deep as ``nested`` is repeated."""
    return often(nested, share, '<script type="application/ld+json">', "</script>")


def _people(count: int) -> Files:
    """Return linked data on very many people of one name."""
    people = [
        {"@type": "Person", "name": "Eva Ek", "telephone": f"+46 21 39 {number:05}"}
        for number in range(count // 20)
    ]
    return page(f'<script type="application/ld+json">{json.dumps(people)}</script>')


GIANTS: Final[dict[str, Callable[[int], Files]]] = {
    "five megabytes": often(_PARAGRAPH, 0.016),
    "eight megabytes of a table": often("<tr><td>§<td>Västra gatan 12, 722 12 Västerås", 0.033, "<table>"),
    "a word": often("ordet", 1, "<p>"),
    "many words": often("hus och hem ", 0.6, "<p>"),
    "words in capitals": often("SKOLA ", 1, "<p>"),
    "abbreviations": often("A§ ", 1, "<p>"),
    "one letter a line": often("a\n", 1, "<p>"),
    "spaces": often(" ", 1, "<p>x", "y"),
    "digits": often("0", 1, "<p>"),
    "numbers": often("021-39 § ", 0.5, "<p>"),
    "telephone numbers": often("021-39 00 00, ", 0.5, "<p>"),
    "mailboxes": often("eva.ek@vasteras.se, ", 0.3, "<p>"),
    "signs of mailboxes": often("a@", 1, "<p>"),
    "hours": often("8.00–16.30, ", 0.5, "<p>"),
    "postcodes": often("722 12 Västerås, ", 0.4, "<p>"),
    "names": often("Eva Ek ", 0.9, "<p>"),
    "cards of one name": often("<p class=h-card><b class=p-name>Eva Ek</b><b class=p-tel>021-39 §</b>", 0.03),
    "opening parentheses": often("(", 1, "<p>"),
    "hyphens": often("-", 1, "<p>x", "y"),
    "quotation marks": often("”", 1, "<p>"),
    "combining marks": often("\u0301", 1, "<p>a"),
    "directions": often("\u202e", 1, "<p>a"),
    "emoji": often("\U0001f600", 1, "<p>"),
    "unknown entities": often("&§;", 0.9),
    "known entities": often("&amp;"),
    "entities of entities": _entities,
    "linked data in brackets": _data("[", 1),
    "linked data in objects": _data('{"address":', 0.5),
    "linked data on one person": _people,
    "a script": often("if(a<b){c()}", 0.6, "<script>", "</script>"),
    "a script of slashes": often("/", 1, "<script>", "</script>"),
    "NULs": _bytes(b"\x00"),
    "half a character": _bytes(b"\xe4\xb8"),
    "characters of two bytes": _bytes("\ufeffå".encode("utf-16-le")),
    "angle brackets": _bytes(b"<"),
    "quotation marks in tags": _bytes(b"<a \"'"),
    "end tags": _bytes(b"</p>"),
    "comments that do not end": _bytes(b"<!--"),
    "instructions": _bytes(b"<?xml "),
    "sections of characters": _bytes(b"<!--["),
    "declarations": _bytes(b"<!a>"),
    "ampersands": _bytes(b"&"),
}
