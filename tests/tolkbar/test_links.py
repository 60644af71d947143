"""A run clears and fills folders of its own; it never follows a link out of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.support import files_below

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

FOREIGN = {"brev.txt": b"somebody's", "sv/brev.txt": b"somebody else's"}


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a folder that is none of the site's business."""
    folder = tmp_path / "foreign"
    for name, content in FOREIGN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", [".tolkbar", ".tolkbar/candidate", ".tolkbar/candidate/sv"])
@pytest.mark.parametrize("command", ["build", "check", "publish"])
def test_a_work_folder_that_is_a_link_is_refused_and_what_it_leads_to_is_left_alone(
    site: PublishedSite, foreign: Path, run: Callable[..., Outcome], name: str, command: str
) -> None:
    before = site.kept()
    folder = site.root / name
    folder.rename(site.root / "moved-away")
    folder.symlink_to(foreign)

    assert f"{folder.as_posix()}:1: This is a link" in run(command, "--site", site.root).complaint
    assert files_below(foreign) == FOREIGN
    assert site.kept() == before


@pytest.mark.parametrize("name", [".tolkbar/next", ".tolkbar/previous", ".tolkbar/candidate/en/omsorg"])
def test_other_links_in_the_work_folder_are_never_followed_to_delete(
    site: PublishedSite, foreign: Path, run: Callable[..., Outcome], name: str
) -> None:
    (site.root / name).symlink_to(foreign)
    run("publish", "--site", site.root)

    assert files_below(foreign) == FOREIGN


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Return a file that is none of the site's business."""
    path = tmp_path / "letter"
    path.write_bytes(b"somebody's")
    return path


@pytest.mark.parametrize(
    "name",
    [
        ".tolkbar/lock",
        ".tolkbar/candidate/sv/index.html",
        ".tolkbar/candidate/sitemap.xml",
        ".tolkbar/candidate/sv/images/hast.svg",
        ".tolkbar/candidate/en/images/hast.svg",
        ".tolkbar/candidate/sv/images/.hast.svg.new",
        "locales/templates/index.pot",
        "locales/en/LC_MESSAGES/index.po",
        "output/sv/index.html",
    ],
)
def test_nothing_is_written_through_a_link(
    site: PublishedSite, letter: Path, run: Callable[..., Outcome], name: str
) -> None:
    change_everything(site)
    link = site.root / name
    if name.endswith(".po"):
        letter.write_bytes(link.read_bytes())
    before = letter.read_bytes()
    link.unlink(missing_ok=True)
    link.symlink_to(letter)
    run("publish", "--site", site.root)

    assert letter.read_bytes() == before


@pytest.mark.parametrize("name", ["sv/images", "en/documents", "en/care", "de/assets", "de/pflege"])
def test_no_file_of_the_candidate_is_written_into_a_folder_behind_a_link(
    site: PublishedSite, foreign: Path, run: Callable[..., Outcome], name: str
) -> None:
    change_everything(site)
    folder = site.root / ".tolkbar/candidate" / name
    folder.rename(site.root / "moved-away")
    folder.symlink_to(foreign)
    run("publish", "--site", site.root)

    assert files_below(foreign) == FOREIGN


def test_a_store_that_is_a_link_to_another_is_refused_and_that_is_left_alone(
    site: PublishedSite, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    with closing(sqlite3.connect(tmp_path / "theirs.sqlite")) as theirs:
        theirs.execute("CREATE TABLE kept (letter TEXT)")
        theirs.commit()
    before = (tmp_path / "theirs.sqlite").read_bytes()
    store = site.root / ".tolkbar/state.sqlite"
    store.unlink()
    store.symlink_to(tmp_path / "theirs.sqlite")

    assert f"{store.as_posix()}:1: This is a link" in run("publish", "--site", site.root).complaint
    assert (tmp_path / "theirs.sqlite").read_bytes() == before


def change_everything(site: PublishedSite) -> None:
    """Let the next run write every file anew."""
    site.edit("source/templates/page.html", "<footer>", '<footer class="foot">')
    site.edit("source/pages/index.md", "# Välkommen", "# Välkommen\n\nOmsorg")
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")
    for name in ("images/hast.svg", "assets/style.css", "documents/policy.pdf", "documents/policy-en.pdf"):
        path = site.root / "source" / name
        path.write_bytes(path.read_bytes() + b"\n")
