"""What pages show, and what they show it in."""

from __future__ import annotations

import pytest

from checks.documents import Facts
from checks.documents.content import Content, PageContent, desk, painting, standing
from checks.documents.opened import Gap
from checks.documents.reading import read
from checks.specimens import specimen

TAGGED = 'tags\n  Document\n    P "Bygglov"\n'
FORM = (
    "object form << /Type /XObject /Subtype /Form /BBox [0 0 200 200]"
    " /Resources << /Font << /F1 @font >> {} >> {} >>\n"
)
PAGE = "page /Resources << /Font << /F1 @font >> /XObject << /Fm0 @form >> {} >>\n"
TEXT = "BT /F1 12 Tf 50 700 Td ({}) Tj ET"
IMAGE = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"


def facts(text: str) -> Facts:
    found = read(specimen(text))
    assert isinstance(found, Facts)
    return found


def content(text: str) -> Content:
    found = facts(text).content
    assert found is not None
    return found


def page(text: str) -> PageContent:
    return content(text).pages[0]


def painted(stream: str, *, before: str = TAGGED) -> PageContent:
    """Return the page that a content stream paints."""
    lines = "".join(f"  {line}\n" for line in stream.splitlines())
    return page(f"{before}content\n{lines}")


def said(stream: str) -> str:
    """Return the text of the first tag."""
    lines = "".join(f"  {line}\n" for line in stream.splitlines())
    return content(f"{TAGGED}content\n  /P << /MCID 0 >> BDC\n{lines}  EMC\n").texts.get(1, "")


def test_a_healthy_document_has_all_its_text_in_tags() -> None:
    found = content(TAGGED)
    assert found.texts == {1: "Bygglov"}
    assert found.pages[0] == PageContent(page=1, letters=7, painted=1, marks=1)


def test_every_kind_of_painting_counts() -> None:
    found = painted(
        f"{TEXT.format('a')}\n{IMAGE}\n0 0 m 9 9 l S\n0 0 9 9 re f\n0 0 9 9 re W n\n() Tj"
    ).untagged
    assert found is not None
    assert (found.texts, found.images, found.drawings, found.text) == (1, 1, 2, "a")


def test_marks_and_graphics_states_may_cross() -> None:
    assert painted(f"q /P << /MCID 0 >> BDC Q {TEXT.format('a')} EMC").untagged is None


def test_more_ends_than_beginnings_end_nothing() -> None:
    assert painted(f"EMC EMC /Artifact BMC {TEXT.format('a')} EMC EMC").untagged is None


def test_a_tag_is_named_by_the_mark_around_it_or_by_a_property_list_of_the_resources() -> None:
    before = TAGGED + "page /Resources << /Font << /F1 @font >> /Properties << /MC0 << /MCID 0 >> >> >>\n"
    assert painted(f"/P /MC0 BDC /Span BMC {TEXT.format('a')} EMC EMC", before=before).untagged is None
    assert painted(f"/P /MC1 BDC {TEXT.format('a')} EMC", before=before).untagged is not None


def test_a_form_is_painted_in_the_mark_around_it() -> None:
    before = PAGE.format("") + FORM.format("", "") + f"  {TEXT.format('Karta')}\n" + TAGGED
    assert painted("/Artifact BMC /Fm0 Do EMC", before=before).untagged is None
    found = content(before + "content\n  /P << /MCID 0 >> BDC /Fm0 Do EMC\n")
    assert found.texts == {1: "Karta"}
    assert painted("/Fm0 Do", before=before).untagged is not None


def test_a_form_in_two_marks_stands_in_both() -> None:
    before = PAGE.format("") + FORM.format("", "") + f"  {TEXT.format('Karta')}\n" + TAGGED
    found = painted("/Artifact BMC /Fm0 Do EMC /Fm0 Do", before=before)
    assert found.untagged is not None
    assert found.untagged.texts == 1


def test_a_form_has_marks_of_its_own_by_the_parent_tree() -> None:
    before = (
        PAGE.format("")
        + FORM.format("", "/StructParents 0")
        + f"  /P << /MCID 0 >> BDC {TEXT.format('a')} EMC\n"
        + TAGGED
    )
    assert painted("/Fm0 Do", before=before).untagged is None


