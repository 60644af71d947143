"""What is made again and again in one process leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from tolkbar.preview.making import make
from tolkbar.preview.view import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support import SiteFolder


@pytest.fixture
def _no_collector() -> Iterator[None]:
    """Let nothing go that others still hold: looking for such takes seconds on a large site."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
def test_what_was_made_goes_when_something_newer_is_there(site: SiteFolder) -> None:
    site.edit("source/pages/index.md", "+++\n\n", "+++\n\nEn ny mening.\n\n")
    made = make(site.root, 1)
    assert made.made
    assert view(made, "de", "index") is not None
    source = weakref.ref(made.source)
    editions = [weakref.ref(edition) for edition in made.editions.values()]
    del made
    assert source() is None
    assert [edition() for edition in editions] == [None, None, None]
