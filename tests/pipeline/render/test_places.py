"""The trace: from every element of a finished page to the lines that a person can edit."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

import pytest

from pipeline.model import Location
from tests.support import one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from pipeline.model import Trace
    from tests.support import SiteFolder

# Pages whose every word says which line it stands on; @ becomes that word.
MARKDOWN = """\
# @ *x @*

@ **@** [@](index.md)
mer @ [@](kontakt.md) slut
![@](../images/hast.svg) och [@](index.md){title="@"}
*x* [@]{.y}

- @
- [@](index.md)

  @ [@](index.md)
  - @ [@]{translate=no} och [@](index.md)

| @ | [@](index.md) |
|---|---|
| @ | @ |

> @
>
> [@](index.md)

![@](../images/hast.svg)

<div>
<p>@
<a href="index.md">@</a> och <img alt="@" src="../images/hast.svg">
<a class="z" href="index.md">@</a></p>
@ <a href="index.md">@</a>
<p>@</p>
  @ <a href="index.md">@</a> <select>
  <option class="o">@</option></select> <a href="index.md">@</a>
</div>
"""
HTML = """\
<section><h2 title="@">@</h2>
<ul><li>@
  <ul><li>@</li></ul>
  <a href="index.md">@</a> efter</li>
</ul>
<p>@</p><a href="index.md"><img src="../images/hast.svg" alt="@"></a>
<p its-locale-filter-list="sv, de">@ <span its-locale-filter-list="sv, de">@</span>
<a href="index.md">@</a></p>
<p translate=no>@
  <a href="index.md">@</a></p>
<p>–
<a href="index.md"><img src="../images/hast.svg" alt="@"></a></p>
</section>
"""
WORD = re.compile(r"rad(\d+)[a-z]")


def numbered(content: str) -> str:
    """Return ``content`` with a word for every @ that there is only once: rad5a, rad5b, rad6a."""
    lines = enumerate(content.split("\n"), 5)
    return "\n".join(
        reduce(lambda text, a: text.replace("@", f"rad{n}{a}", 1), "abcdefg", line) for n, line in lines
    )


@pytest.fixture(params=["md", "html"])
def page(site: SiteFolder, request: pytest.FixtureRequest) -> str:
    """Build a page with numbered words and a German translation of it; return its file's name."""
    name = f"source/pages/sida.{request.param}"
    site.page(f"sida.{request.param}", numbered(MARKDOWN if request.param == "md" else HTML))
    units = site.source().page("sida").units
    site.catalog("de", "sida", {unit.msgid: f"– {unit.msgid}" for unit in units if unit.context is None})
    site.build()
    return name


def own_word(element: Tag) -> re.Match[str] | None:
    """Return the first word of an element, or of the attributes of one that has no text."""
    return WORD.search(element.text) or WORD.search(f"{element.get('alt')} {element.get('title')}")


def traced(site: SiteFolder, name: str) -> Iterator[tuple[re.Match[str], Tag, Trace]]:
    """Yield the elements of a page's content that have words, each with its first one and its trace."""
    trace = site.trace(name)
    for element in one(site.soup(name), "main").find_all(name=True):
        found = trace.at(element.sourceline or 0, (element.sourcepos or 0) + 1)
        assert found is not None
        word = own_word(element)
        if word and element.name not in ("section", "div", "strong", "em", "select"):
            yield word, element, found


@pytest.mark.parametrize("language", ["sv", "de"])
def test_every_element_leads_to_the_line_of_its_source(site: SiteFolder, page: str, language: str) -> None:
    found = list(traced(site, f"{language}/sida.html"))
    assert len(found) > 10
    wrong = [
        (trace.source, str(element))
        for word, element, trace in found
        if trace.source != Location(page, int(word[1]))
    ]
    assert wrong == []


@pytest.mark.usefixtures("page")
def test_every_translated_element_leads_to_the_line_of_its_catalog(site: SiteFolder) -> None:
    name = "locales/de/LC_MESSAGES/sida.po"
    msgids = {
        word[0]: Location(name, number)
        for number, line in enumerate(site.read(name).splitlines(), 1)
        if line.startswith("msgid")
        for word in WORD.finditer(line)
    }
    found = [place for place in traced(site, "de/sida.html") if place[0][0] in msgids]
    assert len(found) > 10
    assert [
        (trace.catalog, str(element)) for word, element, trace in found if trace.catalog != msgids[word[0]]
    ] == []


