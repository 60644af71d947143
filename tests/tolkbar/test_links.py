"""A run clears and fills folders of its own; it never follows a link out of them."""

from __future__ import annotations

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
