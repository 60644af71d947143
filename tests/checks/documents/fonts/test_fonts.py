"""What is said of the fonts of a document: the specimen's own, changed."""

from __future__ import annotations

import msgspec
import pytest

from checks.documents import Facts
from checks.documents.fonts import Font, Glyph
from checks.documents.opened import Gap
from checks.documents.reading import read
from checks.specimens import specimen

SHOWN = "content\n  /H1 << /MCID 0 >> BDC BT /F1 12 Tf 50 780 Td {} ET EMC\n"
COMPOSITE = (
    "font /Subtype /Type0 /BaseFont /Specimen /Encoding {} /DescendantFonts [@cidfont] /ToUnicode null\n"
    "object cidfont << /Type /Font /Subtype /CIDFontType2 /BaseFont /Specimen /DW 600 {}"
    " /FontDescriptor @descriptor"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>\n"
)
TYPE3 = (
    "font /Subtype /Type3 /FontDescriptor null /ToUnicode null /CharProcs << /B @proc >>"
    " /Encoding << /Differences [66 /B /g7] >> /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0]\n"
    "object proc <<  >>\n  500 0 d0 0 0 9 9 re f\n"
)


def facts(text: str) -> Facts:
    found = read(specimen(text))
    assert isinstance(found, Facts)
    return found


def font(text: str) -> Font:
    (found,) = facts(text).fonts
    return found


def glyphs(text: str) -> dict[int, Glyph]:
    return {glyph.code: glyph for glyph in font(text).glyphs}


def composite(shown: str, encoding: str = "/Identity-H", entries: str = "/CIDToGIDMap /Identity") -> str:
    return COMPOSITE.format(encoding, entries) + SHOWN.format(f"{shown} Tj")


def test_a_font_that_is_used_is_described() -> None:
    found = font(SHOWN.format("(B) Tj"))
    assert (found.name, found.kind, found.page) == ("Specimen", "TrueType", 1)
    assert (found.is_rendered, found.is_embedded, found.unknown) == (True, True, "")
    assert found.glyphs == (
        Glyph(66, is_rendered=True, text="B", is_present=True, stated_width=600, drawn_width=600),
    )


def test_facts_go_from_process_to_process() -> None:
    found = facts(composite("<0023>")).fonts
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=tuple[Font, ...]) == found


def test_a_font_in_which_nothing_is_written_is_none() -> None:
    assert facts(SHOWN.format("() Tj")).fonts == ()


def test_what_is_invisible_is_used_and_not_rendered() -> None:
    assert not font(SHOWN.format("3 Tr (B) Tj")).is_rendered
    found = glyphs(SHOWN.format("(B) Tj 3 Tr (By) Tj"))
    assert {code: glyph.is_rendered for code, glyph in found.items()} == {66: True, 121: False}


def test_the_mark_of_a_subset_is_no_part_of_a_name_for_people() -> None:
    assert font("font /BaseFont /ABCDEF+Arial").family == "Arial"
    assert font("font /BaseFont /ABCDE+Arial").family == "ABCDE+Arial"
    assert not font("font /BaseFont /abcdef+Arial").is_subset


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ("tounicode\n  beginbfchar <42> <0058> endbfchar\n", "X"),
        ("tounicode\n  beginbfchar <0042> <0058> endbfchar\n", "X"),  # codes are numbers
        ("tounicode\n  beginbfchar <43> <0058> endbfchar\n", "B"),  # the encoding says it
        ("tounicode\n  /Adobe-Japan1-UCS2 usecmap\nfont /Encoding null\ndescriptor /Flags 4\n", ""),
        ("font /ToUnicode /Identity-H\n", "B"),
        ("font /ToUnicode null\n", "B"),
        ("font /ToUnicode null /Encoding << /Differences [66 /Aring] >>\n", "Å"),
        ("font /ToUnicode null /Encoding << /Differences [66 /uni00C5] >>\n", "Å"),
        ("font /ToUnicode null /Encoding << /Differences [66 /f_i.alt] >>\n", "fi"),
        ("font /ToUnicode null /Encoding << /Differences [66 /g7] >>\n", None),
        ("font /ToUnicode null /Encoding /MacExpertEncoding\n", ""),
        ("font /ToUnicode null /Encoding null\ndescriptor /Flags 4\n", None),
    ],
)
def test_a_code_means_what_the_first_map_says_that_has_it(changes: str, text: str | None) -> None:
    assert glyphs(changes + SHOWN.format("(B) Tj"))[66].text == text


