"""A damaged catalog stops a run (exit 2) with one line that names the place, and is left as it is."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.faults import GERMAN, INDEX, SENTENCE, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


def conflict(text: str) -> str:
    """Return a catalog as git leaves it when two have translated the same."""
    sides = '<<<<<<< HEAD\nmsgstr "Willkommen"\n=======\nmsgstr "Herzlich willkommen"\n>>>>>>> other'
    return text.replace('msgstr "Willkommen"', sides)


@pytest.mark.parametrize(
    ("damage", "marker", "complaint"),
    [
        (conflict, "<<<<<<<", "A merge conflict was left here; choose one side and remove the marker lines."),
        (
            lambda text: text + '\nmsgid "Start"\nmsgstr "Beginn"\n',
            'msgstr "Beginn"',
            'The message "Start" is defined here and on line 10; remove one of the two.',
        ),
        (
            lambda text: text.replace("charset=UTF-8", "charset=ISO-8859-1"),
            "charset",
            "The header says charset=iso-8859-1; save the file as UTF-8 and say so there.",
        ),
        (
            lambda text: text.replace('"Ein Pferd"', '"Ein Pferd'),
            "Ein Pferd",
            "The string does not end; close it with a quotation mark on the same line.",
        ),
        (lambda text: text.replace('msgid "Start"', 'msgid "Start"\nmsgid "Start"'), "msgid_", ""),
    ],
    ids=["conflict", "duplicate", "charset", "cut", "twice msgid"],
)
def test_a_damaged_catalog_stops_with_its_line_and_is_not_rewritten(
    site: PublishedSite, run: Run, damage: Callable[[str], str], marker: str, complaint: str
) -> None:
    site.write(GERMAN, damage(site.read(GERMAN)))
    said = refusal(site, run)

    assert re.match(rf"{re.escape(GERMAN)}:\d+: ", said)
    if complaint:
        line = site.line(GERMAN, marker) - (
            marker == 'msgstr "Beginn"'
        )  # an entry stands where its msgid does
        assert said == f"{GERMAN}:{line}: {complaint}"


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_a_catalog_in_another_encoding_is_not_rewritten(site: PublishedSite, run: Run, encoding: str) -> None:
    site.write(GERMAN, site.read(GERMAN).encode(encoding))

    said = refusal(site, run)
    assert said.startswith(f"{GERMAN}:")
    assert "UTF-8" in said


@pytest.mark.parametrize("content", ["", "Liebe Grüße\n", "\0" * 40], ids=["empty", "a letter", "zeros"])
def test_a_file_that_is_no_catalog_is_left_alone(site: PublishedSite, run: Run, content: str) -> None:
    site.write(GERMAN, content)

    assert refusal(site, run).startswith(f"{GERMAN}:1: ")


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("source/pages/kontakt.md", lambda text: text.replace("+++", "", 1)),
        (GERMAN, conflict),
        ("locales/en/LC_MESSAGES/kontakt.po", lambda text: text + '"'),
        ("source/templates/contact.html", lambda text: text + "{% if %}"),
    ],
    ids=["page", "catalog", "other catalog", "template"],
)
def test_one_fault_leaves_all_catalogs_as_they_are_though_the_source_has_changed(
    site: PublishedSite, run: Run, name: str, damage: Callable[[str], str]
) -> None:
    site.edit(INDEX, "# Välkommen", "# Välkommen\n\nNu med bibliotek.")
    site.edit("source/pages/omsorg/index.md", "# Omsorg", "# All omsorg")
    site.write(name, damage(site.read(name)))

    assert refusal(site, run, "extract").startswith(f"{name}:")


def test_a_catalog_that_cannot_be_read_is_not_taken_for_an_empty_one(site: PublishedSite, run: Run) -> None:
    (site.root / GERMAN).unlink()
    (site.root / GERMAN / "index.po").mkdir(parents=True)

    assert refusal(site, run).startswith(f"{GERMAN}:1: It cannot be read: ")


@pytest.mark.parametrize("folder", ["locales", "locales/de", "locales/de/LC_MESSAGES/omsorg"])
def test_a_file_in_place_of_a_folder_of_catalogs_is_named(site: PublishedSite, run: Run, folder: str) -> None:
    shutil.rmtree(site.root / folder)
    site.write(folder, "")

    said = refusal(site, run)
    assert said.startswith(folder)
    assert "It cannot be read: Not a directory." in said


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("control", ["\x1b]0;owned\x07\x1b[2J", "\x9b2J", "\x7f\x08"])
def test_no_file_gives_orders_to_the_terminal(site: PublishedSite, run: Run, form: str, control: str) -> None:
    catalog = site.read(GERMAN)
    site.edit(GERMAN, SENTENCE, f"{SENTENCE} <b{control}>")
    reported = run("publish", "--site", site.root, "--format", form)
    site.write(GERMAN, catalog + f'\nmsgid "{control}"\nmsgstr ""\n' * 2)
    refused = run("publish", "--site", site.root, "--format", form)

    assert (reported.status, refused.status) == (1, 2)
    for text in (reported.out, reported.err, refused.out, refused.err):
        assert not set(text) & set(control) - set("]0;owned[2J")
