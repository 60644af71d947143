"""The shipped catalogs live on when a translator's own editor has read and rewritten them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

from pipeline import po
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
CATALOGS = sorted(path.relative_to(ROOT) for path in (ROOT / "locales").glob("*/LC_MESSAGES/**/*.po"))

needs_gettext = pytest.mark.skipif(not shutil.which("msgcat"), reason="GNU gettext is not installed")


def rewritten_by_polib(path: Path) -> None:
    """Read and save, as many a script does: polib wraps every line, comments too."""
    polib.pofile(str(path)).save()


def rewritten_by_gettext(path: Path) -> None:
    """Read and save with GNU gettext, which wraps lines its own way."""
    subprocess.run(["msgcat", "--output-file", path, path], check=True)


EDITORS = [
    pytest.param(rewritten_by_polib, id="polib"),
    pytest.param(rewritten_by_gettext, id="gettext", marks=needs_gettext),
]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Return a copy of the site that this repository ships."""
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def tolkbar(command: str, site: Path) -> None:
    assert main([command, "--site", str(site)]) == 0


def rewrite(site: Path, editor: Callable[[Path], None]) -> None:
    for name in CATALOGS:
        editor(site / name)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def written_by_people(site: Path) -> dict[tuple[object, ...], str]:
    """Return what translators typed: translations and, however they are wrapped, their comments."""
    catalogs = {name: po.read((site / name).read_bytes(), name.as_posix()) for name in CATALOGS}
    return {
        (name, *entry.key, entry.fuzzy, " ".join(entry.comments).strip()): entry.msgstr
        for name, catalog in catalogs.items()
        for entry in catalog.entries
    }


def test_there_are_catalogs_to_try() -> None:
    assert {name.parts[1] for name in CATALOGS} == {"de", "en"}


def test_extracting_changes_no_byte_of_what_is_shipped(shipped: Path) -> None:
    before = files(shipped / "locales")
    tolkbar("extract", shipped)
    assert files(shipped / "locales") == before


@pytest.mark.parametrize("editor", EDITORS)
def test_the_same_pages_are_published_from_rewritten_catalogs(
    shipped: Path, editor: Callable[[Path], None]
) -> None:
    tolkbar("publish", shipped)
    published, before = files(shipped / "output"), files(shipped / "locales")
    rewrite(shipped, editor)
    assert files(shipped / "locales") != before, "the editor has rewritten nothing: this shows nothing"
    tolkbar("publish", shipped)
    assert files(shipped / "output") == published


@pytest.mark.parametrize("editor", EDITORS)
def test_no_word_of_a_translator_is_lost_on_the_way(shipped: Path, editor: Callable[[Path], None]) -> None:
    before = written_by_people(shipped)
    rewrite(shipped, editor)
    tolkbar("extract", shipped)
    assert written_by_people(shipped) == before


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editors_way_of_wrapping_settles_after_one_run(
    shipped: Path, editor: Callable[[Path], None]
) -> None:
    rewrite(shipped, editor)
    tolkbar("extract", shipped)
    settled = files(shipped / "locales")
    tolkbar("extract", shipped)
    assert files(shipped / "locales") == settled


@needs_gettext
@pytest.mark.parametrize("name", CATALOGS, ids=str)
def test_gettext_accepts_every_shipped_catalog(name: Path) -> None:
    done = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", name],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
