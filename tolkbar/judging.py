"""From what was asked to a report: the rules, the subjects, and where the report goes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents import Library
from checks.gate import FailOn
from checks.hearing import Archive, Crew
from checks.judge import Options, judge
from checks.registry import select
from checks.requirements import Standard
from checks.subjects import gather
from checks.subjects.answers import Answers
from checks.subjects.inputs import catalog_paths
from pipeline.errors import TolkbarError
from pipeline.model import msg
from tolkbar.acceptance import read_acceptance
from tolkbar.console import tell
from tolkbar.inquiry import inquiry
from tolkbar.progress import Bar
from tolkbar.reporting import EARL, today, wants_outcomes, write_reports
from tolkbar.streaming import Stream, is_streamed
from tolkbar.verdicts import Verdicts, of_any, of_site

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from checks.hearing import Hands
    from checks.model import AnyRule, Finding, Report
    from checks.subjects import Inputs
    from checks.subjects.answers import Ask
    from pipeline.model import Location, Message, Trace

    Say = Callable[[Message], str]


_NAMING_NO_RULES: Final = {"text", "github"}  # forms that tell of findings alone
FEW: Final = 20  # pages, documents and catalogs of a foreign site that are judged again sooner than looked up


class Made(NamedTuple):
    """A site that is made here: its root, where what is found is kept, and what leads to the lines to edit.

    What is found in other sites is kept in the user's cache.
    """

    root: Path
    trace: Callable[[Location], Trace | None]


class Heard(NamedTuple):
    """Who hears how far it is, in steps of so many, and who each finding, which is not kept then."""

    step: Callable[[int, int], None] | None = None
    finding: Callable[[Finding], None] | None = None


NOBODY: Final = Heard()


def _untraced(_: Location) -> None:
    """Lead nowhere: of other sites nobody knows what they were made from."""


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
        if not isinstance(site.root, Path) and any(catalog_paths(site)):
            tell(say(msg("Catalogs at an address were not checked. Check them where they lie on a disk.")))
    if not is_streamed(asked):
        return write_reports(judge_inputs(inputs, asked, say), asked, say, root=_root(asked.paths))
    with Stream(asked, say) as stream:
        return stream.end(judge_inputs(inputs, asked, say, heard=Heard(finding=stream.tell)))


def _root(paths: Sequence[str]) -> Path:
    """Return where the report's paths begin: in the only folder, or else where the names given begin."""
    return Path(paths[0]) if len(paths) == 1 and Path(paths[0]).is_dir() else Path()


def judge_inputs(
    inputs: Inputs,
    asked: Namespace,
    say: Say,
    made: Made | None = None,
    heard: Heard = NOBODY,
) -> Report:
    """Judge ``inputs`` as asked, of a site that is ``made`` here or of any, and let it be ``heard``."""
    with (
        Bar("", _number(inputs), heard.step) as bar,
        _verdicts(inputs, asked, made) as kept,
        Library(kept) as library,
        _hands(asked, kept, say) as hands,
    ):
        options = _options(asked, inquiry(asked, bar, say))._replace(
            library=library, hands=hands, tell=heard.finding
        )
        return judge(
            inputs, _rules(asked, inputs), options, trace=made.trace if made else _untraced, progress=bar.step
        )


@contextmanager
def _hands(asked: Namespace, kept: Verdicts | None, say: Say) -> Iterator[Hands]:
    """Yield who judges: machines of a cluster, or processes on this one."""
    chosen = vars(asked)
    if chosen.get("cluster"):
        from tolkbar.cluster import cluster  # noqa: PLC0415 - most runs ask no other machine

        with cluster(chosen["cluster"], say) as hands:
            yield hands
    else:
        crew = Crew(chosen.get("jobs") or os.cpu_count() or 1)
        yield Archive(crew, kept) if kept else crew


@contextmanager
def _verdicts(inputs: Inputs, asked: Namespace, made: Made | None) -> Iterator[Verdicts | None]:
    """Yield what keeps verdicts; None where nobody wants that, it is not worth it, or all is elsewhere."""
    sites = [site for site in inputs.sites if site.whole]
    is_little = not sites or _number(inputs) < FEW
    roots = [site.root for site in sites if isinstance(site.root, Path)]
    is_elsewhere = bool(vars(asked).get("cluster")) or len(roots) < len(sites)
    if vars(asked).get("no_cache") or is_elsewhere or (is_little and made is None):
        yield None
        return
    with of_site(made.root) if made else of_any(roots) as kept:
        yield kept


def _number(inputs: Inputs) -> int:
    """Return how many pages, documents and catalogs there are to judge."""
    sites = sum(len(site.page_paths) + len(site.document_paths) for site in inputs.sites)
    return sites + len(inputs.documents) + len(inputs.catalogs)


def _rules(asked: Namespace, inputs: Inputs) -> Sequence[AnyRule]:
    chosen = vars(asked)
    rules = select(
        chosen.get("rule", ()),
        chosen.get("family", ()),
        chosen.get("skip", ()),
        for_pages=_are_pages_alone(inputs, asked),
    )
    if rules and not chosen.get("external") and all(rule.subject is Answers for rule in rules):
        raise TolkbarError(msg("These rules ask other servers. Add --external."))
    return rules


def _are_pages_alone(inputs: Inputs, asked: Namespace) -> bool:
    """Return whether pages alone are judged, and the report does not name the rules that found nothing."""
    others = inputs.catalogs or inputs.documents or any(site.whole for site in inputs.sites)
    more = any(vars(asked).get(option) for option in ("external", "waivers", "baseline", "outcomes"))
    return not others and not more and {*(asked.format or ())} <= _NAMING_NO_RULES


def _options(asked: Namespace, ask: Ask | None) -> Options:
    outcomes = (wants_outcomes(asked) and not is_streamed(asked)) or EARL in (asked.format or ())
    acceptance = read_acceptance(asked, today())
    return Options(Standard(asked.standard), FailOn(asked.fail_on), outcomes, ask, acceptance)
