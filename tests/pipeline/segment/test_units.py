"""What a translator is given: one msgid a block, markup as placeholders, and notes on where it stands."""

from __future__ import annotations

import pytest

from tests.support import body_units, msgids, segmented


@pytest.mark.parametrize(
    ("body", "msgid"),
    [
        ("Läs [policyn](https://a.example) före<br>ansökan.", "Läs <a1>policyn</a1> före<br2/>ansökan."),
        ("Sök **senast** i *maj*.", "Sök <strong>senast</strong> i <em>maj</em>."),
        ("Skriv [Tolkbar]{translate=no} här.", "Skriv <x1/> här."),
        ("Ring ![telefon](https://a.example/x.svg) nu.", "Ring <img1/> nu."),
        (
            "Läs [**mer** om *allt*](https://a.example) nu.",
            "Läs <a1><strong>mer</strong> om <em>allt</em></a1> nu.",
        ),
        ("En [del]{.x} och [en]{.y} till.", "En <span1>del</span1> och <span2>en</span2> till."),
        ("[Hela länken](https://a.example)", "Hela länken"),
        ("**[Hela](https://a.example)**", "Hela"),
        ("Tryck <kbd>Ctrl</kbd> + <kbd class=x>C</kbd>", "Tryck <kbd>Ctrl</kbd> + <kbd1>C</kbd1>"),
        ("A\nB\n  C", "A B C"),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("Skriv `<b>`.", "Skriv <code><x1/></code>."),
    ],
)
def test_inline_markup_is_placeholders_without_attributes(body: str, msgid: str) -> None:
    assert msgids(body)[-1] == msgid


def test_no_address_stands_in_a_msgid() -> None:
    body = (
        "[a](https://a.example) b [c](mailto:x@a.example) d [e](tel:+4621390000) "
        '<a href="https://a.example" title="T">f</a> g ![h](https://a.example/x.svg)'
    )
    assert not [msgid for msgid in msgids(body) if "://" in msgid or ":" in msgid]


