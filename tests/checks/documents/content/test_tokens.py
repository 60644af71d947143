"""Content streams, taken apart (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

from random import Random

import pytest
from pypdf.generic import ContentStream, DecodedStreamObject

from checks.documents.content.tokens import (
    PATH,
    last_name,
    last_number,
    numbers,
    parsed,
    shown,
    statements,
)

STREAM = rb"""
% a comment (with a parenthesis
q 1 0 0 1 50 700.5 cm /GS0 gs
BT/F1 12 Tf 0 0 Td(Bygg\(lov\))Tj[(a)-20(b) <4142> -.5 ]TJ T* (x)' 1 2 (y)" ET
/P <</MCID 0/Lang(sv)>>BDC 0 0 m 10 10 l 20 0 30 10 40 0 c h S EMC
10 20 30 40 re W* n 0.5 g f* /Im0 Do true false null /X MP
Q
"""


def operators(data: bytes) -> list[bytes]:
    return [operator for operator, _, _ in statements(data) if operator]


def number_by_pypdf(data: bytes) -> int:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return len(ContentStream(stream, None).operations)


def test_operators_are_met_in_their_order_and_a_path_is_one() -> None:
    assert operators(STREAM) == [
        *(b"q", b"cm", b"gs", b"BT", b"Tf", b"Td", b"Tj", b"TJ", b"T*", b"'", b'"', b"ET"),
        *(b"BDC", PATH, b"S", b"EMC", PATH, b"W*", b"n", b"g", b"f*", b"Do", b"MP", b"Q"),
    ]


def test_as_many_operators_are_counted_as_pypdf_counts() -> None:
    stream = STREAM.replace(b"true false null", b"")
    assert sum(number for operator, _, number in statements(stream) if operator) == number_by_pypdf(stream)


@pytest.mark.parametrize(
    ("written", "strings"),
    [
        (b"(Bygglov)", [b"Bygglov"]),
        (b"(a(b(c)d)e)", [b"a(b(c)d)e"]),
        (rb"(\(\)\\\n\t\053\53\5x)", [b"()\\\n\t++\x05x"]),
        (b"(a\\\nb\\\r\nc\r\nd\re)", [b"abc\nd\ne"]),
        (rb"(\q)", [b"q"]),
        (rb"(\400\777\8)", [b"\x00\xff8"]),
        (b"()", [b""]),
        (b"<48 656C6c 6>", [b"Hell`"]),
        (b"[(a) -250 <62> 3.5 (c)]", [b"a", -250.0, b"b", 3.5, b"c"]),
        (b"(never closed", [b"never closed"]),
    ],
)
def test_strings_are_what_they_stand_for(written: bytes, strings: list[bytes | float]) -> None:
    assert shown(written) == strings


def test_operators_in_a_string_are_none() -> None:
    assert operators(b"(q Q BT (ET) \\) Q) Tj") == [b"Tj"]


def test_a_string_that_is_not_closed_goes_on_to_the_end() -> None:
    assert operators(b"q (Bygglov Tj ET Q") == [b"q"]


def test_property_lists_have_names_strings_numbers_arrays_and_one_another() -> None:
    assert parsed(b"/Span <</MCID 3 /Lang (sv) /A [1 /B (c)] /D <</E true>> /F null>>") == [
        "/Span",
        {"/MCID": 3.0, "/Lang": b"sv", "/A": [1.0, "/B", b"c"], "/D": {"/E": True}, "/F": None},
    ]


def test_property_lists_that_are_not_closed_end_with_the_operator() -> None:
    assert parsed(b"/P << /MCID 1 /A [2") == ["/P", {"/MCID": 1.0, "/A": [2.0]}]


def test_names_have_signs_by_their_numbers() -> None:
    assert last_name(b"/A#20B /L#c3#a4nk 1 2") == "Länk"
    assert last_name(b"1 2") == ""


def test_what_is_no_number_is_zero() -> None:
    assert numbers(b"1 -.5 +3 4.") == [1.0, -0.5, 3.0, 4.0]
    assert numbers(b"1 --5 2") == [1.0, 0.0, 2.0]
    assert last_number(b"/F1 12.5") == 12.5
    assert last_number(b"9" * 5000) == float("9" * 32)


@pytest.mark.parametrize(
    "image",
    [
        b"BI /W 4 /H 1 /BPC 8 /CS /G ID \nEI EI",  # the data have an EI of their own
        b"BI /W 9 /H 2 /IM true ID abEI\nEI",
        b"BI /L 5 ID 0\nEI EI",
        b"BI /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB ID EI EI",
        b"BI /W 1 /H 1 /F /AHx ID 00>EI",
        b"BI /W 9 /H 9 /F /Fl ID \x80 EI \x90\x91 \nEI",
        b"BI /W 1 /H 1 /BPC 8 /CS /CS0 ID \xff\xfe EI",
        b"BI /W 1 /H 1 /CS [/I /RGB 1 <000000ffffff>] /BPC 1 ID \x80 EI",
    ],
)
def test_an_inline_image_is_passed_over(image: bytes) -> None:
    assert operators(b"q " + image + b"\nQ (x) Tj") == [b"q", b"BI", b"ID", b"Q", b"Tj"]


def test_an_inline_image_without_an_end_ends_the_stream() -> None:
    assert operators(b"q BI /W 1 ID \x80\x81 Q") == [b"q", b"BI", b"ID"]


@pytest.mark.parametrize(
    "sign", [b"(", b"<", b"[", b"<<", b"/", b"9", b"(\\", b"BI ID ", b"%", b")", b"{", b"\xff", b"(a"]
)
def test_a_sign_that_is_repeated_a_hundred_thousand_times_is_read_once(sign: bytes) -> None:
    assert len(list(statements(sign * 100_000))) <= 200_001


@pytest.mark.parametrize("seed", range(30))
def test_any_bytes_are_read_to_their_end(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - chance that repeats itself; nothing here is secret
    pieces = [
        b"(",
        b")",
        b"<<",
        b">>",
        b"[",
        b"]",
        b"/",
        b"BT",
        b"Tj",
        b"1 ",
        b"\\",
        b" ",
        b"BI",
        b"ID",
        b"EI",
        b"\n",
        b"\xe5",
    ]
    data = b"".join(chance.choices(pieces, k=2_000))
    for operator, operands, number in statements(data):
        assert number >= 0
        assert isinstance(shown(operands), list)
        assert isinstance(parsed(operands), list)
        assert isinstance(operator, bytes)
