"""Where the time of judging goes: by family, and the ten dearest rules.

What rules share (the tree, styles, roles, names) is made by the first that asks, and counted there.
"""

from __future__ import annotations

from collections import Counter
from time import process_time
from typing import TYPE_CHECKING, Any, Final, cast

from checks.judge import judge
from checks.registry import RULES
from checks.subjects import gather

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checks.model import AnyRule, Verdict

DEAREST: Final = 10


class Clocked:
    """A rule and the seconds that its applicability and expectation have taken."""

    def __init__(self, rule: AnyRule) -> None:
        """Stand in for ``rule``."""
        self.rule = rule
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the rule has
        """Be the rule in everything else."""
        return getattr(self.rule, name)

    def applicability(self, subject: Any) -> Iterator[Any]:  # noqa: ANN401 - as the rule's
        """Yield the rule's targets, counting the time until each."""
        start = process_time()
        for target in self.rule.applicability(subject):
            self.seconds += process_time() - start
            yield target
            start = process_time()
        self.seconds += process_time() - start

    def expectation(self, target: Any) -> Verdict:  # noqa: ANN401 - as the rule's
        """Judge as the rule does, counting the time."""
        start = process_time()
        verdict = self.rule.expectation(target)
        self.seconds += process_time() - start
        return verdict


def breakdown(site: Path) -> str:
    """Judge the site below ``site`` in this process; return the tables for people to read."""
    rules = [Clocked(rule) for rule in RULES]
    start = process_time()
    pages = judge(gather([site]), [cast("AnyRule", rule) for rule in rules]).subjects["pages"]
    whole = process_time() - start
    families: Counter[str] = Counter()
    for rule in rules:
        families[rule.family] += rule.seconds  # type: ignore[assignment] # a Counter can count seconds
    rest = whole - families.total()
    dearest = sorted(rules, key=lambda rule: -rule.seconds)[:DEAREST]
    lines = [
        *(_line(name, seconds, whole, pages) for name, seconds in families.most_common()),
        _line("reading, placing, reporting", rest, whole, pages),
        "",
        *(_line(rule.id, rule.seconds, whole, pages) for rule in dearest),
    ]
    return "\n".join([*lines, ""])


def _line(name: str, seconds: float, whole: float, pages: int) -> str:
    return f"{name:<40} {1000 * seconds / pages:8.3f} CPU ms a page {100 * seconds / whole:5.1f} %"
