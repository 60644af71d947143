"""Pictures, documents and style sheets: each edition has its own, copied whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from pipeline.assets import copy_shared, shared_files
from pipeline.errors import PublishError, SourceError
from tests.support import files_below

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import SiteFolder

LANGUAGES = ("sv", "en")


def shared(site: SiteFolder) -> dict[str, Path]:
    return shared_files(site.root, list(site.source().documents.values()))


def test_editions_get_assets_images_and_the_documents_that_have_a_record(site: SiteFolder) -> None:
    site.write("source/documents/utkast.pdf", b"%PDF no record")
    site.write("source/assets/ikoner/a.svg", "a")
    site.write("source/assets/.DS_Store", "x")
    site.write("source/images/.git/config", "x")
    assert sorted(shared(site)) == [
        "assets/ikoner/a.svg",
        "assets/style.css",
        "documents/policy-en.pdf",
        "documents/policy.pdf",
        "images/hast.svg",
    ]


def test_a_site_need_have_neither_images_nor_assets(site: SiteFolder) -> None:
    shutil.rmtree(site.root / "source/images")
    shutil.rmtree(site.root / "source/assets")
    assert sorted(shared(site)) == ["documents/policy-en.pdf", "documents/policy.pdf"]


@pytest.mark.parametrize("folder", ["assets", "images"])
def test_a_link_out_of_source_is_refused(site: SiteFolder, folder: str) -> None:
    (site.root / "source" / folder / "x.svg").symlink_to("/etc/hostname")
    with pytest.raises(SourceError, match=rf"^source/{folder}/x\.svg:1: This link leads out of source/"):
        shared(site)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Return two files to be shared, by their names in the editions."""
    found = {}
    for name in ("images/a.svg", "assets/b.css"):
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True)
        path.write_text(name, encoding="utf-8")
        found[name] = path
    time.sleep(0.05)  # longer than a tick of the file system's clock: what is copied now is later
    return found


def copied(tmp_path: Path) -> dict[str, bytes]:
    return files_below(tmp_path / "candidate")


EVERYWHERE = {
    f"{tag}/{name}": name.encode() for tag in LANGUAGES for name in ("images/a.svg", "assets/b.css")
}


def test_every_edition_has_the_same_bytes(tmp_path: Path, files: dict[str, Path]) -> None:
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert copied(tmp_path) == EVERYWHERE


def test_a_file_system_without_hard_links_gets_copies(
    tmp_path: Path, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_one: object, _other: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert copied(tmp_path) == EVERYWHERE


def test_what_stands_there_already_is_not_copied_again(
    tmp_path: Path, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    monkeypatch.setattr(shutil, "copy2", None)
    monkeypatch.setattr(os, "link", None)
    copy_shared(files, tmp_path / "candidate", LANGUAGES)


def test_a_change_of_the_source_reaches_every_edition_and_not_back(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    files["images/a.svg"].write_text("new", encoding="utf-8")
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert copied(tmp_path)["en/images/a.svg"] == copied(tmp_path)["sv/images/a.svg"] == b"new"
    (tmp_path / "candidate/en/images/a.svg").write_bytes(b"touched")
    assert files["images/a.svg"].read_bytes() == b"new"


def test_a_change_that_leaves_size_and_time_alone_is_seen(tmp_path: Path, files: dict[str, Path]) -> None:
    sheet = files["assets/b.css"]
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    facts = sheet.stat()
    sheet.write_bytes(b"x" * facts.st_size)
    os.utime(sheet, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert {copied(tmp_path)[f"{tag}/assets/b.css"] for tag in LANGUAGES} == {sheet.read_bytes()}


def test_a_full_disk_is_said_and_leaves_the_old_file_and_no_litter(
    tmp_path: Path, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    files["images/a.svg"].write_text("new", encoding="utf-8")

    def copy(_source: Path, target: Path) -> None:
        target.write_bytes(b"ne")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", copy)
    with pytest.raises(PublishError, match="It could not be copied: No space left on device"):
        copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert copied(tmp_path) == EVERYWHERE


def test_what_a_killed_run_left_is_written_over(tmp_path: Path, files: dict[str, Path]) -> None:
    litter = tmp_path / "candidate/sv/images/.a.svg.new"
    litter.parent.mkdir(parents=True)
    litter.write_bytes(b"half")
    copy_shared(files, tmp_path / "candidate", LANGUAGES)
    assert copied(tmp_path) == EVERYWHERE
