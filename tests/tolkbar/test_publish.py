"""``tolkbar publish``: output/ is replaced whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tolkbar.faults import DEAD_LINK

if TYPE_CHECKING:
    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


def test_publish_fills_output_with_every_edition(site: PublishedSite) -> None:
    names = site.published().keys()

    assert {"sv/index.html", "en/index.html", "de/index.html", "sitemap.xml"} <= names
    assert site.published() == site.files()


def test_publish_replaces_output_whole(site: PublishedSite, run: Run) -> None:
    site.write("output/sv/gammal.html", "an earlier page")
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")

    assert run("publish", "--site", site.root).status == 0
    assert b'alt="A brown horse"' in site.published()["en/index.html"]
    assert "sv/gammal.html" not in site.published()


def test_publish_says_so_when_the_gate_is_closed_and_changes_nothing(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*DEAD_LINK)
    outcome = run("publish", "--site", site.root)

    assert outcome.status == 1
    assert "Nothing was published: the gate is closed." in outcome.err
    assert site.published() == before


def test_a_dry_run_does_everything_but_change_output(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")
    outcome = run("publish", "--site", site.root, "--dry-run")

    assert outcome.status == 0
    assert "would be published" in outcome.err
    assert "A brown horse" in site.html("en/index.html")
    assert site.published() == before


def test_a_site_is_published_the_first_time_too(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.root.joinpath("output").rename(site.root / "elsewhere")

    assert run("publish", "--site", site.root).status == 0
    assert site.published() == before


def test_what_is_published_is_not_touched_by_a_run_that_has_nothing_to_do(
    site: PublishedSite, run: Run
) -> None:
    before = site.kept()

    assert run("publish", "--site", site.root).status == 0
    assert site.kept() == before
