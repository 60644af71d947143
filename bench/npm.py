"""Packages that come from npm, in the versions of a ``package.json`` of ours."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Final

from bench.measure import Command, run
from bench.tools import program

AXE: Final = Path(__file__).parent / "axe"
_QUICKLY: Final = ("--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts")


def packages(wanted: Path, folder: Path) -> Path:
    """Return a folder that holds the packages that ``wanted/package.json`` names.

    That is one that ``NODE_PATH`` names, for machines without a registry; else ``folder``, which npm makes
    and fills.  Raises ``BenchmarkError`` where npm is missing or fails.
    """
    if at_hand := found(wanted):
        return at_hand
    npm = program("npm", "apt-get install npm")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(wanted / "package.json", folder)
    run(Command((npm, "install", *_QUICKLY), folder))
    return folder / "node_modules"


def found(wanted: Path) -> Path | None:
    """Return the folder of ``NODE_PATH`` that holds all packages that ``wanted/package.json`` names."""
    names = json.loads((wanted / "package.json").read_text("utf-8"))["dependencies"]
    folders = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    return next((folder for folder in folders if all((folder / name).is_dir() for name in names)), None)
