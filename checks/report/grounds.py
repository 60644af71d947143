"""What people read of the three verdicts on documents: their names, and each in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checks.model import Ground, Outcome
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.model import Finding, Report
    from pipeline.model import Message

NAMES: Final = {
    Ground.POLICY: msg("Publishing policy"),
    Ground.PDFUA: msg("PDF/UA-1"),
    Ground.ADVICE: msg("Advice"),
}
_ORDER: Final = {ground: number for number, ground in enumerate(Ground)}
_UNTOLD: Final = {
    Outcome.CANNOT_TELL: msg("Cannot be told by machine. A person must look."),
    Outcome.INAPPLICABLE: msg("Nothing of it was judged."),
}
_WORDS: Final = {
    Ground.POLICY: {
        Outcome.PASSED: msg("Follows it, as far as a machine can tell."),
        Outcome.FAILED: msg("Does not follow it."),
    },
    Ground.PDFUA: {
        Outcome.PASSED: msg("Conforms, as far as a machine can tell."),
        Outcome.FAILED: msg("Does not conform."),
    },
    Ground.ADVICE: {
        Outcome.PASSED: msg("Nothing to improve, as far as a machine can tell."),
        Outcome.FAILED: msg("There is something to improve."),
    },
}


def ground_of(finding: Finding, report: Report) -> Ground | None:
    """Return what a finding on a document stands on; None of one on anything else, as a page that links."""
    return finding.rule.ground if finding.place.location.path in report.verdicts else None


def rank(ground: Ground | None) -> int:
    """Return the place of what stands on ``ground`` in a report; what is on no document comes first."""
    return -1 if ground is None else _ORDER[ground]


def counted(report: Report) -> dict[Ground, Counter[Outcome]]:
    """Return on how many documents each verdict that was given is which."""
    found = {ground: Counter[Outcome]() for ground in Ground}
    for verdicts in report.verdicts.values():
        for ground, outcome in verdicts.items():
            found[ground][outcome] += 1
    return {ground: numbers for ground, numbers in found.items() if numbers}


def in_words(ground: Ground, outcome: Outcome) -> Message:
    """Return a verdict as a sentence about the document."""
    return {**_UNTOLD, **_WORDS[ground]}[outcome]
