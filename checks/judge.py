"""The face of ``checks``: rules applied to everything that was asked for, and the report on it.

::

    report = judge(gather(["build/"]), select(), Options(outcomes=True))
    report = judge(Inputs((Site(candidate, settings),), catalogs), select(), trace=trace)
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing, nullcontext
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from checks.documents import Library
from checks.engine import Engine, verdicts
from checks.gate import FailOn
from checks.hearing import Alone, Case, CatalogCase, Court, Hands
from checks.hearing.court import deep_calls
from checks.hearing.filed import FiledFacts
from checks.ledger import Ledger, ToldLedger
from checks.model import AnyRule, Finding, Ground, Outcome, Report, Subject
from checks.requirements import Standard
from checks.subjects import Accepted, Document, DocumentFile, Inputs, Site, SitePage
from checks.subjects.accepted import accepted
from checks.subjects.answers import Answers
from checks.subjects.files import readable, unreadable
from checks.subjects.page import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from checks.engine import Result
    from checks.hearing import Testimony
    from checks.hearing.court import AnyCase
    from checks.subjects import CatalogFile
    from checks.subjects.answers import Ask
    from checks.subjects.remote import RemotePath
    from checks.waiver import Acceptance
    from pipeline.model import Location, Trace

FILED = 30_000  # pages of a site beyond which what they say to one another is kept on the disk
KINDS = ("pages", "images", "documents", "catalogs")
_DENSE = 4  # times as much work as a page of so many bytes: a catalog holds words, and those twice


class Options(NamedTuple):
    """By what to judge: the standard, what closes the gate, and whether to keep all outcomes.

    ``ask`` brings what other servers answer, ``acceptance`` what people have accepted; without them, the
    rules on these do not run.
    ``library`` reads the documents; None for one that ends with the run.  ``hands`` judge the pages.
    ``tell`` hears each finding as it is found, in the order of the subjects; then the report lists none.
    """

    standard: Standard = Standard.EN301549_3_2_1
    fail_on: FailOn = FailOn.BLOCKING
    outcomes: bool = False
    ask: Ask | None = None
    acceptance: Acceptance | None = None
    library: Library | None = None
    hands: Hands = Alone()
    tell: Callable[[Finding], None] | None = None

    def ledger(self) -> Ledger:
        """Return what takes in what is found."""
        return ToldLedger(self.tell, self.acceptance) if self.tell else Ledger(self.acceptance)

    def bring(self, subject: type[object]) -> bool:
        """Return whether there is anything for rules on ``subject`` to judge."""
        needed = {Answers: self.ask, Accepted: self.acceptance}
        return needed.get(subject, self) is not None


DEFAULTS = Options()


def judge(
    inputs: Inputs,
    rules: Sequence[AnyRule],
    options: Options = DEFAULTS,
    *,
    trace: Callable[[Location], Trace | None] = lambda _: None,
    progress: Callable[[str], None] = lambda _: None,
) -> Report:
    """Apply those of ``rules`` that the standard asks for to ``inputs``.

    ``trace`` leads from a place in an edition to what was edited; ``progress`` hears the name of
    each subject before it is judged.
    Raises ``TolkbarError`` for a file that is there and cannot be read.
    """
    in_force = (rule for rule in rules if rule.is_in_force(options.standard))
    engine = Engine([rule for rule in in_force if options.bring(rule.subject)], trace)
    with deep_calls(), nullcontext(options.library) if options.library else Library() as library:
        run = _Run(engine, trace, progress, options._replace(library=library))
        run.all(inputs)
    return Report(
        gate=run.ledger.gate(options.fail_on),
        standard=options.standard,
        subjects={kind: run.counts[kind] for kind in KINDS},
        rules=run.engine.rules,
        findings=run.ledger.findings(),
        outcomes=dict(sorted(run.outcomes.items())),
        verdicts=dict(sorted(run.verdicts.items())),
    )


class _Run:
    """What has been judged so far."""

    def __init__(
        self,
        engine: Engine,
        trace: Callable[[Location], Trace | None],
        progress: Callable[[str], None],
        options: Options,
    ) -> None:
        self.engine = engine
        self._library = options.library or Library()
        self.outcomes: dict[str, dict[str, Outcome]] = {}
        self.verdicts: dict[str, dict[Ground, Outcome]] = {}  # on documents
        self.counts: Counter[str] = Counter()
        self.ledger = options.ledger()
        self._progress = progress
        self._ask = options.ask if engine.judges(Answers) else None
        self._acceptance = options.acceptance
        self._keep_outcomes = options.outcomes
        self._hands = options.hands
        self._court = Court((), ())
        self._trace = trace
        self._needs_facts = any(map(engine.judges, (SitePage, Site, Answers)))
        self._needs_contacts = any(rule.reads_contacts for rule in engine.rules if rule.subject is SitePage)

    def all(self, inputs: Inputs) -> None:
        """Judge everything."""
        self.singly(inputs)
        for number, site in enumerate(inputs.sites):
            self.site(number, site)
        for file in inputs.documents:
            self.document(readable(file.as_posix()), file, inputs.today)
        for language, testimony in self._hands.together(self._court):
            self._note(language or ".", self._results(testimony, self._court.order_together))
        if self._acceptance:
            self.acceptance(self._acceptance)

    def _among(self, number: int, site: Site) -> None:
        subjects = ((site.shown(path), self._court.order_beside) for path in site.pages)
        whole = [(site.path, self._court.order_whole)] if site.whole else []
        found = self._hands.among(self._court, number)
        for (name, order), testimony in zip(chain(subjects, whole), found, strict=True):
            self._note(name, self._results(testimony, order))

    def singly(self, inputs: Inputs) -> None:
        """Judge every page of all sites, and every catalog, by itself."""
        court = self._court = Court(
            self.engine.rules, inputs.sites, facts=self._needs_facts, contacts=self._needs_contacts
        )
        for site in inputs.sites:
            if len(site.page_paths) > FILED:
                site.file_pages(FiledFacts())
        cases: list[AnyCase] = [*_page_cases(inputs.sites), *map(_catalog_case, inputs.catalogs)]
        with closing(self._hands.hear(court, cases)) as testimonies:
            for case in cases:
                self._progress(court.name(case))
                self._take_in(court, case, next(testimonies))
            next(testimonies, None)  # all is taken in; whoever helped may go

    def _take_in(self, court: Court, case: AnyCase, testimony: Testimony) -> None:
        if isinstance(case, CatalogCase):
            self._take_in_catalog(court, case, testimony)
            return
        if testimony.medium is not None:
            self.counts["images" if testimony.medium is Medium.SVG else "pages"] += 1
        if testimony.facts is not None:
            court.sites[case.site].pages.add(testimony.facts)
        self._note(court.name(case), self._results(testimony, court.order))

    def _take_in_catalog(self, court: Court, case: CatalogCase, testimony: Testimony) -> None:
        self.counts["catalogs"] += 1
        if testimony.wordings is not None:
            court.wordings[case.file] = testimony.wordings
        self._note(court.name(case), self._results(testimony, court.order_catalog))

    def _results(self, testimony: Testimony, rules: Sequence[AnyRule]) -> list[Result]:
        return list(testimony.results(rules, self._trace, outcomes=self._keep_outcomes))

    def site(self, number: int, site: Site) -> None:
        """Judge each page among the others, then the site and its documents."""
        site.library = self._library
        self._among(number, site)
        if self._ask:
            self._examine(Answers(site, self._ask))
        if site.whole and not site.document_paths:
            self._note(site.path, self.engine.pass_by(DocumentFile))
        for path in site.document_paths:
            self.document(site.shown(path), site.root / path, site.settings.today)

    def document(self, path: str, file: Path | RemotePath, today: date | None = None) -> None:
        """Judge one PDF."""
        try:
            size = file.stat().st_size
        except FileNotFoundError:
            return
        except OSError as error:
            raise unreadable(str(file), error) from error
        self.counts["documents"] += 1
        self._progress(path)
        given = DocumentFile(path, file, size, self._library, today)
        results = [*self.engine.examine(given), *self._inside(given)]
        self._note(path, results)
        if found := verdicts(results):
            self.verdicts[path] = found

    def _inside(self, file: DocumentFile) -> list[Result]:
        """Return what is said of the document in a file; where nobody can read it, no rule applies."""
        document = file.document if self.engine.judges(Document) else None
        return self.engine.pass_by(Document) if document is None else self.engine.examine(document)

    def acceptance(self, acceptance: Acceptance) -> None:
        """Note what people have accepted of what was found, then judge whether that still serves."""
        used = self.ledger.accepted()
        for subject in accepted(acceptance, used, {rule.id for rule in self.engine.rules}):
            self._examine(subject)

    def _examine(self, subject: Subject) -> None:
        self._note(subject.path, self.engine.examine(subject))

    def _note(self, path: str, results: Sequence[Result]) -> None:
        for result in results:
            if result.findings:
                self.ledger.note(result.findings)
        if self._keep_outcomes:
            known = self.outcomes.setdefault(path, {})
            known.update((result.rule.id, result.outcome) for result in results)


def _page_cases(sites: Sequence[Site]) -> Iterator[Case]:
    for number, site in enumerate(sites):
        for path in site.page_paths:
            yield Case(number, path, site.files.size(path) or 0)


def _catalog_case(file: CatalogFile) -> CatalogCase:
    try:
        size = file.file.stat().st_size
    except OSError:  # whoever reads it will say so
        size = 0
    return CatalogCase(file, _DENSE * size)
