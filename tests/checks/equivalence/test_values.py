"""What counts as the same value in Swedish, English and German, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.equivalence import Kind, compare, read

HOMES = {"sv": "SE", "en": "SE", "de": "DE"}


def difference(source: str, translation: str, language: str, from_: str = "sv") -> bool:
    regions = tuple(dict.fromkeys((HOMES[from_], HOMES.get(language, "SE"))))
    return bool(compare(read(source, from_, regions), read(translation, language, regions)))


@pytest.mark.parametrize(
    ("swedish", "english", "german"),
    [
        # numbers
        ("pdf, 682,4 kB", "PDF, 682.4 kB", "PDF, 682,4 kB"),
        ("1 234,5", "1,234.5", "1.234,5"),
        ("1\u00a0234,5", "1,234.50", "1234,5"),
        ("10 000 invånare", "10,000 people", "10.000 Einwohner"),
        ("0,5–1 km", "0.5 to 1 km", "0,5 bis 1 km"),
        ("682.4 kB", "682.4 kB", "682,4 kB"),  # a decimal point is a fault of form in Swedish, not of value
        ("\u22125 grader", "-5 degrees", "–5 Grad"),
        ("de fyra dokumenten", "the 4 documents", "die vier Dokumente"),
        ("en tvåårig utbildning", "a 2-year course", "eine zweijährige Ausbildung"),
        # percent and money
        ("12 %", "12%", "12 Prozent"),
        ("12,5 procent", "12.5 per cent", "12,5 %"),
        ("1 234,50 kr", "SEK 1,234.50", "1.234,50 SEK"),
        ("100 000 kronor", "100,000 kronor", "100.000 Kronen"),
        ("2,5 miljoner kronor", "SEK 2,500,000", "2,5 Mio. SEK"),
        ("2–3 miljarder", "2 to 3 billion", "2–3 Milliarden"),
        # dates
        ("7 mars 2025", "7 March 2025", "7. März 2025"),
        ("den 7 mars 2025", "March 7, 2025", "07.03.2025"),
        ("2025-03-07", "7th of March 2025", "7.3.2025"),
        ("7–9 mars 2025", "7 to 9 March 2025", "7.–9. März 2025"),
        ("30 mars–2 april 2025", "30 March to 2 April 2025", "30. März bis 2. April 2025"),
        ("30 december 2025–2 januari 2026", "30 December 2025 to 2 January 2026", "30.12.2025 bis 2.1.2026"),
        ("i mars 2025", "in March 2025", "im März 2025"),
        ("senast i maj", "by May", "bis Mai"),
        ("7/3", "7 March", "7. März"),
        ("från 2 till 4 kan räcka", "from 2 to 4 may be enough", "2 bis 4 können reichen"),
        ("7 maj till 3 juni", "7 may to 3 june", "7. Mai bis 3. Juni"),
        # years
        ("2026–2030", "2026 to 2030", "2026–2030"),
        ("läsåret 2024/25", "the school year 2024 to 2025", "das Schuljahr 2024/2025"),
        ("på 1990-talet", "in the 1990s", "in den 1990er Jahren"),
        ("på 1900-talet", "in the 20th century", "im 20. Jahrhundert"),
        # times and hours
        ("kl. 9.00–15.30", "9am to 3:30pm", "9:00–15:30 Uhr"),
        ("klockan 9", "9am", "9 Uhr"),
        ("öppet 13–15", "open 1 to 3pm", "geöffnet 13–15 Uhr"),
        ("kl. 8.00–12.00", "8am to midday", "8:00–12:00 Uhr"),
        ("kl. 18.00–24.00", "6pm to midnight", "18:00–0:00 Uhr"),
        ("halv nio", "8:30am", "8:30 Uhr"),
        ("kl. 20.45", "quarter to nine", "Viertel vor neun"),
        ("måndag–fredag", "Monday to Friday", "Mo–Fr"),
        ("på lördagar", "on Saturdays", "samstags"),
        # telephone numbers
        ("021-39 26 36", "+46 21 39 26 36", "+46 21 392636"),
        ("021-39 26 36", "+46 (0)21-39 26 36", "0046 21 39 26 36"),
        ("112 och 114 14", "112 and 114 14", "112 und 114 14"),
        # ordinals, laws, rooms, postcodes
        ("på 3:e våningen", "on the 3rd floor", "im 3. Stock"),
        ("12 § lagen (2018:1937)", "section 12 of Act (2018:1937)", "§ 12 des Gesetzes (2018:1937)"),
        ("rum A185", "room A185", "Raum A 185"),
        ("721 87 Västerås", "SE-721 87 Västerås", "SE-721 87 Västerås"),
        ("EN 301 549 V3.2.1", "EN 301 549 V3.2.1", "EN 301 549 V3.2.1"),
    ],
)
def test_the_same_value_in_three_languages(swedish: str, english: str, german: str) -> None:
    assert not difference(swedish, english, "en")
    assert not difference(swedish, german, "de")
    assert not difference(english, german, "de", from_="en")


@pytest.mark.parametrize(
    ("swedish", "translation", "language"),
    [
        ("682,4 kB", "628.4 kB", "en"),
        ("2,5", "25", "de"),
        ("1,234", "1,234", "en"),  # copied: a thousand times more
        ("10 000", "1.000", "de"),
        ("-5", "5", "de"),
        ("kl. 9.00–15.30", "9:00–16:30 Uhr", "de"),
        ("kl. 9", "9pm", "en"),
        ("kl. 15", "3am", "en"),
        ("7 mars", "7 May", "en"),
        ("7 mars 2025", "7 March", "en"),
        ("7 mars 2025", "8. März 2025", "de"),
        ("i maj", "in June", "en"),
        ("måndag", "Dienstag", "de"),
        ("021-39 26 36", "+46 21 39 26 63", "en"),
        ("021-39 26 36", "+46 21 39 26 3", "en"),
        ("12 %", "12", "en"),
        ("100 kr", "100 euro", "en"),
        ("2 miljoner", "2 Milliarden", "de"),
        ("2 biljoner", "2 billion", "en"),
        ("fyra dokument", "three documents", "en"),
        ("rum A185", "room B218", "en"),
        ("721 87 Västerås", "721 78 Västerås", "de"),
        ("3:e", "4th", "en"),
        ("2026–2030", "2026 to 2029", "en"),
        ("lagen (2018:1937)", "Act (2018:1973)", "en"),
        ("rummet", "room 5", "en"),
        ("rum 5", "the room", "en"),
    ],
)
def test_another_value(swedish: str, translation: str, language: str) -> None:
    assert difference(swedish, translation, language)


def test_a_value_said_twice_may_be_said_once() -> None:
    assert not difference("måndag 9–12, tisdag 9–12", "Monday and Tuesday 9–12", "en")


def test_a_language_without_tables_has_the_months_and_signs_of_cldr() -> None:
    assert not difference("7 mars 2025, 682,4", "7 maaliskuuta 2025, 682,4".replace("7 ", "7. "), "fi")


def test_digits_of_other_scripts_are_digits() -> None:
    (value,) = read("٢٠٢٥", "ar")
    assert (Kind.NUMBER, "2025") in value.readings


def test_a_language_that_nobody_knows_is_read_too() -> None:
    (value,) = read("5", "xx-nonsense")
    assert (Kind.NUMBER, "5") in value.readings


@given(st.text(alphabet=st.sampled_from("0123456789 .,:;-–/+()%kramseptUhrÅå\u00a0\ufffc"), max_size=60))
def test_any_text_can_be_read_and_says_what_it_says(text: str) -> None:
    for language in ("sv", "en", "de", "fi"):
        assert not compare(read(text, language), read(text, language))
