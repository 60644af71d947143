"""W3C's test cases for ACT rules: what they are, and where their pages expect to stand."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from checks.model import Outcome

if TYPE_CHECKING:
    from pathlib import Path

# The pages name their pictures and sheets by absolute addresses below this path of W3C's server.
HOME: Final = "WAI/content-assets/wcag-act-rules"


@dataclass(frozen=True, slots=True)
class Case:
    """One page, and what the ACT rule ``act`` concludes about it.

    ``requirements`` are the success criteria that the rule maps to for conformance, as W3C's
    addresses call them (``page-titled``).
    """

    act: str
    rule_name: str
    expected: Outcome
    title: str
    path: str
    url: str
    requirements: frozenset[str]

    @property
    def file(self) -> str:
        """Return its path below the root of the site that :func:`lay_out` makes."""
        return f"{HOME}/{self.path}"


def read_cases(folder: Path) -> list[Case]:
    """Return the cases that ``testcases.json`` of ``folder`` lists."""
    listed = json.loads((folder / "testcases.json").read_text("utf-8"))["testcases"]
    return [_case(case) for case in listed]


def lay_out(folder: Path, root: Path) -> None:
    """Copy pages and what they refer to, so that ``root`` is a site where their addresses lead somewhere."""
    for name in ("testcases", "test-assets"):
        if (folder / name).is_dir():
            shutil.copytree(folder / name, root / HOME / name)


def _case(listed: dict[str, Any]) -> Case:
    return Case(
        act=listed["ruleId"],
        rule_name=listed["ruleName"],
        expected=Outcome(listed["expected"]),
        title=listed["testcaseTitle"],
        path=listed["relativePath"],
        url=listed["url"],
        requirements=_requirements(listed.get("ruleAccessibilityRequirements") or {}),
    )


def _requirements(mapping: dict[str, Any]) -> frozenset[str]:
    """Return the criteria of ``{"wcag20:1.3.1": {"forConformance": true}}``."""
    keys = [key.partition(":") for key, value in mapping.items() if value.get("forConformance")]
    return frozenset(number for kind, _, number in keys if kind.startswith("wcag2"))
