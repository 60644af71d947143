"""Rules on what documents show, where an example would hide what it is about."""

from __future__ import annotations

import pytest

from checks.documents import Facts
from checks.documents.content import desk
from checks.documents.reading import read
from checks.documents.structure import reading
from checks.model import PASSED, Failed, Unjudged, Verdict
from checks.registry import BY_ID
from checks.specimens import specimen
from checks.subjects import Document

TEXT = "BT /F1 12 Tf 50 700 Td ({}) Tj ET"
TAGS = 'tags\n  Document\n    P "Bygglov"\n'
SECOND = """\
pages /Kids [@page @second] /Count 2
object second << /Type /Page /Parent @pages /MediaBox [0 0 595 842] /Contents @more /Resources @fonts >>
object fonts << /Font << /F1 @font >> >>
object more << >>
  {}
"""
SWEDISH = "Du som vill bygga nytt eller bygga till behöver ofta ett bygglov från kommunen."
ENGLISH = "You often need a permit from the municipality before you build anything new."


def verdicts(text: str, rule: str) -> list[Verdict]:
    facts = read(specimen(text))
    assert isinstance(facts, Facts)
    return [BY_ID[rule].expectation(target) for target in BY_ID[rule].applicability(Document("a.pdf", facts))]


def failures(text: str, rule: str) -> list[str]:
    return [str(verdict.message) for verdict in verdicts(text, rule) if isinstance(verdict, Failed)]


def test_each_page_with_untagged_content_is_named() -> None:
    text = TAGS + SECOND.format(TEXT.format("Bilaga"))
    assert len(verdicts(text, "pdf-content-tag")) == 2
    assert len(failures(text, "pdf-content-tag")) == 1


def test_the_first_page_of_a_document_without_tags_stands_for_all() -> None:
    text = "catalog /StructTreeRoot null\n" + TAGS + SECOND.format(TEXT.format("Bilaga"))
    assert len(failures(text, "pdf-content-tag")) == 1


def test_content_is_not_called_untagged_where_some_tags_were_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "ELEMENTS", 1)
    text = 'tags\n  Document\n    P "Ett"\n    P "Två"\n    P "Tre"\n'
    assert [type(verdict) for verdict in verdicts(text, "pdf-content-tag")] == [Unjudged]


def test_a_document_that_is_too_long_never_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "OPERATORS", 20)
    text = TAGS + SECOND.format("/Artifact BMC " + "0 0 m 9 9 l S " * 9 + "EMC")
    assert [type(verdict) for verdict in verdicts(text, "pdf-content-tag")] == [
        type(PASSED),
        type(PASSED),
        Unjudged,
    ]


def test_pages_that_are_broken_are_told_of_once() -> None:
    broken = SECOND.format("q Q").replace("more << >>", "more << /Filter /Unheard >>")
    text = f"{TAGS}{broken}object content << /Filter /Unheard >>\n"
    assert [type(verdict) for verdict in verdicts(text, "pdf-content-language")] == [Unjudged]


def test_texts_of_spans_are_told_of_once_a_page_by_the_longest() -> None:
    spans = "".join(f"/Span << /ActualText ({text}) >> BDC EMC " for text in (" ", "Byggnad", "B"))
    text = f"catalog /Lang null\n{TAGS}content\n  {spans}\n"
    [message] = failures(text, "pdf-span-actual-text")
    assert '"Byggnad"' in message


def test_a_form_that_is_shown_twice_may_hold_identifiers_in_a_form_inside() -> None:
    text = (
        "page /Resources << /XObject << /Fm0 @outer >> >>\n"
        "object outer << /Type /XObject /Subtype /Form /BBox [0 0 9 9]"
        " /Resources << /XObject << /Fm1 @inner >> >> >>\n  /Fm1 Do\n"
        "object inner << /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>\n  /P << /MCID 0 >> BDC EMC\n"
        "content\n  {}\n"
    )
    assert failures(text.format("/Fm0 Do"), "pdf-form-object-once") == []
    assert len(failures(text.format("/Fm0 Do /Fm0 Do"), "pdf-form-object-once")) == 1


@pytest.mark.parametrize("language", ["sv", "sv-SE", "SV-se", "sv-FI"])
def test_the_language_may_be_stated_more_closely_than_it_can_be_told(language: str) -> None:
    text = f'catalog /Lang ({language})\ntags\n  Document\n    P "{SWEDISH}"\n'
    assert verdicts(text, "pdf-language-detected") == [PASSED]


def test_the_language_of_untagged_text_is_told_as_well() -> None:
    swedish = SWEDISH.replace("ö", "\\366").replace("å", "\\345")
    text = f"catalog /Lang (en)\ncontent\n  {TEXT.format(swedish)}\n"
    assert len(failures(text, "pdf-language-detected")) == 1


def test_a_document_of_which_each_tag_states_its_language_states_none_itself() -> None:
    text = (
        f'catalog /Lang null\ntags\n  Document\n    P /Lang (sv) "{SWEDISH}"\n    P /Lang (en) "{ENGLISH}"\n'
    )
    assert verdicts(text, "pdf-language-detected") == []
    assert failures(text, "pdf-content-language") == []


def test_a_part_in_another_language_may_say_so_in_a_tag_above() -> None:
    text = f'tags\n  Document\n    P "{SWEDISH}"\n    Sect {{}}\n      P "{ENGLISH}"\n'
    assert failures(text.format("/Lang (en-GB)"), "pdf-part-language") == []
    assert len(failures(text.format(""), "pdf-part-language")) == 1


def test_the_same_two_colours_are_told_of_once() -> None:
    pale = "BT 0.7 g /F1 12 Tf 50 700 Td (Ett) Tj 0 -20 Td (Tv\\345) Tj ET"
    assert len(failures(f"content\n  {pale}\n", "pdf-text-contrast")) == 1


def test_a_picture_on_a_page_with_text_is_no_scan() -> None:
    image = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    assert failures(f"content\n  {image}\n  {TEXT.format('Detaljplan')}\n", "pdf-scan") == []


def test_a_form_may_be_short() -> None:
    assert verdicts(f"field /FT /Tx /T (namn) /TU (Namn)\n{TAGS}", "pdf-short-text") == []
