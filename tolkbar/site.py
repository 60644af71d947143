"""A site that is made here, opened for one run."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from os.path import isfile
from typing import TYPE_CHECKING

from pipeline import swap
from pipeline.config import SITE_FILE, load_site
from pipeline.files import only_run
from pipeline.locales import Locales
from pipeline.records import settings_of
from pipeline.site import Source, load_source
from pipeline.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Site:
    """A site that this run alone works on."""

    root: Path
    source: Source
    locales: Locales
    state: State


@contextmanager
def open_site(root: Path) -> Iterator[Site]:
    """Open the site at ``root``: locked, mended if an earlier run was killed; its state is saved after."""
    if not isfile(root / SITE_FILE):  # noqa: PTH113 - one that may not be looked at is said below
        load_site(root)  # says what is wrong, and leaves no folder of ours behind
    with only_run(root):
        swap.recover(root)
        with State(root) as state:
            source = load_source(settings_of(root, state), state)
            yield Site(root, source, Locales(root, source.site.language, state), state)
