"""Where a page is, what it is called, and where its other editions are; read by BeautifulSoup."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from pipeline.files import FRONT
from tests.support import LANGUAGES, one

if TYPE_CHECKING:
    from tests.support import SiteFolder

ADDRESS = "https://www.lillkoping.example"
PAGES = {
    "index": {"sv": "index.html", "en": "index.html", "de": "index.html"},
    "kontakt": {"sv": "kontakt.html", "en": "contact.html", "de": "kontakt.html"},
    "omsorg/index": {"sv": "omsorg/index.html", "en": "care/index.html", "de": "pflege/index.html"},
    "omsorg/hemtjanst": {
        "sv": "omsorg/hjalp-hemma.html",
        "en": "care/help-at-home.html",
        "de": "pflege/hilfe-zu-hause.html",
    },
}
EVERY = [(page, language) for page in PAGES for language in ("sv", *LANGUAGES)]
every_page = pytest.mark.parametrize(("page", "language"), EVERY)


def path(page: str, language: str) -> str:
    return f"{language}/{PAGES[page][language]}"


def address(page: str, language: str) -> str:
    return f"{ADDRESS}/{path(page, language)}".removesuffix("index.html")


def test_every_page_lies_where_its_translated_slug_says(built: SiteFolder) -> None:
    pages = {name for name in built.files() if name.endswith(".html")}
    assert pages == {FRONT, *(path(page, language) for page, language in EVERY)}


@every_page
def test_a_page_says_its_language_and_direction(built: SiteFolder, page: str, language: str) -> None:
    root = one(built.soup(path(page, language)), "html")
    assert (root["lang"], root["dir"]) == (language, "ltr")


@every_page
def test_a_page_names_itself_and_all_its_editions_in_both_directions(
    built: SiteFolder, page: str, language: str
) -> None:
    soup = built.soup(path(page, language))
    assert one(soup, "link[rel=canonical]")["href"] == address(page, language)
    named = {str(link["hreflang"]): link["href"] for link in soup.select("link[rel=alternate]")}
    assert named == {
        **{other: address(page, other) for other in ("sv", *LANGUAGES)},
        "x-default": address(page, "sv"),
    }


@every_page
def test_the_switcher_leads_to_the_same_page_in_each_languages_own_name(
    built: SiteFolder, page: str, language: str
) -> None:
    links = built.soup(path(page, language)).select(".languages a")
    here = f"{ADDRESS}/{path(page, language)}"
    assert [(a["hreflang"], a["lang"], a.text, urljoin(here, str(a["href"]))) for a in links] == [
        (tag, tag, name, f"{ADDRESS}/{path(page, tag)}")
        for tag, name in (("sv", "Svenska"), ("en", "English"), ("de", "Deutsch"))
    ]
    assert [a["hreflang"] for a in links if a.get("aria-current")] == [language]


@every_page
def test_every_link_within_the_site_leads_to_a_file(built: SiteFolder, page: str, language: str) -> None:
    files = built.files()
    here = f"{ADDRESS}/{path(page, language)}"
    addresses = [
        urlsplit(urljoin(here, str(element[name])))
        for name in ("href", "src")
        for element in built.soup(path(page, language)).select(f"body [{name}], link[rel=stylesheet]")
        if element.has_attr(name)
    ]
    inside = [parts.path.removeprefix("/") for parts in addresses if parts.netloc == urlsplit(ADDRESS).netloc]
    assert len(inside) > 5
    assert [name for name in inside if name not in files] == []


@every_page
def test_menu_and_footer_are_in_the_pages_language_and_mark_where_one_is(
    built: SiteFolder, page: str, language: str
) -> None:
    titles = {
        "sv": ["Start", "Omsorg", "Kontakt"],
        "en": ["Home", "Care", "Contact"],
        "de": ["Startseite", "Pflege", "Kontakt"],
    }
    soup = built.soup(path(page, language))
    menu = soup.select(".menu a")
    assert [a.text for a in menu] == titles[language]
    assert [a.text for a in soup.select("footer li a")] == titles[language][2:]
    current = [str(a["href"]) for a in menu if a.get("aria-current") == "page"]
    assert current == ([] if page == "omsorg/hemtjanst" else [path(page, language).rpartition("/")[2]])
    assert not [a for a in menu if a.has_attr("lang")]


def test_the_title_and_the_description_are_translated(built: SiteFolder) -> None:
    soup = built.soup("de/index.html")
    assert one(soup, "title").text == "Startseite – Stadt Lillköping"
    assert one(soup, "meta[name=description]")["content"] == "Alles über die Stadt."
    assert not built.soup("de/kontakt.html").select("meta[name=description]")


def test_the_way_home_and_to_the_style_sheet_is_relative(built: SiteFolder) -> None:
    soup = built.soup("de/pflege/hilfe-zu-hause.html")
    assert one(soup, ".brand")["href"] == "../index.html"
    assert one(soup, "link[rel=stylesheet]")["href"] == "../assets/style.css"
    assert one(built.soup("de/index.html"), ".brand").attrs == {
        "class": ["brand"],
        "href": "index.html",
        "aria-current": "page",
    }


def test_the_day_of_the_last_change_is_for_people_and_machines(built: SiteFolder) -> None:
    texts = [one(built.soup(f"{tag}/index.html"), "time") for tag in ("sv", "en", "de")]
    assert [(time["datetime"], time.text.replace("\xa0", " ")) for time in texts] == [
        ("2026-11-23", "23 november 2026"),
        ("2026-11-23", "23 November 2026"),
        ("2026-11-23", "23. November 2026"),
    ]
    assert not built.soup("sv/kontakt.html").select("time")


def test_a_site_below_a_folder_of_its_host_says_so_in_absolute_addresses(site: SiteFolder) -> None:
    site.edit("source/site.toml", ADDRESS, f"{ADDRESS}/om")
    site.build()
    soup = site.soup("en/contact.html")
    assert one(soup, "link[rel=canonical]")["href"] == f"{ADDRESS}/om/en/contact.html"
    assert one(soup, ".brand")["href"] == "index.html"


def test_a_template_can_tell_a_title_from_the_sites_name(site: SiteFolder) -> None:
    site.edit("source/pages/index.md", 'title = "Start"', 'title = "Lillköpings stad"')
    site.edit(
        "source/templates/page.html",
        " – {{ site.name }}",
        "{% if page.title != site.name %} – {{ site.name }}{% endif %}",
    )
    site.translate()
    site.build()
    assert one(site.soup("sv/index.html"), "title").text == "Lillköpings stad"
    assert one(site.soup("de/index.html"), "title").text == "Stadt Lillköping"
    assert one(site.soup("de/kontakt.html"), "title").text == "Kontakt – Stadt Lillköping"


def test_characters_of_html_in_front_matter_are_text(site: SiteFolder) -> None:
    site.page(
        "sida.md", "x\n", title='<b>A</b> & \\"B\\"', front="description = '\"><script>alert(1)</script>'\n"
    )
    site.build()
    soup = site.soup("sv/sida.html")
    assert one(soup, "title").text == '<b>A</b> & "B" – Lillköpings stad'
    assert one(soup, "meta[name=description]")["content"] == '"><script>alert(1)</script>'
    assert not soup.select("script")
