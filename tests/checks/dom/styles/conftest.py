from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.tree import Dom, Nowhere
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable


class Files(Nowhere):
    """The surroundings of a page among ``files``; ``reads`` counts what was read."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        super().__init__()
        self.files = files
        self.reads: list[str] = []

    def follow(self, address: str, origin: str | None = None) -> str | None:  # noqa: ARG002 - all in one folder
        return address if address in self.files else None

    def read(self, path: str) -> bytes | None:
        self.reads.append(path)
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content


@pytest.fixture
def files() -> Callable[[dict[str, str | bytes]], Files]:
    """Make the surroundings of a page from the files beside it."""
    return Files


@pytest.fixture
def grow() -> Callable[..., Dom]:
    """Parse a page, with surroundings."""

    def run(content: str, surroundings: Nowhere | None = None) -> Dom:
        return Dom(read_page(content, "sv/x.html").document, surroundings)

    return run
