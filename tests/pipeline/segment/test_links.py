"""Addresses in source pages: what each leads to, and a line for every one that leads nowhere."""

from __future__ import annotations

import pytest

from pipeline.errors import SourceError
from pipeline.model import Location
from pipeline.segment.links import Goal, Target, resolve
from pipeline.skeleton import (
    ContactCard,
    DocumentLabel,
    DocumentLink,
    DocumentTitle,
    FileLink,
    Filtered,
    PageLink,
    PageTitle,
)
from tests.pipeline.segment.together import all_slots
from tests.support import SiteFolder, segmented

PLACE = Location("source/pages/omsorg/sida.md", 7)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../kontakt.md", Target(Goal.PAGE, "kontakt")),
        ("hemtjanst.html#pris", Target(Goal.PAGE, "omsorg/hemtjanst", "pris")),
        ("./aldre/../index.md", Target(Goal.PAGE, "omsorg/index")),
        ("../../documents/policy.pdf", Target(Goal.DOCUMENT, "policy.pdf")),
        ("../../documents/a/b%20c.pdf#page=2", Target(Goal.DOCUMENT, "a/b c.pdf", "page=2")),
        ("../../contacts.toml#charlotta", Target(Goal.CONTACT, "charlotta")),
        ("../../images/h%C3%A4st.svg", Target(Goal.FILE, "images/häst.svg")),
        ("bild.png", Target(Goal.FILE, "pages/omsorg/bild.png")),
        (" ../kontakt.md ", Target(Goal.PAGE, "kontakt")),
        ("#rubrik", Target(Goal.ELSEWHERE, "#rubrik")),
        ("", Target(Goal.ELSEWHERE, "")),
        ("https://a.example/x.md", Target(Goal.ELSEWHERE, "https://a.example/x.md")),
        ("//a.example/x.md", Target(Goal.ELSEWHERE, "//a.example/x.md")),
        ("mailto:x@a.example", Target(Goal.ELSEWHERE, "mailto:x@a.example")),
        ("tel:+4621390000", Target(Goal.ELSEWHERE, "tel:+4621390000")),
        ("SMS:112", Target(Goal.ELSEWHERE, "SMS:112")),
    ],
)
def test_an_address_leads_to(address: str, target: Target) -> None:
    assert resolve(address, PLACE) == target


@pytest.mark.parametrize("address", ["/absolute", "/", "/../etc/passwd"])
def test_an_address_from_the_servers_root_is_refused(address: str) -> None:
    with pytest.raises(SourceError) as stopped:
        resolve(address, PLACE)
    assert str(stopped.value) == (
        f"{PLACE}: Write {address} as a path from this file, such as ../documents/x.pdf."
    )


@pytest.mark.parametrize(
    "address",
    ["../../../etc/passwd", "%2e%2e/../../../etc/passwd", "..\\..\\x.md", "../../../source2/x.md"],
)
def test_an_address_that_leaves_source_is_refused(address: str) -> None:
    with pytest.raises(SourceError) as stopped:
        resolve(address, PLACE)
    assert str(stopped.value) == f"{PLACE}: {address} leads out of source/. Link to a file in it."


def slots_of(body: str, suffix: str = ".md") -> list[object]:
    page = segmented(body, suffix)
    slots = all_slots(page.skeleton, page.units)
    return [slot for slot in slots if not type(slot).__name__.startswith("Unit")]


def test_a_link_to_a_page_is_filled_in_each_edition() -> None:
    assert slots_of("Läs [mer](om/oss.md#vi) nu") == [PageLink("om/oss", "vi", 4)]


def test_an_empty_link_to_a_page_shows_its_title() -> None:
    assert slots_of("[](om/oss.md)") == [PageLink("om/oss", "", 4), PageTitle("om/oss")]
    assert slots_of("Läs [ ](om/oss.md) nu") == [PageLink("om/oss", "", 4), PageTitle("om/oss")]


def test_an_empty_link_to_a_document_shows_its_title() -> None:
    assert slots_of("[](../documents/a.pdf#page=2)") == [
        DocumentLink("a.pdf", "page=2", 4),
        DocumentTitle("a.pdf"),
        DocumentLabel("a.pdf"),
    ]


def test_every_link_to_a_document_says_what_it_is() -> None:
    label = [DocumentLink("a.pdf", "", 4), DocumentLabel("a.pdf")]
    assert slots_of("[policyn](../documents/a.pdf)") == label
    assert slots_of('Läs <a href="../documents/a.pdf"><b>policyn</b></a> nu') == label
    assert slots_of('<a href="../documents/a.pdf"><div>policyn</div></a>', ".html") == label


def test_a_link_that_holds_a_picture_is_not_empty() -> None:
    html = '<a href="om.md"><img src="../images/x.svg" alt="Om"></a>'
    assert slots_of(html, ".html") == [PageLink("om", "", 4), FileLink("images/x.svg", "", 4)]


def test_an_empty_link_to_a_picture_stays_empty() -> None:
    assert slots_of("Se [](../images/x.svg) nu") == [FileLink("images/x.svg", "", 4)]


def test_pictures_and_their_sizes_are_files_of_the_edition() -> None:
    html = (
        '<picture><source srcset="../images/a.webp 1x, ../images/b.webp 2x"><img alt="" src="../images/c.png"'
        ' srcset="https://a.example/d.png 300w"></picture><video poster="../images/e.png"></video>'
    )
    assert slots_of(html, ".html") == [
        FileLink(f"images/{name}", "", 4) for name in ("a.webp", "b.webp", "c.png", "e.png")
    ]