def test_a_form_that_paints_itself_is_painted_once() -> None:
    before = (
        PAGE.format("")
        + FORM.format("/XObject << /Fm1 @form >>", "")
        + f"  /Fm1 Do {TEXT.format('a')}\n"
        + TAGGED
    )
    found = painted("/Fm0 Do", before=before)
    assert found.letters == 1


def test_a_form_without_resources_has_those_of_the_page() -> None:
    before = (
        PAGE.format("")
        + "object form << /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>\n"
        + f"  {TEXT.format('a')}\n"
        + TAGGED
    )
    assert painted("/Fm0 Do", before=before).letters == 1


def test_a_form_inherits_the_font() -> None:
    before = PAGE.format("") + FORM.format("", "") + "  BT (a) Tj ET\n" + TAGGED
    assert painted("BT /F1 12 Tf ET /Fm0 Do", before=before).letters == 1


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        ("BT /F1 12 Tf [(By) 20 (gg) -10 (lov)] TJ ET", "Bygglov"),
        ("BT /F1 12 Tf [(Sök) -300 (bygglov)] TJ ET", "Sök bygglov"),
        ("BT /F1 12 Tf 14 TL (Sök) Tj T* (bygglov) Tj (et) Tj ET", "Sök bygglovet"),
        ("BT /F1 12 Tf 14 TL (Sök) ' (bygglov) ' 1 1 (nu) \" ET", "Sök bygglov nu"),
        (
            "BT /F1 12 Tf 1 0 0 1 50 700 Tm (B) Tj 1 0 0 1 57 700 Tm (y) Tj 1 0 0 1 64 700 Tm (gg) Tj ET",
            "Bygg",
        ),
        ("BT /F1 12 Tf 50 700 Td (B) Tj 30 0 Td (y) Tj ET", "B y"),
        ("BT /F1 12 Tf (Sök) Tj ET BT /F1 12 Tf 0 -20 Td (bygglov) Tj ET", "Sök bygglov"),
        ("BT /F1 12 Tf (a\\344b) Tj <E5E4F6> Tj ET", "aäbåäö"),
        ("BT /F9 12 Tf (a) Tj ET", ""),
    ],
)
def test_text_is_read_in_words(stream: str, text: str) -> None:
    assert said(stream) == text


def test_text_in_another_language_than_its_tag_is_not_the_tags() -> None:
    assert said(f"{TEXT.format('Ja')} /Span << /Lang (en) >> BDC {TEXT.format('Yes')} EMC") == "Ja"


def test_invisible_text_is_counted_apart() -> None:
    found = painted("BT 3 Tr /F1 12 Tf (Karta) Tj 0 Tr (ab) Tj ET")
    assert (found.letters, found.hidden) == (2, 5)


def test_images_cover_a_share_of_the_page() -> None:
    half = f"q 297.5 0 0 842 0 0 cm {IMAGE} Q"
    assert painted(half).covered == pytest.approx(0.5)
    assert painted(f"q 5000 0 0 5000 -9 -9 cm {IMAGE} Q").covered == 1.0
    before = PAGE.format("") + FORM.format("", "/Matrix [2 0 0 1 0 0]") + f"  {half}\n" + TAGGED
    assert painted("/Fm0 Do", before=before).covered == pytest.approx(1.0)
    assert painted("q 1 0 0 1 595 0 cm /Fm0 Do Q", before=before).covered == 0


def test_an_image_needs_a_text_that_stands_for_it() -> None:
    tags = 'tags\n  Document\n    Figure /Alt (Karta) "x"\n    Figure "x"\n'
    marked = "/Figure << /MCID {} >> BDC " + IMAGE + " EMC"
    assert painted(marked.format(0), before=tags).pictures == 0
    assert painted(marked.format(1), before=tags).pictures == 1
    assert painted(IMAGE, before=tags).pictures == 1
    assert painted(f"/Artifact BMC {IMAGE} EMC", before=tags).pictures == 0


