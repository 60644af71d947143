from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.subjects.addresses import Origin, Outside, Target, resolve

PAGE = Origin("de/dienste/kontakt.html", site="https://international.example")


@pytest.mark.parametrize(
    ("address", "path", "fragment"),
    [
        ("antrag.html", "de/dienste/antrag.html", ""),
        ("../index.html#neu", "de/index.html", "neu"),
        ("../../sv/", "sv/", ""),
        ("./", "de/dienste/", ""),
        ("..", "de/", ""),
        ("/sv/index.html", "sv/index.html", ""),
        ("/", "", ""),
        ("", "de/dienste/kontakt.html", ""),
        ("#anker", "de/dienste/kontakt.html", "anker"),
        ("?seite=2#anker", "de/dienste/kontakt.html", "anker"),
        ("antrag.html?druck=1", "de/dienste/antrag.html", ""),
        ("gr%C3%BCn.png", "de/dienste/grün.png", ""),
        ("#gr%C3%BCn", "de/dienste/kontakt.html", "gr%C3%BCn"),
        ("  antrag.html\n", "de/dienste/antrag.html", ""),
        ("an\ntrag.html", "de/dienste/antrag.html", ""),
        ("..\\index.html", "de/index.html", ""),
        ("a/./b/../c.html", "de/dienste/a/c.html", ""),
        ("%2e%2e/index.html", "de/index.html", ""),
        ("#:~:text=Kontakt", "de/dienste/kontakt.html", ""),
        ("#teil:~:text=Kontakt", "de/dienste/kontakt.html", "teil"),
        ("https://international.example/sv/x.html#y", "sv/x.html", "y"),
        ("https://international.example", "", ""),
        ("HTTP://International.Example:80/sv/", "sv/", ""),
        ("//international.example/sv/x.html", "sv/x.html", ""),
    ],
)
def test_an_address_within_the_site_leads_to_a_path(address: str, path: str, fragment: str) -> None:
    assert resolve(address, PAGE) == Target(path, fragment)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https:antrag.html", "de/dienste/antrag.html"),  # of the scheme that the page has anyway
        ("https:/sv/", "sv/"),
        ("https:\\\\international.example/sv/", "sv/"),
        ("https:////international.example/sv/", "sv/"),
        ("https://redaktion:geheim@international.example/sv/", "sv/"),
        ("https://INTERNATIONAL%2Eexample:0443/sv/", "sv/"),
        ("%2E%2E\\x.html", "de/x.html"),
        (".%2e/x.html", "de/x.html"),
        ("..%2fx.html", "de/dienste/..%2Fx.html"),  # an encoded slash parts no folders
        ("a//../b.html", "de/dienste/a/b.html"),  # nothing between two slashes is a folder too
        ("a//b.html", "de/dienste/a/b.html"),
        ("100%.html", "de/dienste/100%.html"),
        ("%E5.html", "de/dienste/\udce5.html"),
        ("../.", "de/"),
    ],
)
def test_addresses_are_read_as_browsers_read_them(address: str, path: str) -> None:
    assert resolve(address, PAGE) == Target(path)


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("https://www.vasteras.se/", Outside.SERVER),
        ("https://international.example.evil.example/sv/", Outside.SERVER),
        ("https://international.example:8080/", Outside.SERVER),
        ("http://international.example:443/", Outside.SERVER),
        ("http:www.vasteras.se/", Outside.SERVER),
        ("//cdn.example/x.js", Outside.SERVER),
        ("\\\\cdn.example\\x.js", Outside.SERVER),
        ("https://räksmörgås.example/", Outside.SERVER),
        ("https://3232235777.example/", Outside.SERVER),
        ("https://[2001:db8::1]:8443/", Outside.LOCAL),  # kept for documentation
        ("mailto:charlotta.filling@vasteras.se", Outside.PROGRAM),
        ("tel:+4621392636", Outside.PROGRAM),
        ("data:image/png;base64,AAAA", Outside.PROGRAM),
        ("javascript:alert(1)", Outside.PROGRAM),
        ("java\nscript:alert(1)", Outside.PROGRAM),
        ("file:///C:/Dokument/policy.pdf", Outside.LOCAL),
        ("C:\\Dokument\\policy.pdf", Outside.LOCAL),
        ("http://localhost:8000/sv/", Outside.LOCAL),
        ("http://127.1/", Outside.LOCAL),
        ("http://0xC0.168.1.1/", Outside.LOCAL),
        ("http://[::1]/", Outside.LOCAL),
        ("http://skrivare.local/", Outside.LOCAL),
        ("https://[::1/", Outside.INVALID),
        ("https://x:99999/", Outside.INVALID),
        ("https://x:port/", Outside.INVALID),
        ("https://", Outside.INVALID),
        ("https:///", Outside.INVALID),
        ("https://a b.example/", Outside.INVALID),
        ("https://a%00.example/", Outside.INVALID),
        ("https://1.2.3.4.5/", Outside.INVALID),
        ("https://300.1.1.1/", Outside.INVALID),
        ("https://08.1.1.1/", Outside.INVALID),
        (f"https://{'x' * 100_000}/", Outside.INVALID),
        (f"https://x:{'9' * 100_000}/", Outside.INVALID),
    ],
)
def test_everything_else_is_outside_for_a_reason(address: str, outside: Outside) -> None:
    assert resolve(address, PAGE) is outside


