"""A dependency is chosen: we use it, we say why, and everybody runs with the same version of it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
IMPORT = re.compile(r"^ *(?:from|import) (\w+)", re.MULTILINE)


def names(requirements: list[str]) -> list[str]:
    """Return the names that a list of requirements asks for, in the registry's normal form."""
    return [re.split(r"[\[<>=]", requirement)[0].lower() for requirement in requirements]


SHIPPED = names(PROJECT["project"]["dependencies"])
EXTRAS = [name for extra in PROJECT["project"]["optional-dependencies"].values() for name in names(extra)]
TOOLS = [name for group in PROJECT["dependency-groups"].values() for name in names(group)]


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_imported(name: str) -> None:
    sources = chain.from_iterable((ROOT / package).rglob("*.py") for package in PACKAGES)
    imported = {module for path in sources for module in IMPORT.findall(path.read_text("utf-8"))}
    modules = packages_distributions()
    used = {distribution.lower() for module in imported for distribution in modules.get(module, ())}
    assert name in used


@pytest.mark.parametrize("name", sorted({*SHIPPED, *EXTRAS, *TOOLS}))
def test_each_has_its_line_in_the_documentation(name: str) -> None:
    lines = (ROOT / "docs/dependencies.md").read_text("utf-8").lower().splitlines()
    assert [line for line in lines if line.startswith(f"| {name} |")]


@pytest.mark.parametrize("name", sorted({*SHIPPED, *EXTRAS, *TOOLS}))
def test_each_has_its_version_in_the_lock(name: str) -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(f"{name}==")]


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text("utf-8")


def test_the_build_asks_for_what_the_lock_holds() -> None:
    assert set(PROJECT["build-system"]["requires"]) <= set(PROJECT["dependency-groups"]["build"])