@pytest.mark.parametrize(
    ("under", "colours"),
    [
        ("", ["#ffffff"]),
        ("0 0 1 rg 0 690 595 40 re f", ["#0000ff"]),
        ("0 0 1 rg 0 690 m 595 690 l 595 730 l 0 730 l\nh f", ["#0000ff"]),
        ("0 0 0 0.5 k 0 690 595 40 re f", ["#808080"]),
        ("0 0 1 rg 0 690 595 40 re f 1 g 0 690 595 40 re f", ["#ffffff"]),
        ("0 0 1 rg 0 690 595 0.5 re f", ["#ffffff"]),  # a line
        ("0 0 1 rg 0 100 595 40 re f", ["#ffffff"]),  # elsewhere
        ("0 0 1 rg 0 690 60 40 re f", []),  # under a part of it
        ("1 1 0 0 k 0 690 595 40 re f", []),  # which blue that is, the press knows
        ("0 0 1 rg 0 690 m 595 690 l 300 800 l f", []),
        (f"q 595 0 0 40 0 690 cm {IMAGE} Q", []),
        ("/Sh0 sh", []),
    ],
)
def test_text_is_seen_on_what_lies_under_it_where_that_is_plain(under: str, colours: list[str]) -> None:
    found = painted(f"{under} BT 0.6 g /F1 12 Tf 50 700 Td (Bygglov) Tj ET").pale
    assert [pale.ground.hexadecimal for pale in found] == colours


def test_dark_text_on_white_is_not_remembered() -> None:
    assert painted(TEXT.format("Bygglov")).pale == ()


def test_transparent_areas_are_not_plain() -> None:
    before = TAGGED + "page /Resources << /Font << /F1 @font >> /ExtGState << /G0 << /ca 0.5 >> >> >>\n"
    text = "BT 0.6 g /F1 12 Tf 50 700 Td (Bygglov) Tj ET"
    assert painted(f"q /G0 gs 0 0 1 rg 0 690 595 40 re f Q {text}", before=before).pale == ()


def test_the_size_of_text_is_what_it_is_on_the_page() -> None:
    [pale] = painted("q 2 0 0 2 0 0 cm BT 0.6 g /F1 1 Tf 10 0 0 10 20 20 Tm (Bygglov) Tj ET Q").pale
    assert pale.size == pytest.approx(20)


def test_pale_text_that_is_shown_letter_by_letter_is_one() -> None:
    letters = " ".join(f"({letter}) Tj" for letter in "Bygglov")
    [pale] = painted(f"BT 0.6 g /F1 12 Tf 50 700 Td {letters} ET").pale
    assert pale.text == "Bygglov"


def test_pale_texts_in_two_colours_are_two() -> None:
    found = painted("BT 0.6 g /F1 12 Tf 50 700 Td (Bygg) Tj 0.7 g (lov) Tj 0.6 g (et) Tj ET").pale
    assert [pale.text for pale in found] == ["Bygg", "lov", "et"]


def test_pale_texts_of_two_sizes_are_two() -> None:
    found = painted("BT 0.6 g /F1 12 Tf 50 700 Td (Bygg) Tj /F1 15 Tf (lov) Tj ET").pale
    assert [pale.text for pale in found] == ["Bygg", "lov"]


def test_pale_text_of_very_many_letters_is_quoted_from_its_beginning() -> None:
    letters = " ".join(["(lov ) Tj"] * 500)
    [pale] = painted(f"BT 0.6 g /F1 1 Tf 50 700 Td {letters} ET").pale
    assert pale.text.startswith("lov lov")


def test_too_many_operators_are_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "OF_A_PAGE", 20)
    text = f"{TAGGED}content\n  /Artifact BMC\n" + "  0 0 m 9 9 l S\n" * 10 + "  EMC\n"
    found = facts(text)
    assert found.gaps == (Gap("content", "limit", 1),)
    assert found.content is not None
    assert not found.content.pages[0].is_whole


def test_too_many_marks_are_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "MARKS", 10)
    assert facts(f"{TAGGED}content\n" + "  /P BMC EMC\n" * 10).gaps == (Gap("content", "limit", 1),)


def test_forms_that_multiply_are_walked_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST", 3)
    found = facts(f"{TAGGED}content\n  {'/P BMC EMC ' * 9}\n")
    assert found.gaps == (Gap("content", "limit", 1),)
    assert found.content is not None
    assert not found.content.pages[0].is_whole


def test_a_stream_that_nobody_can_unpack_is_a_gap() -> None:
    found = facts(f"{TAGGED}object content << /Filter /Unheard >>\n  q Q\n")
    assert found.gaps == (Gap("content", "broken", 1),)


def test_values_of_another_type_are_no_values() -> None:
    assert painted("(a) /P BDC (b) 1 BMC 5 Tf /X Tm (a) Do [1] cm /P << /MCID (0) >> BDC").untagged is None
