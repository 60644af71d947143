"""Settings and records as an earlier run read them are those that reading them now would give."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import records
from pipeline.config import load_contacts, load_documents, load_site
from pipeline.errors import ConfigError
from pipeline.records import contacts_of, documents_of, settings_of
from pipeline.state import State

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import SiteFolder

LATER = 10 * 10**9


def read(root: Path) -> tuple[Any, ...]:
    """Return all settings and records as a run does that comes some seconds later."""
    with State(root) as state:
        there, here = state._opened  # noqa: SLF001 - the clock of the file system, which no test can turn
        state._opened = there + LATER, here  # noqa: SLF001 - as above
        return settings_of(root, state), contacts_of(root, state), documents_of(root, state)


def now(root: Path) -> tuple[Any, ...]:
    return load_site(root), load_contacts(root), load_documents(root)


def places(values: tuple[Any, ...]) -> list[object]:
    """Return where everything stands: what equal records do not compare."""
    site, contacts, documents = values
    return [one.places for one in (site, *contacts.values(), *documents.values())]


def test_they_are_what_reading_the_files_gives_their_lines_too(site: SiteFolder) -> None:
    for _ in range(2):
        assert read(site.root) == now(site.root)
        assert places(read(site.root)) == places(now(site.root))


def test_nothing_is_read_twice(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    read(site.root)
    for name in ("load_site", "load_contacts", "load_documents"):
        monkeypatch.delattr(records, name)
    read(site.root)


def test_a_site_that_has_moved_has_its_files_where_it_is(site: SiteFolder, tmp_path: Path) -> None:
    read(site.root)
    copy = shutil.copytree(site.root, tmp_path / "copy", ignore=shutil.ignore_patterns("copy"))
    assert read(copy) == now(copy) != now(site.root)


@pytest.mark.parametrize(
    "edit", [("contacts.toml", "021-39 26 36", "021-39 26 3"), ("site.toml", "sv", "zz")]
)
def test_a_fault_is_found_each_time(site: SiteFolder, edit: tuple[str, str, str]) -> None:
    read(site.root)
    site.edit(f"source/{edit[0]}", *edit[1:])
    for _ in range(2):
        with pytest.raises(ConfigError):
            read(site.root)


@pytest.mark.parametrize("how", ["other bytes", "gone", "elsewhere"])
def test_a_document_that_is_no_longer_what_it_was_is_looked_at_again(
    site: SiteFolder, tmp_path: Path, how: str
) -> None:
    read(site.root)
    path = site.root / "source/documents/policy.pdf"
    facts = path.stat()
    if how == "other bytes":
        path.write_bytes(b"x" * facts.st_size)
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    elif how == "gone":
        path.unlink()
    else:
        outside = (path.parent).rename(tmp_path / "outside")
        path.parent.symlink_to(outside)
    with pytest.raises(ConfigError):
        read(site.root)


def test_what_another_version_kept_is_not_believed(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    read(site.root)
    monkeypatch.setattr(records, "_shapes", lambda: "with one more key")
    monkeypatch.delattr(records, "load_site")
    with pytest.raises(NameError):  # it would read the file now
        read(site.root)
