"""Pages made to be slow or large, at any size: each is a function from a number of pieces to files.

At ``FULL`` size they are the largest that must be judged; the tests judge them small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Files = dict[str, bytes]

FULL: Final = 1_000_000
SHEET: Final = "<link rel=stylesheet href=a.css>"
PAGE: Final = "<!DOCTYPE html><html lang=sv><title>Sida</title><main><h1 class=a id=b>Sida</h1>"


def _page(body: str, head: str = "", **files: str) -> Files:
    more = {f"{name}.css": content.encode() for name, content in files.items()}
    return {"a.html": f"{PAGE}{head}{body}".encode(), **more}


def _numbered(pattern: str, count: int) -> str:
    return "".join(pattern.replace("@", str(number)) for number in range(count))


def _repeated(pattern: str) -> Callable[[int], Files]:
    """Return a page that says ``pattern`` as often as is asked; ``@`` is its number."""
    return lambda count: _page(_numbered(pattern, count))


def _nested(tag: str) -> Callable[[int], Files]:
    return lambda count: _page(f"<{tag}>" * (count // 100) + '<a href="#b"><img src=x>')


def _sheet(pattern: str, body: str = "<p class=x><a href='#b'>x</a>") -> Callable[[int], Files]:
    return lambda count: _page(body * 20, SHEET, a=_numbered(pattern, count))


def _with_sheet(sheet: Callable[[int], str], body: str) -> Callable[[int], Files]:
    return lambda count: _page(body * (count // 1000), SHEET, a=sheet(count))


def _chain(count: int) -> Files:
    """Return a sheet where every property asks for the next, and the last for the first."""
    last = max(count // 10, 2)
    links = "".join(f"--p{number}:var(--p{(number + 1) % last});" for number in range(last))
    return _page("<p style='color:var(--p1)'>x", f"<style>:root{{{links}}}</style>")


def _doubling(count: int) -> Files:
    """Return a sheet where every property says the next twice: exponential where it is said in full."""
    last = max(count // 10_000, 40)
    links = "".join(f"--p{number}:var(--p{number + 1}) var(--p{number + 1});" for number in range(last))
    return _page("<p style='font-family:var(--p0)'>x", f"<style>:root{{{links}--p{last}:x}}</style>")


def _imports(count: int) -> Files:
    """Return sheets that import one another in circles, and themselves."""
    sheets = min(max(count // 10_000, 3), 100)
    names = [f"s{number}" for number in range(sheets)]
    everyone = "".join(f"@import '{name}.css';" for name in names)
    return _page(
        "<p>x", "<link rel=stylesheet href=s0.css>", **dict.fromkeys(names, f"{everyone}p{{color:red}}")
    )


def _owners(count: int) -> Files:
    """Return elements each of which owns all others by ``aria-owns``, and is labelled by all others."""
    number = max(int(count**0.5), 2)
    ids = " ".join(f"i{other}" for other in range(number))
    one = f'<div role=list id=i@ aria-owns="{ids}" aria-labelledby="{ids}" tabindex=0>x</div>'
    return _page(_numbered(one, number))


def _frames(count: int) -> Files:
    """Return pages that frame themselves and one another."""
    frame = "<iframe src=a.html title=x></iframe><iframe src=b.html title=x></iframe>"
    return {
        "a.html": f"{PAGE}{frame * (count // 10_000 + 2)}".encode(),
        "b.html": f"{PAGE}{frame * (count // 10_000 + 2)}".encode(),
    }


def _srcdoc(count: int) -> Files:
    """Return frames in frames in frames, quoted ever deeper."""
    page = "<p>x"
    for _ in range(min(count // 1000 + 4, 12)):
        quoted = page.replace("&", "&amp;").replace('"', "&quot;")
        page = f'<iframe title=x srcdoc="{quoted}"></iframe>'
    return _page(page)


def _is_in_is(count: int) -> Files:
    """Return a sheet with one selector, lists in lists."""
    depth = min(count // 1000 + 50, 5000)
    return _page("<p>x" * 50, SHEET, a=f"{':is(p,' * depth}a{')' * depth}{{color:red}}")


def _entities(_count: int) -> Files:
    """Return the billion laughs."""
    levels = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    page = (
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{levels}]><html xmlns="http://www.w3.org/1999/xhtml" lang="sv">'
        "<head><title>&l9;</title></head><body><p>&l9;</p></body></html>"
    ).encode()
    return {"a.xhtml": page, "a.html": page, "a.svg": page.replace(b"html", b"svg")}


def _bytes(parts: Iterable[bytes]) -> Callable[[int], Files]:
    pattern = b"".join(parts)
    return lambda count: {"a.html": PAGE.encode() + pattern * count, "a.svg": pattern * count}


GIANTS: Final[dict[str, Callable[[int], Files]]] = {
    "nested div": _nested("div"),
    "nested span in a link": _nested("a href=# role=link><span"),
    "nested tables": _nested("table><tr><td"),
    "nested lists": _nested("ul><li"),
    "nested formatting": _nested("b><i><font"),
    "nested svg": _nested("svg><g"),
    "nested templates with shadow": _nested("div><template shadowrootmode=open><slot></slot"),
    "attributes of one element": lambda count: _page(f"<p {_numbered('a@=1 ', count)}>x"),
    "aria attributes of one element": lambda count: _page(f"<p {_numbered('aria-x@=1 ', count)}>x"),
    "classes of one element": lambda count: _page(f'<p class="{"c1 " * count}">x', SHEET, a=".c1{color:red}"),
    "roles of one element": lambda count: _page(f'<p role="{_numbered("r@ ", count)}">x'),
    "ids in one reference": lambda count: _page(f'<input aria-labelledby="{"b " * count}">'),
    "tokens of autocomplete": lambda count: _page(f'<input autocomplete="{"section-a " * count}name">'),
    "a long style attribute": lambda count: _page(f'<p style="{"color:red;" * count}">x'),
    "a long srcset": lambda count: _page(f'<img srcset="{"a.png 1x," * count}">'),
    "a long language": lambda count: _page(f'<p lang="{"sv-" * count}">x'),
    "a long refresh": lambda count: _page(f'<meta http-equiv=refresh content="{"0" * count};url=x">'),
    "a long viewport": lambda count: _page(f'<meta name=viewport content="{"maximum-scale=1," * count}">'),
    "a long word": lambda count: _page(f"<p>{'x' * 5 * count}"),
    "many words": lambda count: _page(f"<p>{'hus och hem ' * (count // 2)}"),
    "text runs": _repeated("x<!---->"),
    "images": lambda count: _page("<img src=x>" * (count // 4)),
    "links": lambda count: _page(_numbered('<a href="#b">@</a>', count // 5)),
    "same links": lambda count: _page('<p><a href="#b">x</a>' * (count // 5)),
    "fields": lambda count: _page(_numbered("<label>x<input id=f@></label>", count // 8)),
    "labels of one field": lambda count: _page("<input id=f>" + "<label for=f>x</label>" * (count // 5)),
    "headings": lambda count: _page("<h2>x</h2>" * (count // 4)),
    "table cells": lambda count: _page("<table><tr><th id=h>x" + "<td headers=h>x" * (count // 4)),
    "a table with large spans": lambda count: _page(
        "<table>" + "<tr><td rowspan=65534 colspan=1000>x" * (count // 500)
    ),
    "table rows with headers": lambda count: _page(
        "<table>" + _numbered("<tr><th id=h@>x<td headers='h@ h0'>x", count // 10)
    ),
    "list items in no list": lambda count: _page("<div role=listitem>x</div>" * (count // 8)),
    "options": lambda count: _page("<select>" + "<option>x" * (count // 4)),
    "videos": lambda count: _page("<video src=x.mp4 autoplay><track src=x></video>" * (count // 20)),
    "paragraphs in other languages": lambda count: _page(
        "<p lang=en>Jag vill ha mer information om kommunens skolor" * (count // 20)
    ),
    "event handlers": lambda count: _page("<div onclick=x() tabindex=0>x</div>" * (count // 8)),
    "rules of a sheet": _sheet("p.x@{color:red}\n"),
    "rules that match": lambda count: _sheet(".x{margin:@px}\n")(count // 4),
    "rules for everything": lambda count: _sheet("*{margin:@px}\n")(count // 20),
    "descendants of descendants": _with_sheet(
        lambda count: "\n".join(f"{'div ' * 30}.y{number}{{color:red}}" for number in range(count // 5000)),
        "<div>" * 30 + "<p class=y1>x" + "</div>" * 30,
    ),
    "siblings of siblings": _with_sheet(
        lambda count: "\n".join(f"{'p ~ ' * 20}.y{number}{{color:red}}" for number in range(count // 5000)),
        "<p class=y1>x</p>" * 5,
    ),
    "has": _with_sheet(lambda _: "main:has(p:has(+ p) ~ p .z) p:has(~ .z){color:red}", "<p>x</p>"),
    "nth-child": _with_sheet(
        lambda _: "p:nth-child(odd of .x):nth-last-of-type(3n+1){color:red}", "<p class=x>x</p>"
    ),
    "is in is": _is_in_is,
    "a selector of many": lambda count: _page(
        "<p>x" * 50, SHEET, a=f"{_numbered('.a@,', count)}p{{color:red}}"
    ),
    "nested rules": lambda count: _page("<p>x", SHEET, a="p{" * (count // 100) + "color:red"),
    "nested blocks": lambda count: _page("<p>x", SHEET, a="@media all{" * (count // 100) + "p{color:red}"),
    "nested parentheses": lambda count: _page("<p>x", SHEET, a=f"p{{color:{'calc(' * (count // 10)}1"),
    "many style elements": lambda count: _page("<style>p{color:red}</style>" * (count // 100) + "<p>x"),
    "many links to a sheet": lambda count: _page(SHEET * (count // 100) + "<p>x", a="p{color:red}" * 100),
    "properties in a circle": _chain,
    "properties that double": _doubling,
    "sheets in a circle": _imports,
    "elements that own one another": _owners,
    "frames in a circle": _frames,
    "frames in frames": _srcdoc,
    "entities of entities": _entities,
    "unknown entities": _repeated("&@;"),
    "NULs": _bytes([b"\x00"]),
    "half a character": _bytes([b"\xe4\xb8"]),
    "angle brackets": _bytes([b"<"]),
    "end tags": _bytes([b"</p>"]),
    "comments that do not end": _bytes([b"<!--"]),
    "declarations": _bytes([b"<!DOCTYPE html>"]),
}
