"""Mutated pages: the ``number``-th of a seed is the same in every run, so that a fault can be met again.

Parents are the examples beside the rules and the golden editions.  A mutant is one of them with a
few changes, of bytes (truncation, NULs, other charsets), of markup (elements and attributes moved,
doubled, nested deep) and of styles (selectors, loops, numbers that no screen has).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from checks.examples import examples
from checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

_EDITIONS: Final = Path(__file__).parents[1] / "editions" / "expected"
_MOST_CHANGES: Final = 6
_TOKEN: Final = re.compile(r"<[^<>]*>|[^<>]+")
_ATTRIBUTE: Final = re.compile(r'\s([\w:-]+)="([^"]*)"')

TAGS: Final = """
    a area audio base body br button caption dd details dialog div dl dt embed fieldset figure form frameset
    h1 h6 head header html iframe img input label legend li link main map math meta nav noscript object ol
    optgroup option output p picture plaintext pre script section select slot span style summary svg table
    tbody td template text textarea tfoot th thead title tr track ul use video xmp
""".split()
NAMES: Final = """
    accept alt aria-activedescendant aria-checked aria-describedby aria-disabled aria-expanded aria-hidden
    aria-label aria-labelledby aria-level aria-live aria-owns aria-valuenow autocomplete autoplay class
    colspan content contenteditable controls coords dir disabled download for headers hidden href http-equiv
    id inert ismap kind lang loop muted name onclick onkeydown open placeholder popover readonly rel role
    rowspan scope shadowrootmode shape slot src srcdoc srclang srcset style tabindex target title type
    usemap value xlink:href xml:lang xmlns
