"""What other tools make of a file on its way: other order, other lines, other header, other segments."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from lxml import etree

from tests.tolkbar.exchange.conftest import CATALOG
from tests.tolkbar.exchange.texts import DONE, LINKED, NEW, OLD

if TYPE_CHECKING:
    from tests.tolkbar.exchange.conftest import Exchange

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
WORDS = "Ein neuer Satz."


def segment(root: etree._Element, text: str) -> etree._Element:
    """Return the segment of the page whose source begins with ``text``."""
    page = root.find(f"{CORE}file[@original='kurs']")
    assert page is not None
    return next(each for each in page.iter(f"{CORE}segment") if (each[0].text or "").startswith(text))


def elements(markup: str) -> list[etree._Element]:
    """Return elements of XLIFF's core."""
    return list(etree.fromstring(f'<x xmlns="{CORE[1:-1]}">{markup}</x>'))


def test_polib_reorders_wraps_and_rewrites_the_header(site: Exchange) -> None:
    path = site.export("sent.po")
    file = polib.pofile(str(path), wrapwidth=40)
    file.metadata |= {"Last-Translator": "Agentur", "PO-Revision-Date": "2026-12-01 12:00+0100"}
    file.find(NEW, msgctxt="kurs").msgstr = WORDS
    file.sort(key=lambda entry: entry.msgid, reverse=True)
    file.save()
    before = site.catalogs()
    assert "1 taken over" in site.take(path).err
    assert site.entry(NEW).msgstr == WORDS
    assert {name for name, content in site.catalogs().items() if content != before[name]} == {
        "de/LC_MESSAGES/kurs.po"
    }


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed")
@pytest.mark.parametrize(
    "options", [["--sort-output", "--width=40"], ["--no-wrap"], ["--no-location", "--escape"]]
)
def test_msgcat_keeps_what_is_needed(site: Exchange, options: list[str]) -> None:
    path = site.export("sent.po")
    path.write_text(
        path.read_text("utf-8").replace(f'"{NEW}"\nmsgstr ""', f'"{NEW}"\nmsgstr "{WORDS}"'), "utf-8"
    )
    subprocess.run(["msgcat", *options, "-o", path, path], check=True)
    assert "1 taken over" in site.take(path).err
    assert site.entry(NEW).msgstr == WORDS


def test_where_a_tool_drops_the_notes_only_what_is_in_use_is_guarded(site: Exchange) -> None:
    path = site.export("sent.po")
    text = re.sub(r"(?m)^#\..*\n", "", path.read_text("utf-8"))
    text = text.replace(f'"{NEW}"\nmsgstr ""', f'"{NEW}"\nmsgstr "{WORDS}"').replace("Willkommen.", "Hallo.")
    path.write_text(text, "utf-8")
    done = site.take(path, "--partial")
    assert f"changed since the export: {CATALOG}" in done.err
    assert (site.entry(NEW).msgstr, site.entry(DONE).msgstr) == (WORDS, "Willkommen.")


def test_an_agencys_region_is_the_sites_language(site: Exchange) -> None:
    path = site.export("sent.xlf")
    path.write_text(path.read_text("utf-8").replace('trgLang="de"', 'trgLang="de-DE"'), "utf-8")
    assert site.take(path).status == 0


def test_a_tool_may_cut_a_text_into_segments_and_annotate_it(site: Exchange) -> None:
    path = site.export("sent.xlf")
    root = etree.fromstring(path.read_bytes())
    unit = segment(root, NEW).getparent()
    assert unit is not None
    unit.remove(segment(root, NEW))
    parts = (
        '<segment state="translated"><source>Ny</source><target>Ein <mrk id="m1">neuer</mrk>'
        "</target></segment>"
        "<ignorable><source> </source></ignorable>"
        '<segment state="reviewed"><source>mening.</source><target>Satz.</target></segment>'
    )
    unit.extend(elements(parts))
    path.write_bytes(etree.tostring(root))
    assert site.take(path).status == 0
    assert (site.entry(NEW).msgstr, site.entry(NEW).fuzzy) == (WORDS, False)


def test_a_tool_may_write_codes_apart_and_drop_what_they_stand_for(site: Exchange) -> None:
    path = site.export("sent.xlf")
    root = etree.fromstring(path.read_bytes())
    found = segment(root, "Läs ")
    unit = found.getparent()
    assert unit is not None
    unit.remove(unit.find(f"{CORE}originalData"))
    target = '<target><pc id="strong">Hier</pc> <sc id="a1"/>mehr<ec startRef="a1"/> lesen.</target>'
    found.extend(elements(target))
    found.set("state", "final")
    path.write_bytes(etree.tostring(root))
    assert site.take(path).status == 0
    assert site.entry(LINKED).msgstr == "<strong>Hier</strong> <a1>mehr</a1> lesen."


@pytest.mark.parametrize(
    ("state", "fuzzy"), [("initial", True), ("translated", False), ("reviewed", False), ("final", False)]
)
def test_a_segment_is_used_once_its_state_says_that_it_is_translated(
    site: Exchange,
    state: str,
    fuzzy: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    path = site.export("sent.xlf")
    root = etree.fromstring(path.read_bytes())
    found = segment(root, OLD)
    found.set("state", state)
    found[1].text = "Bis Juni anmelden."
    path.write_bytes(etree.tostring(root))
    site.take(path)
    assert (site.entry(OLD).msgstr, site.entry(OLD).fuzzy) == ("Bis Juni anmelden.", fuzzy)


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_spreadsheet_may_save_with_other_delimiters_and_sort_the_rows(
    site: Exchange, delimiter: str
) -> None:
    path = site.export("sent.csv")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    place = next(row for row in rows if row[3] == NEW)
    place[4] = WORDS
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([rows[0], *sorted(rows[1:], key=lambda row: row[3])])
    path.write_text(out.getvalue(), "utf-8")
    assert "1 taken over" in site.take(path).err
    assert site.entry(NEW).msgstr == WORDS
