"""W3C ITS 2.0 in a page: its data categories as local HTML attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.skeleton import LocaleFilter
from tests.support import body_units, msgids, segmented

if TYPE_CHECKING:
    from pipeline.segment.model import Unit


def units(html: str) -> list[Unit]:
    return body_units(html, ".html")


def texts(html: str) -> list[str]:
    return msgids(html, ".html")


class TestTranslate:
    """https://www.w3.org/TR/its20/#trans-datacat, with HTML's own attribute."""

    def test_a_block_that_is_not_translated_is_no_unit(self) -> None:
        assert texts("<p translate=no>Tolkbar</p><p>Hej</p>") == ["Hej"]

    def test_it_holds_for_all_inside_and_for_attributes(self) -> None:
        assert texts("<div translate=no title=T><p>A</p><p>B <img alt=C src='//x'></p></div>") == []

    def test_it_can_be_turned_on_again_inside(self) -> None:
        assert texts("<div translate=no><p>A</p><p translate=yes>B</p></div>") == ["B"]
        assert texts("<div translate=no><p>A</p><p translate>B</p></div>") == ["B"]  # empty means yes

    def test_inline_it_is_a_value(self) -> None:
        found = units("<p>Skriv <code translate=no>sudo <b>rm</b></code> här</p>")
        assert [(unit.msgid, unit.notes) for unit in found] == [
            ("Skriv <x1/> här", ("Paragraph", "x1: sudo rm"))
        ]

    def test_what_is_translated_inside_an_inline_value_is_a_unit_of_its_own(self) -> None:
        html = "<p>Välj <span translate=no>Tolkbar <b translate=yes>nu</b></span> här</p>"
        assert texts(html) == ["nu", "Välj <x1/> här"]

    def test_what_it_says_is_read_without_regard_to_case(self) -> None:
        assert texts("<p translate=NO>A</p>") == []

    def test_a_value_in_a_block_that_is_not_translated_leaves_no_unit(self) -> None:
        assert texts("<p translate=no>A <b>B</b> <code translate=no>C</code></p>") == []


class TestLocalizationNote:
    """https://www.w3.org/TR/its20/#locNote-datacat."""

    def notes(self, html: str) -> tuple[str, ...]:
        return units(html)[0].notes

    def test_a_note_of_the_block(self) -> None:
        assert self.notes('<p its-loc-note="Om  \n staden">A</p>') == ("Paragraph", "Om staden")

    def test_an_alert_is_marked(self) -> None:
        html = '<p its-loc-note="Tolv tecken" its-loc-note-type="alert">A</p>'
        assert self.notes(html) == ("Paragraph", "Important: Tolv tecken")

    def test_a_description_is_not_marked(self) -> None:
        assert self.notes('<p its-loc-note="N" its-loc-note-type="description">A</p>') == ("Paragraph", "N")

    def test_a_reference(self) -> None:
        assert self.notes('<p its-loc-note-ref="https://a.example/n">A</p>') == (
            "Paragraph",
            "See https://a.example/n",
        )

    def test_a_note_holds_for_all_inside(self) -> None:
        html = '<ul its-loc-note="Yttre"><li>A</li><li its-loc-note="Inre">B</li></ul><p>C</p>'
        assert [unit.notes for unit in units(html)] == [
            ("List item", "Yttre"),
            ("List item", "Yttre", "Inre"),
            ("Paragraph",),
        ]

    def test_a_note_of_inline_markup_is_a_note_of_its_unit(self) -> None:
        html = '<p>Läs <a href="//x" its-loc-note="Lagens namn">lagen</a> nu</p>'
        assert self.notes(html) == ("Paragraph", "Lagens namn")

    def test_a_note_of_a_picture_is_a_note_of_its_text(self) -> None:
        found = units('<p>Se <img src="//x" alt="Häst" its-loc-note="En nordsvensk"> nu</p>')
        assert [(unit.msgid, "En nordsvensk" in unit.notes) for unit in found] == [
            ("Häst", True),
            ("Se <img1/> nu", True),
        ]

    def test_notes_are_not_published(self) -> None:
        page = segmented(
            '<p its-loc-note="N" its-loc-note-type="alert" data-context="c" its-within-text=no>A</p>', ".html"
        )
        assert "its-" not in str(page.skeleton)
        assert "data-context" not in str(page.skeleton)


