"""The report for a terminal: by the file to edit, with what is wrong there and what to do about it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from operator import attrgetter
from textwrap import indent
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Gate, Ground, Outcome, Severity
from checks.report.excerpt import excerpt, visible
from checks.report.grounds import NAMES, counted, ground_of, in_words, rank
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checks.model import AnyRule, Finding, Place, Report
    from pipeline.model import Location, Message

    Translate = Callable[[Message], str]

_WEIGHTS = {
    Severity.BLOCKING: msg("blocking"),
    Severity.ADVISORY: msg("advisory"),
}
_TASK = attrgetter("task")
_FOR_MANY = msg(
    "So much at once? tolkbar baseline --help says how to accept what is there today; then only what is new "
    "closes the gate."
)
_COUNTED = {
    Ground.POLICY: msg("followed: {passed}, not followed: {failed}, not to be told: {open}"),
    Ground.PDFUA: msg("conforming: {passed}, not conforming: {failed}, not to be told: {open}"),
    Ground.ADVICE: msg("nothing to improve: {passed}, something: {failed}, not to be told: {open}"),
}
_MANY = 200  # findings that nobody mends before the next publishing
_SHOWN_PLACES = 3  # one menu entry may stand on a thousand pages
_TITLE, _BLOCKING, _ADVISORY = "1", "1;31", "33"  # what a terminal takes for a colour (ECMA-48, 8.3.117)
_COLOURS = {Severity.BLOCKING: _BLOCKING, Severity.ADVISORY: _ADVISORY}


class Look(NamedTuple):
    """How a report looks: whether findings are ``numbered`` and ``coloured``, and the ``line`` at a place.

    The number of a finding is its place in the report, by which it can be waived.
    """

    numbered: bool = False
    coloured: bool = False
    line: Callable[[Location], str | None] = lambda _: None

    def paint(self, text: str, code: str) -> str:
        """Return ``text`` in a colour, where there are some."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.coloured else text


PLAIN = Look()


def render(report: Report, translate: Callable[[Message], str] = str, look: Look = PLAIN) -> str:
    """Return ``report`` for people to read; a single line where nothing was found.

    What failed stands under the file to edit; what only a person can tell, by the question, since
    a site asks the same one in hundreds of places.
    """
    teller = _Teller(report, translate, look)
    open_ones = [finding for finding in report.findings if finding.waiver is None]
    failed = [finding for finding in open_ones if finding.outcome is Outcome.FAILED]
    open_questions = [finding for finding in open_ones if finding.outcome is Outcome.CANNOT_TELL]
    parts = (
        teller.files(failed),
        teller.advice(failed),
        teller.questions(open_questions),
        teller.verdicts(),
        [teller.summary()],
    )
    return "\n".join(chain.from_iterable(parts))


