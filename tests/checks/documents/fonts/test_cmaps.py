"""CMap files as programs write them, and as nobody should."""

from __future__ import annotations

import pytest

from checks.documents.fonts.cmaps import SIZE, CMapFile, Space, TooMuchError, read_cmap
from checks.documents.fonts.codes import Cutter, byte_pairs
from checks.documents.fonts.predefined import COLLECTIONS, NAMES

EVERY = range(0x10000)


def cmap(text: str) -> CMapFile:
    return read_cmap(text.encode())


def meaning(text: str) -> dict[int, str]:
    return cmap(text).texts_of(EVERY)


def test_characters_and_ranges_map_to_unicode() -> None:
    assert meaning("2 beginbfchar <01> <0042> <02> <0066 0066> endbfchar") == {1: "B", 2: "ff"}
    assert meaning("1 beginbfrange <05> <07> <00E4> endbfrange") == {5: "ä", 6: "å", 7: "æ"}
    assert meaning("1 beginbfrange <05> <06> [<00E4> <00F6>] endbfrange") == {5: "ä", 6: "ö"}


def test_it_may_stand_on_one_line_or_on_many() -> None:
    assert meaning("beginbfchar<01><0042>endbfchar\rbeginbfrange\r<02>\r<02>\r<00e5>\rendbfrange") == {
        1: "B",
        2: "å",
    }


def test_a_comment_maps_nothing() -> None:
    assert meaning("beginbfchar % <01> <0042>\n<02> <0043> endbfchar") == {2: "C"}


def test_a_range_goes_over_the_border_of_a_byte() -> None:
    assert meaning("beginbfrange <00FE> <0101> <01FE> endbfrange") == {
        0xFE: "\u01fe",
        0xFF: "\u01ff",
        0x100: "\u0200",
        0x101: "\u0201",
    }


def test_an_array_that_is_too_short_maps_what_it_has() -> None:
    assert meaning("beginbfrange <01> <09> [<0041>] endbfrange") == {1: "A"}


def test_a_character_beyond_the_first_plane_has_two_halves_and_one_half_is_none() -> None:
    assert meaning("beginbfchar <01> <D83DDE00> <02> <D83D> endbfchar") == {
        1: "\N{GRINNING FACE}",
        2: "\N{REPLACEMENT CHARACTER}",
    }
    assert meaning("beginbfrange <01> <02> <D7FF> endbfrange")[2] == "\N{REPLACEMENT CHARACTER}"


def test_a_name_of_a_glyph_and_a_single_byte_are_understood() -> None:
    assert meaning("beginbfchar <01> /aring <02> <42> <03> <> endbfchar") == {1: "å", 2: "B", 3: ""}


def test_what_comes_last_counts() -> None:
    both = ("beginbfchar <41> <0058> endbfchar", "beginbfrange <40> <42> <0040> endbfrange")
    assert meaning(" ".join(both))[0x41] == "A"
    assert meaning(" ".join(reversed(both)))[0x41] == "X"


def test_a_list_that_is_never_closed_maps_nothing() -> None:
    assert meaning("beginbfchar <01> <0042>") == {}
    assert meaning("beginbfchar <01> <0042> beginbfchar <02> <0043> endbfchar") == {1: "B", 2: "C"}


def test_codes_map_to_cids() -> None:
    found = cmap("1 begincidrange <0000> <00FF> 100 endcidrange 1 begincidchar <0005> 7 endcidchar")
    assert found.cids_of([4, 5, 0x100]) == {4: 104, 5: 7}


def test_it_says_its_direction_its_collection_and_what_it_builds_on() -> None:
    found = cmap(
        "/UniJIS-UTF16-H usecmap /CIDSystemInfo 3 dict dup begin /Registry (Adobe) def"
        " /Ordering (Japan1) def /Supplement 4 def end def /WMode 1 def"
    )
    assert (found.mode, found.others) == (1, ("UniJIS-UTF16-H",))
    assert str(found.collection) == "Adobe-Japan1-4"


def test_ranges_on_ranges_come_to_an_end() -> None:
    with pytest.raises(TooMuchError):
        meaning("beginbfrange " + "<0000> <FFFF> <0020> " * 10 + "endbfrange")
    with pytest.raises(TooMuchError):
        read_cmap(b" " * (SIZE + 1))


def test_strings_are_cut_by_the_ranges_of_codes() -> None:
    spaces = cmap("begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange").spaces
    assert spaces == (Space(b"\0", b"\x80"), Space(b"\x81\x40", b"\x9f\xfc"))
    assert Cutter(spaces).codes(b"A\x81\x40B") == (0x41, 0x8140, 0x42)
    assert Cutter(spaces).codes(b"\x81\x20A") == (0x81, 0x20, 0x41)  # no such code: as long as the shortest
    assert Cutter(()).codes(b"AB") == ()


def test_identity_takes_two_bytes_and_leaves_an_odd_one() -> None:
    assert list(byte_pairs(b"\x00A\x01\x02\x03")) == [0x41, 0x102]


def test_the_predefined_cmaps_are_those_of_the_standard() -> None:
    assert len(NAMES) == 61
    assert {"Identity-V", "UniJIS-UCS2-HW-V", "ETenms-B5-H", "KSCpc-EUC-H", "V"} <= NAMES
    assert not {"KSCpc-EUC-V", "83pv-RKSJ-V", "Identity"} & NAMES
    assert COLLECTIONS["KSCms-UHC-HW-V"].ordering == "Korea1"
