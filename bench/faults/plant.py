"""Faults of every kind, put into a healthy site: what was wrong where is known to the line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.measure import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

_MESSAGE: Final = re.compile(r"^(?:#~ )?msgid ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to be wrong: the edit that plants it, and the rules that may find it.

    ``old`` is looked for in the files below ``folder``; the finding must name the line of the edit, or
    of the message around it in a catalog.  Of what is lost it must name ``at``: the last before the
    edit, or the first behind it.  What is ``alone`` has a copy of the site to itself.
    """

    what: str
    rules: frozenset[str]
    folder: str
    old: re.Pattern[str]
    new: str
    at: re.Pattern[str] | None = None
    alone: bool = False

    @property
    def in_catalog(self) -> bool:
        """Whether a translator makes this fault."""
        return self.folder.startswith("locales/")


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault: its kind, and the file and the line that a finding must name."""

    kind: Kind
    file: str
    line: int


def kinds() -> list[Kind]:
    """Return the kinds of faults there are."""
    tables = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))
    catalogs = [_kind(table, f"locales/{table['language']}/LC_MESSAGES") for table in tables["catalog"]]
    built = [_kind(table, table["edition"]) for table in tables["built"]]
    return [*catalogs, *built, *(_kind(table, table["edition"], alone=True) for table in tables["statement"])]


def _kind(table: dict[str, Any], folder: str, *, alone: bool = False) -> Kind:
    at = re.compile(table["at"]) if "at" in table else None
    old = re.compile(table["old"])
    return Kind(table["what"], frozenset(table["rules"]), folder, old, table["new"], at, alone)


def plant(kind: Kind, site: Path, files: Iterable[str], number: int, random: Random) -> list[Planted]:
    """Plant a fault in ``number`` of ``files``, which are paths below ``site``; return where.

    Raises ``BenchmarkError`` where not as many of them have a place for it.
    """
    candidates = list(files)
    random.shuffle(candidates)
    planted: list[Planted] = []
    for file in candidates:
        if len(planted) == number:
            break
        text = (site / file).read_text("utf-8")
        places = list(kind.old.finditer(text))
        if places:
            place = random.choice(places)
            changed = text[: place.start()] + place.expand(kind.new) + text[place.end() :]
            (site / file).write_text(changed, "utf-8", newline="")
            planted.append(Planted(kind, file, _line(kind, changed, place.start())))
    if len(planted) < number:
        raise BenchmarkError(f"{kind.what}: only {len(planted)} files have a place for it")
    return planted


def _line(kind: Kind, text: str, start: int) -> int:
    """Return the line that a finding must name for the edit at ``start`` of ``text``."""
    if kind.at is not None:
        marks = [mark.start() for mark in kind.at.finditer(text)]
        start = max((mark for mark in marks if mark <= start), default=min(marks, default=start))
    elif kind.in_catalog:
        start = _message(text, start)
    return text.count("\n", 0, start) + 1


def _message(text: str, start: int) -> int:
    """Return where the message that holds ``start`` has its msgid: at or before it, or after its comments."""
    end = text.find("\n\n", start)
    block = text.rfind("\n\n", 0, start) + 1
    ids: Sequence[re.Match[str]] = list(_MESSAGE.finditer(text, block, end if end >= 0 else len(text)))
    return ids[0].start() if ids else start