def test_each_block_is_a_unit_in_the_order_of_the_page() -> None:
    body = "# Ett\n\nTvå\n\n- tre\n- fyra\n\n> fem\n\n| sex | sju |\n|---|---|\n| åtta | nio |\n"
    assert msgids(body) == ["Ett", "Två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
    assert [unit.number for unit in segmented(body).units] == list(range(1, 12))


def test_each_unit_knows_its_line() -> None:
    body = "# Ett\n\nTvå\nrader\n\n- tre\n- fyra\n"  # begins on line 4
    assert [(unit.msgid, unit.line) for unit in body_units(body)] == [
        ("Ett", 4),
        ("Två rader", 6),
        ("tre", 9),
        ("fyra", 10),
    ]


def test_text_beside_blocks_knows_its_line_too() -> None:
    html = (
        "<ul>\n<li>ett\n<ul>\n<li>två</li>\n</ul>\n\n  tre <b>x</b>\n</li>\n</ul>\n"
        "<div>\n  fyra\n<p>fem</p> sex\n</div>\n"
    )
    assert [(unit.msgid, unit.line) for unit in body_units(html, ".html")] == [
        ("ett", 5),
        ("två", 7),
        ("tre <b>x</b>", 10),
        ("fyra", 14),
        ("fem", 15),
        ("sex", 15),
    ]


def test_a_block_without_words_is_no_unit() -> None:
    assert msgids("---\n\n***\n\n→\n\n– – –\n\n<p></p>\n\n<div> <br> </div>") == []


def test_title_description_and_slug_are_units_of_their_own() -> None:
    page = segmented("Text", front='description = "Om sidan"\nslug = "en-sida"\n')
    found = [(unit.msgid, unit.context, unit.line, unit.notes) for unit in page.units]
    assert found == [
        ("Sidan", None, 2, ("Title of the page",)),
        ("Om sidan", None, 3, ("Description for search engines",)),
        ("en-sida", "slug", 4, ("Address of the page: a–z, 0–9, hyphens",)),
        ("Text", None, 6, ("Paragraph",)),
    ]
    assert (page.title, page.description, page.slug) == (1, 2, 3)


def test_a_page_without_description_has_no_unit_for_it() -> None:
    page = segmented("Text")
    assert (page.title, page.description, page.slug) == (1, None, 2)
    assert page.unit(2).msgid == "sida"


def test_attributes_that_visitors_meet_as_text_are_units() -> None:
    html = (
        '<p aria-label="Märke" data-x="Data" class="Klass">Text</p>\n'
        '<p><img src="https://a.example/x.png" alt="En häst" title="Tips"></p>\n'
        '<input placeholder="Sök här" type="text" value="Fritext">\n'
        '<input type="SUBMIT" value="Skicka">\n'
        '<table><tr><th abbr="Kort">Långt</th></tr></table>\n'
        '<select><optgroup label="Grupp"><option label="Val">v</option></optgroup></select>'
    )
    found = [(unit.msgid, unit.line, unit.notes[0].partition(" ·")[0]) for unit in body_units(html, ".html")]
    assert found == [
        ("Märke", 4, "Label for assistive technology"),
        ("Text", 4, "Paragraph"),
        ("En häst", 5, "Alternative text of an image: https://a.example/x.png"),
        ("Tips", 5, "Tooltip"),
        ("Sök här", 6, "Hint in a field"),
        ("Skicka", 7, "Text on a button"),
        ("Kort", 8, "Attribute abbr"),
        ("Långt", 8, "Table heading"),
        ("Grupp", 9, "Attribute label"),
        ("Val", 9, "Attribute label"),
        ("v", 9, "Option"),
    ]


def test_an_attribute_on_a_line_of_its_own_is_found_there() -> None:
    assert [(unit.msgid, unit.line) for unit in body_units('<p\n  title="Tips">Text</p>', ".html")] == [
        ("Tips", 5),
        ("Text", 4),
    ]


@pytest.mark.parametrize("alt", ["", " ", "–", "*"])
def test_an_attribute_without_words_is_kept_as_it_is(alt: str) -> None:
    assert msgids(f'<p>x <img src="https://a.example/x.png" alt="{alt}"></p>', ".html") == ["x <img1/>"]


def test_white_space_in_an_attribute_is_one_space() -> None:
    assert msgids('<p title="  ett\n  två ">x</p>', ".html")[0] == "ett två"


def test_a_context_keeps_equal_words_apart() -> None:
    body = 'Öppet\n\n{data-context="dörr"}\nÖppet\n\n<p data-context="fråga">En <b>öppen</b></p>'
    assert [unit.key for unit in body_units(body)] == [
        (None, "Öppet"),
        ("dörr", "Öppet"),
        ("fråga", "En <b>öppen</b>"),
    ]


def test_notes_say_what_kind_of_block_it_is_and_below_which_headings() -> None:
    body = (
        "Före\n\n# Omsorg\n\nInledning\n\n## Äldre\n\n- punkt\n\n### Hemma\n\n> citat\n\n## Barn\n\n"
        "| rubrik |\n|---|\n| cell |\n\n# Annat\n\n<dl><dt>ord</dt><dd>förklaring</dd></dl>\n\n"
        "<figure><figcaption>bildtext</figcaption></figure>\n\n<details><summary>mer</summary>text</details>\n"
    )
    assert [(unit.msgid, unit.notes) for unit in body_units(body)] == [
        ("Före", ("Paragraph",)),
        ("Omsorg", ("Heading 1",)),
        ("Inledning", ("Paragraph · Omsorg",)),
        ("Äldre", ("Heading 2 · Omsorg",)),
        ("punkt", ("List item · Omsorg › Äldre",)),
        ("Hemma", ("Heading 3 · Omsorg › Äldre",)),
        ("citat", ("Paragraph · Omsorg › Äldre › Hemma",)),
        ("Barn", ("Heading 2 · Omsorg",)),
        ("rubrik", ("Table heading · Omsorg › Barn",)),
        ("cell", ("Table cell · Omsorg › Barn",)),
        ("Annat", ("Heading 1",)),
        ("ord", ("Term · Annat",)),
        ("förklaring", ("Description · Annat",)),
        ("bildtext", ("Caption of a picture · Annat",)),
        ("mer", ("Summary of details · Annat",)),
        ("text", ("Text · Annat",)),
    ]


def test_notes_say_what_stands_in_place_of_opaque_placeholders() -> None:
    unit = body_units("Skriv [Tolkbar]{translate=no} som `<b>` här.")[0]
    assert unit.msgid == "Skriv <x1/> som <code><x2/></code> här."
    assert unit.notes == ("Paragraph", "x1: Tolkbar", "x2: <b>")


def test_a_note_says_what_an_empty_link_will_show() -> None:
    unit = body_units("Läs [](../documents/policy.pdf) och [kontakt](kontakt.md).")[0]
    assert unit.msgid == "Läs <a1></a1> och <a2>kontakt</a2>."
    title = "The empty link shows the title of what it leads to: ../documents/policy.pdf"
    assert unit.notes == ("Paragraph", title)
