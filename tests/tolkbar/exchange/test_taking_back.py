"""What a translator sends back is taken over, whole or not at all; nothing that somebody typed is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.exchange.conftest import CATALOG
from tests.tolkbar.exchange.texts import DONE, LINKED, NEW, OLD, translated
from tolkbar.exchange.sheet import read as read_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.exchange.conftest import Exchange

SUFFIXES = (".po", ".xlf", ".csv")
GOOD = {
    NEW: "Ein neuer Satz.",
    LINKED: "<strong>Hier</strong> <a1>mehr</a1> lesen.",
    OLD: "Bis Juni anmelden.",
}
BROKEN = {NEW: "Ein neuer Satz.", LINKED: "Hier mehr lesen."}

every_format = pytest.mark.parametrize("suffix", SUFFIXES)


def answer(site: Exchange, suffix: str, words: dict[str, str], *, fuzzy: bool = False) -> Path:
    """Return a file that was exported and comes back with ``words``."""
    path = site.export(f"sent{suffix}")
    path.write_bytes(translated(path.read_bytes(), suffix, words, fuzzy=fuzzy))
    return path


@every_format
def test_an_export_that_nobody_has_touched_changes_no_byte(site: Exchange, suffix: str) -> None:
    path = site.export(f"sent{suffix}")
    before = site.catalogs()
    assert site.take(path).status == 0
    assert site.catalogs() == before


@every_format
def test_translations_are_taken_over_and_are_fuzzy_no_more(site: Exchange, suffix: str) -> None:
    done = site.take(answer(site, suffix, GOOD))
    assert done.status == 0, done.err
    assert "de: 3 taken over, 0 of them fuzzy; 0 left out" in done.err
    assert {msgid: site.entry(msgid).msgstr for msgid in GOOD} == GOOD
    assert not any(site.entry(msgid).fuzzy or site.entry(msgid).previous_msgid for msgid in GOOD)
    assert site.entry(OLD).comments == ("Ulla fragen",)


@every_format
def test_no_byte_of_another_entry_changes(site: Exchange, suffix: str) -> None:
    before = site.catalogs()
    site.take(answer(site, suffix, {NEW: GOOD[NEW]}))
    old, new = before.pop("de/LC_MESSAGES/kurs.po").decode(), site.read(CATALOG)
    assert new == old.replace(f'"{NEW}"\nmsgstr ""', f'"{NEW}"\nmsgstr "{GOOD[NEW]}"')
    assert before.items() <= site.catalogs().items()


@every_format
def test_what_is_fuzzy_in_the_file_is_fuzzy_in_the_catalog(site: Exchange, suffix: str) -> None:
    site.take(answer(site, suffix, {NEW: "Vielleicht so."}, fuzzy=True))
    assert (site.entry(NEW).msgstr, site.entry(NEW).fuzzy) == ("Vielleicht so.", True)


@every_format
def test_a_broken_placeholder_is_named_with_file_line_and_text_and_nothing_changes(
    site: Exchange, suffix: str
) -> None:
    path = answer(site, suffix, BROKEN)
    before = site.catalogs()
    done = site.take(path)
    assert done.status == 2
    (told,) = (line for line in done.err.splitlines() if "The placeholder" in line)
    found = re.fullmatch(
        rf"{re.escape(str(path))}:(\d+): kurs: “Läs <a1>mer</a1> .*”: The placeholder .*", told
    )
    assert found, told
    nearby = path.read_text("utf-8").splitlines()[int(found[1]) - 1 : int(found[1]) + 16]
    assert any("mer" in line for line in nearby)
    assert "Nothing was changed. Refused: 1" in done.err.splitlines()[-1]
    assert site.catalogs() == before


@every_format
def test_the_rest_is_taken_over_if_that_is_asked_for(site: Exchange, suffix: str) -> None:
    done = site.take(answer(site, suffix, BROKEN), "--partial")
    assert done.status == 0
    assert "The placeholder" in done.err
    assert (site.entry(NEW).msgstr, site.entry(LINKED).msgstr) == (BROKEN[NEW], "")


@every_format
@pytest.mark.parametrize("attack", ["<script>x()</script>", "<a1 href='/x'>mehr</a1> <strong>hier</strong>"])
def test_a_translation_never_becomes_markup(site: Exchange, suffix: str, attack: str) -> None:
    before = site.catalogs()
    assert site.take(answer(site, suffix, {LINKED: attack})).status == 2
    assert site.catalogs() == before


@every_format
def test_what_has_changed_in_the_catalog_meanwhile_stays_and_that_is_told(
    site: Exchange, suffix: str
) -> None:
    path = answer(site, suffix, {DONE: "Herzlich willkommen.", NEW: GOOD[NEW]})
    site.edit(CATALOG, "Willkommen.", "Seien Sie willkommen.")
    before = site.catalogs()
    done = site.take(path)
    assert done.status == 2
    assert f"changed since the export: {CATALOG}:" in done.err
    assert site.catalogs() == before
    assert site.take(path, "--partial").status == 0
    assert (site.entry(DONE).msgstr, site.entry(NEW).msgstr) == ("Seien Sie willkommen.", GOOD[NEW])
    assert site.take(path, "--overwrite").status == 0
    assert site.entry(DONE).msgstr == "Herzlich willkommen."


@every_format
def test_what_only_the_catalog_has_changed_stays_without_a_word(site: Exchange, suffix: str) -> None:
    path = site.export(f"sent{suffix}")
    site.edit(CATALOG, "Willkommen.", "Seien Sie willkommen.")
    before = site.catalogs()
    done = site.take(path)
    assert (done.status, len(done.err.splitlines())) == (0, 1)
    assert site.catalogs() == before


@every_format
def test_what_comes_back_empty_empties_nothing(site: Exchange, suffix: str) -> None:
    before = site.catalogs()
    assert site.take(answer(site, suffix, {DONE: "", OLD: ""})).status == 0
    assert site.catalogs() == before


@every_format
def test_a_text_that_the_source_no_longer_has_is_named_and_stops_nothing(site: Exchange, suffix: str) -> None:
    path = answer(site, suffix, GOOD)
    site.edit("source/pages/kurs.md", NEW, "Något helt annat än förut.")
    site.export("again.po")
    done = site.take(path)
    assert done.status == 0
    assert "no longer in the source" in done.err
    assert site.entry(OLD).msgstr == GOOD[OLD]


@every_format
def test_only_what_is_left_is_sent_where_that_is_asked_for(site: Exchange, suffix: str) -> None:
    sent = site.export(f"sent{suffix}", "--left").read_text("utf-8")
    assert all(text in sent for text in (NEW, OLD))
    assert "Willkommen." not in sent


def test_a_memory_takes_what_is_translated_and_says_how_much_that_is(site: Exchange) -> None:
    path = site.root.parent / "memory.tmx"
    asked = ("export", "--site", site.root, "--to", path, "--into", "de")
    assert "Leave out --left" in site.run(*asked, "--left").complaint
    assert not path.exists()
    told = site.run(*asked).err
    assert f"de: {path.read_text('utf-8').count('<tu>')} texts in" in told


@every_format
def test_work_that_has_not_been_taken_over_is_not_written_over(site: Exchange, suffix: str) -> None:
    path = answer(site, suffix, GOOD)
    work = path.read_bytes()
    again = ("export", "--site", site.root, "--to", path, "--into", "de")
    assert "holds work that is not in the catalogs" in site.run(*again).complaint
    assert path.read_bytes() == work
    site.take(path)
    assert site.run(*again).status == 0


def test_a_comment_of_the_agency_comes_along(site: Exchange) -> None:
    path = site.export("sent.xlf")
    text = path.read_text("utf-8")
    place = text.index(NEW)
    note = text.rindex("</notes>", 0, place)
    path.write_text(f"{text[:note]}<note>Ist das der Kurs?</note>{text[note:]}", "utf-8")
    assert site.take(path).status == 0
    assert site.entry(NEW).comments == ("Ist das der Kurs?",)


def test_several_languages_get_a_file_each(site: Exchange) -> None:
    path = site.root.parent / "all.xlf"
    assert site.run("export", "--site", site.root, "--to", path).status == 0
    assert {each.name for each in path.parent.glob("*.xlf")} == {"all.en.xlf", "all.de.xlf"}


def test_a_formula_is_no_formula_in_a_spreadsheet_and_comes_back_as_it_was(site: Exchange) -> None:
    formula = "=HYPERLINK(1)"
    path = answer(site, ".csv", {NEW: formula})
    assert f";'{formula};" in path.read_text("utf-8-sig")
    texts = read_sheet(path.read_bytes(), "back.csv").texts
    assert formula in {text.entry.msgstr for text in texts}
    assert site.take(path).status == 0
    assert site.entry(NEW).msgstr == formula


def test_a_spreadsheet_that_has_only_changed_a_source_text_brings_nothing(site: Exchange) -> None:
    path = site.export("sent.csv")
    path.write_text(path.read_text("utf-8-sig").replace(DONE, "02-jan"), "utf-8-sig")
    before = site.catalogs()
    assert site.take(path).status == 0
    assert site.catalogs() == before


@every_format
def test_nobody_hears_of_texts_that_are_gone_and_bring_nothing_new(site: Exchange, suffix: str) -> None:
    path = site.export(f"sent{suffix}")
    site.edit("source/pages/kurs.md", DONE, "Något helt annat än förut.")
    site.export("again.po")
    done = site.take(path)
    assert (done.status, len(done.err.splitlines())) == (0, 1)


def test_a_source_text_that_a_spreadsheet_has_taken_for_a_date_is_refused(site: Exchange) -> None:
    path = answer(site, ".csv", {NEW: "Neu."})
    path.write_text(path.read_text("utf-8-sig").replace(NEW, "02-jan"), "utf-8-sig")
    assert "not as it was exported" in site.take(path).err
