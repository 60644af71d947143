"""The kinds of findings that the page counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checks.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checks.model import Finding

KINDS: Final = ("blocking", "advisory", "review", "accepted")


def counts(kinds: Iterable[tuple[bool, str, str]]) -> Mapping[str, int]:
    """Count findings, each given by whether it is accepted, its outcome and its severity."""
    counted = Counter(_kind(*kind) for kind in kinds)
    return {name: counted[name] for name in KINDS}


def counts_of(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Count findings."""
    return counts((one.waiver is not None, one.outcome, one.severity) for one in findings)


def _kind(accepted: bool, outcome: str, severity: str) -> str:  # noqa: FBT001 - as they stand in reports
    if accepted:
        return "accepted"
    return severity if outcome == Outcome.FAILED else "review"
