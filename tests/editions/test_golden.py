"""Whole editions of a site that has everything, as they were when a person last read them.

A change that is meant to change pages: ``python -m tests.editions.test_golden``, then read the difference.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.support import SiteFolder, healthy_site

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
READ = (".html", ".xml")
"""What people read; pictures, documents and style sheets are copies."""


def pages_of(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in READ)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


def build(root: Path) -> SiteFolder:
    """Build the sample with a page of everything and a form, in five languages under three policies."""
    site = healthy_site(root)
    shutil.copytree(HERE / "site", root, dirs_exist_ok=True)
    site.build()
    return site


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return pages_of(build(tmp_path_factory.mktemp("everything")).candidate)


def test_editions_have_the_pages_that_they_had(made: dict[str, str]) -> None:
    assert list(made) == list(pages_of(EXPECTED))


@pytest.mark.parametrize("name", pages_of(EXPECTED))
def test_a_page_is_what_it_was(made: dict[str, str], name: str) -> None:
    assert made[name] == (EXPECTED / name).read_text("utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        pages = pages_of(build(Path(folder)).candidate)
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in pages.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8")
