"""What tests in a browser need beside Python, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.npm import AXE, found, packages
from bench.tools import program

if TYPE_CHECKING:
    from pathlib import Path


def needs() -> None:
    """Raise ``BenchmarkError``, which says how to get it, where something is missing."""
    chromium_path()
    if not found(AXE):
        program("npm", "apt-get install npm")


def chromium_path() -> str:
    """Return the path of Debian's Chromium."""
    return program("chromium", "apt-get install chromium")


def axe_source(folder: Path) -> str:
    """Return axe-core's script; npm brings it to ``folder`` where no NODE_PATH names one that holds it."""
    return (packages(AXE, folder) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