def test_what_is_not_translated_leads_to_no_catalog_but_in_a_sentence_that_is(site: SiteFolder) -> None:
    site.page("sida.html", "<p translate=no class=a>A</p><p>B <b translate=no class=b>C</b></p>")
    site.catalog("de", "sida", {"B <x1/>": "B <x1/>"})
    site.build()
    alone, part = place_of(site, "de/sida.html", ".a"), place_of(site, "de/sida.html", ".b")
    assert alone is not None
    assert alone.catalog is None
    assert part is not None
    assert part.catalog == Location("locales/de/LC_MESSAGES/sida.po", 8)


def test_in_the_source_language_there_is_no_catalog_to_edit(built: SiteFolder) -> None:
    trace = built.trace("sv/index.html")
    assert not [
        found
        for element in built.soup("sv/index.html").find_all(name=True)
        if (found := trace.at(element.sourceline or 0, (element.sourcepos or 0) + 1)) and found.catalog
    ]


def place_of(site: SiteFolder, name: str, selector: str) -> Trace | None:
    element = one(site.soup(name), selector)
    return site.trace(name).at(element.sourceline or 0, (element.sourcepos or 0) + 1)


@pytest.mark.parametrize("selector", [".name", ".role", ".unit", ".telephone", ".email", ".hours", ".card"])
def test_a_contact_leads_to_its_record(built: SiteFolder, selector: str) -> None:
    found = place_of(built, "de/kontakt.html", selector)
    assert found is not None
    assert found.source is not None
    assert (found.source.path, found.source.line) == ("source/contacts.toml", 1)


@pytest.mark.parametrize(
    "selector", ["html", "title", ".skip", ".brand", ".menu", "footer", ".organisation", "main"]
)
def test_the_shell_leads_to_its_template(built: SiteFolder, selector: str) -> None:
    found = place_of(built, "de/kontakt.html", selector)
    assert found is not None
    assert (found.unit, found.source and found.source.path) == ("shell", "source/templates/page.html")


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("html", "<html"),
        ("title", "<title"),
        ("meta[name=description]", "<meta name="),
        ("link[rel=canonical]", "canonical"),
        ("link[hreflang=de]", '<link rel="alternate" hreflang="{{'),
        ("link[rel=stylesheet]", "style.css"),
        ("body", "<body"),
        (".skip", 'class="skip"'),
        (".languages a[lang=en]", "<li><a href="),
        ("main", "<main"),
        ("footer", "<footer"),
        ("time", "<time"),
        (".organisation", 'class="organisation"'),
    ],
)
@pytest.mark.parametrize("page", ["sv/index.html", "de/index.html"])
def test_an_element_of_the_shell_leads_to_its_line(
    built: SiteFolder, page: str, selector: str, text: str
) -> None:
    found = place_of(built, page, selector)
    assert found is not None
    template = "source/templates/page.html"
    assert found.source == Location(template, built.line(template, text))


def test_a_part_of_the_shell_leads_to_its_own_line(site: SiteFolder) -> None:
    site.write(
        "source/templates/parts/foot.html", "{# a note #}\n\n<p>Hej</p>\n<p class=foot>{{ site.name }}</p>"
    )
    site.edit("source/templates/page.html", "<footer>", "<footer>{% include 'parts/foot.html' %}")
    site.build()
    found = place_of(site, "en/index.html", ".foot")
    assert found is not None
    assert found.source == Location("source/templates/parts/foot.html", 4)


def test_a_text_of_the_shell_leads_to_its_unit(built: SiteFolder) -> None:
    name, catalog = "de/kontakt.html", "locales/de/LC_MESSAGES/shell.po"
    line = built.html(name).splitlines().index('  <a class="skip" href="#main">Zum Inhalt</a>') + 1
    found = built.trace(name).at(line, len('  <a class="skip" href="#main">') + 1)
    assert found is not None
    assert found.catalog is not None
    assert (found.catalog.path, found.catalog.line) == (
        catalog,
        built.line(catalog, 'msgid "Till innehållet"'),
    )
    assert found.source is not None
    assert found.source.line == built.line("source/templates/page.html", "Till innehållet")


def test_no_mark_is_left_in_a_page(built: SiteFolder) -> None:
    pages = {name: content.decode() for name, content in built.files().items() if name.endswith(".html")}
    assert not [name for name, text in pages.items() if re.search("[\ufdd0-\ufdef]", text)]
