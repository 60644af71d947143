"""The report for a terminal: by the file to edit, with what is wrong there and what to do about it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from typing import TYPE_CHECKING

from checks.model import Gate, Outcome, Severity
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checks.model import Finding, Report
    from pipeline.model import Location, Message

    Translate = Callable[[Message], str]

_WEIGHTS = {
    Severity.BLOCKING: msg("blocking"),
    Severity.ADVISORY: msg("advisory"),
}
_SHOWN_PLACES = 3  # one menu entry may stand on a thousand pages
# What a page quoted here could do to a terminal: move the cursor, end a line, turn the writing round.
_BIDIRECTIONAL = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *_BIDIRECTIONAL)
_VISIBLE = {code: f"\\x{code:02x}" for code in _CONTROLS}


def render(report: Report, translate: Callable[[Message], str] = str, *, numbered: bool = False) -> str:
    """Return ``report`` for people to read; a single line where nothing was found.

    What failed stands under the file to edit; what only a person can tell, by the question, since
    a site asks the same one in hundreds of places.  ``numbered`` findings have their place in the report
    beside them, by which they can be waived.
    """
    numbers = {id(finding): number for number, finding in enumerate(report.findings, 1)} if numbered else {}
    open_ones = [finding for finding in report.findings if finding.waiver is None]
    failed = [finding for finding in open_ones if finding.outcome is Outcome.FAILED]
    open_questions = [finding for finding in open_ones if finding.outcome is Outcome.CANNOT_TELL]
    parts = (
        _files(failed, translate, numbers),
        _advice(failed, translate),
        _questions(open_questions, translate),
        [_summary(report, translate)],
    )
    return "\n".join(chain.from_iterable(parts))


def _files(findings: Iterable[Finding], translate: Translate, numbers: Mapping[int, int]) -> Iterator[str]:
    for path, group in groupby(sorted(findings, key=_editing), key=lambda finding: finding.edit.path):
        entries = (_entry(list(same), translate, numbers) for _, same in groupby(group, key=_editing))
        yield f"{path.translate(_VISIBLE)}\n" + "".join(entries)


def _editing(finding: Finding) -> tuple[str, int, str, str]:
    """Return what is to be edited, and why: what findings on many pages may have in common."""
    return finding.edit.path, finding.edit.line, finding.rule.id, str(finding.message)


def _entry(findings: Sequence[Finding], translate: Translate, numbers: Mapping[int, int]) -> str:
    """Return one line to edit, with what is wrong there and where visitors meet it."""
    first = findings[0]
    weight = _WEIGHTS[first.severity]
    message = translate(first.message).translate(_VISIBLE)
    number = f" #{numbers[id(first)]}" if numbers else ""
    head = f"  {first.edit.line}: {message} [{first.rule.id}, {translate(weight)}]{number}\n"
    places = [finding.place.location for finding in findings if finding.place.location != first.edit]
    told = [_places(places, translate)] if places else []
    source = first.place.trace.source if first.place.trace else None
    if source and source.path != first.edit.path:
        told.append(translate(msg("Source: {place}.", place=str(source).translate(_VISIBLE))))
    return head + "".join(f"      {sentence}\n" for sentence in told)


def _places(places: Sequence[Location], translate: Translate) -> str:
    shown = ", ".join(map(str, places[:_SHOWN_PLACES])).translate(_VISIBLE)
    more = len(places) - _SHOWN_PLACES
    if more > 0:
        return translate(msg("Seen in {places} and {more} more.", places=shown, more=more))
    return translate(msg("Seen in {places}.", places=shown))


def _advice(findings: Iterable[Finding], translate: Translate) -> Iterator[str]:
    """Yield, for each rule with a finding, why it matters and what to do."""
    for rule in dict.fromkeys(finding.rule for finding in findings):
        paragraphs = [f"  {translate(text)}\n" for text in (rule.why, *rule.remedy)]
        yield f"{rule.id}: {translate(rule.title)}\n" + "".join(paragraphs)


def _questions(findings: Sequence[Finding], translate: Translate) -> Iterator[str]:
    """Yield what a person must look at: each rule with how often it asks, and the first places."""
    if not findings:
        return
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule.id, []).append(finding)
    entries = (_question(asked, translate) for asked in by_rule.values())
    heading = translate(msg("For a person to judge; --format json lists every place:"))
    yield f"{heading}\n" + "".join(entries)


def _question(findings: Sequence[Finding], translate: Translate) -> str:
    rule = findings[0].rule
    places = list(dict.fromkeys(finding.edit for finding in findings))
    head = f"  {translate(rule.title)} [{rule.id}, {len(findings)}]\n"
    example = translate(findings[0].message).translate(_VISIBLE)
    return f"{head}      {example}\n      {_places(places, translate)}\n"


def _summary(report: Report, translate: Translate) -> str:
    counts = report.subjects
    judged = translate(
        msg(
            "Pages: {pages}, documents: {documents}, catalogs: {catalogs}.",
            pages=counts["pages"],
            documents=counts["documents"],
            catalogs=counts["catalogs"],
        )
    )
    waived = sum(1 for finding in report.findings if finding.waiver)
    accepted = f" {translate(msg('Accepted by waivers: {number}.', number=waived))}" if waived else ""
    return f"{judged}{accepted} {translate(_verdict(report))}\n"


def _verdict(report: Report) -> Message:
    findings = [finding for finding in report.findings if finding.waiver is None]
    if not findings:
        return msg("Nothing found: the gate is open.")
    failed = Counter(finding.severity for finding in findings if finding.outcome is Outcome.FAILED)
    numbers = {
        "blocking": failed[Severity.BLOCKING],
        "advisory": failed[Severity.ADVISORY],
        "review": len(findings) - failed.total(),
    }
    if report.gate is Gate.OPEN:
        return msg(
            "Blocking: {blocking}, advisory: {advisory}, to look at: {review}. The gate is open.", **numbers
        )
    return msg(
        "Blocking: {blocking}, advisory: {advisory}, to look at: {review}. The gate is closed.", **numbers
    )
