"""All editions as a candidate: made once, and after that only where something has changed."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from pipeline.build import TRACES, build
from pipeline.config import load_site
from pipeline.errors import SourceError, TolkbarError
from pipeline.files import CANDIDATE
from pipeline.locales import Locales
from pipeline.site import load_source
from pipeline.state import State
from tests.support import SiteFolder, files_below, pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EDITIONS = 3
PAGES = 4
ALL = EDITIONS * PAGES
ENGLISH = PAGES  # those of one edition
EN = "locales/en/LC_MESSAGES"

Edit = tuple[str, str, str]


@pytest.fixture
def finished(site: SiteFolder) -> SiteFolder:
    """Return the site with all its editions built."""
    site.build()
    return site


def afresh(site: SiteFolder, folder: Path) -> dict[str, bytes]:
    """Return what a first build makes of a site as it stands now."""
    for name in ("source", "locales"):
        shutil.copytree(site.root / name, folder / name)
    copy = SiteFolder(folder)
    copy.build()
    return copy.files()


def test_the_first_build_makes_every_page_of_every_edition(site: SiteFolder) -> None:
    built = site.build()
    assert (built.pages, built.made) == ({"sv": PAGES, "en": PAGES, "de": PAGES}, ALL)


def test_what_is_saved_while_a_build_runs_is_in_the_next(site: SiteFolder) -> None:
    state = State(site.root)
    settings = load_site(site.root)
    site.edit("source/site.toml", "Lillköpings stad", "Storköpings stad")
    build(load_source(settings, state), Locales(site.root, "sv"), state)
    state.close()
    assert site.build().made == ALL
    assert "Storköpings stad" in site.read(f"{CANDIDATE}/sv/index.html")


def test_a_site_that_has_moved_is_not_made_again(finished: SiteFolder, tmp_path: Path) -> None:
    finished.close()
    copy = shutil.copytree(finished.root, tmp_path / "copy", ignore=shutil.ignore_patterns("copy"))
    assert SiteFolder(copy).build().made == 0


def test_it_says_how_far_it_has_come(site: SiteFolder) -> None:
    ticks: list[None] = []
    state = State(site.root)
    source = load_source(load_site(site.root), state)
    build(source, Locales(site.root, "sv"), state, lambda: ticks.append(None))
    state.close()
    assert len(ticks) == ALL


def test_a_second_build_makes_and_writes_nothing(finished: SiteFolder) -> None:
    before = {path: path.stat().st_mtime_ns for path in finished.candidate.rglob("*")}
    assert finished.build().made == 0
    assert {path: path.stat().st_mtime_ns for path in finished.candidate.rglob("*")} == before


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        ((f"{EN}/index.po", "Welcome", "Hello"), 1),
        ((f"{EN}/kontakt.po", "Contact us", "Write to us"), 1),
        ((f"{EN}/shell.po", "Skip to content", "To the content"), ENGLISH),
        ((f"{EN}/index.po", '"Home"', '"Start"'), ENGLISH),
        ((f"{EN}/kontakt.po", '"contact"', '"contact-us"'), ENGLISH + EDITIONS - 1),
        (("source/pages/kontakt.md", "Kontakta oss", "Kontakta mig"), EDITIONS),
        (("source/contacts.toml", "A185", "A186"), ALL),
        (("source/site.toml", 'menu = ["index", ', "menu = ["), ALL),
        (("source/documents/documents.toml", "Policy för omsorg", "Omsorgspolicy"), ALL),
        (("source/templates/page.html", 'class="skip"', 'class="jump"'), ALL),
        (("source/templates/contact.html", 'class="card"', 'class="person"'), ALL),
        (("source/assets/style.css", "60ch", "70ch"), 0),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else None,
)
def test_what_has_changed_is_made_again_and_nothing_else(
    finished: SiteFolder, tmp_path_factory: pytest.TempPathFactory, edit: Edit, made: int
) -> None:
    before = finished.files()
    finished.edit(*edit)
    assert finished.build().made == made
    assert finished.files() == afresh(finished, tmp_path_factory.mktemp("afresh")) != before
    assert finished.build().made == 0


def test_a_document_of_another_size_is_measured_again(finished: SiteFolder) -> None:
    finished.write("source/documents/policy.pdf", pdf(1_500_000))
    assert finished.build().made == ALL
    assert "(in Swedish, PDF, 1.5\xa0MB)" in finished.html("en/care/index.html")


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"touched"),
        lambda path: path.write_bytes(path.read_bytes()),
        lambda path: path.unlink(),
    ],
    ids=["other bytes", "the same bytes", "gone"],
)
@pytest.mark.parametrize(
    "name", ["de/index.html", "sitemap.xml", "en/images/hast.svg", "sv/assets/style.css"]
)
def test_what_somebody_has_touched_is_made_again(
    finished: SiteFolder, damage: Callable[[Path], object], name: str
) -> None:
    before = finished.files()
    damage(finished.candidate / name)
    assert finished.build().made == name.endswith(".html")
    assert finished.files() == before


def test_what_nobody_asked_for_is_removed(finished: SiteFolder) -> None:
    before = finished.files()
    for name in ("x.html", "de/alt/y.html", "de/images/.z.svg.new", "fr/index.html"):
        finished.write(f"{CANDIDATE}/{name}", "x")
    finished.build()
    assert finished.files() == before
    assert not (finished.candidate / "fr").exists()


def test_a_page_that_is_gone_is_in_no_edition(finished: SiteFolder) -> None:
    finished.edit("source/pages/omsorg/index.md", "- [](hemtjanst.html)\n", "")
    (finished.root / "source/pages/omsorg/hemtjanst.html").unlink()
    finished.build()
    left = finished.files()
    assert not [name for name in left if "hemma" in name or "home" in name or "hause" in name]
    assert b"hjalp-hemma" not in left["sitemap.xml"]
    state = State(finished.root)
    assert state.read(TRACES, "de/pflege/hilfe-zu-hause.html") is None
    assert state.read(TRACES, "de/pflege/index.html") is not None
    state.close()


def test_a_page_that_another_still_links_to_is_missed(finished: SiteFolder) -> None:
    (finished.root / "source/pages/omsorg/hemtjanst.html").unlink()
    with pytest.raises(
        SourceError, match=r"^source/pages/omsorg/index\.md:7: There is no page omsorg/hemtjanst\."
    ):
        finished.build()


def test_a_language_comes_and_goes_with_all_its_files(finished: SiteFolder) -> None:
    before = finished.files()
    finished.edit("source/site.toml", "[languages.de]\n", "[languages.de]\n[languages.fi]\n")
    assert finished.build().pages["fi"] == PAGES
    assert {name for name in finished.files() if name.startswith("fi/")} == {
        name.replace("sv/", "fi/", 1) for name in before if name.startswith("sv/")
    }
    finished.edit("source/site.toml", "[languages.fi]\n", "")
    finished.build()
    assert finished.files() == before


def test_a_build_that_stopped_is_finished_by_the_next(
    finished: SiteFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    finished.edit(f"{EN}/index.po", "Welcome", "Hello")
    finished.edit("source/pages/omsorg/index.md", "hemtjanst.html", "hemtjanzt.html")
    with pytest.raises(SourceError):
        finished.build()
    finished.edit("source/pages/omsorg/index.md", "hemtjanzt.html", "hemtjanst.html")
    finished.build()
    assert finished.files() == afresh(finished, tmp_path_factory.mktemp("afresh"))


EDITS: tuple[Edit, ...] = (
    (f"{EN}/index.po", '"Welcome"', '""'),
    (f"{EN}/index.po", '"Home"', '"First page"'),
    (f"{EN}/kontakt.po", '"contact"', '"write-to-us"'),
    (f"{EN}/shell.po", '"Strategist"', '"Adviser"'),
    ("locales/de/LC_MESSAGES/omsorg/index.po", '"pflege"', '"fuersorge"'),
    ("locales/de/LC_MESSAGES/omsorg/index.po", '"Unsere Grundsätze"', '"<b>Unsere Grundsätze</b>"'),
    ("source/pages/index.md", "vår omsorg", "omsorgen"),
    ("source/pages/index.md", "2026-11-23", "2026-11-24"),
    ("source/pages/omsorg/hemtjanst.html", 'slug = "hjalp-hemma"', 'slug = "hjalp"'),
    ("source/pages/omsorg/index.md", "](hemtjanst.html)", "](../kontakt.md)"),
    ("source/pages/index.md", "kontakt.md#telefon", "finns-inte.md"),
    ("source/contacts.toml", "021-39 26 36", "021-39 00 00"),
    ("source/contacts.toml", "Charlotta Filling", "Kim Ek"),
    ("source/site.toml", "[languages.de]\n", '[languages.de]\npolicy = "omit"\n'),
    ("source/site.toml", "[languages.en]\n", '[languages.en]\npolicy = "fallback"\n'),
    ("source/site.toml", 'footer = ["kontakt"]', "footer = []"),
    ("source/templates/page.html", "<footer>", '<footer class="foot">'),
    ("source/assets/style.css", "60ch", "66ch"),
    ("source/images/hast.svg", "M0 0h1v1z", "M0 0h2v2z"),
    ("source/documents/documents.toml", "Policy for care", "Care policy"),
)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_the_candidate_is_what_a_first_build_makes(
    site: SiteFolder, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that repeats itself
    done: list[Edit] = []
    for _ in range(8):
        if done and chance.random() < 0.3:
            name, old, new = done.pop(chance.randrange(len(done)))
            site.edit(name, new, old)
        elif (edit := chance.choice(EDITS)) not in done:
            site.edit(*edit)
            done.append(edit)
        try:
            expected: dict[str, bytes] | str = afresh(site, tmp_path_factory.mktemp("afresh"))
        except TolkbarError as error:
            expected = str(error)
        try:
            site.build()
            found: dict[str, bytes] | str = site.files()
        except TolkbarError as error:
            found = str(error)
        assert found == expected


UNSEEN: tuple[Edit, ...] = (
    ("source/pages/index.md", "2026-11-23", "2026-11-24"),
    ("source/pages/kontakt.md", "Kontakta oss", "Kontakta dem"),
    (f"{EN}/index.po", "Welcome", "Willkom"),
    (f"{EN}/shell.po", "Strategist", "Strategism"),
    ("source/contacts.toml", "021-39 26 36", "021-39 26 37"),
    ("source/site.toml", "Lillköpings", "Lillstorpens"),
)


@pytest.mark.parametrize("edit", UNSEEN, ids=lambda edit: edit[0])
def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen(
    finished: SiteFolder, tmp_path_factory: pytest.TempPathFactory, edit: Edit
) -> None:
    name, old, new = edit
    for _ in range(3):  # right after a run, within one tick of the file system's clock
        finished.edit_unseen(name, old, new)
        finished.build()
        assert finished.files() == afresh(finished, tmp_path_factory.mktemp("afresh"))
        old, new = new, old


def test_pages_that_change_names_are_the_pages_they_have_become(
    finished: SiteFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one, other, aside = (finished.root / f"source/pages/omsorg/{name}.md" for name in ("index", "b", "c"))
    other.write_bytes(one.read_bytes().replace(b"Omsorg", b"Omsorj"))
    finished.build()
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    finished.build()
    assert finished.files() == afresh(finished, tmp_path_factory.mktemp("afresh"))


def test_editions_share_the_bytes_of_pictures_and_documents(finished: SiteFolder) -> None:
    one, other = (finished.candidate / f"{tag}/documents/policy.pdf" for tag in ("sv", "de"))
    assert (
        one.read_bytes() == other.read_bytes() == (finished.root / "source/documents/policy.pdf").read_bytes()
    )
    assert not one.samefile(finished.root / "source/documents/policy.pdf")
    if one.stat().st_nlink == 1:
        pytest.skip("this file system has no hard links")
    assert one.samefile(other)


def test_a_new_picture_is_in_every_edition(finished: SiteFolder) -> None:
    finished.write("source/images/hund.svg", "<svg/>")
    finished.build()
    assert {tag for tag in ("sv", "en", "de") if f"{tag}/images/hund.svg" in finished.files()} == {
        "sv",
        "en",
        "de",
    }
    assert files_below(finished.candidate / "de/images").keys() == {"hast.svg", "hund.svg"}


def test_a_folder_may_take_the_place_of_a_file_and_a_file_that_of_a_folder(finished: SiteFolder) -> None:
    finished.write("source/assets/ikoner", "x")
    finished.build()
    (finished.root / "source/assets/ikoner").unlink()
    finished.write("source/assets/ikoner/a.svg", "<svg/>")
    finished.build()
    assert "de/assets/ikoner/a.svg" in finished.files()
    shutil.rmtree(finished.root / "source/assets/ikoner")
    finished.write("source/assets/ikoner", "x")
    finished.build()
    assert "de/assets/ikoner" in finished.files()
