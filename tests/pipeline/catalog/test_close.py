"""A translator is offered what has been said before, the likest first, with the new text's placeholders."""

from __future__ import annotations

import pytest

from pipeline import po
from pipeline.catalog.close import Bank, Match, known_entries
from pipeline.model import Location


def bank(*entries: po.Entry, path: str = "a.po") -> Bank:
    """Return what is known where one catalog holds ``entries``."""
    made = Bank()
    made.put(path, known_entries(path, entries))
    return made


def offered(found: list[Match]) -> list[tuple[int, str]]:
    """Return how like each match is, and its translation."""
    return [(match.percent, match.msgstr) for match in found]


def test_the_same_text_comes_first_then_the_likest() -> None:
    known = bank(
        po.Entry("Ansök om bygglov i dag", "Heute Bauantrag"),
        po.Entry("Ansök om bygglov", "Bauantrag stellen", line=7),
        po.Entry("Skolor", "Schulen"),
    )
    found = known.near("Ansök om bygglov")
    assert offered(found) == [(100, "Bauantrag stellen"), (94, "Heute Bauantrag")]
    assert found[0] == Match(
        100, "Ansök om bygglov", "Bauantrag stellen", Location("a.po", 7), is_adapted=True
    )


def test_only_finished_translations_are_offered_those_of_the_past_too() -> None:
    known = bank(
        po.Entry("Läs mer", "Mehr", flags=("fuzzy",)),
        po.Entry("Läs merr"),
        po.Entry("Läs mera", "Mehr dazu", obsolete=True),
        po.Entry("Läs mer", "", plural="Läs mer", plural_strings=("a", "b")),
    )
    assert offered(known.near("Läs mer")) == [(97, "Mehr dazu")]


def test_a_translation_is_offered_once_the_usual_one_before_others() -> None:
    known = Bank()
    for path, msgstr in (("a.po", "Selten"), ("b.po", "Oft"), ("c.po", "Oft")):
        known.put(path, known_entries(path, [po.Entry("Läs mer", msgstr, "title" * (path == "d.po"))]))
    assert [(match.msgstr, match.place.path) for match in known.near("Läs mer", "")] == [
        ("Oft", "b.po"),
        ("Selten", "a.po"),
    ]


def test_the_context_of_the_text_goes_before_how_often() -> None:
    known = bank(po.Entry("Start", "Anfang"), po.Entry("Start", "Startseite", "title"))
    assert offered(known.near("Start", "title")) == [(100, "Startseite"), (100, "Anfang")]
    assert offered(known.near("Start", limit=1)) == [(100, "Anfang")]


def test_what_a_file_no_longer_holds_is_no_longer_offered() -> None:
    known = bank(po.Entry("Läs mer", "Mehr"))
    assert known.near("Läs mer")
    known.put("a.po", ())
    assert known.near("Läs mer") == []


@pytest.mark.parametrize(
    ("msgid", "known", "msgstr", "percent", "said"),
    [
        # The same text, its link another number of the new one.
        ("Läs <a2>mer</a2><br1/>", "Läs <a1>mer</a1><br2/>", "<br2/>Mehr <a1>da</a1>", 100,
         "<br1/>Mehr <a2>da</a2>"),
        # Two links: the first is the first, wherever the translation puts it.
        ("<a3>A</a3> och <a4>B</a4>", "<a1>A</a1> och <a2>B</a2>", "<a2>B</a2>, <a1>A</a1>", 100,
         "<a4>B</a4>, <a3>A</a3>"),
        # Another kind: no placeholder of the old text has a place in the new one.
        ("Läs <em>mer</em> här", "Läs <a1>mer</a1> här", "<a1>Mehr</a1><br2/>lesen", 99, "Mehr lesen"),
        ("Läs mer här", "Läs <strong>mer</strong> här", "Hier <strong>mehr</strong>", 80, "Hier mehr"),
        # The translation itself is broken.
        ("<a1>Mer</a1> här", "<a1>Mer</a1> här", "<a1>Mehr hier", 100, "Mehr hier"),
        # Less than signs are text.
        ("5 < 6 år", "5 < 7 år", "5 < 7 Jahre", 88, "5 < 7 Jahre"),
    ],
)  # fmt: skip
def test_placeholders_are_those_of_the_new_text_or_none(
    msgid: str, known: str, msgstr: str, percent: int, said: str
) -> None:
    [match] = bank(po.Entry(known, msgstr)).near(msgid)
    assert match.msgstr == said
    assert match.percent == percent


def test_long_texts_are_told_apart_by_what_they_begin_with_and_never_called_the_same() -> None:
    text = "ord " * 2000
    found = bank(po.Entry(text, "Wort"), po.Entry(text + "x", "Wörter")).near(text + "y")
    assert [match.percent for match in found] == [99, 99]


def test_among_thousands_the_likest_is_found_and_a_changed_file_needs_no_new_index() -> None:
    numbers = [f"Nummer {number} av allt som staden har byggt" for number in range(3000)]
    known = bank(*(po.Entry(text, text.upper()) for text in numbers))
    assert offered(known.near("Nummer 1234 av allt som staden har byggt"))[0][1] == numbers[1234].upper()
    known.put("b.po", known_entries("b.po", [po.Entry("Om biblioteket vid torget i staden", "Bücherei")]))
    assert offered(known.near("Om biblioteket vid ån i staden"))[0][1] == "Bücherei"
