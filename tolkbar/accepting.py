"""``tolkbar waive`` and ``tolkbar baseline``: accept a finding, or all of them, for a while."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from checks.subjects import gather
from checks.waiver import Waiver
from pipeline.errors import TolkbarError
from pipeline.files import WORK, only_run, read_bytes, replace
from pipeline.model import Location, msg
from tolkbar.acceptance import (
    BASELINE,
    WAIVERS,
    baseline_text,
    parse_baseline,
    parse_waivers,
    require_soon,
    unaccepted,
    waiver_text,
)
from tolkbar.console import tell
from tolkbar.judging import judge_inputs
from tolkbar.reporting import today

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from checks.model import Finding, Report
    from pipeline.model import Message

    Say = Callable[[Message], str]

LAST: Final = f"{WORK}/findings.json"
_A_WHILE: Final = timedelta(days=90)


class Numbered(NamedTuple):
    """What a waiver needs to know of a finding; its number is its place in the list."""

    rule: str
    path: str
    where: str


def remember(root: Path, findings: Iterable[Finding]) -> None:
    """Keep what the site's last check found, in its order, for those who waive by number."""
    kept = [Numbered(one.rule.id, one.edit.path, _where(one)) for one in findings]
    replace(root / LAST, msgspec.json.encode(kept))


def _where(finding: Finding) -> str:
    """Return the unit or the selector that a finding is about."""
    place = finding.place
    return (place.trace.unit if place.trace else place.selector) or ""


def waive(asked: Namespace, say: Say) -> int:
    """Write a waiver for the finding with a number."""
    found = _last(asked.site)
    if asked.number > len(found):
        raise TolkbarError(msg("The last check found {number} in all. Check the number.", number=len(found)))
    one = found[asked.number - 1]
    waiver = Waiver(
        one.rule, one.path, one.where, asked.reason, _until(asked), asked.who, Location(WAIVERS, 1)
    )
    with only_run(asked.site):  # two at a time would each lose the other's
        _add(asked.site / WAIVERS, waiver)
    day = waiver.until.isoformat()
    tell(say(msg("{rule} in {path} is accepted until {day}.", rule=one.rule, path=one.path, day=day)))
    return 0


def _add(path: Path, waiver: Waiver) -> None:
    """Write ``waiver`` below those that are there."""
    before = read_bytes(path) or b""
    gap = b"\n" if before and before.endswith(b"\n") else b"\n\n" if before else b""
    content = before + gap + waiver_text(waiver).encode()
    list(parse_waivers(content, WAIVERS, today()))  # what cannot be read back is not written
    replace(path, content)


def _last(root: Path) -> list[Numbered]:
    content = read_bytes(root / LAST)
    try:
        return msgspec.json.decode(content or b"", type=list[Numbered])
    except msgspec.DecodeError as error:
        raise TolkbarError(msg("No check of this site is remembered. Run tolkbar check first.")) from error


def _until(asked: Namespace) -> date:
    """Return the day that was asked for, or one in three months."""
    until: date = asked.until or today() + _A_WHILE
    require_soon(until, today())
    return until


def baseline_of_paths(asked: Namespace, say: Say) -> int:
    """Accept what is found today in what the paths name."""
    inputs = gather(asked.paths, today())
    return write_baseline(judge_inputs(inputs, asked, say), asked, say)


def write_baseline(report: Report, asked: Namespace, say: Say) -> int:
    """Write a baseline of what ``report`` found, or take out of the old one what it did not find."""
    given: Path | None = asked.baseline
    path, name = (asked.site / BASELINE, BASELINE) if given is None else (given, given.as_posix())
    if given is None and asked.paths:
        raise TolkbarError(msg("Say where the baseline goes: --baseline FILE."))
    found = Counter(unaccepted(report.findings))
    until = _until(asked)
    if asked.shrink:
        old = parse_baseline(_existing(path, name), name, today())
        found = Counter(old.known) & found
        until = old.until
    replace(path, baseline_text(found.elements(), until).encode())
    tell(
        say(
            msg(
                "{number} findings are accepted until {day}, in {path}.",
                number=found.total(),
                day=until.isoformat(),
                path=name,
            )
        )
    )
    return 0


def _existing(path: Path, name: str) -> bytes:
    content = read_bytes(path)
    if content is None:
        raise TolkbarError(msg("There is no baseline yet. Leave --shrink out."), Location(name, 1))
    return content
