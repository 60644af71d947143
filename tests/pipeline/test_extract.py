"""Source → catalogs: what translators get, and that nothing they have written is lost."""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING, Any

import polib
import pytest

from pipeline import po, saving, tmx
from pipeline.config import load_site
from pipeline.errors import CatalogError, ConfigError, SourceError
from pipeline.extract import extract
from pipeline.locales import Locales, memory_name
from pipeline.site import load_source
from pipeline.state import State
from pipeline.tmx.writer import unit
from tests.support import SiteFolder, files_below, sample_words

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES, DE = "locales/templates", "locales/de/LC_MESSAGES"
PAGES = ("index", "kontakt", "omsorg/hemtjanst", "omsorg/index", "shell")


def run(site: SiteFolder) -> dict[str, int]:
    """Extract as a new run would; return how many messages are new in each language."""
    with State(site.root) as state:
        source = load_source(load_site(site.root), state)
        changes = extract(source, Locales(site.root, "sv", state), state)
    return {language: sum(change.new for change in found) for language, found in changes.items()}


def catalog(site: SiteFolder, name: str) -> polib.POFile:
    """Return a catalog as a reader other than ours understands it."""
    return polib.pofile(site.read(name))


def translations(site: SiteFolder, name: str) -> dict[str, str]:
    return {
        entry.msgid: entry.msgstr for entry in catalog(site, name) if not entry.obsolete and not entry.fuzzy
    }


def test_every_page_and_the_shell_have_a_template_and_a_catalog_a_language(site: SiteFolder) -> None:
    for path in (site.root / "locales").rglob("*.po"):
        path.unlink()
    new = run(site)
    assert new == {"en": new["en"], "de": new["en"]}
    assert sorted(files_below(site.root / "locales")) == sorted(
        f"{folder}/{page}.{suffix}"
        for folder, suffix in (("de/LC_MESSAGES", "po"), ("en/LC_MESSAGES", "po"), ("templates", "pot"))
        for page in PAGES
    )


def test_a_message_says_where_it_stands_and_what_it_is_but_no_line(site: SiteFolder) -> None:
    run(site)
    entries = {
        (entry.msgctxt, entry.msgid): entry for entry in catalog(site, f"{TEMPLATES}/omsorg/hemtjanst.pot")
    }
    sentence = entries[None, "Läs <a1>mer om omsorg</a1>, <strong>senast</strong> i maj."]
    assert sentence.occurrences == [("source/pages/omsorg/hemtjanst.html", "")]
    assert sentence.comment == "Paragraph · Hjälp hemma"
    assert entries["slug", "hjalp-hemma"].comment == "Address of the page: a–z, 0–9, hyphens"
    assert not [entry for entry in entries.values() if entry.msgstr]


