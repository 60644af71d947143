"""Rule, verdict, outcome, finding, report: the nouns of judging, without input or output.

Words follow W3C's ACT Rules Format: a rule's *applicability* yields targets of a subject, its
*expectation* judges one; verdicts add up to the rule's outcome on the subject.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar, get_args

from checks.requirements import Chapter
from pipeline.model import Location, Message, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checks.requirements import Criterion, Standard
    from checks.waiver import Waiver


class Severity(StrEnum):
    """Whether a failed rule stops publishing."""

    BLOCKING = "blocking"
    ADVISORY = "advisory"


class Outcome(StrEnum):
    """What a rule concludes, in the words of ACT and EARL."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cannotTell"
    INAPPLICABLE = "inapplicable"


class Quality(StrEnum):
    """What sort of fault a translation has: the localization quality issue types of W3C's ITS 2.0."""

    TERMINOLOGY = "terminology"
    MISTRANSLATION = "mistranslation"
    OMISSION = "omission"
    UNTRANSLATED = "untranslated"
    ADDITION = "addition"
    DUPLICATION = "duplication"
    INCONSISTENCY = "inconsistency"
    GRAMMAR = "grammar"
    LEGAL = "legal"
    REGISTER = "register"
    LOCALE_SPECIFIC_CONTENT = "locale-specific-content"
    LOCALE_VIOLATION = "locale-violation"
    STYLE = "style"
    CHARACTERS = "characters"
    MISSPELLING = "misspelling"
    TYPOGRAPHICAL = "typographical"
    FORMATTING = "formatting"
    INCONSISTENT_ENTITIES = "inconsistent-entities"
    NUMBERS = "numbers"
    MARKUP = "markup"
    PATTERN_PROBLEM = "pattern-problem"
    WHITESPACE = "whitespace"
    INTERNATIONALIZATION = "internationalization"
    LENGTH = "length"
    NON_CONFORMANCE = "non-conformance"
    UNCATEGORIZED = "uncategorized"
    OTHER = "other"


class Ground(StrEnum):
    """What a rule on documents stands on; the verdicts on these three are told apart."""

    POLICY = "policy"  # what a public office asks of whatever it publishes
    PDFUA = "pdfua"  # ISO 14289-1
    ADVICE = "advice"  # signs of trouble in what conforms


# By the shelf that a rule stands on; others are there for the tests of PDF/UA-1 that they implement.
_GROUNDS = {
    "pdf.policy": Ground.POLICY,
    "pdf.labels": Ground.POLICY,
    "pdf.advice": Ground.ADVICE,
}


class Fault(StrEnum):
    """Which side is at fault, and so whose line is edited first."""

    WORDS = "words"  # the translation's, in the catalog
    MARKUP = "markup"  # the source's, where all editions get it from


@dataclass(frozen=True, slots=True)
class Passed:
    """The target meets the expectation."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The target does not: ``message`` says what is wrong and what to do.

    ``attribute`` names the attribute that is at fault, where one is; the finding points at it.
    """

    message: Message
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class CannotTell:
    """A person must look; never blocking.  Fields as in :class:`Failed`."""

    message: Message
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Nobody can tell, since it was not read: one rule says so for all others, with the reason."""


Verdict = Passed | Failed | CannotTell | Unjudged
PASSED = Passed()
UNJUDGED = Unjudged()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target stands: in the file, in the page's tree, and what it was made from.

    ``silenced`` are the ids of the rules that a person has silenced there, with a reason.
    """

    location: Location
    selector: str | None = None
    trace: Trace | None = None
    silenced: frozenset[str] = frozenset()

    @property
    def is_in_document(self) -> bool:
        """Return whether it is a page, or an element on it, of a document: these have no lines."""
        return self.selector is not None and self.selector.startswith("#page=")

    def __str__(self) -> str:
        """Return it for people: ``kontakt.html:3``, ``policy.pdf#page=3 Document > Table[2]``."""
        return f"{self.location.path}{self.selector}" if self.is_in_document else str(self.location)


S_contra = TypeVar("S_contra", contravariant=True)
T = TypeVar("T")


class Subject(Protocol):
    """What a rule looks at: a page, a page among the others, a site, a document, a catalog."""

    @property
    def path(self) -> str:
        """Return its name for people."""

    def place(self, target: Any, attribute: str | None) -> Place:  # noqa: ANN401 - each subject knows its own targets
        """Return where ``target``, or its ``attribute``, stands."""


