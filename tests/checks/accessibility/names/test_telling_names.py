"""What the rules on names share: words that say nothing, what is written on controls, where links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.accessibility.names._destinations import Destination
from checks.accessibility.names._label import is_contained, may_be_contained
from checks.accessibility.names._sameness import Sameness, sameness
from checks.accessibility.names.link_descriptive import LinkDescriptive
from checks.accessibility.names.link_same_name import LinkSameName
from checks.dom.tree import Nowhere
from checks.engine import Engine
from checks.judge import judge
from checks.model import Outcome
from checks.subjects import Page, gather
from checks.values.vague import (
    _sections,
    has_letters,
    is_file_name,
    is_format,
    is_numbered,
    is_pointing,
    plain,
    says_nothing,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", _sections())
def test_each_text_that_says_nothing_is_listed_once_and_as_it_is_compared(kind: str) -> None:
    texts = _sections()[kind]

    assert texts == [plain(text) for text in texts]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "text", ["Här", "»klicka här«", "LÄS MER …", "Click here!", "Read more >", "(hier)", "Weiterlesen"]
)
def test_signs_and_case_make_no_difference(text: str) -> None:
    assert says_nothing(text, "link")


@pytest.mark.parametrize("text", ["Läs mer om bad", "Hierarki", "Hereford", "Mehrheit", "Link 2"])
def test_other_words_may_say_something(text: str) -> None:
    assert not says_nothing(text, "link")


def test_a_format_may_come_with_a_size_and_a_placeholder_with_a_number() -> None:
    assert is_format("PDF, 2,4 MB")
    assert is_format("(docx)")
    assert not is_format("Rapport, pdf")
    assert is_numbered("Rubrik 12", "heading")
    assert not is_numbered("Artikel 12", "heading")
    assert is_pointing("Den här sidan")
    assert not is_pointing("Den här sidan om bad")
    assert is_file_name("index.html")
    assert not is_file_name("Så sparas bilden som foto.jpg")
    assert not has_letters("» …")


@pytest.mark.parametrize(
    ("label", "name", "contained"),
    [
        ("Sök", "sök på webbplatsen", True),
        ("Weiter …", "weiter zur Anmeldung", True),
        ("Öppettider (vardagar)", "Öppettider", True),
        ("E-post", "E post", True),
        ("✕", "Stäng", True),
        ("Öppna karta", "Öppna stadens karta", False),
        ("karta Öppna", "Öppna karta", False),
        ("bad", "badhus", False),
    ],
)
def test_the_words_of_a_label_stand_in_a_name_in_one_piece(label: str, name: str, contained: bool) -> None:  # noqa: FBT001
    assert is_contained(label, name) is contained


@pytest.mark.parametrize(
    ("label", "name", "perhaps"),
    [
        ("x", "Stäng", True),
        ("kv. Sigfrid", "kvarteret Sigfrid", True),
        ("SFI", "Svenska för invandrare", True),
        ("Nov 11", "November 11", True),
        ("Email", "E-mail", True),
        ("organise", "organize", True),
        ("市民", "市民センター", True),
        ("Hitta", "Sök på webbplatsen", False),
    ],
)
def test_a_person_decides_where_signs_and_spellings_differ(label: str, name: str, perhaps: bool) -> None:  # noqa: FBT001
    assert may_be_contained(label, name) is perhaps


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Destination("a.se", "/x", "", ""), Destination("a.se", "/x", "", ""), Sameness.SAME),
        (Destination("a.se", "/x", "", ""), Destination("a.se", "/y", "", ""), Sameness.UNKNOWN),
        (Destination("a.se", "/x", "", ""), Destination("b.se", "/x", "", ""), Sameness.UNKNOWN),
        (Destination("a.se", "/x", "", ""), Destination("b.se", "/y", "", ""), Sameness.DIFFERENT),
        (Destination("a.se", "/x", "", "a"), Destination("a.se", "/x", "", "b"), Sameness.UNKNOWN),
        (Destination("a.se", "/x", "q=1", ""), Destination("a.se", "/x", "q=2", ""), Sameness.UNKNOWN),
        (Destination("a.se", "/x", "", ""), None, Sameness.UNKNOWN),
    ],
)
def test_two_addresses_lead_to_the_same_or_not_or_nobody_can_tell(
    one: Destination, other: Destination | None, expected: Sameness
) -> None:
    assert sameness(Nowhere(), [one, other], name_tells=True) is expected


def test_a_name_that_promises_nothing_is_kept_by_one_address_alone() -> None:
    pages = (Destination("a.se", path, "", "") for path in ("/x", "/y"))
    assert sameness(Nowhere(), pages, name_tells=False) is Sameness.DIFFERENT


def test_a_page_of_many_links_is_one_question_to_a_person() -> None:
    content = "".join(f'<a href="{number}.html">Sida om {number}</a>' for number in range(50))
    (result,) = Engine([LinkDescriptive()], lambda _: None).examine(Page.read(content, "x.html"))

    assert result.outcome is Outcome.CANNOT_TELL
    assert len(result.findings) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Bygglov", "Bygglov", None),
        ("Protokoll 4", "Protokoll 5", Outcome.FAILED),
        (" ".join(f"ord{number}" for number in range(300)), "ett annat ord7", Outcome.CANNOT_TELL),
        (" ".join(f"ord{number}" for number in range(300)), "något helt annat", Outcome.FAILED),
    ],
    ids=["the same words", "other numbers", "one word in common", "none"],
)
def test_pages_under_one_name_are_compared_by_all_their_words(
    tmp_path: Path, one: str, other: str, expected: Outcome | None
) -> None:
    links = '<a href="a.html">Läs mer om detta</a> <a href="b.html">Läs mer om detta</a>'
    for name, text in (("index", links), ("a", f"<main>{one}</main>"), ("b", f"<main>{other}</main><p>")):
        (tmp_path / f"{name}.html").write_text(f"<!DOCTYPE html><title>Sida</title>{text}", "utf-8")
    findings = judge(gather([tmp_path]), [LinkSameName()]).findings
    assert [finding.outcome for finding in findings] == ([expected] if expected else [])
