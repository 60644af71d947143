"""Where the programs are that benchmarks run, and what to say when one is missing."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from bench.measure import BenchmarkError, Command

REPOSITORY = Path(__file__).parents[1]


def tolkbar(site: Path, *arguments: str) -> Command:
    """Return the command ``tolkbar ARGUMENTS`` in the root of ``site``, run by this interpreter."""
    if importlib.util.find_spec("tolkbar.__main__") is None:
        raise BenchmarkError("tolkbar is missing: python -m pip install -e . in the repository")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return Command((sys.executable, "-m", "tolkbar", *arguments), site, environment)


def toolkit(name: str, directory: Path, *arguments: str) -> Command:
    """Return a Translate Toolkit command, the one of this environment if there is one."""
    path = program(name, "python -m pip install translate-toolkit")
    return Command((path, "--progress=none", *arguments), directory)


def program(name: str, remedy: str) -> str:
    """Return the path of the program ``name``: beside this interpreter, else from ``PATH``.

    Raises ``BenchmarkError`` that says ``remedy`` where there is none.
    """
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=os.pathsep.join((str(beside), os.environ.get("PATH", ""))))
    if found is None:
        raise BenchmarkError(f"{name} is missing: {remedy}")
    return found
