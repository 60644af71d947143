"""``tolkbar status`` says what is left, in numbers that anybody can read, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import SiteFolder, files_below, healthy_site, po_entry
from tolkbar.command import main
from tolkbar.reporting import today

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome

    Run = Callable[..., Outcome]

CATALOG = "locales/de/LC_MESSAGES/kontakt.po"
LONG_AGO = date(2026, 1, 15)


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Return a small site in three languages, its catalogs as extracting leaves them."""
    found = healthy_site(tmp_path / "site")
    assert main(["extract", "--site", str(found.root)]) == 0
    return found


def language(run: Run, site: SiteFolder, tag: str = "de") -> dict[str, Any]:
    """Return what ``tolkbar status --format json`` says of one language."""
    done = run("status", "--site", site.root, "--format", "json", "--into", tag)
    assert done.status == 0, done.err
    (found,) = json.loads(done.out)["languages"]
    assert isinstance(found, dict)
    return found


def page(run: Run, site: SiteFolder, name: str, tag: str = "de") -> dict[str, Any]:
    """Return what it says of one page."""
    return next(each for each in language(run, site, tag)["pages"] if each["page"] == name)


def make_fuzzy(site: SiteFolder, number: int = 1) -> None:
    """Mark the first translations of the German contact page, but for its title's, as fuzzy."""
    first, *entries = site.read(CATALOG).split("\n\n")
    for place in range(1, number + 1):
        entries[place] = f"#, fuzzy\n{entries[place]}"
    site.write(CATALOG, "\n\n".join([first, *entries]))


