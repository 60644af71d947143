"""Where a report goes, in which form, and how it looks to the person who reads it."""

from __future__ import annotations

import os
from dataclasses import replace as changed
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from checks import report as reports
from checks.model import Gate
from pipeline.errors import PublishError, TolkbarError
from pipeline.files import CANDIDATE, replace
from pipeline.model import Location, msg
from tolkbar import __version__
from tolkbar.console import show, shows_colours

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from checks.model import Report
    from pipeline.model import Message

    Say = Callable[[Message], str]

CLOSED: Final = 1
EARL: Final = "earl"  # the one form that is about every outcome
LINES: Final = "jsonl"  # the one form that can be written while subjects are judged
_HERE: Final = Path()
_LARGEST: Final = 8_000_000  # bytes of a file that lines are quoted from


class Reader(NamedTuple):
    """Who reads a report: in which language, said by ``say``, how it looks on a terminal, what else it tells.

    ``progress`` is that of translations, ``earlier`` the counts of a report to compare with, ``folder`` where
    the report's paths begin, from where a code host looks.
    """

    say: Say
    language: str
    look: reports.Look
    progress: Callable[[], Iterable[reports.Progress]]
    earlier: Mapping[str, int] | None
    folder: str


_FORMS: dict[str, Callable[[Report, Reader], str | Iterator[str]]] = {
    "text": lambda report, reader: reports.text(report, reader.say, reader.look),
    "json": lambda report, reader: reports.json_pieces(report, __version__, reader.say),
    LINES: lambda report, reader: reports.lines_pieces(report, __version__, reader.say),
    "html": lambda report, reader: reports.html(
        report,
        reader.say,
        reader.language,
        day=today().isoformat(),
        progress=tuple(reader.progress()),
        earlier=reader.earlier,
    ),
    "sarif": lambda report, reader: reports.sarif_pieces(
        report, __version__, reader.say, reader.language, reader.folder
    ),
    "junit": lambda report, reader: reports.junit(report, reader.say),
    EARL: lambda report, reader: reports.earl_pieces(report, __version__, reader.say),
    "github": lambda report, reader: reports.github(report, reader.say, reader.folder),
}


def write_reports(
    report: Report,
    asked: Namespace,
    say: Say,
    progress: Callable[[], Iterable[reports.Progress]] = tuple,
    root: Path = _HERE,
) -> int:
    """Write the report in every form asked for; return the exit status that the gate asks for.

    ``progress`` tells how far translations have come, for the form that shows it; paths begin at ``root``.
    """
    formats = asked.format or ["text"]
    earlier = None if asked.since is None else _earlier(asked.since)
    plain = report if wants_outcomes(asked) else changed(report, outcomes={})
    for form, output in zip(formats, files_of(len(formats), asked.output or []), strict=True):
        look = _look(asked, coloured=output is None and shows_colours())
        reader = Reader(say, asked.language, look, progress, earlier, _folder(root))
        made = _FORMS[form](report if form == EARL else plain, reader)
        pieces = [made] if isinstance(made, str) else made
        if output is None:
            for piece in pieces:
                show(piece, coloured=look.coloured and form == "text")
        else:
            _write(output, (piece.encode() for piece in pieces))
    return CLOSED if report.gate is Gate.CLOSED else 0


def files_of(forms: int, asked: Sequence[tuple[int, Path]]) -> Sequence[Path | None]:
    """Return the file of each form, None for standard output; each was ``asked`` for after so many forms.

    As many files as forms go in their order; of fewer, each belongs to the form before it, if there is one.
    """
    if len(asked) == forms:
        return [file for _, file in asked]
    files: list[Path | None] = [None] * forms
    for before, file in asked:
        place = max(before - 1, 0)
        if files[place] is not None:
            raise PublishError(msg("Give a --format for every --output."))
        files[place] = file
    return files


def _folder(root: Path) -> str:
    """Return the way to ``root`` from where code hosts look: GitHub's checkout, or the working folder.

    It is empty where ``root`` lies outside.
    """
    top = Path(os.environ.get("GITHUB_WORKSPACE") or _HERE).resolve()
    whole = root.resolve()
    return whole.relative_to(top).as_posix() if whole != top and whole.is_relative_to(top) else ""


def annotate(error: TolkbarError, asked: Namespace, say: Say) -> None:
    """Tell GitHub, too, where what stopped the work is to be mended, if its form was asked for."""
    known = vars(asked)
    if error.location and "github" in (known.get("format") or ()):
        folder = "" if known.get("paths") else _folder(known.get("site") or _HERE)
        show(reports.stopped(error.location, say(error.message), folder))


def wants_outcomes(asked: Namespace) -> bool:
    """Return whether the report says what every rule concluded."""
    return bool(vars(asked).get("outcomes"))


def _write(output: Path, content: Iterable[bytes]) -> None:
    """Put a report in its place: a file is replaced whole, a link or ``/dev/stdout`` written to."""
    if output.is_symlink() or (output.exists() and not output.is_file()):
        with output.open("wb") as file:
            file.writelines(content)
    else:
        replace(output, content)


def today() -> date:
    """Return the day that dates in pages are compared with, where this machine is."""
    return datetime.now(UTC).astimezone().date()


class _Past(msgspec.Struct):
    """A finding of an earlier report in JSON."""

    outcome: str
    severity: str
    waiver: object = None


class _PastReport(msgspec.Struct):
    findings: list[_Past]


def _earlier(path: Path) -> Mapping[str, int]:
    """Return the counts of an earlier report; raises ``TolkbarError`` for what is none."""
    try:
        report = msgspec.json.decode(path.read_bytes(), type=_PastReport)
    except (OSError, msgspec.DecodeError) as error:
        raise TolkbarError(
            msg("This is no report of an earlier run. Name one that was written with --format json."),
            Location(path.as_posix(), 1),
        ) from error
    return reports.counts((one.waiver is not None, one.outcome, one.severity) for one in report.findings)


def _look(asked: Namespace, *, coloured: bool) -> reports.Look:
    """Return how a report looks: of a site that is made here, findings have numbers to waive them by."""
    paths: Sequence[Path] = [Path(path) for path in vars(asked).get("paths") or ()]
    roots = (
        [asked.site, asked.site / CANDIDATE] if not paths else [Path(), *(paths if len(paths) == 1 else ())]
    )
    return reports.Look(numbered=not paths, coloured=coloured, line=_Lines(roots))


class _Lines:
    """Quotes lines from the files that findings name, found below one of ``roots``."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._lines = cache(self._read)

    def __call__(self, place: Location) -> str | None:
        lines = self._lines(place.path)
        return lines[place.line - 1] if place.line <= len(lines) else None

    def _read(self, path: str) -> list[str]:
        """Return the lines of a text; none of what is no text, or not there any more."""
        for root in self._roots:
            file = root / path
            try:
                if file.is_file() and file.stat().st_size <= _LARGEST:
                    return file.read_text("utf-8").split("\n")
            except (OSError, ValueError):
                continue
        return []