def test_a_build_need_not_read_what_a_run_has_read(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    run(site)
    shutil.rmtree(site.root / ".tolkbar")
    run(site)  # reads all catalogs, and writes none
    monkeypatch.setattr(po, "read", None)
    with State(site.root) as state:
        locales = Locales(site.root, "sv", state)
        assert all(locales.wording("de", page) for page in PAGES)


def test_moving_a_line_changes_no_catalog(site: SiteFolder) -> None:
    run(site)
    before = files_below(site.root / "locales")
    site.edit("source/pages/index.md", "# Välkommen", "\n\n# Välkommen")
    run(site)
    assert files_below(site.root / "locales") == before


def test_every_translation_is_kept_and_a_second_run_writes_nothing(site: SiteFolder) -> None:
    run(site)
    found = {key: text for page in PAGES for key, text in translations(site, f"{DE}/{page}.po").items()}
    assert found == {
        key if isinstance(key, str) else key[1]: text for key, text in sample_words("de").items()
    }
    before = {path: path.stat().st_mtime_ns for path in (site.root / "locales").rglob("*")}
    assert run(site) == {"en": 0, "de": 0}
    assert {path: path.stat().st_mtime_ns for path in (site.root / "locales").rglob("*")} == before


def test_content_for_one_language_is_in_its_catalog_only(site: SiteFolder) -> None:
    site.page("sida.md", '{its-locale-filter-list="en"}\nFor visitors.\n\nFör alla.\n')
    run(site)
    assert "For visitors." in translations(site, f"{TEMPLATES}/sida.pot")
    assert "For visitors." in translations(site, "locales/en/LC_MESSAGES/sida.po")
    assert translations(site, f"{DE}/sida.po").keys() == {"Sidan", "sida", "För alla."}


def test_a_changed_sentence_is_fuzzy_and_tells_what_it_was(site: SiteFolder) -> None:
    run(site)
    site.edit("source/pages/index.md", "eller [ring oss]", "eller [ring till oss]")
    run(site)
    entry = catalog(site, f"{DE}/index.po").find("Läs om <a1>vår omsorg</a1> eller <a2>ring till oss</a2>.")
    assert entry is not None
    assert entry.fuzzy
    assert entry.previous_msgid == "Läs om <a1>vår omsorg</a1> eller <a2>ring oss</a2>."
    assert entry.msgstr == sample_words("de")[entry.previous_msgid]


def test_a_sentence_that_moved_to_another_page_keeps_its_translation(site: SiteFolder) -> None:
    run(site)
    site.edit("source/pages/kontakt.md", "# Kontakta oss", "# Hitta hit")
    site.edit("source/pages/index.md", "# Välkommen", "# Kontakta oss")
    run(site)
    entry = catalog(site, f"{DE}/index.po").find("Kontakta oss")
    assert entry is not None
    assert entry.msgstr == "So erreichen Sie uns"


def test_a_page_that_is_gone_leaves_its_translations_and_they_come_back_with_it(site: SiteFolder) -> None:
    run(site)
    before = translations(site, f"{DE}/omsorg/hemtjanst.po")
    page = site.read("source/pages/omsorg/hemtjanst.html")
    (site.root / "source/pages/omsorg/hemtjanst.html").unlink()
    site.edit("source/pages/omsorg/index.md", "- [](hemtjanst.html)\n", "")
    run(site)
    assert not (site.root / TEMPLATES / "omsorg/hemtjanst.pot").exists()
    assert translations(site, f"{DE}/omsorg/hemtjanst.po") == {}
    assert {entry.msgid: entry.msgstr for entry in catalog(site, f"{DE}/omsorg/hemtjanst.po")} == before
    site.write("source/pages/omsorg/hemtjanst.html", page)
    run(site)
    assert translations(site, f"{DE}/omsorg/hemtjanst.po") == before


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        (f"{DE}/kontakt.po", "<<<<<<< HEAD\n", CatalogError),
        ("source/pages/kontakt.md", "no front matter\n", ConfigError),
        ("source/pages/kontakt.md", '+++\ntitle = "K"\n+++\n<script></script>\n', SourceError),
    ],
)
def test_a_fault_anywhere_leaves_every_file_as_it_is(
    site: SiteFolder, name: str, content: str, error: type[Exception]
) -> None:
    run(site)
    site.edit("source/pages/index.md", "# Välkommen", "# Hej")
    site.edit("source/pages/omsorg/index.md", "# Omsorg i staden", "# Omsorg")
    site.write(name, content)
    before = files_below(site.root / "locales")
    with pytest.raises(error):
        run(site)
    assert files_below(site.root / "locales") == before


