from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from checks.documents import Facts
from checks.documents.reading import read
from checks.specimens import specimen


def opened(text: str = "") -> PdfReader:
    return PdfReader(BytesIO(specimen(text)), strict=True)


def test_without_a_statement_it_is_a_healthy_document() -> None:
    reader = opened()
    assert reader.pages[0].extract_text().splitlines() == ["Bygglov", "Sök bygglov innan du bygger."]
    assert reader.metadata is not None
    assert reader.metadata.title == "Bygglov"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Bygglov"}
    assert isinstance(read(specimen()), Facts)


def test_the_same_statements_make_the_same_bytes() -> None:
    assert specimen("catalog /Lang (en)") == specimen("catalog /Lang (en)")


def test_entries_are_set_and_removed() -> None:
    catalog = opened("catalog /Lang (en-GB) /MarkInfo null /Extra << /A [1 (b (c)) /D#20E] >>").root_object
    assert str(catalog["/Lang"]) == "en-GB"
    assert "/MarkInfo" not in catalog
    assert catalog["/Extra"] == {"/A": [1, "b (c)", "/D E"]}  # type: ignore[comparison-overlap]


def test_a_string_may_have_any_characters() -> None:
    assert opened("info /Title (Bygga – \\(nytt\\) “hus”)").metadata == {
        "/Title": "Bygga – (nytt) “hus”",
        "/CreationDate": "D:20260302093000+01'00'",
        "/ModDate": "D:20260302093000+01'00'",
    }


def test_the_header_is_the_first_line() -> None:
    assert specimen("header %PDF-2.0").startswith(b"%PDF-2.0\n%")


def test_a_further_object_is_referred_to_by_its_name() -> None:
    reader = opened(
        "catalog /Outlines @outlines\nobject outlines << /Count 0 /Self @outlines >>\nobject list [1 2]"
    )
    outlines = reader.root_object["/Outlines"]
    assert outlines["/Count"] == 0  # type: ignore[index]
    assert outlines["/Self"] == outlines  # type: ignore[index]


def test_a_stream_has_what_is_indented_below_it() -> None:
    reader = opened(
        "content\n  BT /F1 9 Tf (Ä) Tj ET\nobject form << /Type /XObject >>\n  q\n  Q\npage /X @form"
    )
    assert reader.pages[0].get_contents().get_data() == b"BT /F1 9 Tf (\xc4) Tj ET"  # type: ignore[union-attr]
    assert reader.pages[0]["/X"].get_data() == b"q\nQ"  # type: ignore[attr-defined]


def test_metadata_are_properties_or_a_whole_packet() -> None:
    properties = opened("metadata\n  <dc:creator><rdf:Seq><rdf:li>Bygg</rdf:li></rdf:Seq></dc:creator>")
    assert properties.xmp_metadata is not None
    assert properties.xmp_metadata.dc_creator == ["Bygg"]
    whole = opened("metadata /Subtype null\n  <x:xmpmeta/>").root_object["/Metadata"]
    assert whole.get_data() == b"<x:xmpmeta/>"  # type: ignore[attr-defined]
    assert "/Subtype" not in whole  # type: ignore[operator]


TABLE = """\
tags
  Document
    P /Lang (de)
      "Hallo"
      Link "Hej" annotation 1
    Table
      TR
        TH /ID (a) /A << /O /Table /Scope /Column >> "Avgift"
annotation /Subtype /Link /Contents (Hej)
"""


def test_tags_are_indented_as_they_are_nested() -> None:
    reader = opened(TABLE)
    tree = reader.root_object["/StructTreeRoot"]
    paragraph, table = tree["/K"][0]["/K"]  # type: ignore[index]
    assert (paragraph.get_object()["/S"], paragraph.get_object()["/Lang"]) == ("/P", "de")
    text, link = paragraph.get_object()["/K"]
    assert text == 0
    assert link.get_object()["/K"][0] == 1
    cell = table.get_object()["/K"][0]["/K"][0]
    assert cell["/A"] == {"/O": "/Table", "/Scope": "/Column"}
    assert tree["/IDTree"]["/Names"] == ["a", cell.indirect_reference]  # type: ignore[index]
    assert b"/TH << /MCID 2 >> BDC" in reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]


def test_what_stands_in_the_structure_is_found_from_the_page() -> None:
    reader = opened(TABLE)
    page = reader.pages[0]
    annotation = page["/Annots"][0]  # type: ignore[index]
    tree = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    numbers, parents = tree[::2], tree[1::2]
    assert numbers == [page["/StructParents"], annotation["/StructParent"]]
    link = parents[1].get_object()
    assert [parent.get_object()["/S"] for parent in parents[0]] == ["/P", "/Link", "/TH"]
    assert link["/K"][1]["/Obj"] == annotation.get_object()


def test_a_field_is_on_the_page_and_in_the_form() -> None:
    reader = opened("field /FT /Tx /T (namn) /TU (Namn)\nform /NeedAppearances true")
    fields = reader.get_fields()
    assert fields is not None
    assert fields["namn"]["/TU"] == "Namn"
    assert isinstance(reader.pages[0].raw_get("/Annots")[0], IndirectObject)
    assert reader.root_object["/AcroForm"]["/NeedAppearances"]  # type: ignore[index]


def test_it_may_be_encrypted_for_everybody_to_open() -> None:
    reader = opened("encrypt -1852")
    assert reader.is_encrypted
    assert reader.trailer["/Encrypt"]["/P"] & 512 == 0  # type: ignore[index]
    assert reader.pages[0].extract_text().startswith("Bygglov")
    assert reader.trailer["/Encrypt"]["/R"] == 3  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  catalog", "no statement"),
        ("kattalog /Lang (sv)", "no object kattalog"),
        ("catalog /Lang", "no entries"),
        ("catalog Lang (sv)", "no entries"),
        ("catalog /Lang (sv", "not written as PDF"),
        ("catalog /A << /B", "do not match"),
        ("catalog /A >>", "do not match"),
        ("catalog /A @nowhere", "no object nowhere"),
        ("tags\n      P", "too far"),
        ("tags\n  P text", "neither text"),
    ],
)
def test_a_statement_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        specimen(text)
