"""Files that cannot be read at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.config import load_contacts, load_documents, load_site
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pipeline.config.conftest import SourceFolder

LOADERS: list[tuple[str, Callable[[Path], object]]] = [
    ("source/site.toml", load_site),
    ("source/contacts.toml", load_contacts),
    ("source/documents/documents.toml", load_documents),
]


@pytest.mark.parametrize(
    ("name", "load", "sentence"),
    [
        (*LOADERS[0], "run the command in a site's root, or name that with --site."),
        (*LOADERS[1], "create it, empty if there are no records."),
        (*LOADERS[2], "create it, empty if there are no documents."),
    ],
)
def test_a_missing_file_is_told_with_what_to_do(
    site: SourceFolder, name: str, load: Callable[[Path], object], sentence: str
) -> None:
    (site.root / name).unlink()
    assert _complaint(load, site.root) == f"{name}:1: There is no file {name}; {sentence}"


def test_a_folder_that_is_no_site_is_told_so(tmp_path: Path) -> None:
    assert _complaint(load_site, tmp_path) == (
        "source/site.toml:1: There is no file source/site.toml; "
        "run the command in a site's root, or name that with --site."
    )


def test_a_source_that_is_a_file_is_told_like_a_missing_one(tmp_path: Path) -> None:
    (tmp_path / "source").write_text("not a folder", encoding="utf-8")
    assert _complaint(load_site, tmp_path).startswith(
        "source/site.toml:1: There is no file source/site.toml;"
    )


@pytest.mark.parametrize(("name", "load"), LOADERS)
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("# ö\n# å\n".encode("latin-1"), "1: This line is not UTF-8; save the file as UTF-8."),
        (b"# a\n# b \xff\n", "2: This line is not UTF-8; save the file as UTF-8."),
        ("# a\n".encode("utf-16"), "1: This line is not UTF-8; save the file as UTF-8."),
        (b"# a\n\n\0", "3: This line holds a NUL byte; save the file as plain text in UTF-8."),
    ],
)
def test_a_file_that_is_no_text_is_told_with_its_line(
    site: SourceFolder, name: str, load: Callable[[Path], object], content: bytes, sentence: str
) -> None:
    site.write(name, content)
    assert _complaint(load, site.root) == f"{name}:{sentence}"


@pytest.mark.parametrize(("name", "load"), LOADERS)
def test_a_file_of_ten_megabytes_is_refused_unread(
    site: SourceFolder, name: str, load: Callable[[Path], object]
) -> None:
    site.write(name, b"# long\n" * 1_500_000)
    assert _complaint(load, site.root) == (
        f"{name}:1: {name} is larger than 4 MB; keep only settings and records in it."
    )


@pytest.mark.parametrize(("name", "load"), LOADERS)
def test_a_folder_in_the_place_of_a_file_is_told(
    site: SourceFolder, name: str, load: Callable[[Path], object]
) -> None:
    (site.root / name).unlink()
    (site.root / name).mkdir()
    assert (
        _complaint(load, site.root) == f"{name}:1: {name} is not an ordinary file; put a file in its place."
    )


def test_a_pipe_is_not_waited_for(site: SourceFolder) -> None:
    (site.root / "source/site.toml").unlink()
    os.mkfifo(site.root / "source/site.toml")
    assert _complaint(load_site, site.root) == (
        "source/site.toml:1: source/site.toml is not an ordinary file; put a file in its place."
    )


def test_a_link_out_of_the_source_is_not_followed(site: SourceFolder) -> None:
    (site.root / "source/site.toml").rename(site.root / "site.toml")
    (site.root / "source/site.toml").symlink_to(site.root / "site.toml")
    assert _complaint(load_site, site.root) == (
        "source/site.toml:1: source/site.toml leads out of source/ by a link; put the file itself there."
    )


def test_a_link_to_itself_is_told(site: SourceFolder) -> None:
    path = site.root / "source/site.toml"
    path.unlink()
    path.symlink_to(path)
    complaint = _complaint(load_site, site.root)
    assert complaint.startswith("source/site.toml:1: source/site.toml cannot be read (")
    assert complaint.endswith("); put an ordinary file there.")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied"),
            "may not be read; allow it with: chmod u+r {name}",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            "cannot be read (Input/output error); put an ordinary file there.",
        ),
    ],
)
@pytest.mark.parametrize(("name", "load"), [*LOADERS, ("source/documents/policy.pdf", load_documents)])
def test_a_file_that_the_system_refuses_is_told(  # noqa: PLR0913, PLR0917 - two tables and the fixtures
    site: SourceFolder,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    load: Callable[[Path], object],
    error: OSError,
    sentence: str,
) -> None:
    _refuse_to_open(monkeypatch, name, error)
    place = "source/documents/documents.toml:2" if name.endswith(".pdf") else f"{name}:1"
    assert _complaint(load, site.root) == f"{place}: {name} " + sentence.format(name=name)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(site: SourceFolder) -> None:
    for name, load in LOADERS:
        before = load(site.root)
        text = (site.root / name).read_text(encoding="utf-8")
        site.write(name, ("\ufeff" + text.replace("\n", "\r\n")).encode())
        assert load(site.root) == before


def test_a_site_may_be_named_by_a_relative_path(site: SourceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)
    assert load_site(Path()).root == site.root
    assert load_documents(Path())["policy"].path == site.root / "source/documents/policy.pdf"


def _refuse_to_open(monkeypatch: pytest.MonkeyPatch, name: str, error: OSError) -> None:
    """Let the system refuse to open the file ``name``, as it would to anybody but root."""
    original = Path.open

    def refuse(path: Path, *arguments: str, **keywords: str) -> object:
        if path.as_posix().endswith(name):
            raise error
        return original(path, *arguments, **keywords)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


def _complaint(load: Callable[[Path], object], root: Path) -> str:
    """Return what loading says."""
    with pytest.raises(ConfigError) as caught:
        load(root)
    return str(caught.value)