class _Teller:
    """Says the parts of a report in the reader's language."""

    def __init__(self, report: Report, translate: Translate, look: Look) -> None:
        """Note what to say, and how."""
        self._report = report
        self._say = translate
        self._look = look
        self._numbers = {id(finding): at for at, finding in enumerate(report.findings, 1)}

    def files(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yield, for each file to edit, its lines with what is wrong there; a document's by verdict."""
        for path, group in groupby(sorted(findings, key=self._order), key=lambda finding: finding.edit.path):
            by_ground = {ground: list(same) for ground, same in groupby(group, key=self._ground)}
            parts = [*self._entries(by_ground.pop(None, ())), *self._by_verdict(by_ground)]
            yield f"{self._look.paint(visible(path), _TITLE)}\n" + "".join(parts)

    def _ground(self, finding: Finding) -> Ground | None:
        return ground_of(finding, self._report)

    def _order(self, finding: Finding) -> tuple[object, ...]:
        return finding.edit.path, rank(self._ground(finding)), finding.task

    def _by_verdict(self, found: Mapping[Ground | None, Sequence[Finding]]) -> Iterator[str]:
        """Yield each verdict on a document where anything is wrong, with what led to it."""
        first = next(iter(found.values()), None)
        verdicts = self._report.verdicts[first[0].place.location.path] if first else {}
        for ground, outcome in verdicts.items():
            yield f"  {self._say(NAMES[ground])}: {self._say(in_words(ground, outcome))}\n"
            yield from (indent(entry, "  ") for entry in self._entries(found.get(ground, ())))

    def _entries(self, findings: Iterable[Finding]) -> Iterator[str]:
        return (self._entry(list(same)) for _, same in groupby(findings, key=_TASK))

    def _entry(self, findings: Sequence[Finding]) -> str:
        """Return one line to edit, with what is wrong there and where visitors meet it."""
        first = findings[0]
        weight = self._look.paint(self._say(_WEIGHTS[first.severity]), _COLOURS[first.severity])
        number = f" #{self._numbers[id(first)]}" if self._look.numbered else ""
        message = visible(self._say(first.message))
        head = f"  {first.edit.line}: {message} [{first.rule.id}, {weight}]{number}\n"
        places = [finding.place for finding in findings if finding.is_seen_elsewhere]
        told = [self._places(places)] if places else []
        source = first.place.trace.source if first.place.trace else None
        if source and source.path != first.edit.path:
            told.append(self._say(msg("Source: {place}.", place=visible(str(source)))))
        return head + self._excerpt(first.edit) + "".join(f"      {sentence}\n" for sentence in told)

    def _excerpt(self, place: Location) -> str:
        """Return the line at ``place`` as it stands in the file, the column marked where one is known."""
        line = self._look.line(place)
        if line is None or not line.strip():
            return ""
        shown, caret = excerpt(line, place.column)
        marked = f"      | {self._look.paint(caret, _BLOCKING)}\n" if place.column > 1 else ""
        return f"      | {shown}\n{marked}"

    def _places(self, places: Sequence[Location | Place]) -> str:
        shown = visible(", ".join(map(str, places[:_SHOWN_PLACES])))
        more = len(places) - _SHOWN_PLACES
        if more > 0:
            return self._say(msg("Seen in {places} and {more} more.", places=shown, more=more))
        return self._say(msg("Seen in {places}.", places=shown))

    def advice(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Yield, for each rule with a finding, why it matters, what to do, and where there is more."""
        for rule in sorted(dict.fromkeys(finding.rule for finding in findings), key=_rank):
            more = msg("More, with examples: {command}", command=f"tolkbar explain {rule.id}")
            paragraphs = [f"  {self._say(text)}\n" for text in (rule.why, *rule.remedy, more)]
            name = self._look.paint(rule.id, _TITLE) + self._beside(rule, " ({})")
            yield f"{name}: {self._say(rule.title)}\n" + "".join(paragraphs)

    def questions(self, findings: Sequence[Finding]) -> Iterator[str]:
        """Yield what a person must look at: each rule with how often it asks, and the first places."""
        if not findings:
            return
        by_rule: dict[AnyRule, list[Finding]] = {}
        for finding in findings:
            by_rule.setdefault(finding.rule, []).append(finding)
        heading = self._say(msg("For a person to judge; --format json lists every place:"))
        yield f"{heading}\n" + "".join(self._question(by_rule[rule]) for rule in sorted(by_rule, key=_rank))

    def _question(self, findings: Sequence[Finding]) -> str:
        rule = findings[0].rule
        places = list(dict.fromkeys(map(_asked, findings)))
        head = f"  {self._say(rule.title)} [{rule.id}{self._beside(rule, ', {}')}, {len(findings)}]\n"
        example = visible(self._say(findings[0].message))
        return f"{head}      {example}\n      {self._places(places)}\n"

    def _beside(self, rule: AnyRule, form: str) -> str:
        """Return, in ``form``, to which verdict on documents a rule belongs; "" of any other rule."""
        return "" if rule.ground is None else form.format(self._say(NAMES[rule.ground]))

    def verdicts(self) -> Iterator[str]:
        """Yield on how many documents each verdict is which; nothing where none asks anything of anybody."""
        by_ground = counted(self._report)
        if not any(found[Outcome.FAILED] or found[Outcome.CANNOT_TELL] for found in by_ground.values()):
            return
        number = len(self._report.verdicts)
        heading = self._say(msg("Documents: {number}. As far as a machine can tell:", number=number))
        lines = (
            f"  {self._say(NAMES[ground])} – {self._say(_numbers(ground, found))}\n"
            for ground, found in by_ground.items()
        )
        yield f"{self._look.paint(heading, _TITLE)}\n" + "".join(lines)

    def summary(self) -> str:
        """Return what was judged and whether the gate is open."""
        report = self._report
        kinds = {kind: report.subjects[kind] for kind in ("pages", "documents", "catalogs")}
        waived = sum(1 for finding in report.findings if finding.waiver)
        sentences = [msg("Pages: {pages}, documents: {documents}, catalogs: {catalogs}.", **kinds)]
        if waived:
            sentences.append(msg("Accepted by waivers: {number}.", number=waived))
        lines = " ".join(map(self._say, [*sentences, _verdict(report)])) + "\n"
        return lines + (self._say(_FOR_MANY) + "\n" if _are_many(report) else "")


def _are_many(report: Report) -> bool:
    """Return whether the gate is closed by a site that was not made by these rules."""
    is_closed = report.gate is Gate.CLOSED
    return is_closed and sum(1 for one in report.findings if one.waiver is None) > _MANY


def _numbers(ground: Ground, found: Counter[Outcome]) -> Message:
    passed, failed = found[Outcome.PASSED], found[Outcome.FAILED]
    return _COUNTED[ground].given(passed=passed, failed=failed, open=found.total() - passed - failed)


def _rank(rule: AnyRule) -> int:
    return rank(rule.ground)


def _asked(finding: Finding) -> Location | Place:
    """Return where a question is asked: a document's page, or else the line to edit."""
    return finding.place if finding.place.is_in_document else finding.edit


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
