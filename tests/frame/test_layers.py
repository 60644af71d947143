"""The contracts in pyproject.toml close on each kind of forbidden import, and only on those."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"

FORBIDDEN = {
    "the pipeline enters checks": ("pipeline/build.py", "import checks.model"),
    "checks enter the command": ("checks/engine.py", "import tolkbar.command"),
    "checks enter a room above the ground floor": ("checks/subjects.py", "import pipeline.catalog"),
    "a low room enters a higher one": ("pipeline/page.py", "import pipeline.source"),
    "neighbours enter one another": ("pipeline/po.py", "import pipeline.placeholder"),
    "a family of rules enters another": ("checks/links.py", "import checks.pdf"),
    "a rule asks other servers": ("checks/links.py", "import checks.network"),
    "the judge asks other servers": ("checks/judge.py", "import checks.network"),
    "a rule enters the registry": ("checks/links.py", "import checks.registry"),
    "a room has no place": ("pipeline/attic.py", ""),
}

ALLOWED = {
    "the command joins both": ("tolkbar/command.py", "import checks.gate, pipeline.build"),
    "checks read a catalog with its one reader": ("checks/subjects.py", "import pipeline.po, pipeline.page"),
    "a high room enters a low one": ("pipeline/build.py", "import pipeline.render, pipeline.model"),
}

ROOMS = """
    pipeline/model pipeline/errors pipeline/page pipeline/po pipeline/placeholder pipeline/source
    pipeline/catalog pipeline/render pipeline/build
    checks/dom/tree checks/model checks/subjects checks/engine checks/links checks/pdf checks/registry
    checks/gate checks/judge checks/network
    tolkbar/command
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a house with our contracts and empty rooms."""
    for room in ROOMS.split():
        path = tmp_path / f"{room}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        (path.parent / "__init__.py").touch()
        (path.parents[0 if path.parent.parent == tmp_path else 1] / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    return tmp_path


def contracts_hold(house: Path) -> bool:
    """Return whether ``nox -s layers`` would pass in ``house``."""
    done = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache"],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in done.stdout, done.stdout + done.stderr
    return done.returncode == 0


@pytest.mark.parametrize(("path", "planted"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_an_import_against_the_arrows_is_found(house: Path, path: str, planted: str) -> None:
    (house / path).write_text(planted, "utf-8")
    assert not contracts_hold(house)


@pytest.mark.parametrize(("path", "planted"), ALLOWED.values(), ids=ALLOWED.keys())
def test_an_import_along_the_arrows_passes(house: Path, path: str, planted: str) -> None:
    (house / path).write_text(planted, "utf-8")
    assert contracts_hold(house)