def set_day(site: SiteFolder, day: date) -> None:
    """Let the catalog's file be of ``day``."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    os.utime(site.root / CATALOG, (noon, noon))


def test_a_site_that_is_translated_says_so(site: SiteFolder, run: Run) -> None:
    done = run("status", "--site", site.root)
    assert done.status == 0
    assert [line for line in done.out.splitlines() if "texts are translated." in line] == [
        f"{tag}: all {language(run, site, tag)['translated']} texts are translated." for tag in ("en", "de")
    ]


def test_what_is_left_is_counted_in_texts_and_in_words(site: SiteFolder, run: Run) -> None:
    before = page(run, site, "kontakt")
    make_fuzzy(site)
    site.edit("source/pages/kontakt.md", "\n\n#", "\n\nSju nya ord att läsa i dag.\n\n#")
    after = page(run, site, "kontakt")
    assert after["fuzzy"] + after["untranslated"] == 2
    assert after["words_left"] >= 7
    assert after["translated"] == before["translated"] - 1


def test_status_is_what_extracting_would_make_and_changes_no_file(site: SiteFolder, run: Run) -> None:
    shutil.rmtree(site.root / "locales")
    shutil.rmtree(site.root / ".tolkbar")
    files = files_below(site.root / "source")
    expected = language(run, site)
    assert expected["untranslated"] > 0
    assert expected["translated"] == expected["fuzzy"] == 0
    assert not (site.root / "locales").exists()
    assert files_below(site.root / "source") == files
    run("extract", "--site", site.root)
    assert language(run, site) == expected


def test_a_reader_learns_that_the_catalogs_are_behind(site: SiteFolder, run: Run) -> None:
    assert "tolkbar extract" not in run("status", "--site", site.root).err
    site.edit("source/pages/kontakt.md", "\n\n#", "\n\nNytt.\n\n#")
    assert "Catalogs that are behind the source: 2." in run("status", "--site", site.root).err


def test_a_second_look_says_the_same_byte_for_byte(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    ask = ("status", "--site", site.root, "--format", "json")
    assert run(*ask).out == run(*ask).out


def test_an_entry_is_fuzzy_since_the_day_of_its_file(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    set_day(site, LONG_AGO)
    oldest = language(run, site)["oldest_fuzzy"]
    assert (oldest["catalog"], oldest["since"]) == (CATALOG, LONG_AGO.isoformat())
    assert site.read(CATALOG).splitlines()[oldest["line"] - 1].startswith("msgid")


def test_the_day_is_remembered_when_the_file_is_saved_again(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    set_day(site, LONG_AGO)
    language(run, site)
    make_fuzzy(site, 2)
    assert language(run, site)["oldest_fuzzy"]["since"] == LONG_AGO.isoformat()


def test_what_was_mended_and_is_fuzzy_anew_begins_anew(site: SiteFolder, run: Run) -> None:
    good = site.read(CATALOG)
    make_fuzzy(site)
    set_day(site, LONG_AGO)
    language(run, site)
    site.write(CATALOG, good)
    assert language(run, site)["oldest_fuzzy"] is None
    make_fuzzy(site)
    assert language(run, site)["oldest_fuzzy"]["since"] == today().isoformat()


def test_without_the_store_the_day_is_later_and_never_earlier_than_it_was(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    set_day(site, LONG_AGO)
    language(run, site)
    shutil.rmtree(site.root / ".tolkbar")
    set_day(site, LONG_AGO + timedelta(days=9))  # as in a fresh copy of the repository
    assert language(run, site)["oldest_fuzzy"]["since"] == "2026-01-24"


def test_a_day_in_the_future_is_not_believed(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    set_day(site, today() + timedelta(days=400))
    assert language(run, site)["oldest_fuzzy"]["since"] == today().isoformat()


def test_when_a_person_last_saved_the_catalog_is_told_beside_it(site: SiteFolder, run: Run) -> None:
    site.edit(CATALOG, '"Language: de', '"PO-Revision-Date: 2026-03-04 10:00+0100\\n"\n"Language: de')
    make_fuzzy(site)
    assert language(run, site)["oldest_fuzzy"]["revised"] == "2026-03-04"
    assert "That catalog was last revised on 2026-03-04." in run("status", "--site", site.root).out


@pytest.mark.parametrize("words", ["YEAR-MO-DA HO:MI+ZONE", "2026-13-45 10:00+0100", "igår"])
def test_a_date_that_is_none_is_left_out(site: SiteFolder, run: Run, words: str) -> None:
    site.edit(CATALOG, '"Language: de', f'"PO-Revision-Date: {words}\\n"\n"Language: de')
    make_fuzzy(site)
    assert language(run, site)["oldest_fuzzy"]["revised"] is None


def test_the_table_is_plain_where_nobody_sees_colours_and_fits_eighty_characters(
    site: SiteFolder, run: Run
) -> None:
    make_fuzzy(site)
    for tongue in ("sv", "en", "de"):
        done = run("status", "--site", site.root, "--language", tongue)
        assert "\x1b" not in done.out
        assert all(len(line) <= 80 for line in done.out.splitlines() if "█" in line)


def test_every_bar_has_its_number_beside_it(site: SiteFolder, run: Run) -> None:
    make_fuzzy(site)
    rows = [line for line in run("status", "--site", site.root).out.splitlines() if "█" in line]
    assert len(rows) == sum(len(language(run, site, tag)["pages"]) for tag in ("en", "de"))
    assert all(" %" in row for row in rows)


def test_a_share_is_a_hundred_only_when_nothing_is_left(site: SiteFolder, run: Run) -> None:
    entries = [po_entry(f"Text {number}", "Text") for number in range(300)]
    site.write(
        "source/pages/lang.md", '+++\ntitle = "Lång"\n+++\n\n' + "\n\n".join(f"Text {n}" for n in range(300))
    )
    site.write(
        "locales/de/LC_MESSAGES/lang.po", "\n".join([site.read(CATALOG).split("\n\n")[0] + "\n", *entries])
    )
    row = next(
        line
        for line in run("status", "--site", site.root, "--into", "de").out.splitlines()
        if "lang " in line
    )
    assert " 99 %" in row


def test_a_language_that_the_site_does_not_have_is_named_with_those_it_has(
    site: SiteFolder, run: Run
) -> None:
    complaint = run("status", "--site", site.root, "--into", "fi").complaint
    assert "The site is not translated into fi. Name one of: en, de." in complaint


def test_a_damaged_catalog_is_named_with_its_line(site: SiteFolder, run: Run) -> None:
    site.write(CATALOG, site.read(CATALOG) + "\nmsgstr\n")
    assert f"{CATALOG}:" in run("status", "--site", site.root).complaint