class Rule(ABC, Generic[S_contra, T]):
    """One rule: its file is its documentation, its references are values, its examples its tests.

    A rule is written as ``class LinkName(Rule[Page, Element])``, for targets ``Element`` in subjects
    ``Page``; its docstring says why (first paragraph) and what to do (the rest).  It has no state
    and mentions no place: the engine asks the subject where a target stands.
    """

    id: ClassVar[str]
    title: ClassVar[Message]
    severity: ClassVar[Severity]
    requirements: ClassVar[tuple[Criterion, ...]] = ()
    chapter: ClassVar[Chapter] = Chapter.WEB  # of EN 301 549, which says the same of documents elsewhere
    act: ClassVar[tuple[str, ...]] = ()
    pdfua: ClassVar[tuple[str, ...]] = ()
    fault: ClassVar[Fault] = Fault.MARKUP
    quality: ClassVar[Quality | None] = None
    reads_contacts: ClassVar[bool] = True  # whether it asks what pages say of how to reach somebody
    subject: ClassVar[type[Any]]  # the first argument of Rule[…]

    def __init_subclass__(cls) -> None:
        """Note which kind of subject this rule is for."""
        super().__init_subclass__()
        cls.subject = get_args(cls.__orig_bases__[0])[0]  # type: ignore[attr-defined] # every generic subclass has it

    @abstractmethod
    def applicability(self, subject: S_contra, /) -> Iterable[T]:
        """Yield the targets of this rule in ``subject``, in document order."""

    @abstractmethod
    def expectation(self, target: T, /) -> Verdict:
        """Judge one target."""

    @property
    def family(self) -> str:
        """Return the room of checks that the rule lives in: ``accessibility``, ``links`` …."""
        return type(self).__module__.split(".")[1]

    @property
    def ground(self) -> Ground | None:
        """Return what a rule on documents stands on; None of a rule on anything else."""
        if self.pdfua:
            return Ground.PDFUA
        return _GROUNDS.get(type(self).__module__.removeprefix("checks.").rpartition(".")[0])

    @property
    def why(self) -> Message:
        """Return whom the fault hurts: the first paragraph of the documentation."""
        return Message(self._paragraphs()[0])

    @property
    def remedy(self) -> tuple[Message, ...]:
        """Return what to do: the other paragraphs of the documentation."""
        return tuple(map(Message, self._paragraphs()[1:]))

    def _paragraphs(self) -> list[str]:
        text = inspect.cleandoc(type(self).__doc__ or "")
        return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]

    def criteria(self, standard: Standard) -> list[Criterion]:
        """Return the success criteria of ``standard`` that ask for the rule."""
        return [criterion for criterion in self.requirements if standard.includes(criterion)]

    def clauses(self, standard: Standard) -> list[str]:
        """Return the clauses of ``standard`` that do so."""
        found = (criterion.clause(self.chapter) for criterion in self.criteria(standard))
        return [clause for clause in found if clause]

    def is_in_force(self, standard: Standard) -> bool:
        """Return whether ``standard`` asks for this rule; good practice is asked for by all."""
        return not self.requirements or bool(self.criteria(standard))


AnyRule = Rule[Any, Any]


class Finding(NamedTuple):
    """A failed or cannotTell verdict of ``rule`` at a place; ``outcome`` says which of the two.

    ``waiver`` is that by which a person has accepted it.
    """

    rule: AnyRule
    outcome: Outcome
    message: Message
    place: Place
    waiver: Waiver | None = None

    @property
    def severity(self) -> Severity:
        """Return how much it matters: what a person must look at first never blocks."""
        return self.rule.severity if self.outcome is Outcome.FAILED else Severity.ADVISORY

    @property
    def edit(self) -> Location:
        """Return the line to edit first: in the catalog, in the source, or in the file itself."""
        trace = self.place.trace
        if trace is None:
            return self.place.location
        lines = (trace.source, trace.catalog)
        if self.rule.fault is Fault.WORDS:
            lines = (trace.catalog, trace.source)
        return next((line for line in lines if line is not None), self.place.location)

    @property
    def is_seen_elsewhere(self) -> bool:
        """Return whether who knows the line to edit must still be told where it is seen."""
        return self.place.is_in_document or self.place.location != self.edit

    @property
    def task(self) -> tuple[str, int, str, str]:
        """Return what is to be edited, and why: what findings on many pages may have in common."""
        return self.edit.path, self.edit.line, self.rule.id, str(self.message)

    @property
    def order(self) -> tuple[object, ...]:
        """Return the key that findings are sorted by: the same in every run, whatever came first."""
        path, line, column = self.place.location.path, self.place.location.line, self.place.location.column
        return path, line, column, self.rule.id, self.place.selector or "", str(self.message), self.outcome


class Gate(StrEnum):
    """Whether publishing may go on."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Report:
    """What one run found, in stable order.

    ``subjects`` counts what was judged by kind; ``rules`` are those that ran; ``outcomes`` is, by
    subject and rule, filled where it was asked for.  ``verdicts`` are those on each document, by its path.
    """

    gate: Gate
    standard: Standard
    subjects: Mapping[str, int]
    rules: tuple[AnyRule, ...]
    findings: tuple[Finding, ...]
    outcomes: Mapping[str, Mapping[str, Outcome]] = field(default_factory=dict)
    verdicts: Mapping[str, Mapping[Ground, Outcome]] = field(default_factory=dict)
