from __future__ import annotations

from checks.documents import Facts
from checks.documents.metadata import TOO_LARGE, Identification, Information, Metadata
from checks.documents.opened import Gap
from checks.documents.reading import read
from checks.documents.xmp import Value
from checks.specimens import specimen


def facts(text: str) -> Facts:
    found = read(specimen(text))
    assert isinstance(found, Facts)
    return found


def metadata(properties: str) -> Metadata:
    found = facts("metadata\n  " + properties.replace("\n", "\n  ")).metadata
    assert found is not None
    return found


def test_metadata_say_to_what_a_document_conforms() -> None:
    found = metadata(
        "<pdfuaid:part>1</pdfuaid:part><pdfuaid:corr>A</pdfuaid:corr><pdfaid:part>2</pdfaid:part>"
    )
    assert found.identified("part") == Identification("part", "pdfuaid", "1")
    assert found.identified("corr") == Identification("corr", "pdfuaid", "A")
    assert found.identified("amd") is None
    assert found.pdfa == ("2",)


def test_the_title_is_the_one_for_all_readers_or_the_first() -> None:
    swedish, default = '<rdf:li xml:lang="sv">Taxa</rdf:li>', '<rdf:li xml:lang="x-default">Fees</rdf:li>'
    both = metadata(f"<dc:title><rdf:Alt>{swedish}{default}</rdf:Alt></dc:title>")
    assert (both.title, both.alternatives[0].has_language) == ("Fees", True)
    one = metadata(f"<dc:title><rdf:Alt>{swedish}</rdf:Alt></dc:title>")
    assert (one.title, one.alternatives[0].has_language) == ("Taxa", True)
    assert metadata("<pdfuaid:part>1</pdfuaid:part>").title is None


def test_a_title_without_languages_is_for_all_readers() -> None:
    found = metadata("<dc:title>Taxa</dc:title>")
    assert found.titles == (Value("Taxa", "x-default"),)
    assert not found.alternatives[0].has_language


def test_people_dates_and_programs_are_kept_as_they_are_written() -> None:
    found = metadata(
        "<dc:creator><rdf:Seq><rdf:li>Byggkontoret</rdf:li><rdf:li>anna01</rdf:li></rdf:Seq></dc:creator>"
        "<dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>"
        "<xmp:CreateDate>2026</xmp:CreateDate><xmp:ModifyDate>i går</xmp:ModifyDate>"
        "<xmp:CreatorTool>Ordbehandlare</xmp:CreatorTool><pdf:Producer>Skrivare</pdf:Producer>"
    )
    assert (found.creators, found.languages) == (("Byggkontoret", "anna01"), ("sv",))
    assert (found.created, found.modified) == ("2026", "i går")
    assert (found.tool, found.producer) == ("Ordbehandlare", "Skrivare")


def test_metadata_that_cannot_be_read_say_why() -> None:
    broken = facts("metadata\n  <x:xmpmeta").metadata
    assert broken is not None
    assert broken.problem


def test_where_there_is_no_stream_there_are_no_metadata() -> None:
    assert facts("catalog /Metadata null").metadata is None
    assert facts("catalog /Metadata << >>").metadata is None


def test_a_gigantic_packet_is_not_read() -> None:
    found = facts("metadata\n  <?xpacket" + " " * 2_000_001)
    assert found.metadata == Metadata(TOO_LARGE)
    assert Gap("metadata", "limit") in found.gaps


def test_the_information_dictionary_is_read_beside_them() -> None:
    given = "info /Title (Taxa) /Author (Bygg) /Subject (A) /Keywords (B) /Creator (C) /Producer (D)"
    assert facts(given).information == Information(
        "Taxa", "Bygg", "A", "B", "C", "D", "D:20260302093000+01'00'", "D:20260302093000+01'00'"
    )
    assert facts("trailer /Info null").information is None
