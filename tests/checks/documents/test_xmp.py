from __future__ import annotations

import pytest

from checks.documents.xmp import LARGEST, Property, Value, read_packet

DC, PDFUAID = "http://purl.org/dc/elements/1.1/", "http://www.aiim.org/pdfua/ns/id/"


def packet(inside: str, attributes: str = "", before: str = "") -> str:
    return (
        f'{before}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:dc="{DC}" xmlns:ua="{PDFUAID}" {attributes}>{inside}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )


ALTERNATIVE = (
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Taxa</rdf:li><rdf:li xml:lang="en">Fees</rdf:li>'
    "</rdf:Alt></dc:title>"
)


def test_a_text_has_languages() -> None:
    values = (Value("Taxa", "x-default"), Value("Fees", "en"))
    title = Property(DC, "title", "dc", values, is_alternative=True)
    assert read_packet(packet(ALTERNATIVE).encode()) == (title,)


def test_a_property_is_an_element_or_an_attribute_with_the_prefix_that_it_is_written_with() -> None:
    part = Property(PDFUAID, "part", "ua", (Value("1"),))
    assert read_packet(packet("<ua:part> 1\n</ua:part>").encode()) == (part,)
    assert read_packet(packet("", 'ua:part="1"').encode()) == (part,)
    assert read_packet(packet(f'<part xmlns="{PDFUAID}">1</part>').encode()) == (part._replace(prefix=""),)


def test_the_language_of_one_property_is_not_that_of_the_next() -> None:
    found = read_packet(packet('<dc:title xml:lang="sv">Taxa</dc:title><dc:format>pdf</dc:format>').encode())
    assert [one.values for one in found] == [(Value("Taxa", "sv"),), (Value("pdf"),)]


def test_what_is_deeper_than_a_value_is_left_out() -> None:
    inside = (
        '<dc:x><rdf:Bag><rdf:li rdf:parseType="Resource"><dc:title>A</dc:title></rdf:li></rdf:Bag></dc:x>'
    )
    (found,) = read_packet(packet(inside).encode())
    assert (found.name, found.values) == ("x", (Value(""),))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_packet_may_be_in_any_encoding_that_says_so(encoding: str) -> None:
    (found,) = read_packet(packet("<dc:title>Årstaxa</dc:title>").encode(encoding))
    assert found.values[0].text == "Årstaxa"


def test_a_packet_may_be_padded() -> None:
    assert read_packet(f"\n{packet(ALTERNATIVE)}\0\0 \n".encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Hej",
        packet("<dc:title>").encode(),
        packet("<dc:title>A & B</dc:title>").encode(),
        packet("<dc:title>Å</dc:title>").encode("latin-1"),
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        b" " * (LARGEST + 1),
        b"<a>" * 1_000,
        packet("&a;", before='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>').encode(),
    ],
    ids=["nothing", "no XML", "open", "ampersand", "latin-1", "no RDF", "too large", "too deep", "entities"],
)
def test_what_is_no_packet_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_packet(content)


def test_no_more_is_kept_than_anybody_reads() -> None:
    found = read_packet(packet("<dc:title>Taxa</dc:title>" * 50_000).encode())
    assert len(found) == 2_000
    (one,) = read_packet(packet(f"<dc:title>{'a' * 1_000_000}</dc:title>").encode())
    assert len(one.values[0].text) == 2_000
