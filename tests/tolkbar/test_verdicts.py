"""Where verdicts are kept from run to run: in the user's cache for any site, and never much of it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from checks.hearing.cabinet import KINDS
from tolkbar import verdicts
from tolkbar.command import main
from tolkbar.judging import FEW
from tolkbar.verdicts import Verdicts, cache_folder, of_any

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<!DOCTYPE html><html lang="sv"><title>Sida {0}</title><a href="sida-{0}.html#x"></a></html>'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the cache of a user who has run nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "tolkbar"


def report(folder: Path, *more: str) -> bytes:
    """Return the report on a site."""
    file = folder.parent / "report.json"
    main(["check", str(folder), "--outcomes", "--format=json", f"--output={file}", *more])
    return file.read_bytes()


@pytest.mark.parametrize("pages", [FEW - 1, FEW])
def test_a_second_run_says_the_same_and_nothing_is_written_into_the_site(
    tmp_path: Path, cache: Path, pages: int
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(pages):
        (folder / f"sida-{number}.html").write_text(PAGE.format(number))
    before = sorted(folder.iterdir())
    assert report(folder) == report(folder) == report(folder, "--no-cache") == report(folder, "--jobs=2")
    assert sorted(folder.iterdir()) == before
    assert cache.exists() == (pages >= FEW)


def test_what_nobody_asked_for_longest_makes_room(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir(parents=True)
    for age, name in enumerate(("new", "middle", "old")):
        (cache / f"{name}.sqlite").write_bytes(b"x" * 1000)
        os.utime(cache / f"{name}.sqlite", (1_000_000 - age, 1_000_000 - age))
    monkeypatch.setattr(verdicts, "ROOM", 2000)
    with of_any([tmp_path]):
        assert {path.stem for path in cache.glob("*.sqlite")} >= {"new", "middle"}
        assert not (cache / "old.sqlite").exists()


def test_a_cache_that_is_no_absolute_path_is_the_usual_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "tolkbar"


def test_a_user_without_a_home_is_served_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert cache_folder() is None
    with of_any([tmp_path]) as store:
        store.write("table", "key", b"value")
        assert store.read("table", "key") is None


def test_while_another_run_writes_what_is_kept_is_read(tmp_path: Path) -> None:
    with Verdicts(tmp_path, "verdicts.sqlite") as store:
        store.write("table", "key", b"value")
    with Verdicts(tmp_path, "verdicts.sqlite") as one, Verdicts(tmp_path, "verdicts.sqlite") as other:
        one.write("table", "another", b"from one")
        other.write("table", "key", b"from the other")
        assert other.read("table", "key") == b"value"
    with Verdicts(tmp_path, "verdicts.sqlite") as store:
        assert store.read("table", "another") == b"from one"


def test_all_sites_of_one_run_are_remembered(tmp_path: Path, cache: Path) -> None:
    sites = [tmp_path / f"site-{number}" for number in range(KINDS + 2)]
    for site in sites:
        site.mkdir()
        for number in range(FEW):
            (site / f"sida-{number}.html").write_text(PAGE.format(number))
    arguments = ["check", *map(str, sites), "--format=json", f"--output={tmp_path / 'report.json'}"]
    main(arguments)
    (store,) = cache.glob("*.sqlite")
    main(arguments)
    with closing(sqlite3.connect(store)) as kept:
        (kinds,) = kept.execute("SELECT count(*) FROM kept WHERE name = 'kinds'").fetchone()
    assert kinds == len(sites)


def test_a_store_that_cannot_be_opened_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with Verdicts(tmp_path / "file", "verdicts.sqlite") as store:
        store.write("table", "key", b"value")
        assert store.read("table", "key") is None
        assert not store.keys("table")
