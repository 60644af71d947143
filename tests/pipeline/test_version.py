"""The number of the code at work: another one after every change of it, and of what it is made with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

import pipeline
from pipeline.version import code_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let our code be a folder with one file, beside the folder of one library."""
    folder = tmp_path / "pipeline"
    folder.mkdir()
    (folder / "a.py").write_text("1")
    (tmp_path / "lib" / "Babel-2.18.dist-info").mkdir(parents=True)
    monkeypatch.setattr(pipeline, "__path__", [str(folder)])
    monkeypatch.setattr(sys, "path", [str(tmp_path / "lib"), str(tmp_path / "missing"), ""])
    yield folder
    code_number.cache_clear()


def number(layout: int = 1) -> int:
    code_number.cache_clear()
    return code_number(layout)


def test_it_is_the_same_while_nothing_changes(code: Path) -> None:
    before = number()
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "a.pyc").write_bytes(b"made by Python")
    assert number() == before
    assert 0 <= before < 2**31


def test_another_layout_has_another(code: Path) -> None:
    assert code.is_dir()
    assert number(1) != number(2)


def test_a_file_that_was_edited_gives_another(code: Path) -> None:
    before = number()
    os.utime(code / "a.py", (1, 1))
    assert number() != before


def test_a_file_that_has_come_gives_another(code: Path) -> None:
    before = number()
    (code / "b.txt").write_text("")
    assert number() != before


def test_another_version_of_a_library_gives_another(code: Path) -> None:
    before = number()
    library = code.parent / "lib" / "Babel-2.18.dist-info"
    library.rename(library.with_name("Babel-2.19.dist-info"))
    assert number() != before


def test_a_folder_that_nobody_may_list_is_passed_over(code: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> list[str]:
        raise PermissionError(folder)

    assert code.is_dir()
    monkeypatch.setattr(os, "listdir", refuse)
    assert number() >= 0
