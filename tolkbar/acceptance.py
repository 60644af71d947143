"""``source/waivers.toml`` and ``source/baseline.toml``: what people have accepted, read and written."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from checks import registry
from checks.gate import known
from checks.model import Outcome
from checks.waiver import Acceptance, Baseline, Known, Waiver
from pipeline.config import kinds
from pipeline.config.files import decode
from pipeline.config.located import read_toml, shown
from pipeline.config.records import closest, read_values, setting
from pipeline.errors import ConfigError
from pipeline.files import read_bytes
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checks.model import Finding
    from pipeline.config.located import Node

WAIVERS: Final = "source/waivers.toml"
BASELINE: Final = "source/baseline.toml"
_HEAD: Final = "# What was found on one day and is accepted until another. Written by: tolkbar baseline\n"


def _rule(node: Node) -> str:
    value = kinds.text(node)
    if value in registry.BY_ID:
        return value
    meant = closest(value[:100], registry.BY_ID) or "link-target"
    raise node.error(
        msg('There is no rule "{value}"; did you mean "{meant}"?', value=shown(value), meant=meant)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A ``[[waiver]]`` as it is written."""

    rule: str = field(metadata=setting(_rule, 'rule = "link-target"'))
    path: str = field(metadata=setting(kinds.text, 'path = "sv/arkiv/*"'))
    where: str = field(default="", metadata=setting(kinds.text, 'where = "kontakt.3"'))
    reason: str = field(metadata=setting(kinds.text, 'reason = "Arkivet flyttar i januari"'))
    until: date = field(metadata=setting(kinds.day, "until = 2027-01-31"))
    who: str = field(metadata=setting(kinds.text, 'who = "Webbredaktionen"'))


class _Accepted(msgspec.Struct, forbid_unknown_fields=True):
    """An ``[[accepted]]`` of a baseline as it is written."""

    rule: str
    path: str
    message: str
    times: int = 1


class _Baseline(msgspec.Struct, forbid_unknown_fields=True):
    """A baseline as it is written."""

    until: date
    accepted: list[_Accepted] = []


def read_acceptance(asked: Namespace, today: date) -> Acceptance | None:
    """Return what the files that were ``asked`` for hold, or those of the site; None where there is neither.

    Raises ConfigError for what is not in order; a waiver and a baseline last twelve months at most.
    """
    written = _content(asked, asked.waivers, WAIVERS)
    rewrites = asked.command == "baseline"  # who does asks what is found without the old one
    listed = None if rewrites else _content(asked, asked.baseline, BASELINE)
    if written is None and listed is None:
        return None
    return Acceptance(
        () if written is None else tuple(parse_waivers(*written, today)),
        None if listed is None else parse_baseline(*listed, today),
        today,
    )


def _content(asked: Namespace, given: Path | None, own: str) -> tuple[bytes, str] | None:
    """Return bytes and name of the file that is ``given``, else of the site's ``own``, if there is one."""
    if given is None:
        content = None if vars(asked).get("paths") else read_bytes(asked.site / own)
        return None if content is None else (content, own)
    content = read_bytes(given)
    if content is None:
        raise ConfigError(msg("There is no such file. Check the name."), Location(given.as_posix(), 1))
    return content, given.as_posix()


def parse_waivers(content: bytes, name: str, today: date) -> Iterator[Waiver]:
    """Yield the waivers in the file ``name``."""
    top = read_toml(decode(content, name), name)
    for node in top.children():
        if node.key != "waiver":
            raise node.error(msg('The key "{key}" is unknown here; write [[waiver]].', key=shown(node.key)))
        for record in node.elements():
            yield _waiver(record, today)


def _waiver(node: Node, today: date) -> Waiver:
    record = _Record(**read_values(_Record, node))
    require_soon(record.until, today, node.child("until").location)
    return Waiver(
        record.rule, record.path, record.where, record.reason, record.until, record.who, node.location
    )


def parse_baseline(content: bytes, name: str, today: date) -> Baseline:
    """Return the baseline in the file ``name``, which only the tool writes."""
    place = Location(name, 1)
    try:
        found = msgspec.toml.decode(content, type=_Baseline)
    except (ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise ConfigError(
            msg("The baseline is damaged ({reason}). Write it anew: tolkbar baseline.", reason=reason), place
        ) from error
    require_soon(found.until, today, place)
    counted: Counter[Known] = Counter()
    for one in found.accepted:
        counted[Known(one.rule, one.path, one.message)] += one.times
    return Baseline(counted, found.until, place)


def latest(today: date) -> date:
    """Return the last day that anything may be accepted until: twelve months on."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # of a leap day
        return today.replace(year=today.year + 1, day=28)


def require_soon(until: date, today: date, place: Location | None = None) -> None:
    """Raise ConfigError, at ``place`` where it is written down, for a day more than twelve months on."""
    if until > latest(today):
        day = latest(today).isoformat()
        raise ConfigError(msg("Twelve months are the most. Write {day} or an earlier day.", day=day), place)


def waiver_text(waiver: Waiver) -> str:
    """Return a waiver as it is written."""
    where = [f"where = {quoted(waiver.where)}"] if waiver.where else []
    lines = (
        "[[waiver]]",
        f"rule = {quoted(waiver.rule)}",
        f"path = {quoted(waiver.path)}",
        *where,
        f"reason = {quoted(waiver.reason)}",
        f"until = {waiver.until.isoformat()}",
        f"who = {quoted(waiver.who)}",
    )
    return "\n".join(lines) + "\n"


def baseline_text(findings: Iterable[Known], until: date) -> str:
    """Return the file that accepts ``findings`` until a day."""
    entries = (_entry(one, times) for one, times in sorted(Counter(findings).items()))
    return f"{_HEAD}until = {until.isoformat()}\n" + "".join(entries)


def unaccepted(findings: Iterable[Finding]) -> Iterator[Known]:
    """Yield what failed and what no waiver covers, as a baseline knows it."""
    return (known(one) for one in findings if one.outcome is Outcome.FAILED and one.waiver is None)


def _entry(one: Known, times: int) -> str:
    lines = [f"{key} = {quoted(value)}" for key, value in zip(one._fields, one, strict=True)]
    often = [f"times = {times}"] if times > 1 else []
    return "\n".join(["", "[[accepted]]", *lines, *often, ""])


def quoted(text: str) -> str:
    """Return ``text`` as a basic string of TOML, which is one of JSON but for the character DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
