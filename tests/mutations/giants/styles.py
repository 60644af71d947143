"""Style sheets of very many rules, of selectors that are slow to match, of values without end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.mutations.giants._build import SHEET, Files, numbered, page, sheet, styled_crowd

if TYPE_CHECKING:
    from collections.abc import Callable

_BODY: Final = "<p class=x><a href='#b'>x</a>"


def _embedded(pattern: str) -> Callable[[int], Files]:
    return lambda count: page(_BODY, f"<style>{numbered(pattern, count)}</style>")


def _chain(count: int) -> Files:
    """Return a sheet where every property asks for the next, and the last for the first."""
    last = max(count // 10, 2)
    links = "".join(f"--p{number}:var(--p{(number + 1) % last});" for number in range(last))
    return page("<p style='color:var(--p1)'>x", f"<style>:root{{{links}}}</style>")


def _doubling(count: int) -> Files:
    """Return a sheet where every property says the next twice: exponential where it is said in full."""
    last = max(count // 10_000, 40)
    links = "".join(f"--p{number}:var(--p{number + 1}) var(--p{number + 1});" for number in range(last))
    return page("<p style='font-family:var(--p0)'>x", f"<style>:root{{{links}--p{last}:x}}</style>")


def _imports(count: int) -> Files:
    """Return sheets that import one another in circles, and themselves."""
    names = [f"s{number}" for number in range(min(max(count // 10_000, 3), 100))]
    everyone = "".join(f"@import '{name}.css';" for name in names)
    linked = "<link rel=stylesheet href=s0.css>"
    return page("<p>x", linked, **dict.fromkeys(names, f"{everyone}p{{color:red}}"))


def _large_sheets(count: int) -> Files:
    """Return many sheets, each as large as a sheet may be."""
    names = [f"s{number}" for number in range(count // 10_000)]
    links = "".join(f"<link rel=stylesheet href={name}.css>" for name in names)
    rules = {name: numbered(f".x .{name}§{{color:red}}", count // 20) for name in names}
    return page(_BODY, links, **rules)


def _is_in_is(count: int) -> Files:
    """Return a sheet with one selector, lists in lists."""
    depth = min(count // 1000 + 50, 5000)
    return page("<p>x" * 50, SHEET, a=f"{':is(p,' * depth}a{')' * depth}{{color:red}}")


def _combined(combinator: str, length: int, body: str) -> Callable[[int], Files]:
    """Return a page where selectors of so many parts almost match."""
    return lambda count: page(
        body * (count // 1000), SHEET, a=numbered(f"{combinator * length}.y§{{color:red}}\n", count // 5000)
    )


GIANTS: Final[dict[str, Callable[[int], Files]]] = {
    "a million rules": sheet("a{b:c}", 1),
    "a million rules in the page": _embedded("a{b:c}"),
    "a million rules that match": sheet("p{b:c}", 1),
    "rules of classes": sheet(".a§{b:c}"),
    "rules of ids": sheet("#a§{color:red}"),
    "rules of attributes": sheet("[a§=b]{c:d}"),
    "rules that match": sheet(".x{margin:§px}\n"),
    "rules for everything": sheet("*{margin:§px}\n"),
    "rules for states": sheet("a:hover{color:#§}\na:focus{outline:§px}"),
    "rules with pseudo-elements": sheet("p::before{content:'§'}"),
    "many large sheets": _large_sheets,
    "descendants of descendants": _combined("div ", 30, "<div>" * 30 + "<p class=y1>x" + "</div>" * 30),
    "siblings of siblings": _combined("p ~ ", 20, "<p class=y1>x</p>" * 5),
    "has": styled_crowd("main:has(p:has(+ p) ~ p .z) p:has(~ .z){color:red}"),
    "has in everything": styled_crowd(
        ":has(:has(.z)) :has(.y):not(:has(.z)){color:red}", "<p class=x><b>x</b></p>"
    ),
    "nth-child": styled_crowd("p:nth-child(odd of .x):nth-last-of-type(3n+1){color:red}"),
    "siblings among many": styled_crowd("p~p~p~.z{color:red}p+p+p+.z{color:red}.x~.x~.x{margin:1px}"),
    "parts of attributes": styled_crowd(numbered("[class*=y§],[class^=y§],[class$=y§ i]{color:red}", 50)),
    "not in not": styled_crowd(f"{':not(' * 99}p{')' * 99}{{color:red}}"),
    "is in is": _is_in_is,
    "a selector of many": sheet(".a§,", after="p{color:red}"),
    "a selector of many parts": sheet(".x", after="{color:red}"),
    "a selector of many ancestors": sheet("p ", after="{color:red}"),
    "nested rules": sheet("p{", 0.01, after="color:red"),
    "nested lists of rules": sheet("p,a,b{", 0.0001, after="color:red"),
    "nested media": sheet("@media all{", 0.01, after="p{color:red}"),
    "nested conditions": sheet("@supports(a:b){@layer x{@container(width>1px){", 0.01, after="p{color:red}"),
    "layers": sheet("@layer a§{p{color:red}}"),
    "a layer in a layer": sheet("a.", before="@layer ", after="b{p{color:red}}"),
    "media queries": sheet("@media (min-width:§px){p{color:red}}"),
    "a long media query": sheet("(min-width:1px) and ", 0, "@media ", "print{p{color:red}}"),
    "a long condition": sheet("(a:b) and ", 0, "@supports ", "(c:d){p{color:red}}"),
    "a condition in parentheses": sheet("(", before="@supports ", after="{p{color:red}}"),
    "key frames": sheet("@keyframes k§{to{color:red}}"),
    "nested parentheses": sheet("calc(", 0.1, "p{width:", "1"),
    "nested brackets": sheet("[", before="p{grid-template-columns:", after="}"),
    "nested colours": sheet("color-mix(in srgb,red,", 0.1, "p{color:", "}"),
    "a long gradient": sheet("#§§§,", 0, "p{background-image:linear-gradient(", "red)}"),
    "a long font list": sheet("a§,", 0, "p{font-family:", "b}"),
    "a long shadow": sheet("0 0 1px red,", 0, "p{text-shadow:", "0 0 red}"),
    "a long transform": sheet("rotate(1deg) ", 0, "p{transform:", "}"),
    "a long number": sheet("9", before="p{width:", after="px;line-height:1e99999}"),
    "a long word": sheet("a", before="p{color:", after="}"),
    "a long content": sheet("counter(a) ", 0, "p::before{content:", "}"),
    "declarations of one rule": sheet("color:red;", 0, "p{", "}"),
    "properties of one rule": sheet("--a§:b;", 0, ":root{", "}p{color:var(--a1)}"),
    "fallbacks in fallbacks": sheet("var(--a,", 0.1, "p{color:", "red"),
    "properties in a circle": _chain,
    "properties that double": _doubling,
    "sheets in a circle": _imports,
    "imports": sheet("@import 'a§.css';"),
    "many style elements": lambda count: page("<style>p{color:red}</style>" * (count // 20) + _BODY),
    "many links to a sheet": lambda count: page(SHEET * (count // 20) + _BODY, a="p{color:red}" * 100),
    "a sheet of NULs": sheet("\x00"),
    "a sheet of braces": sheet("}{"),
    "a sheet of quotes": sheet("'\n"),
    "a sheet of comments": sheet("/**/"),
    "a comment that does not end": sheet("/*"),
    "a sheet of escapes": sheet("\\"),
    "a sheet of at-rules": sheet("@a;"),
    "a sheet of addresses": sheet("url(", after="a)"),
    "a sheet of parts of characters": lambda count: {**page("", SHEET), "a.css": b"\xe4\xb8{" * count},
}
