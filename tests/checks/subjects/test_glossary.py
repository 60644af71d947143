"""The glossary of a site, as it stands on the disk when somebody asks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from checks.subjects.glossary import NAME, glossary_near
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from pathlib import Path


def terms(folder: Path) -> list[tuple[str, str]]:
    glossary = glossary_near(folder / "kontakt.po")
    return list(glossary.pairs("sv", "en")) if glossary else []


def test_a_change_that_leaves_size_and_time_alone_is_seen(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("sv,en\nförskola,preschool\n", encoding="utf-8")
    facts = path.stat()
    assert terms(tmp_path) == [("förskola", "preschool")]
    saved = tmp_path / "saved"  # as editors do: a new file in place of the old one
    saved.write_text("sv,en\nförskola,childcare\n", encoding="utf-8")
    saved.replace(path)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert path.stat().st_size == facts.st_size
    assert terms(tmp_path) == [("förskola", "childcare")]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(TolkbarError, match=rf"{NAME}:1: This is a folder"):
        terms(tmp_path)
