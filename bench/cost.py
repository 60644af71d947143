"""Where the time of judging goes: by family, and the ten dearest rules.

What rules share (the tree, styles, roles, names) is made by the first that asks, and counted there.
"""

from __future__ import annotations

from collections import defaultdict
from time import process_time
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from checks.judge import judge
from checks.registry import RULES
from checks.subjects import gather

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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


class Cost(NamedTuple):
    """What judging ``pages`` pages took: CPU seconds in all, and of them each rule's own."""

    pages: int
    seconds: float
    rules: Sequence[Clocked]

    @property
    def families(self) -> dict[str, float]:
        """Return the seconds of each family's rules, the dearest first."""
        found: defaultdict[str, float] = defaultdict(float)
        for rule in self.rules:
            found[rule.family] += rule.seconds
        return dict(sorted(found.items(), key=lambda item: -item[1]))


def cost(site: Path) -> Cost:
    """Judge the site below ``site`` by all rules, in this process."""
    rules = [Clocked(rule) for rule in RULES]
    start = process_time()
    pages = judge(gather([site]), [cast("AnyRule", rule) for rule in rules]).subjects["pages"]
    return Cost(pages, process_time() - start, rules)


def breakdown(found: Cost) -> str:
    """Return the tables for people to read."""
    pages, whole, rules = found
    families = found.families
    dearest = sorted(rules, key=lambda rule: -rule.seconds)[:DEAREST]
    lines = [
        *(_line(name, seconds, whole, pages) for name, seconds in families.items()),
        _line("reading, placing, reporting", whole - sum(families.values()), whole, pages),
        "",
        *(_line(rule.id, rule.seconds, whole, pages) for rule in dearest),
    ]
    return "\n".join([*lines, ""])


def _line(name: str, seconds: float, whole: float, pages: int) -> str:
    return f"{name:<40} {1000 * seconds / pages:8.3f} CPU ms a page {100 * seconds / whole:5.1f} %"