""".split()
VALUES: Final = (
    *("", " ", "\x00", "x", "x y x", "#", "#x", "none", "true", "false", "undefined", "0", "-1", "1e999"),
    *("99999999999999999999", "-0", "sv", "x-klingon", "en-", "i-default", "refresh", "viewport", "0;url=x"),
    *("button", "none presentation", "link link", "listbox", "combobox", "doc-toc", "graphics-symbol"),
    *("display:none", "display:contents", "color:var(--x)", "--x:var(--x)", "font:0/0 a", "opacity:0.0"),
    *("position:absolute;left:-9999px", "transform:rotate(90deg)", "line-height:1!important", "all:unset"),
    *("background:url(a.html) #fff", "color:#12", "color:rgb(from red r g b)", "width:calc(1px/0)"),
    *("a.html", "b.css", "//x", "http://[", "data:text/html,<p>x", "javascript:0", "%ff", "../../..", "?x#y"),
    *("<p>x<iframe srcdoc='<p>y'>", "width=device-width,user-scalable=no,maximum-scale=.1", "open", "email"),
    *(
        "\u202e",
        "é",
        "\U0001f600",
        "a" * 5000,
        "x " * 500,
        "(" * 500,
        "9" * 5000,
        "&amp;&#0;&#x110000;&bogus;",
    ),
)
STYLES: Final = (
    *("*{all:initial}", ":root{--a:var(--b);--b:var(--a)}", "p{color:var(--a,var(--a))}", "@import 'b.css';"),
    *("@import url(b.css) layer(x) supports(display:grid) screen;", "@media (min-width:1e9px){p{color:red}}"),
    *("a:is(b:is(c:not(d:has(e))))>*+*~*{color:red}", "*:nth-child(2n+1 of *) *{display:none}", "}}}{{{"),
    *(
        "@layer a,b;@layer b{p{color:red}}",
        "p{color:red;&:hover{color:blue;& &{c:d}}}",
        "@supports(x:y){p{a:b}}",
    ),
    *("::before{content:attr(id) counter(x) 'y'}", "[id=x i],[id|=x],[*|id]{visibility:hidden}", "p{color:#"),
    *("@container (width>1px){p{display:none}}", "@charset 'utf-7';", "/*", "p{content:'\\", "<!-- p{} -->"),
    *(
        "@property --x{syntax:'*';inherits:false}",
        ":host(p),::slotted(*),::part(x){display:none}",
        "\x00{a:b}",
        f"p{{width:{'9' * 5000}px}}",
    ),
    *("*,*,*,*{display:block!important}", "p{width:calc(1px*(1/0));font-size:1e400px}", "@scope(p){a{b:c}}"),
)


@cache
def parents() -> tuple[str, ...]:
    """Return the pages that mutants come from."""
    shown = (example for rule in RULES for example in examples(rule))
    pages = [
        content.decode()
        for example in shown
        for path, content in example.files.items()
        if path.endswith((".html", ".svg", ".xhtml"))
    ]
    editions = [path.read_text("utf-8") for path in sorted(_EDITIONS.rglob("*.html"))]
    return (*pages, *editions)


def mutant(seed: int, number: int) -> dict[str, bytes]:
    """Return the files of the ``number``-th mutant: a page, and a sheet that it may refer to."""
    rng = Random(f"{seed}/{number}")
    text = rng.choice(parents())
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        text = rng.choice(_CHANGES)(rng, text)
    name = rng.choices(("a.html", "a.xhtml", "a.svg"), (90, 6, 4))[0]
    sheet = "\n".join(rng.choices(STYLES, k=rng.randint(0, 8)))
    return {name: _encoded(rng, text), "b.css": _encoded(rng, sheet)}


def _encoded(rng: Random, text: str) -> bytes:
    charset = rng.choices(("utf-8", "latin-1", "utf-16", "utf-8-sig"), (90, 4, 3, 3))[0]
    content = text.encode(charset, "replace")
    return _torn(rng, content) if rng.random() < 0.2 else content


def _torn(rng: Random, content: bytes) -> bytes:
    """Cut, or write noise over a few bytes."""
    if rng.random() < 0.5:
        return content[: rng.randint(0, len(content))]
    noise = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        if noise:
            noise[rng.randrange(len(noise))] = rng.choice(
                (0, 9, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC3, 0xED, 0xFF)
            )
    return bytes(noise)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text) or [text]


def _drop(rng: Random, text: str) -> str:
    tokens = _tokens(text)
    start = rng.randrange(len(tokens))
    del tokens[start : start + rng.randint(1, 3)]
    return "".join(tokens)


def _double(rng: Random, text: str) -> str:
    tokens = _tokens(text)
    start = rng.randrange(len(tokens))
    part = tokens[start : start + rng.randint(1, 12)]
    at = rng.randrange(len(tokens) + 1)
    return "".join([*tokens[:at], *part * rng.choice((1, 1, 1, 2, 30)), *tokens[at:]])


def _swap(rng: Random, text: str) -> str:
    tokens = _tokens(text)
    one, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _graft(rng: Random, text: str) -> str:
    """Put a piece of another page into this one."""
    theirs, ours = _tokens(rng.choice(parents())), _tokens(text)
    start, at = rng.randrange(len(theirs)), rng.randrange(len(ours) + 1)
    return "".join([*ours[:at], *theirs[start : start + rng.randint(1, 20)], *ours[at:]])


def _rename(rng: Random, text: str) -> str:
    """Make all elements of one name elements of another."""
    found = re.findall(r"<([a-zA-Z][\w-]*)", text)
    if not found:
        return f"<{rng.choice(TAGS)}>{text}"
    return re.sub(rf"(</?){rng.choice(found)}\b", rf"\g<1>{rng.choice(TAGS)}", text)


def _attribute(rng: Random, text: str) -> str:
    """Give some start tags an attribute."""
    added = f' {rng.choice(NAMES)}="{rng.choice(VALUES)}"'
    return re.sub(r"<[a-z]\w*", lambda tag: tag[0] + (added if rng.random() < 0.3 else ""), text)


def _value(rng: Random, text: str) -> str:
    """Change the value of one attribute."""
    found = list(_ATTRIBUTE.finditer(text))
    if not found:
        return _attribute(rng, text)
    chosen = rng.choice(found)
    return f"{text[: chosen.start(2)]}{rng.choice(VALUES)}{text[chosen.end(2) :]}"


def _nest(rng: Random, text: str) -> str:
    """Open an element many times."""
    tokens = _tokens(text)
    at = rng.randrange(len(tokens) + 1)
    depth = rng.choice((3, 30, 300, 3000))
    tag = rng.choice(TAGS)
    start = f'<{tag} {rng.choice(NAMES)}="{rng.choice(VALUES[:60])[:40]}">'
    return "".join([*tokens[:at], start * depth, *tokens[at:]])


def _style(rng: Random, text: str) -> str:
    sheet = "\n".join(rng.choices(STYLES, k=rng.randint(1, 6)))
    return (
        f"{text}<style>{sheet}</style>" if rng.random() < 0.5 else f"<link rel=stylesheet href=b.css>{text}"
    )


_CHANGES: Final[tuple[Callable[[Random, str], str], ...]] = (
    *(_drop, _double, _swap, _graft, _rename, _attribute, _attribute, _value, _value, _nest, _style),
)
