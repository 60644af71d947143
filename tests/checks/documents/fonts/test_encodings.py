"""Names of glyphs, as annex D of ISO 32000-1 and the Adobe Glyph List have them."""

from __future__ import annotations

import pytest

from checks.documents.fonts.encodings import NOTDEF, characters, names, text_of

ENCODINGS = ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_letters_and_numerals_of_english_are_coded_alike(encoding: str) -> None:
    found = names(encoding)
    assert [found[code] for code in b"Az19 ."] == ["A", "z", "one", "nine", "space", "period"]
    assert min(found) == 0x20


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_name_is_one_that_the_list_has(encoding: str) -> None:
    strange = {name for name in names(encoding).values() if not text_of(name)}
    assert strange <= {"apple", NOTDEF}  # the Macintosh's own sign, and its code for deletion
    assert "apple" not in strange or encoding == "MacRomanEncoding"


def test_letters_of_swedish_and_german_have_their_codes() -> None:
    windows, macintosh = names("WinAnsiEncoding"), names("MacRomanEncoding")
    for code, name in zip("åäöÅÄÖß".encode("cp1252"), SWEDISH_AND_GERMAN, strict=True):
        assert windows[code] == name
    for code, name in zip("åäöÅÄÖß".encode("mac_roman"), SWEDISH_AND_GERMAN, strict=True):
        assert macintosh[code] == name


SWEDISH_AND_GERMAN = ("aring", "adieresis", "odieresis", "Aring", "Adieresis", "Odieresis", "germandbls")


def test_the_exceptions_of_the_annex_are_kept() -> None:
    windows = names("WinAnsiEncoding")
    assert (windows[0xA0], windows[0xAD], windows[0x81], windows[0x80]) == (
        "space",
        "hyphen",
        "bullet",
        "Euro",
    )
    assert names("MacRomanEncoding")[0xDB] == "currency"
    assert names("StandardEncoding")[0x27] == "quoteright"


def test_an_encoding_that_we_do_not_know_names_nothing() -> None:
    assert names("MacExpertEncoding") == names(None) == characters("Identity-H") == {}


def test_names_are_understood_by_their_parts() -> None:
    assert [text_of(name) for name in ("f_i", "a.sc", "uni00E5", "u1F600", "g12", ".notdef")] == [
        "fi",
        "a",
        "å",
        "\N{GRINNING FACE}",
        "",
        "",
    ]