def test_what_somebody_saves_while_the_catalogs_are_merged_is_kept(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit("source/pages/index.md", "En häst", "En vit häst")
    name = f"{DE}/index.po"
    real = saving.write_catalogs

    def save(*arguments: Any) -> None:  # noqa: ANN401 - as the function it stands for
        site.edit(name, '"Willkommen"', '"Hereinspaziert"')
        real(*arguments)

    monkeypatch.setattr(saving, "write_catalogs", save)
    run(site)
    assert "Hereinspaziert" in site.read(name)
    assert 'msgid "En vit häst"' in site.read(name), "and the run has done its work"
    monkeypatch.undo()
    before = files_below(site.root / "locales")
    run(site)
    assert files_below(site.root / "locales") == before


class TestMemory:
    """``locales/memory/<language>.tmx`` serves new pages, and those that wait."""

    def test_what_it_holds_is_offered_for_review(self, site: SiteFolder) -> None:
        remember(site, ("En vit häst i vår stad", "Ein Schimmel in unserer Stadt"))
        site.edit("source/pages/index.md", "En häst", "En vit häst i vår stad")
        assert run(site)["en"] == 1, "it is the memory of another language"
        [entry] = [one for one in catalog(site, f"{DE}/index.po") if one.msgid == "En vit häst i vår stad"]
        assert (entry.msgstr, entry.fuzzy) == ("Ein Schimmel in unserer Stadt", True)

    def test_one_that_comes_later_serves_the_pages_that_are_there(self, site: SiteFolder) -> None:
        site.edit("source/pages/index.md", "En häst", "Två hundar springer bort")
        run(site)
        assert translations(site, f"{DE}/index.po")["Två hundar springer bort"] == ""
        remember(site, ("Två hundar springer bort", "Zwei Hunde laufen weg"))
        run(site)
        assert "Zwei Hunde laufen weg" in site.read(f"{DE}/index.po")
        settled = files_below(site.root / "locales")
        run(site)
        assert files_below(site.root / "locales") == settled

    def test_a_damaged_one_stops_the_run_before_anything_is_written(self, site: SiteFolder) -> None:
        site.write(memory_name("de"), "<tmx>")
        site.edit("source/pages/index.md", "En häst", "Två hundar springer bort")
        before = files_below(site.root / "locales")
        with pytest.raises(CatalogError, match=re.escape("locales/memory/de.tmx:1: ")):
            run(site)
        assert files_below(site.root / "locales") == before


def remember(site: SiteFolder, *said: tuple[str, str]) -> None:
    """Write what a German memory holds."""
    kept = (unit(tmx.Translation(source, target), "sv", "de") for source, target in said)
    site.write(memory_name("de"), tmx.write(tmx.Memory("", "sv", tuple(kept))).decode())


def after_many_runs(site: SiteFolder, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return what a run makes of the catalogs of ``site``, and what one that remembers nothing does."""
    copy = SiteFolder(folder)
    for name in ("source", "locales"):
        shutil.copytree(site.root / name, folder / name)
    run(copy)
    run(site)
    return files_below(site.root / "locales"), files_below(copy.root / "locales")


MOVES = (
    ("source/pages/index.md", "vår omsorg", "vår vård."),
    ("source/pages/kontakt.md", "Kontakta oss", "Våra grundsatser"),
    ("source/pages/omsorg/index.md", "Våra grundsatser", "Kontakta oss"),
    ("source/pages/index.md", "Läs om", "Kontakta oss.\n\nLäs om"),
    ("locales/en/LC_MESSAGES/kontakt.po", "Contact us", "Write to us"),
    ("locales/de/LC_MESSAGES/kontakt.po", "So erreichen Sie uns", ""),
)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_changes_no_merge(site: SiteFolder, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that repeats itself
    for number in range(8):
        name, old, new = chance.choice(MOVES)
        if old and old in site.read(name):
            site.edit(name, old, new)
        found, expected = after_many_runs(site, tmp_path / f"{number}")
        assert found == expected


def test_a_paragraph_that_comes_from_a_page_nobody_touched_brings_its_translation(site: SiteFolder) -> None:
    for _ in range(2):
        run(site)
    site.edit("source/pages/omsorg/index.md", "- [](hemtjanst.html)", "- [](hemtjanst.html)\n\nKontakta oss")
    run(site)
    assert translations(site, f"{DE}/omsorg/index.po")["Kontakta oss"] == "So erreichen Sie uns"
