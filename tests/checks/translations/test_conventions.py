"""Good translations of other people follow conventions of their own, and nothing is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.engine import Engine
from checks.judge import judge
from checks.model import Outcome
from checks.registry import select
from checks.subjects import Catalog, CatalogFile, Inputs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def found(language: str, *pairs: tuple[str, str], source: str = "en") -> list[str]:
    """Return the rules with a finding on a catalog of these pairs, one a finding."""
    entries = "\n\n".join(f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}" for msgid, msgstr in pairs)
    catalog = Catalog.read((HEAD.format(language) + entries).encode(), "x.po", source=source)
    results = Engine(select(families=["translations"]), lambda _: None).examine(catalog)
    return [
        finding.rule.id
        for result in results
        for finding in result.findings
        if finding.outcome is Outcome.FAILED and finding.rule.id != "catalog-language"
    ]


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Could not start a process for the connection: ", "Prozess nicht startbar (fork-Fehler): "),
        ("State of the log : ", "Zustand des Protokolls: "),
        ("The value of the limit must be ", "Der Wert der Grenze muss sein: "),
        ("Do you want to go on? (y/n) ", "Möchten Sie fortfahren (j/n)? "),
        ("The file is damaged; go on with care", "Die Datei ist beschädigt. Gehen Sie vorsichtig vor."),
        ("Old Aramaic (up to 700 BCE)", "Altaramäisch (bis 700 v.Chr.)"),
        ("It may have the values 0,1,2 only.", "Nur die Werte 0, 1 oder 2 sind erlaubt."),
        ("The library is too old to support TLS 1.3", "Die Bibliothek ist zu alt für TLSv1.3"),
        ("The name has a forbidden dot (TR46)", "Der Name enthält einen verbotenen Punkt (TR 46)"),
        ("The province of Chiang Mai", "Die Provinz Chiang Mai"),
        ("Write to stad@stad.example about it", "Schreiben Sie dazu an <stad@stad.example>"),
        ("translator-credits", "Maja Muster <maja@muster.example>, 2005\nMax Muster, 2006"),
        ("calendar:week_start:0", "calendar:week_start:1"),
        ("The province of Esfahān", "Die Provinz Esfahan"),
    ],
)
def test_a_good_translation_is_left_alone(msgid: str, msgstr: str) -> None:
    assert found("de", (msgid, msgstr)) == []


@pytest.mark.parametrize(
    ("msgid", "msgstr", "rules"),
    [
        ("The value of the limit must be 5", "Der Wert der Grenze muss sein: 5", []),
        ("The value of the limit", "Der Wert der Grenze:", ["end-punctuation"]),
        ("Do you want to go on? (y/n)", "Fahren Sie fort (j/n)", ["end-punctuation"]),
        ("It may have the values 0,1,2 only.", "Nur die Werte 0, 1 oder 3 sind erlaubt.", ["values-kept"]),
        ("It closes in May.", "Es schließt im Juni.", ["values-kept"]),
        ("The library supports TLS 1.3", "Die Bibliothek unterstützt TLSv1.2", ["values-kept"]),
        ("Write to stad@stad.example", "Schreiben Sie an <stad@stadt.example>", ["addresses-kept"]),
    ],
)
def test_its_faulty_twin_is_found(msgid: str, msgstr: str, rules: Sequence[str]) -> None:
    assert found("de", (msgid, msgstr)) == rules


def test_a_long_dash_is_told_once_where_the_whole_catalog_has_it() -> None:
    pairs = [
        (f"Line {word} - too long", f"Rad {word} — för lång") for word in ("one", "two", "three", "four")
    ]
    others = [("Try again - later", "Försök igen – senare"), ("Wait - now", "Vänta – nu")]

    assert found("sv", *pairs) == ["dashes"]
    assert found("sv", pairs[0], *others) == ["dashes"]
    assert found("sv", *pairs[:2], *others) == ["dashes", "dashes"]


@pytest.mark.parametrize(
    ("number", "source"),
    [(40, "en"), (1, "sv")],
    ids=["without a Swedish vowel in a long text", "with too little to tell"],
)
def test_names_alone_are_taken_for_swedish_only_where_nothing_speaks_against_it(
    number: int, source: str
) -> None:
    names = "".join(
        f'msgid "Apasco-Apoala Mixtec Totonac {index:x}"\nmsgstr "x"\n\n' for index in range(number)
    )
    assert Catalog.read((HEAD.format("de") + names).encode(), "x.po").source == source


def swedish(msgid: str, msgstr: str, language: str = "de") -> list[str]:
    """Return the rules with a finding, in a catalog that keeps the name Skultuna elsewhere."""
    return found(language, ("Vi bor i Skultuna.", "Skultuna"), (msgid, msgstr), source="sv")


@pytest.mark.parametrize(
    "msgstr",
    [
        "Das Messing aus Skultunna ist alt.",
        "Das Messing aus Skutluna ist alt.",
        "Das Messing aus Skultna ist alt.",
    ],
)
def test_a_name_of_one_word_with_a_slip_is_found(msgstr: str) -> None:
    assert swedish("Mässingen från Skultuna är gammal.", msgstr) == ["names-kept"]


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Mässingen från Skultuna är gammal.", "Das Skultuna-Messing ist alt."),
        ("Vi har besök från Bryssel.", "Wir haben Besuch aus Brüssel."),
        ("Vi har besök från Afrika.", "Wir haben Besuch aus Afrika."),
        ("Läs mer under Bibliotek i staden.", "Lesen Sie mehr unter Bibliothek in der Stadt."),
        ("Här bor Viktor nära ån.", "Hier wohnt Victor am Fluss."),
    ],
)
def test_names_that_a_language_writes_in_its_own_way_are_left_alone(msgid: str, msgstr: str) -> None:
    assert swedish(msgid, msgstr) == []


@pytest.mark.parametrize(
    ("msgid", "msgstr", "language"),
    [
        ("Du betalar en avgift på 200 kronor.", "You pay an avgift of SEK 200.", "en"),
        ("Så söker du bygglov för ditt hus.", "So beantragen Sie bygglov für Ihr Haus.", "de"),
        ("Läs om utbildningarna i staden.", "Read about the utbildningarna in the city.", "en"),
        ("Lokala föreningar ordnar festen.", "The party is arranged by lokala föreningar in town.", "en"),
    ],
)
def test_a_swedish_word_without_its_vowels_is_found_where_it_is_left_over(
    msgid: str, msgstr: str, language: str
) -> None:
    assert "source-words" in swedish(msgid, msgstr, language)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "language"),
    [
        ("Vi har ett digital program.", "We have a digital programme.", "en"),
        ("Vi har ett regional kontor.", "Wir haben ein regional tätiges Büro.", "de"),
        ("Sidan heter ”Aktuellt om bygglov”.", "The page is called ‘Aktuellt om bygglov’.", "en"),
    ],
)
def test_words_that_two_languages_share_and_titles_are_left_alone(
    msgid: str, msgstr: str, language: str
) -> None:
    assert "source-words" not in swedish(msgid, msgstr, language)


USUAL = [(f"Filen {word}", f"The {word} of the municipality") for word in ("roof", "park", "hall", "bus")]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("municiaplity", 1),
        ("munipality", 0),  # two letters too few: nobody knows what is meant
        ("municipallity", 1),
        ("municpality", 1),
        ("municipalities", 0),
        ("municipalitys", 0),
        ("unicipality", 0),
    ],
)
def test_a_word_with_a_slip_is_told_where_the_site_has_it_right(
    tmp_path: Path, word: str, number: int
) -> None:
    assert len(misspelt(tmp_path, *USUAL, ("Filen x", f"The hill of the {word}"))) == number


def test_a_word_of_the_source_text_or_of_the_list_is_right(tmp_path: Path) -> None:
    odd = ("Filen municpality", "The hill of the municpality")
    assert misspelt(tmp_path, *USUAL, odd) == []
    (tmp_path / "words.txt").write_text("# Names\nMunicpality\n", "utf-8")
    assert misspelt(tmp_path, *USUAL, ("Filen x", odd[1])) == []


def misspelt(folder: Path, *pairs: tuple[str, str]) -> list[str]:
    """Return what is said of the spelling in a catalog of these pairs."""
    file = folder / "en.po"
    entries = "\n\n".join(f"msgid {quoted(msgid)}\nmsgstr {quoted(msgstr)}" for msgid, msgstr in pairs)
    file.write_text(HEAD.format("en") + entries, "utf-8")
    report = judge(Inputs(catalogs=(CatalogFile("en.po", file),)), select(["spelling"]))
    return [str(finding.message) for finding in report.findings]
