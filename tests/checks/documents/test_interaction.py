"""What lies on the pages, what it does and what it holds, however a document puts it; loops end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from checks.documents import Facts
from checks.documents.opened import ANNOTATIONS, Gap
from checks.documents.reading import read
from checks.specimens import specimen

if TYPE_CHECKING:
    from checks.documents.actions import Action
    from checks.documents.annotations import Annotation
    from checks.documents.fields import Field


def facts(text: str) -> Facts:
    found = read(specimen(text))
    assert isinstance(found, Facts)
    return found


def laid(text: str) -> list[Annotation]:
    return [one for page in facts(text).annotated for one in page.annotations]


def actions(text: str) -> list[Action]:
    return [one for one in facts(text).actions.all if one.trigger != "open"]


def field(text: str) -> Field:
    return facts(text).fields[0]


@pytest.mark.parametrize(
    ("statement", "is_outside"),
    [
        ("annotation /Subtype /Text /Rect [600 0 620 20]", True),
        ("annotation /Subtype /Text /Rect [580 0 620 20]", False),
        ("annotation /Subtype /Text /Rect [620 20 580 0]", False),  # any two opposite corners
        ("annotation /Subtype /Text /Rect [50 50 60 60]\npage /CropBox [100 100 200 200]", True),
        (
            "annotation /Subtype /Text /Rect [50 50 60 60]\npages /CropBox [100 100 200 200]",
            True,
        ),  # inherited
        ("annotation /Subtype /Text /Rect null", False),
        ("annotation /Subtype /Text /Rect [1 2 (3) 4]", False),
    ],
)
def test_what_is_not_within_the_crop_box_is_outside(statement: str, is_outside: bool) -> None:  # noqa: FBT001
    assert [one.is_outside for one in laid(statement)] == [is_outside]


def test_a_page_that_lists_an_annotation_twice_has_it_once() -> None:
    assert len(laid("annotation /Subtype /Text\npage /Annots [@annotation1 null 7 @annotation1]")) == 1


def test_more_annotations_than_are_read_are_a_gap() -> None:
    found = facts(f"page /Annots [{'null ' * ANNOTATIONS} null]")
    assert Gap("annotations", "limit", 1) in found.gaps


def test_a_field_inherits_all_but_its_name_for_screen_readers() -> None:
    found = field(
        "annotation /Subtype /Widget /Parent @street\n"
        "object street << /T (gata) /Parent @address /Kids [@annotation1] >>\n"
        "object address << /T (adress) /FT /Tx /Ff 1 /TU (Adress) /V (Stora gatan) /Kids [@street] >>"
    )
    assert (found.name, found.kind, found.is_read_only, found.value) == (
        "adress.gata",
        "Tx",
        True,
        "Stora gatan",
    )
    assert found.alternate_name is None
    assert found.page == 1


def test_a_field_that_is_seen_nowhere_is_one() -> None:
    assert field("catalog /AcroForm << /Fields [<< /T (namn) /FT /Tx /V (Ek) >>] >>").page == 0


@pytest.mark.parametrize(
    "statement",
    [
        "field /T (a) /FT /Tx /Parent @annotation1",
        "field /T (a) /FT /Tx /Kids [@annotation1 @annotation1]",
        "annotation /Subtype /Widget /Parent @a\nobject a << /T (a) /Parent @a /Kids [@a @annotation1] >>",
    ],
)
def test_a_field_above_itself_is_read_once(statement: str) -> None:
    assert len(facts(statement).fields) == 1


def test_more_fields_than_are_read_are_a_gap() -> None:
    many = " ".join(["@kid"] * 30_000)
    found = facts(f"object kid << /T (a) >>\ncatalog /AcroForm << /Fields [<< /T (b) /Kids [{many}] >>] >>")
    assert Gap("fields", "limit") in found.gaps


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        ("(Ek)", "Ek"),
        ("/Ja", "Ja"),
        ("[(a) (b)]", "a, b"),
        ("<< /Type /Sig >>", ""),
        ("17", ""),
        ("[[(a)]]", ""),
    ],
)
def test_a_value_is_read_as_people_read_it(value: str, read_as: str) -> None:
    assert field(f"field /T (a) /FT /Tx /V {value}").value == read_as


def test_actions_that_follow_one_another_in_a_ring_are_met_once() -> None:
    found = actions(
        "annotation /Subtype /Link /A @first\n"
        "object first << /S /URI /URI (https://a.example/) /Next [@second @first] >>\n"
        "object second << /S /URI /URI (https://b.example/) /Next @first >>"
    )
    assert [one.address for one in found] == ["https://a.example/", "https://b.example/"]


def test_bookmarks_in_a_ring_are_met_once() -> None:
    found = actions(
        "catalog /Outlines @outlines\nobject outlines << /First @item >>\n"
        "object item << /Next @item /First @outlines /A << /S /URI /URI (https://a.example/) >> >>"
    )
    assert [(one.trigger, one.address) for one in found] == [("outline", "https://a.example/")]


def test_a_name_tree_in_a_ring_is_read_once() -> None:
    found = actions(
        "catalog /Names << /JavaScript @tree1 >>\n"
        "object tree1 << /Kids [@tree1 @leaf] >>\n"
        "object leaf << /Names [(a) << /S /JavaScript /JS (a) >> (b)] /Kids [@tree1] >>"
    )
    assert [one.script for one in found] == ["a"]


@pytest.mark.parametrize(
    ("destination", "page"),
    [
        ("[@page /Fit]", 1),
        ("[0 /Fit]", 1),
        ("[1 /Fit]", 0),
        ("[@catalog /Fit]", 0),
        ("(a)", 1),
        ("/b", 1),
        ("(c)", 0),
    ],
)
def test_a_destination_is_a_page_of_the_document(destination: str, page: int) -> None:
    found = actions(
        "catalog /Names << /Dests << /Names [(a) [@page /Fit]] >> >> /Dests << /b << /D [@page /Fit] >> >>\n"
        f"annotation /Subtype /Link /Dest {destination}"
    )
    assert [one.destination for one in found] == [page]


def test_a_script_may_stand_in_a_stream_of_any_encoding() -> None:
    document = specimen(
        "annotation /Subtype /Link /A << /S /JavaScript /JS @script >>\nobject script << >>\n  abcd"
    )
    found = read(document.replace(b"abcd", b"\xfe\xff\0a"))
    assert isinstance(found, Facts)
    assert [one.script for one in found.actions.all] == ["a"]


def test_a_file_is_found_once_wherever_it_hangs() -> None:
    found = facts(
        "catalog /AF [@file] /Names << /EmbeddedFiles << /Names [(a) @file (b) @other] >> >>\n"
        "annotation /Subtype /FileAttachment /FS @file\n"
        "object file << /Type /Filespec /F (a.csv) /UF (a.csv) /EF << /F @data /UF @data >> >>\n"
        "object other << /Type /Filespec /F (a.csv) /EF << /F @data >> >>\n"
        "object data << /Type /EmbeddedFile /Subtype /text#2Fcsv >>\n  1;2"
    ).attachments
    assert [(one.place, one.file.name, one.file.media_type) for one in found] == [
        ("annotation", "a.csv", "text/csv")
    ]


def updated(document: bytes, before: bytes, after: bytes) -> bytes:
    """Add a later version of the object that holds ``before``, as programs do that save a little change."""
    head = re.findall(rb"(\d+) 0 obj\n", document[: document.index(before)])[-1]
    trailer, start = re.findall(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)", document, re.DOTALL)[0]
    body = b"%b 0 obj\n%b\nendobj\n" % (head, after)
    table = b"xref\n%b 1\n%010d 00000 n \ntrailer\n<<%b /Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
    return document + body + table % (head, len(document), trailer, start, len(document) + len(body))


def test_what_an_earlier_version_of_the_file_held_is_gone() -> None:
    document = specimen("object data << /Type /EmbeddedFile >>\n  1;2")
    kept = read(document)
    gone = read(updated(document, b"/EmbeddedFile", b"<< >>"))
    assert isinstance(kept, Facts)
    assert isinstance(gone, Facts)
    assert [one.place for one in kept.attachments] == ["none"]
    assert not gone.attachments


def test_a_file_of_a_structure_element_or_a_picture_is_no_hidden_one() -> None:
    found = facts(
        'tags\n  Document\n    Figure /Alt (Diagram) /AF [@a] "x"\n'
        "page /Resources << /XObject << /X @form >> /Font << /F1 @font >> >>\n"
        "object form << /Subtype /Form /BBox [0 0 1 1] /AF [@b] >>\n"
        "  q Q\n"
        "object a << /Type /Filespec /F (a.csv) /EF << /F @data >> >>\n"
        "object b << /Type /Filespec /F (b.csv) /EF << /F @more >> >>\n"
        "object data << /Type /EmbeddedFile >>\n  1;2\n"
        "object more << /Type /EmbeddedFile >>\n  3;4"
    ).attachments
    assert {(one.page, one.place, one.file.name) for one in found} == {
        (0, "associated", "a.csv"),
        (1, "associated", "b.csv"),
    }


def test_renditions_in_a_ring_are_met_once() -> None:
    found = facts(
        "annotation /Subtype /Screen /A << /S /Rendition /R @selector >>\n"
        "object selector << /S /SR /R [@selector @rendition @rendition] >>\n"
        "object rendition << /S /MR /C << /S /MCD /CT (video/mp4) /D (a.mp4) >> >>"
    ).media
    assert [clip.content_type for clip in found.clips] == ["video/mp4"]
    assert [(one.kind, one.file.name) for one in found.externals] == [("media", "a.mp4")]


@pytest.mark.parametrize(
    ("alt", "descriptions"),
    [
        ("[(sv) (En film)]", (("sv", "En film"),)),
        ("[(sv) /film]", None),
        ("[(sv)]", None),
        ("(En film)", ()),
    ],
)
def test_descriptions_are_pairs_of_a_language_and_a_text(alt: str, descriptions: object) -> None:
    found = facts(
        f"annotation /Subtype /Screen /A << /S /Rendition /R << /C << /S /MCD /D (a) /Alt {alt} >> >> >>"
    ).media
    assert found.clips[0].descriptions == descriptions
