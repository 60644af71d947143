"""Which addresses of a site other servers are asked for, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.subjects import Settings, Site
from checks.subjects.answers import Answer, Answers, Reply

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path


def asked(folder: Path, html: str, address: str | None = None, reply: Reply = Reply.FOUND) -> list[str]:
    """Return the addresses that a page is asked for, of those that are then judged."""
    (folder / "index.html").write_text(html, "utf-8")
    site = Site(folder, Settings(address))
    page = site.read("index.html")
    assert page
    site.pages.add(site.facts_of(page, "index.html"))

    def ask(wanted: Collection[str]) -> Mapping[str, Answer]:
        return {address: Answer(reply) for address in wanted}

    return [link.address for link in Answers(site, ask).links]


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<a href=" HTTPS://www.uhr.se/\n">', "https://www.uhr.se/"),
        ('<a href="//www.uhr.se/om">', "https://www.uhr.se/om"),
        (r'<a href="https:\\www.uhr.se/om">', "https://www.uhr.se/om"),
        ('<img src="http://bild.example/a.png" alt="">', "http://bild.example/a.png"),
        ('<link rel="stylesheet" href="//cdn.example/site.css">', "https://cdn.example/site.css"),
        ('<a href="https://a.example/#avsnitt">', "https://a.example/#avsnitt"),
        ('<a href="https://a.example/#top">', "https://a.example/"),
        ('<a href="https://a.example/#!/lista">', "https://a.example/"),
        ('<a href="https://a.example/#avsnitt:~:text=x">', "https://a.example/#avsnitt"),
        ('<svg><use href="https://a.example/b.svg#pil"/></svg>', "https://a.example/b.svg"),
        ('<base href="https://a.example/b/"><a href="../c">', "https://a.example/c"),
    ],
)
def test_an_address_is_asked_for_as_it_is_meant(tmp_path: Path, html: str, address: str) -> None:
    assert asked(tmp_path, html) == [address]


def test_the_scheme_is_the_site_s_own(tmp_path: Path) -> None:
    assert asked(tmp_path, '<a href="//a.example/">', "http://b.example") == ["http://a.example/"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="index.html">',
        '<a href="mailto:a@b.example">',
        '<a href="tel:+4621390000">',
        '<a href="javascript:void 0">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">',
        '<a href="http://">',
        '<a href="https://own.example/index.html">',
        '<form action="https://a.example/sok"><button formaction="https://a.example/b">',
        '<link rel="preconnect" href="https://a.example/">',
        '<base href="https://[/"><a href="../c">',
    ],
)
def test_nobody_is_asked_for_anything_else(tmp_path: Path, html: str) -> None:
    assert asked(tmp_path, html, "https://own.example") == []


def test_of_the_author_s_own_network_its_own_rule_speaks_where_it_was_not_asked(tmp_path: Path) -> None:
    html = '<a href="http://localhost:8000/">'
    assert asked(tmp_path, html) == ["http://localhost:8000/"]
    assert asked(tmp_path, html, reply=Reply.PRIVATE) == []


def test_an_address_without_an_answer_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="https://a.example/">', "utf-8")
    site = Site(tmp_path)
    page = site.read("index.html")
    assert page
    site.pages.add(site.facts_of(page, "index.html"))
    assert Answers(site, lambda _: {}).links == ()
