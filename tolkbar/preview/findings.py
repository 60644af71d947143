"""What the rules say of one page, at once; the rest of the site is judged beside it (``judging``)."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.gate import accept
from checks.judge import judge
from checks.model import Outcome
from checks.registry import RULES
from checks.subjects import Inputs, Site
from pipeline.files import CANDIDATE
from pipeline.locales import catalog_name
from pipeline.model import Location, Message
from tolkbar.acceptance import read_acceptance
from tolkbar.language import DEFAULT
from tolkbar.options import parse
from tolkbar.preview.store import ReadOnly
from tolkbar.reporting import today
from tolkbar.site_judging import Tracer, catalogs_of, settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from checks.model import Finding
    from pipeline.errors import TolkbarError
    from tolkbar.preview.making import Made
    from tolkbar.preview.view import View

_KINDS: Final = ("blocking", "advisory", "review", "accepted")


class Found(Struct, frozen=True):
    """A finding as it is shown: ``kind`` is ``blocking``, ``advisory``, ``review`` or ``accepted``.

    ``seen`` is the page, document or catalog it is about, ``edit`` the line to edit; ``unit`` the text that
    it is about, where it is about one.
    """

    rule: str
    kind: str
    message: Message
    seen: str
    edit: Location
    unit: str | None = None


class Step(Struct, frozen=True, tag="step"):
    """How far the judging of a site has come, in pages, documents and catalogs."""

    done: int
    total: int


class Judged(Struct, frozen=True, tag="judged"):
    """What there is to say of a whole site: whether its gate is ``open`` or ``closed``, and why.

    ``trouble`` is what kept it from being judged to the end.
    """

    gate: str
    findings: tuple[Found, ...]
    trouble: Message | None = None

    def number(self, kind: str) -> int:
        """Return how many findings are of a kind."""
        return sum(one.kind == kind for one in self.findings)


def found(finding: Finding) -> Found:
    """Return what is shown of ``finding``."""
    trace = finding.place.trace
    return Found(
        finding.rule.id,
        _kind(finding),
        finding.message,
        finding.place.location.path,
        finding.edit,
        trace.unit if trace and trace.unit.rpartition(".")[2].isdigit() else None,
    )


def findings_of(made: Made, seen: View) -> tuple[Found, ...]:
    """Judge one page by itself, with its catalog, and return what is found, the worst first.

    What only the whole site can tell (is it linked to, is it the same in all editions) is left out.
    Raises TolkbarError for a page that cannot be judged.
    """
    with closing(ReadOnly(made.root)) as state:
        source = replace(made.source, state=state, _pages={seen.page: made.segmented(seen.page)})
        pages = (seen.path,) if seen.path else ()
        catalog = catalog_name(seen.language, seen.page)
        inputs = Inputs(
            (Site(made.root / CANDIDATE, settings_of(source), pages=pages),),
            tuple(one for one in catalogs_of(source) if one.path == catalog),
        )
        report = judge(inputs, RULES, trace=Tracer(source))
    acceptance = read_acceptance(as_check(made.root), today())
    findings = accept(report.findings, acceptance) if acceptance else report.findings
    return tuple(sorted(map(found, findings), key=weight))


def as_check(root: Path) -> Namespace:
    """Return what ``tolkbar check`` is asked where nothing is said but the site."""
    return parse(["check", "--site", str(root)], str, Namespace(language=DEFAULT))


def unjudged(path: str, error: TolkbarError) -> Found:
    """Return what is shown where a page could not be judged: nobody may take it for fine."""
    return Found("", "blocking", error.message, path, error.location or Location(path, 1))


def weight(one: Found) -> tuple[int, Location]:
    """Return the key that findings are sorted by, the worst first."""
    return _KINDS.index(one.kind), one.edit


def _kind(finding: Finding) -> str:
    if finding.waiver is not None:
        return "accepted"
    return finding.severity if finding.outcome is Outcome.FAILED else "review"
