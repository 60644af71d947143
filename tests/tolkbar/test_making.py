"""``tolkbar extract`` and ``tolkbar build``: what they make, and what they leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import files_below
from tests.tolkbar.faults import DEAD_LINK

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


def test_extract_puts_a_new_sentence_into_template_and_catalogs(site: PublishedSite, run: Run) -> None:
    site.edit("source/pages/index.md", "# Välkommen", "# Välkommen\n\nNu med bibliotek.")
    outcome = run("extract", "--site", site.root)

    assert outcome.status == 0
    assert "en: 1 new" in outcome.err
    assert "de: 1 new" in outcome.err
    for catalog in ("templates/index.pot", "en/LC_MESSAGES/index.po", "de/LC_MESSAGES/index.po"):
        assert 'msgid "Nu med bibliotek."' in site.read(f"locales/{catalog}")


def test_extract_changes_no_byte_when_nothing_has_changed(site: PublishedSite, run: Run) -> None:
    before = site.kept()

    assert run("extract", "--site", site.root).status == 0
    assert site.kept() == before


def test_build_makes_a_candidate_without_judging_or_publishing_it(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*DEAD_LINK)

    assert run("build", "--site", site.root).status == 0
    assert "kontakt.html#ingenstans" in site.html("sv/index.html")
    assert site.published() == before


def test_build_makes_again_only_what_has_changed(site: PublishedSite, run: Run) -> None:
    assert "0 made anew" in run("build", "--site", site.root).err
    site.edit("source/pages/kontakt.md", "# Kontakta oss", "# Kontakta oss!")
    assert "3 made anew" in run("build", "--site", site.root).err


def test_build_copies_the_candidate_to_another_folder(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    for _ in ("a new folder", "an earlier copy"):
        assert run("build", "--site", site.root, "--output", tmp_path / "copy").status == 0
        assert files_below(tmp_path / "copy") == site.files()


@pytest.mark.parametrize("name", ["brev.txt", "sitemap.xml"])
def test_build_refuses_a_folder_that_holds_other_things(
    site: PublishedSite, run: Run, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / name).write_text("mine", "utf-8")
    (folder / "brev").mkdir()

    assert (
        "elsewhere:1: This folder holds other things."
        in run("build", "--site", site.root, "--output", folder).complaint
    )
    assert files_below(folder) == {name: b"mine"}


@pytest.mark.parametrize("name", ["output", "output/sv", "source", "locales", ".tolkbar/candidate"])
def test_build_never_copies_over_a_part_of_the_site(site: PublishedSite, run: Run, name: str) -> None:
    before = site.kept()
    outcome = run("build", "--site", site.root, "--output", site.root / name)

    assert "is a part of the site" in outcome.complaint
    assert site.kept() == before
