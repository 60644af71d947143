from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from checks.subjects.disk import DiskFiles
from checks.subjects.files import Kind, readable
from checks.subjects.limits import PAGE
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("de/Bild.png", "de/index.html", "a.html", ".git/x.html", ".well-known/security.txt"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("de/Bild.png", Kind.FILE),
        ("de", Kind.FOLDER),
        ("de/", Kind.FOLDER),
        ("", Kind.FOLDER),
        ("de/bild.png", None),
        ("DE/Bild.png", None),
        ("a.html/b.html", None),
        ("nej", None),
        ("a\0.html", None),
        ("x/" * 5000, None),
    ],
)
def test_a_path_names_a_file_a_folder_or_nothing_letter_for_letter(
    root: Path, path: str, kind: Kind | None
) -> None:
    assert DiskFiles(root).kind(path) is kind


def test_every_file_is_listed_but_for_those_in_hidden_folders(root: Path) -> None:
    assert list(DiskFiles(root).walk()) == [
        "a.html",
        ".well-known/security.txt",
        "de/Bild.png",
        "de/index.html",
    ]


def test_another_spelling_of_a_name_is_found(root: Path) -> None:
    (root / "gru\u0308n.html").write_text("x")  # as macOS writes it
    files = DiskFiles(root)
    assert files.alike("DE/bild.PNG") == "de/Bild.png"
    assert files.alike("De") == "de"
    assert files.alike("gr\u00fcn.html") == "gru\u0308n.html"
    assert files.alike("de/foto.png") is None


def test_links_that_lead_in_a_circle_end(root: Path) -> None:
    (root / "de" / "runt").symlink_to(root / "de")
    (root / "slinga").symlink_to(root / "slinga")
    files = DiskFiles(root)

    assert "slinga" not in list(files.walk())
    assert files.kind("de/runt/Bild.png") is Kind.FILE
    assert files.kind("de/" + "runt/" * 200 + "Bild.png") is None


def test_a_linked_file_is_a_file_and_a_dangling_link_nothing(root: Path) -> None:
    (root / "b.html").symlink_to(root / "a.html")
    (root / "c.html").symlink_to(root / "borta.html")
    files = DiskFiles(root)
    assert (files.kind("b.html"), files.kind("c.html")) == (Kind.FILE, None)


def test_a_file_that_has_disappeared_has_no_bytes(root: Path) -> None:
    files = DiskFiles(root)
    assert files.read("borta.html") is None
    assert files.size("borta.html") is None
    assert not files.begins_with("borta.html", b"%PDF-", 1024)


def test_a_file_that_is_there_and_cannot_be_read_stops_in_one_line(root: Path) -> None:
    with pytest.raises(TolkbarError, match=r"de:1: The file cannot be read: Is a directory\."):
        DiskFiles(root).read("de")


def test_a_file_that_is_too_large_is_not_read(root: Path) -> None:
    with (root / "stor.html").open("wb") as file:
        file.truncate(PAGE + 1)
    assert len(DiskFiles(root).read("stor.html", PAGE + 1) or b"") == PAGE + 1
    with pytest.raises(TolkbarError, match=r"/stor\.html:1: The file is larger than 8 MB\. Split it"):
        DiskFiles(root).read("stor.html")


def test_names_that_are_not_utf_8_are_read_and_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"f\xf6r.html")
    (tmp_path / name).write_text("x")
    files = DiskFiles(tmp_path)
    assert files.read(next(files.walk())) == b"x"
    assert readable(name) == "f\\xf6r.html"


def test_folders_that_are_links_out_of_the_root_are_told(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (root / "de" / "runt").symlink_to(root / "de")
    (root / "de" / "ut").symlink_to(tmp_path_factory.mktemp("outside"))
    files = DiskFiles(root)

    assert "de/index.html" in list(files.walk())
    assert list(files.left_out()) == ["de/ut"]
