from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.subjects.addresses import Origin, Target, resolve

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
        ("../../../../x.html", "x.html", ""),
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
    "address",
    [
        "https://www.vasteras.se/",
        "https://international.example.evil.example/sv/",
        "https://international.example:8080/",
        "//cdn.example/x.js",
        "\\\\cdn.example\\x.js",
        "mailto:charlotta.filling@vasteras.se",
        "tel:+4621392636",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "https://[::1/",
        "https://x:99999/",
    ],
)
def test_everything_else_is_elsewhere(address: str) -> None:
    assert resolve(address, PAGE) is None


def test_a_site_below_a_path_owns_what_begins_with_it() -> None:
    page = Origin("de/index.html", site="https://example.org/staden")
    assert resolve("https://example.org/staden/sv/", page) == Target("sv/")
    assert resolve("https://example.org/stadens-historia/", page) is None
    assert resolve("/staden/sv/", page) == Target("sv/")
    assert resolve("/sv/", page) == Target("sv/")


@pytest.mark.parametrize(
    ("base", "address", "expected"),
    [
        ("/sv/", "kontakt.html", Target("sv/kontakt.html")),
        ("../sv/index.html", "kontakt.html", Target("sv/kontakt.html")),
        ("../sv/index.html", "#neu", Target("sv/index.html", "neu")),
        ("https://www.vasteras.se/", "kontakt.html", None),
        ("https://www.vasteras.se/", "https://international.example/de/", Target("de/")),
        ("https://international.example/sv/", "kontakt.html", Target("sv/kontakt.html")),
    ],
)
def test_addresses_are_relative_to_the_base_of_their_page(
    base: str, address: str, expected: Target | None
) -> None:
    assert resolve(address, Origin("de/index.html", base, "https://international.example")) == expected


@pytest.mark.parametrize("address", ["/sv/index.html", "../index.html"])
def test_a_single_page_does_not_know_what_is_above_it(address: str) -> None:
    assert resolve(address, Origin("kontakt.html", rooted=False)) is None


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_any_address_on_any_base_is_resolved_below_the_root_or_elsewhere(
    address: str, base: str | None, site: str | None
) -> None:
    target = resolve(address, Origin("de/index.html", base, site))
    assert target is None or not {"..", "."} & set(target.path.split("/"))
    assert target is None or not target.path.startswith("/")