class TestElementsWithinText:
    """https://www.w3.org/TR/its20/#elements-within-text."""

    def test_inline_elements_are_within_text_and_blocks_are_not(self) -> None:
        assert texts("<div>A <em>B</em> C<p>D</p>E</div>") == ["A <em>B</em> C", "D", "E"]

    def test_yes_takes_a_block_into_the_sentence(self) -> None:
        assert texts("<div>A <div its-within-text=yes>B</div> C</div>") == ["A <div1>B</div1> C"]

    def test_no_takes_an_inline_element_out_of_it(self) -> None:
        assert texts("<p>A <em its-within-text=no>B</em> C</p>") == ["A", "B", "C"]

    def test_no_takes_it_out_of_an_inline_element_too(self) -> None:
        assert texts("<p>A <b>B <em its-within-text=no>C</em></b> D</p>") == ["A", "B", "C", "D"]

    def test_nested_is_a_unit_of_its_own_inside_the_sentence(self) -> None:
        assert texts("<p>A<span its-within-text=nested>fotnot</span> B</p>") == ["fotnot", "A<span1/> B"]


class TestLocaleFilter:
    """https://www.w3.org/TR/its20/#LocaleFilter, with RFC 4647's extended filtering."""

    def languages(self, html: str, *tags: str) -> list[list[str]]:
        """Return the languages that each unit is for, of ``tags``."""
        return [[tag for tag in tags or ("sv", "en", "de") if unit.is_for(tag)] for unit in units(html)]

    def test_without_a_filter_content_is_for_all(self) -> None:
        assert self.languages("<p>A</p>") == [["sv", "en", "de"]]

    @pytest.mark.parametrize(
        ("attributes", "languages"),
        [
            ('its-locale-filter-list="en"', ["en"]),
            ('its-locale-filter-list="en, de"', ["en", "de"]),
            ('its-locale-filter-list="EN"', ["en"]),
            ('its-locale-filter-list="en" its-locale-filter-type="include"', ["en"]),
            ('its-locale-filter-list="en" its-locale-filter-type="exclude"', ["sv", "de"]),
            ('its-locale-filter-list="*"', ["sv", "en", "de"]),
            ('its-locale-filter-list="*" its-locale-filter-type="exclude"', []),
            ('its-locale-filter-list=""', []),
            ('its-locale-filter-list="" its-locale-filter-type="exclude"', ["sv", "en", "de"]),
        ],
    )
    def test_a_block_is_for_the_languages_of_its_filter(self, attributes: str, languages: list[str]) -> None:
        assert self.languages(f"<p {attributes}>A</p>") == [languages]

    @pytest.mark.parametrize(
        ("wanted", "admitted"),
        [
            ("de", ["de", "de-CH", "de-Latn-CH"]),
            ("de-CH", ["de-CH", "de-Latn-CH"]),
            ("*-CH", ["de-CH", "de-Latn-CH", "fr-CH"]),
            ("de-*-CH", ["de-CH", "de-Latn-CH"]),
            ("d", []),
        ],
    )
    def test_ranges_match_as_rfc_4647_says(self, wanted: str, admitted: list[str]) -> None:
        tags = ("de", "de-CH", "de-Latn-CH", "fr-CH", "sv")
        assert [tag for tag in tags if LocaleFilter((wanted,)).admits(tag)] == admitted

    def test_a_filter_inside_a_filter_narrows(self) -> None:
        html = '<div its-locale-filter-list="en, de"><p its-locale-filter-list="de, sv">A</p><p>B</p></div>'
        assert self.languages(html) == [["de"], ["en", "de"]]

    def test_inline_content_under_a_filter_is_a_unit_of_its_own(self) -> None:
        html = '<p>Ring <span its-locale-filter-list="en">from abroad</span> oss</p>'
        assert texts(html) == ["from abroad", "Ring <span1/> oss"]
        assert self.languages(html) == [["en"], ["sv", "en", "de"]]

    def test_an_attribute_is_for_the_languages_of_its_element(self) -> None:
        html = '<p its-locale-filter-list="en"><img alt="A" src="//x"></p>'
        assert self.languages(html) == [["en"]]


class TestPreserveSpace:
    """https://www.w3.org/TR/its20/#preservespace."""

    def test_white_space_is_one_space_by_default(self) -> None:
        assert texts("<p>A\n   B</p>") == ["A B"]

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert texts("<pre>  A\n   B\n\tC</pre>") == ["A\n   B\n\tC"]

    def test_xml_space_keeps_them_too(self) -> None:
        assert texts('<p xml:space="preserve">A\n   B</p>') == ["A\n   B"]

    def test_a_field_of_text_keeps_them_too(self) -> None:
        assert texts("<p>Skriv <textarea>A\n  B</textarea></p>") == ["A\n  B", "Skriv <textarea1/>"]

    def test_code_blocks_of_markdown_keep_them(self) -> None:
        assert msgids("```\nif x:\n    y\n```\n") == ["if x:\n    y"]
