"""From what was asked to a report: the rules, the subjects, and where the report goes."""

from __future__ import annotations

from dataclasses import replace as changed
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from checks import report as reports
from checks.documents import Library
from checks.gate import FailOn
from checks.judge import Options, judge
from checks.model import Gate
from checks.registry import select
from checks.requirements import Standard
from checks.subjects import gather
from checks.subjects.answers import Answers
from pipeline.errors import PublishError, TolkbarError
from pipeline.files import replace
from pipeline.model import msg
from tolkbar import __version__
from tolkbar.acceptance import read_acceptance
from tolkbar.console import show, tell
from tolkbar.inquiry import inquiry
from tolkbar.progress import Bar

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from checks.documents import Store
    from checks.model import AnyRule, Report
    from checks.subjects import Inputs
    from checks.subjects.answers import Ask
    from pipeline.model import Location, Message, Trace

    Say = Callable[[Message], str]

CLOSED = 1
EARL = "earl"  # the one form that is about every outcome


def check_paths(asked: Namespace, say: Say) -> int:
    """Judge what the paths name: any site's folder, pages, documents, catalogs."""
    inputs = gather(asked.paths, today())
    for site in inputs.sites:
        for folder in site.files.left_out():
            left_out = msg(
                "{path} is a link to a folder outside, and was not checked. Name that folder to check it "
                "too.",
                path=site.shown(folder),
            )
            tell(say(left_out))
    return write_reports(judge_inputs(inputs, asked, say), asked, say)


def today() -> date:
    """Return the day that dates in pages are compared with, where this machine is."""
    return datetime.now(UTC).astimezone().date()


def judge_inputs(
    inputs: Inputs,
    asked: Namespace,
    say: Say,
    trace: Callable[[Location], Trace | None] = lambda _: None,
    store: Store | None = None,
) -> Report:
    """Judge ``inputs`` as asked; ``trace`` leads to the lines to edit, ``store`` what was read before."""
    with Bar("", _number(inputs)) as bar, Library(store) as library:
        options = _options(asked, inquiry(asked, bar, say))._replace(library=library)
        return judge(inputs, _rules(asked), options, trace=trace, progress=bar.step)


def _number(inputs: Inputs) -> int:
    """Return how many pages, documents and catalogs there are to judge."""
    sites = sum(len(site.page_paths) + len(site.document_paths) for site in inputs.sites)
    return sites + len(inputs.documents) + len(inputs.catalogs)


def write_reports(report: Report, asked: Namespace, say: Say, *, numbered: bool = False) -> int:
    """Write the report in every form asked for; return the exit status that the gate asks for.

    Findings are ``numbered`` for people where they can be waived by number.
    """
    formats = asked.format or ["text"]
    plain = report if _wants_outcomes(asked) else changed(report, outcomes={})
    outputs: list[Path | None] = asked.output or []
    if len(outputs) > len(formats):
        raise PublishError(msg("Give a --format for every --output."))
    for form, output in zip(formats, [*outputs, *[None] * (len(formats) - len(outputs))], strict=True):
        text = _FORMS[form](report if form == EARL else plain, Reader(say, asked.language, numbered))
        if output is None:
            show(text)
        else:
            _write(output, text.encode())
    return CLOSED if report.gate is Gate.CLOSED else 0


def _write(output: Path, content: bytes) -> None:
    """Put a report in its place: a file is replaced whole, a link or ``/dev/stdout`` written to."""
    if output.is_symlink() or (output.exists() and not output.is_file()):
        output.write_bytes(content)
    else:
        replace(output, content)


class Reader(NamedTuple):
    """Who reads a report: in which language, said by ``say``, and whether findings are numbered."""

    say: Say
    language: str
    numbered: bool


_FORMS: dict[str, Callable[[Report, Reader], str]] = {
    "text": lambda report, reader: reports.text(report, reader.say, numbered=reader.numbered),
    "json": lambda report, reader: reports.json(report, __version__, reader.say),
    "sarif": lambda report, reader: reports.sarif(report, __version__, reader.say, reader.language),
    "junit": lambda report, reader: reports.junit(report, reader.say),
    EARL: lambda report, reader: reports.earl(report, __version__, reader.say),
    "github": lambda report, reader: reports.github(report, reader.say),
}


def _rules(asked: Namespace) -> Sequence[AnyRule]:
    chosen = vars(asked)
    rules = select(chosen.get("rule", ()), chosen.get("family", ()), chosen.get("skip", ()))
    if rules and not chosen.get("external") and all(rule.subject is Answers for rule in rules):
        raise TolkbarError(msg("These rules ask other servers. Add --external."))
    return rules


def _options(asked: Namespace, ask: Ask | None) -> Options:
    outcomes = _wants_outcomes(asked) or EARL in (asked.format or ())
    acceptance = read_acceptance(asked, today())
    return Options(Standard(asked.standard), FailOn(asked.fail_on), outcomes, ask, acceptance)


def _wants_outcomes(asked: Namespace) -> bool:
    return bool(vars(asked).get("outcomes"))
