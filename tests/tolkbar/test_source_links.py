"""Nothing behind a symbolic link out of source/ is published, and none is an endless road."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import pdf
from tests.tolkbar.faults import CONTACTS, DOCUMENTS, IMAGE, INDEX, POLICY, SITE, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a folder that is none of the site's business."""
    folder = tmp_path / "foreign"
    (folder / "source").mkdir(parents=True)
    (folder / "hemlig.md").write_text('+++\ntitle = "Hemlig"\n+++\n\n# Hemlig\n', "utf-8")
    (folder / "hemlig.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (folder / "hemlig.toml").write_text("", "utf-8")
    (folder / "hemlig.pdf").write_bytes(pdf())
    return folder


def link(site: PublishedSite, name: str, target: Path | str) -> None:
    """Put a link in place of the file or folder ``name``."""
    path = site.root / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("source/pages/hemlig.md", "hemlig.md"),
        (INDEX, "hemlig.md"),
        ("source/pages/omsorg", ""),
        ("source/pages", ""),
        (IMAGE, "hemlig.svg"),
        ("source/images/ny.svg", "hemlig.svg"),
        ("source/images", ""),
        ("source/images/mapp", ""),
        ("source/assets/style.css", "hemlig.md"),
        ("source/assets", ""),
        ("source/templates/page.html", "hemlig.md"),
        ("source/templates", ""),
        (POLICY, "hemlig.pdf"),
        ("source/documents", ""),
        (SITE, "hemlig.toml"),
        (CONTACTS, "hemlig.toml"),
        (DOCUMENTS, "hemlig.toml"),
    ],
)
def test_nothing_behind_a_link_out_of_source_is_published(
    site: PublishedSite, run: Run, foreign: Path, name: str, target: str
) -> None:
    link(site, name, foreign / target)
    said = refusal(site, run)

    place = DOCUMENTS if name in {POLICY, "source/documents"} else name
    assert said.startswith(f"{place}:")
    assert "out of source/" in said or name == "source/documents"
    assert b"Hemlig" not in b"".join(site.files().values())


@pytest.mark.parametrize(
    "name",
    [
        "source/pages/a.md",
        INDEX,
        IMAGE,
        "source/assets/style.css",
        "source/templates/page.html",
        "source/templates/contact.html",
        POLICY,
        SITE,
        CONTACTS,
        DOCUMENTS,
    ],
)
@pytest.mark.parametrize("circle", [True, False], ids=["circle", "nowhere"])
def test_a_link_that_leads_nowhere_is_named(
    site: PublishedSite, run: Run, name: str, *, circle: bool
) -> None:
    link(site, name, (site.root / name).name if circle else "nowhere")

    place = f"{DOCUMENTS}:{site.line(DOCUMENTS, 'policy.pdf')}: " if name == POLICY else f"{name}:1: "
    assert refusal(site, run).startswith(place)


@pytest.mark.parametrize("folder", ["source", "source/pages", "source/templates", "source/documents"])
def test_a_folder_that_is_a_link_to_itself_is_one_line(site: PublishedSite, run: Run, folder: str) -> None:
    name = (site.root / folder).name
    link(site, folder, name)

    assert refusal(site, run).startswith("source/")


def test_a_link_up_is_no_endless_road(site: PublishedSite, run: Run) -> None:
    for folder in ("pages", "images", "assets", "templates"):
        (site.root / "source" / folder / "upp").symlink_to(".")
        (site.root / "source" / folder / "hem").symlink_to("..")
    before = site.kept()

    assert run("publish", "--site", site.root).status == 0
    assert site.kept() == before
