"""What holds for every test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.servers import loop, serve  # noqa: F401 - fixtures, for all tests
from tests.support import SiteFolder, healthy_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# No example is judged by the clock: a busy machine is no fault.  CI tries the same examples in every run.
settings.register_profile("tolkbar", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("tolkbar")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what is found in foreign sites apart from what the user's own runs have kept; yield where."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteFolder]:
    """Yield a small site in three languages, in good order."""
    folder = healthy_site(tmp_path)
    yield folder
    folder.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteFolder]:
    """Yield the same site with its editions built, for tests that only read it."""
    folder = healthy_site(tmp_path_factory.mktemp("built"))
    folder.build()
    yield folder
    folder.close()
