from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.subjects import Arrival, Settings, Site, SitePage
from checks.subjects.limits import ELEMENTS, NODES
from pipeline.errors import TolkbarError
from pipeline.model import Location, Policy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Site]:
    """Write files below a folder and read the site that they are."""

    def build(files: dict[str, str], **options: object) -> Site:
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(content, encoding="utf-8")
        site = Site(tmp_path, **options)  # type: ignore[arg-type]
        for path in site.page_paths:
            page = site.read(path)
            assert page is not None
            site.pages.add(site.facts_of(page, path))
        return site

    return build


def links(site: Site, path: str) -> list[tuple[str, Arrival, str]]:
    page = SitePage(site, site.pages[path])
    return [(link.reference.address, link.destination.arrival, link.destination.path) for link in page.links]


def test_pages_and_documents_are_found_below_the_root(built: Callable[..., Site]) -> None:
    site = built(
        {"sv/a.html": "", "b.xhtml": "", "bild.svg": "", "sv/p.PDF": "", "x.php": "", ".dold/c.html": ""}
    )
    assert site.page_paths == ("b.xhtml", "bild.svg", "sv/a.html")
    assert site.document_paths == ("sv/p.PDF",)


def test_every_kind_of_address_is_remembered_in_document_order(built: Callable[..., Site]) -> None:
    site = built(
        {
            "a.html": "<link rel=icon href=i.ico><script src=s.js></script>"
            "<video src=v.mp4 poster=v.png></video>"
            '<svg><use xlink:href="i.svg#x"/></svg><img src=1.png srcset="2.png 2x,3.png 3x">'
            "<a href=b.html>b</a>"
        }
    )
    assert [address for address, _, _ in links(site, "a.html")] == [
        *("i.ico", "s.js", "v.mp4", "v.png", "i.svg#x", "1.png", "2.png", "3.png", "b.html"),
    ]


def test_an_address_that_only_names_a_server_is_none(built: Callable[..., Site]) -> None:
    assert links(built({"a.html": '<link rel="PreConnect" href="/x">'}), "a.html") == []


def test_the_menu_of_all_pages_is_kept_once(built: Callable[..., Site]) -> None:
    menu = '<a href="kontakt.html">Kontakt</a>'
    site = built({"a.html": menu, "b.html": menu})
    assert site.pages["a.html"].references[0] is site.pages["b.html"].references[0]


def test_addresses_end_in_a_file_another_spelling_a_bare_folder_or_nothing(
    built: Callable[..., Site],
) -> None:
    page = "".join(
        f'<a href="{address}"></a>' for address in ("b.html", "B.html", "tom/", "c.html", "b.html/")
    )
    assert links(built({"a.html": page, "b.html": "", "tom/x.txt": ""}), "a.html") == [
        ("b.html", Arrival.FOUND, "b.html"),
        ("B.html", Arrival.LETTER_CASE, "b.html"),
        ("tom/", Arrival.WITHOUT_INDEX, "tom/"),
        ("c.html", Arrival.MISSING, "c.html"),
        ("b.html/", Arrival.MISSING, "b.html/"),
    ]


def test_what_an_address_means_is_remembered_only_where_it_means_the_same(built: Callable[..., Site]) -> None:
    page = '<a href="https:x.html"></a><a href="/x.html"></a><a href="x.html"></a>'
    site = built({"a/p.html": page, "b/p.html": page, "b/x.html": ""})
    missing, found = Arrival.MISSING, Arrival.FOUND
    assert [arrival for _, arrival, _ in links(site, "a/p.html")] == [missing, missing, missing]
    assert [arrival for _, arrival, _ in links(site, "b/p.html")] == [found, missing, found]


def test_a_fragment_on_its_own_is_looked_for_on_its_own_page(built: Callable[..., Site]) -> None:
    site = built({"a.html": '<p id=x><a href="#x"></a>', "b.html": '<a href="#x"></a>'})
    assert [links(site, path)[0][2] for path in ("a.html", "b.html")] == ["a.html", "b.html"]


def test_a_foreign_site_tells_its_address_by_its_canonical_ones(built: Callable[..., Site]) -> None:
    site = built(
        {
            "de/index.html": '<link rel=canonical href="https://x.example/stad/de/"><a href="https://x.example/stad/b"></a>',
            "b": "",
        }
    )
    assert site.address == "https://x.example/stad"
    assert links(site, "de/index.html")[1][1] is Arrival.FOUND


def test_the_address_in_the_settings_comes_first(built: Callable[..., Site]) -> None:
    canonical = '<link rel=canonical href="https://x.example/a.html">'
    site = built({"a.html": canonical}, settings=Settings("https://y.example/"))
    assert site.address == "https://y.example"