def test_a_damaged_map_is_not_taken_for_a_missing_one() -> None:
    found = font("tounicode /Filter /Unheard\n  nothing\nfont /Encoding null\ndescriptor /Flags 4\n")
    assert not found.is_mapped
    assert {glyph.text for glyph in found.glyphs} == {""}


def test_a_damaged_program_is_not_taken_for_an_empty_one() -> None:
    found = font("fontfile\n  nothing\n")
    assert (found.is_embedded, found.unknown) == (True, "broken")
    assert {glyph.is_present for glyph in found.glyphs} == {None}


def test_without_its_program_a_font_of_symbols_may_have_any_glyph() -> None:
    symbols = "font /Encoding null\ndescriptor /Flags 4 /FontFile2 null\n"
    assert not glyphs(symbols + SHOWN.format("(\\001) Tj"))[1].is_notdef
    assert glyphs("descriptor /FontFile2 null\n" + SHOWN.format("(\\001) Tj"))[1].is_notdef


def test_a_width_that_is_missing_is_that_of_missing_ones() -> None:
    assert glyphs("font /Widths [500] /FirstChar 66\n" + SHOWN.format("(By) Tj"))[121].stated_width == 600
    none = "font /Widths [500] /FirstChar 66\ndescriptor /MissingWidth null\n"
    assert glyphs(none + SHOWN.format("(By) Tj"))[121].stated_width == 0
    assert glyphs("font /Widths null\n" + SHOWN.format("(B) Tj"))[66].stated_width is None


def test_the_procedures_of_a_type_3_font_are_its_glyphs() -> None:
    found = glyphs(TYPE3 + SHOWN.format("(BC) Tj"))
    assert found[66][2:4] == ("B", False)
    assert (found[67].text, found[67].is_present) == (None, False)


def test_identity_takes_codes_for_cids_and_a_map_takes_cids_to_glyphs() -> None:
    found = glyphs(composite("<00000023FFFF>"))
    assert found[0].is_notdef
    assert (found[0x23].is_present, found[0x23].drawn_width) == (True, 600)
    assert found[0xFFFF].is_present is False
    mapped = composite("<0001>", entries="/CIDToGIDMap @map") + (
        "object map << /Filter /ASCIIHexDecode >>\n  0000 0023>\n"
    )
    assert glyphs(mapped)[1].is_present


def test_widths_of_cids_are_ranges_and_lists() -> None:
    found = glyphs(composite("<002300240025>", entries="/CIDToGIDMap /Identity /W [35 [500] 36 36 510]"))
    assert [found[code].stated_width for code in (0x23, 0x24, 0x25)] == [500, 510, 600]


def test_an_embedded_cmap_takes_codes_to_cids() -> None:
    embedded = composite("<41427A>", encoding="@cmap") + (
        "object cmap << /Type /CMap /CMapName /Own >>\n"
        "  begincodespacerange <00> <7F> endcodespacerange begincidrange <41> <5A> 34 endcidrange\n"
    )
    found = glyphs(embedded)
    assert found[0x42].is_present
    assert found[0x7A].is_notdef  # in no range of CIDs


def test_a_predefined_cmap_is_not_followed() -> None:
    found = font(composite("<0042>", encoding="/UniJIS-UTF16-H"))
    assert (found.unknown, found.glyphs) == ("predefined", ())


def test_a_composite_font_without_a_cidfont_is_broken() -> None:
    found = facts("font /Subtype /Type0 /DescendantFonts 7 /Encoding /Identity-H\n" + SHOWN.format("(B) Tj"))
    assert found.fonts == ()
    assert Gap("fonts", "broken", 1) in found.gaps
