"""What the page shows; how it is laid out stands in the template, how it looks in the style sheet."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import Gate, Outcome, Severity
from checks.report.grounds import NAMES, ground_of, rank
from checks.report.html.criteria import criteria
from checks.report.html.documents import documents
from checks.report.html.kinds import counts_of
from checks.report.html.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jinja2 import Template

    from checks.model import AnyRule, Finding, Ground, Report
    from pipeline.model import Message

    Translate = Callable[[Message], str]

_HOME: Final = Path(__file__).parent
LISTED: Final = 2_000  # lines to edit; a page with more is read by nobody
_PLACES: Final = 5
_TASK: Final = attrgetter("task")


class Progress(NamedTuple):
    """How far the translation of a page into a language has come, in units."""

    language: str
    page: str
    translated: int
    fuzzy: int
    untranslated: int

    @property
    def total(self) -> int:
        """Return the number of units."""
        return self.translated + self.fuzzy + self.untranslated


class Entry(NamedTuple):
    """One line to edit, with what is wrong there, the rule, and where visitors meet it."""

    line: int
    message: str
    rule: str
    severity: str
    places: Sequence[str]
    more: int


def render(  # noqa: PLR0913 - what a page can be about
    report: Report,
    translate: Translate = str,
    language: str = "en",
    *,
    day: str = "",
    progress: Sequence[Progress] = (),
    earlier: Mapping[str, int] | None = None,
) -> str:
    """Return ``report`` as a page in ``language``.

    ``day`` is when it was made, ``progress`` how far translations have come, and ``earlier`` the counts
    of a report to compare with, by the names of its kinds.
    """
    open_ones = [finding for finding in report.findings if finding.waiver is None]
    failed = [finding for finding in open_ones if finding.outcome is Outcome.FAILED]
    questions = [finding for finding in open_ones if finding.outcome is Outcome.CANNOT_TELL]
    counted = counts_of(report.findings)
    listed = documents(report, translate)
    return _template().render(
        say={name: translate(message) for name, message in LABELS.items()},
        style=_HOME.joinpath("style.css").read_text("utf-8"),
        language=language,
        day=day,
        is_open=report.gate is Gate.OPEN,
        standard=report.standard.full_name,
        subjects=report.subjects,
        counts=[(name, number, _change(name, number, earlier)) for name, number in counted.items()],
        progress=_by_language(progress),
        files=_files(failed, lambda finding: ground_of(finding, report), translate),
        unlisted=max(0, _lines(failed) - LISTED),
        rules=[_rule(rule, translate) for rule in _sorted(finding.rule for finding in failed)],
        questions=_questions(questions, translate),
        documents=listed,
        unlisted_documents=len(report.verdicts) - len(listed),
        criteria=list(criteria(report, translate)),
        pages=_pages(failed),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - most runs report in another form

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_HOME.joinpath("page.html").read_text("utf-8"))


def _change(name: str, number: int, earlier: Mapping[str, int] | None) -> int | None:
    """Return by how much a count has grown; None where there is nothing to compare with."""
    return None if earlier is None or name not in earlier else number - earlier[name]


def _by_language(progress: Sequence[Progress]) -> list[tuple[str, Progress, list[Progress]]]:
    """Return each language with its sums and its pages, the least translated first."""
    found = []
    for language, group in groupby(sorted(progress, key=lambda one: one.language), lambda one: one.language):
        pages = sorted(group, key=lambda one: (one.translated / (one.total or 1), one.page))
        sums = (sum(one.translated for one in pages), sum(one.fuzzy for one in pages))
        rest = sum(one.untranslated for one in pages)
        found.append((language, Progress(language, "", *sums, rest), pages))
    return found


def _lines(findings: Iterable[Finding]) -> int:
    """Return how many lines there are to edit."""
    return len({finding.task for finding in findings})


def _files(
    findings: Iterable[Finding], ground_of: Callable[[Finding], Ground | None], translate: Translate
) -> list[tuple[str, list[tuple[str, list[Entry]]]]]:
    """Return the files to edit with what is wrong on which line, as many lines as a person reads.

    What is wrong with a document stands by the verdict that it led to.
    """

    def order(finding: Finding) -> tuple[object, ...]:
        return finding.edit.path, rank(ground_of(finding)), finding.task

    found: dict[str, dict[str, list[Entry]]] = {}
    for _, group in islice(groupby(sorted(findings, key=order), key=order), LISTED):
        same = list(group)
        ground = ground_of(same[0])
        entries = found.setdefault(same[0].edit.path, {})
        entries.setdefault(translate(NAMES[ground]) if ground else "", []).append(_entry(same, translate))
    return [(path, list(entries.items())) for path, entries in found.items()]


def _entry(findings: Sequence[Finding], translate: Translate) -> Entry:
    first = findings[0]
    places = [str(one.place) for one in findings if one.is_seen_elsewhere]
    return Entry(
        first.edit.line,
        translate(first.message),
        first.rule.id,
        first.severity,
        places[:_PLACES],
        max(0, len(places) - _PLACES),
    )


class Described(NamedTuple):
    """A rule in words."""

    id: str
    verdict: str  # on documents, that it belongs to
    title: str
    paragraphs: Sequence[str]


def _rule(rule: AnyRule, translate: Translate) -> Described:
    verdict = "" if rule.ground is None else translate(NAMES[rule.ground])
    paragraphs = [translate(text) for text in (rule.why, *rule.remedy)]
    return Described(rule.id, verdict, translate(rule.title), paragraphs)


def _sorted(rules: Iterable[AnyRule]) -> list[AnyRule]:
    """Return each rule once, those on documents last, by verdict."""
    return sorted(dict.fromkeys(rules), key=lambda rule: rank(rule.ground))


class Question(NamedTuple):
    """What a person must look at, and where."""

    message: str
    place: str


def _questions(
    findings: Sequence[Finding], translate: Translate
) -> list[tuple[Described, list[Question], int]]:
    """Return each rule that leaves a question, with the first places and the number of others."""
    by_rule: dict[AnyRule, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return [_question(rule, by_rule[rule], translate) for rule in _sorted(by_rule)]


def _question(
    rule: AnyRule, asked: Sequence[Finding], translate: Translate
) -> tuple[Described, list[Question], int]:
    first = [Question(translate(one.message), str(one.place)) for one in asked[:_PLACES]]
    return _rule(rule, translate), first, len(asked) - len(first)


def _pages(findings: Iterable[Finding]) -> list[tuple[str, int, int]]:
    """Return each page, document or catalog with the numbers of what blocks and of advice on it."""
    counted: Counter[tuple[str, Severity]] = Counter(
        (finding.place.location.path, finding.severity) for finding in findings
    )
    paths = sorted({path for path, _ in counted})
    rows = [(path, counted[path, Severity.BLOCKING], counted[path, Severity.ADVISORY]) for path in paths]
    return rows[:LISTED]