def test_anchors_are_ids_and_names_of_links(built: Callable[..., Site]) -> None:
    facts = built({"a.html": '<p id="å b"><a name="två"></a><input name="tre"><i id="r%C3%A5d">'}).pages[
        "a.html"
    ]
    assert all(facts.has_anchor(name) for name in ("å b", "två", "r%C3%A5d"))
    assert not any(facts.has_anchor(name) for name in ("tre", "b", "", "råd"))


def test_a_single_page_is_judged_by_what_lies_beside_it(built: Callable[..., Site]) -> None:
    files = {
        "a.html": '<a href="b.html#x"></a><a href="/c.html"></a><a href="../d.html"></a>',
        "b.html": "<p id=x>",
    }
    site = built(files, pages=("a.html",), name="mapp")

    assert [arrival for _, arrival, _ in links(site, "a.html")] == [
        Arrival.FOUND,
        Arrival.UNKNOWN,
        Arrival.UNKNOWN,
    ]
    (first, *_) = SitePage(site, site.pages["a.html"]).links
    assert first.leads_to is not None
    assert first.leads_to.facts.has_anchor("x")
    assert (site.shown("a.html"), site.document_paths) == ("mapp/a.html", ())


def test_a_link_is_found_again_in_its_page(built: Callable[..., Site]) -> None:
    site = built({"a.html": '<img src="1.png">\n<p><a\nhref="b.html">b</a>'})
    page = SitePage(site, site.pages["a.html"])
    place = page.place(page.links[1], "href")
    assert (place.location, place.selector) == (Location("a.html", 3, 1), "html > body > p > a")


def test_a_page_that_was_changed_meanwhile_is_placed_on_its_first_line(
    built: Callable[..., Site], tmp_path: Path
) -> None:
    site = built({"a.html": '<a href="b.html">b</a>', "c.html": '<a href="b.html">b</a>'})
    (tmp_path / "a.html").write_text("")
    (tmp_path / "c.html").unlink()
    for path in ("a.html", "c.html"):
        page = SitePage(site, site.pages[path])
        assert page.place(page.links[0], "href").location == Location(path, 1)


def test_the_label_of_a_document_is_what_the_link_and_the_text_behind_it_say(
    built: Callable[..., Site],
) -> None:
    site = built(
        {"a.html": '<html lang=sv><a href="p.pdf" lang=en>Policy\n</a> (pdf,\xa01 kB), läs', "p.pdf": ""}
    )
    (link,) = SitePage(site, site.pages["a.html"]).documents
    assert (link.label.text, link.label.language) == ("Policy (pdf, 1 kB), läs", "en")


def test_a_document_that_is_not_there_is_no_document(built: Callable[..., Site]) -> None:
    site = built({"a.html": '<a href="p.pdf">Policy</a>'})
    assert SitePage(site, site.pages["a.html"]).documents == ()


def test_files_are_referred_to_by_pages_style_sheets_and_manifests(built: Callable[..., Site]) -> None:
    site = built(
        {
            "a.html": "<link href=a.css rel=stylesheet><link rel=manifest href=m.webmanifest>"
            '<meta property="og:image" content="og.png"><style>p{background:url(in.png)}</style>',
            "a.css": "@import 'b.css'; @font-face{src:url( \"t.woff2\" )}",
            "m.webmanifest": '{"icons": [{"src": "icon.png"}]}',
        }
    )
    assert {"a.css", "m.webmanifest", "og.png", "in.png", "b.css", "t.woff2", "icon.png"} <= site.referred
    assert "a.html" not in site.referred


def test_the_languages_of_a_site_are_the_source_language_and_the_translated_ones() -> None:
    assert Settings(language="sv", policies={"en": Policy.BLOCK, "de": Policy.OMIT}).languages == (
        "sv",
        "en",
        "de",
    )
    assert Settings().languages == ()


def test_a_page_without_end_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>x" * (ELEMENTS - 4), "utf-8")  # html, head, body, and one less
    (tmp_path / "b.html").write_text("<p>x" * ELEMENTS, "utf-8")
    assert Site(tmp_path).read("a.html") is not None
    with pytest.raises(TolkbarError, match=r"b\.html:1: The page has more than 100000 elements\."):
        Site(tmp_path).read("b.html")


def test_a_page_cut_into_countless_texts_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x<!>" * (NODES // 2), "utf-8")
    with pytest.raises(TolkbarError, match=r"a\.html:1: The page has more than 500000 elements, texts"):
        Site(tmp_path).read("a.html")