def test_a_contact_alone_in_a_paragraph_is_its_card() -> None:
    assert slots_of("x\n\n[](../contacts.toml#charlotta)") == [ContactCard("charlotta", 6)]
    assert slots_of('<p>\n <a href="../contacts.toml#charlotta"> </a>\n</p>', ".html") == [
        ContactCard("charlotta", 5)
    ]


def test_a_contact_may_be_for_some_languages_only() -> None:
    html = '<p its-locale-filter-list="en"><a href="../contacts.toml#charlotta"></a></p>'
    assert slots_of(html, ".html") == [ContactCard("charlotta", 4)]
    assert any(isinstance(piece, Filtered) for piece in segmented(html, ".html").skeleton)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("x\n\nFråga [Charlotta](../contacts.toml#charlotta).", 6),
        ("x\n\n[Charlotta](../contacts.toml#charlotta)", 6),
        ("- [](../contacts.toml#charlotta)", 4),
        ("[](../contacts.toml#charlotta) [](../contacts.toml#charlotta)", 4),
        ("# [](../contacts.toml#charlotta)", 4),
        ("**[](../contacts.toml#charlotta)**", 4),
        ("![](../contacts.toml#charlotta)", 4),
        ("![x](om.md)", 4),
        ("![x](../documents/a.pdf)", 4),
        ('<form action="om.md"></form>', 4),
    ],
)
def test_what_cannot_stand_where_it_does_is_refused_with_its_line(body: str, line: int) -> None:
    with pytest.raises(SourceError) as stopped:
        segmented(body)
    assert str(stopped.value).startswith(f"source/pages/sida.md:{line}: ")
    assert str(stopped.value).endswith(" cannot stand here. Link to a page, a document or a file.")


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("[x](saknas.md)", "There is no page saknas. Mend the link or create the page."),
        ("[](omsorg/saknas.html)", "There is no page omsorg/saknas. Mend the link or create the page."),
        (
            "[x](../documents/saknas.pdf)",
            "saknas.pdf is in no record of documents.toml. Add one, with title and language.",
        ),
        (
            "![x](../images/saknas.svg)",
            "There is no file source/images/saknas.svg. Put it there or mend the address.",
        ),
        ("[x](../site.toml)", "There is no file source/site.toml. Put it there or mend the address."),
        ("[x](kontakt.txt)", "There is no file source/pages/kontakt.txt. Put it there or mend the address."),
        (
            "[x](kontakt.md?a=b)",
            "There is no file source/pages/kontakt.md?a=b. Put it there or mend the address.",
        ),
        ("![x](../images)", "There is no file source/images. Put it there or mend the address."),
        ("![x](..)", "There is no file source/.. Put it there or mend the address."),
        (
            "![x](../images/%00.svg)",
            "There is no file source/images/\0.svg. Put it there or mend the address.",
        ),
        (
            f"![x](../images/{'x' * 300}.svg)",
            f"There is no file source/images/{'x' * 300}.svg. Put it there or mend",
        ),
        (
            "[](../contacts.toml#saknas)",
            "There is no contact “saknas” in contacts.toml. Add it or mend the link.",
        ),
        ("[](../contacts.toml)", "There is no contact “” in contacts.toml. Add it or mend the link."),
        ("[x](/absolute)", "Write /absolute as a path from this file, such as ../documents/x.pdf."),
        ("[x](../../etc/passwd)", "../../etc/passwd leads out of source/. Link to a file in it."),
    ],
)
@pytest.mark.parametrize("before", ["", "{its-locale-filter-list=de}\n"], ids=["for all", "for one"])
def test_a_link_that_leads_nowhere_is_refused_with_its_line(
    site: SiteFolder, before: str, link: str, fault: str
) -> None:
    site.page("sida.md", f"Först\n\n{before}{link}\n")
    line = site.line("source/pages/sida.md", link)
    with pytest.raises(SourceError) as stopped:
        site.source().page("sida")
    assert str(stopped.value).startswith(f"source/pages/sida.md:{line}: {fault}")


def test_a_link_in_an_attribute_of_many_lines_is_found_on_its_own(site: SiteFolder) -> None:
    site.page("sida.html", '<p>Se <a class="x"\n  href="saknas.md">mer</a></p>\n')
    with pytest.raises(SourceError, match=r"^source/pages/sida\.html:6: "):
        site.source().page("sida")


def test_a_picture_that_is_a_link_out_of_source_is_refused(site: SiteFolder) -> None:
    site.write("secret.svg", "secret")
    (site.root / "source/images/lank.svg").symlink_to(site.root / "secret.svg")
    site.page("sida.md", "![x](../images/lank.svg)\n")
    with pytest.raises(SourceError, match=r"There is no file source/images/lank\.svg"):
        site.source().page("sida")


def test_a_hidden_picture_is_in_no_edition_and_so_for_no_page(site: SiteFolder) -> None:
    site.write("source/images/.dold.svg", "x")
    site.page("sida.md", "![x](../images/.dold.svg)\n")
    with pytest.raises(SourceError, match=r"There is no file source/images/\.dold\.svg"):
        site.source().page("sida")