@pytest.mark.parametrize(
    ("address", "path"),
    [("../../../../x.html", "x.html"), ("../../../../", ""), ("/../x.html", "x.html")],
)
def test_what_climbs_over_the_root_stops_there_and_is_told(address: str, path: str) -> None:
    assert resolve(address, PAGE) == Target(path, strays=True, climbs=True)


def test_a_site_below_a_path_owns_what_begins_with_it() -> None:
    page = Origin("de/index.html", site="https://example.org/st%61den/")
    assert resolve("https://example.org/staden/sv/", page) == Target("sv/")
    assert resolve("https://example.org/stadens-historia/", page) is Outside.SERVER
    assert resolve("/staden/sv/", page) == Target("sv/")
    assert resolve("../../staden/sv/", page) == Target("sv/")
    assert resolve("/sv/", page) == Target("sv/", strays=True)
    assert resolve("../../sv/", page) == Target("sv/", strays=True)


@pytest.mark.parametrize(
    ("base", "address", "expected"),
    [
        ("/sv/", "kontakt.html", Target("sv/kontakt.html")),
        ("../sv/index.html", "kontakt.html", Target("sv/kontakt.html")),
        ("../sv/index.html", "#neu", Target("sv/index.html", "neu")),
        ("https://www.vasteras.se/", "kontakt.html", Outside.SERVER),
        ("https://www.vasteras.se/", "#neu", Outside.SERVER),
        ("javascript:1", "kontakt.html", Target("de/kontakt.html")),
        ("https://[", "kontakt.html", Target("de/kontakt.html")),
        ("https://www.vasteras.se/", "https://international.example/de/", Target("de/")),
        ("https://international.example/sv/", "kontakt.html", Target("sv/kontakt.html")),
    ],
)
def test_addresses_are_relative_to_the_base_of_their_page(
    base: str, address: str, expected: Target | Outside
) -> None:
    assert resolve(address, Origin("de/index.html", base, "https://international.example")) == expected


@pytest.mark.parametrize("address", ["/sv/index.html", "../index.html"])
def test_a_single_page_does_not_know_what_is_above_it(address: str) -> None:
    assert resolve(address, Origin("kontakt.html", rooted=False)) is Outside.UNKNOWN


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_any_address_on_any_base_is_resolved_below_the_root_or_outside(
    address: str, base: str | None, site: str | None
) -> None:
    target = resolve(address, Origin("de/index.html", base, site))
    assert isinstance(target, Outside) or not {"..", "."} & set(target.path.split("/"))
    assert isinstance(target, Outside) or not target.path.startswith("/")


@given(st.text(alphabet="htps:/\\.%2e[]@?#:019axå \t\0", max_size=40))
def test_what_looks_like_an_address_is_resolved_too(address: str) -> None:
    assert resolve(address, PAGE) == resolve(f"\n{address} ", PAGE)
