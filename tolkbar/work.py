"""The commands: each joins rooms of the pipeline and the checks, and says what came of it."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from pipeline import swap
from pipeline.errors import PublishError
from pipeline.files import CANDIDATE, SITEMAP
from pipeline.model import Location, msg
from pipeline.swap import copy_folder
from tolkbar.console import tell
from tolkbar.progress import Bar
from tolkbar.site import open_site

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checks.model import Report
    from checks.report import Progress
    from pipeline.catalog import Changes
    from pipeline.model import Message
    from tolkbar.site import Site

    Say = Callable[[Message], str]


def extract(asked: Namespace, say: Say) -> int:
    """Write the templates and merge the catalogs; say what changed."""
    with open_site(asked.site) as site:
        _extract(site, say)
    return 0


def status(asked: Namespace, say: Say) -> int:
    """Say how far the translations have come; no file changes."""
    from tolkbar.status.command import show_status  # noqa: PLC0415 - for those who ask

    with open_site(asked.site) as site:
        return show_status(site, asked, say)


def export(asked: Namespace, say: Say) -> int:
    """Write what translators need, as the source stands now."""
    from tolkbar.exchange.command import export as write  # noqa: PLC0415 - for those who exchange

    with open_site(asked.site) as site:
        _extract(site, say, quiet=True)
        return write(site, asked, say)


def build(asked: Namespace, say: Say) -> int:
    """Make all editions as a candidate; with ``--output`` copy it there."""
    with open_site(asked.site) as site:
        _build(site, say)
        if asked.output:
            _copy(site.root, asked.output)
    return 0


def check(asked: Namespace, say: Say) -> int:
    """Judge the site's candidate as its source and catalogs stand now."""
    from tolkbar.reporting import write_reports  # noqa: PLC0415 - for those who judge

    with open_site(asked.site) as site:
        return write_reports(
            _judge(site, asked, say, quiet=True), asked, say, partial(_progress, site), site.root
        )


def baseline(asked: Namespace, say: Say) -> int:
    """Accept what is found in the site today."""
    from tolkbar.accepting import write_baseline  # noqa: PLC0415 - for those who judge

    with open_site(asked.site) as site:
        return write_baseline(_judge(site, asked, say, quiet=True), asked, say)


def statement(asked: Namespace, say: Say) -> int:
    """Draft what the accessibility statement says of the faults that are found in the site today."""
    from tolkbar.statement.command import write_statement  # noqa: PLC0415 - for those who ask for it

    with open_site(asked.site) as site:
        return write_statement(_judge(site, asked, say, quiet=True), site, asked, say)


def publish(asked: Namespace, say: Say) -> int:
    """Extract, build, check, and replace ``output/`` if the gate is open."""
    from tolkbar.reporting import write_reports  # noqa: PLC0415 - for those who judge

    with open_site(asked.site) as site:
        status = write_reports(_judge(site, asked, say), asked, say, partial(_progress, site), site.root)
        if status:
            tell(say(msg("Nothing was published: the gate is closed. Mend what blocks, then publish again.")))
        elif asked.dry_run:
            tell(say(msg("The gate is open. Without --dry-run this would be published.")))
        else:
            site.state.save()  # a disk that has no room for it has none for the editions
            swap.publish(site.root, site.root / CANDIDATE)
            tell(say(msg("Published in output/.")))
    return status


def _judge(site: Site, asked: Namespace, say: Say, *, quiet: bool = False) -> Report:
    """Make the candidate, and judge it; its findings are remembered by their numbers."""
    from tolkbar.accepting import remember  # noqa: PLC0415 - for those who judge
    from tolkbar.site_judging import judge_site  # noqa: PLC0415 - as above

    _extract(site, say, quiet=quiet)
    _build(site, say, quiet=quiet)
    report = judge_site(site.source, asked, say)
    remember(site.root, report.findings)
    return report


def _progress(site: Site) -> Iterator[Progress]:
    from tolkbar.translation import progress  # noqa: PLC0415 - for the one form that shows it

    return progress(site.source, site.locales)


def _extract(site: Site, say: Say, *, quiet: bool = False) -> None:
    from pipeline.extract import extract as write_catalogs  # noqa: PLC0415 - a build needs none of it

    with Bar(say(msg("Extracting")), len(site.source.files)) as bar:
        changes = write_catalogs(site.source, site.locales, site.state, bar.step)
    if quiet:
        return
    for language, pages in changes.items():
        if pages:
            tell(say(_summary(language, pages)))


def _summary(language: str, pages: list[Changes]) -> Message:
    return msg(
        "{language}: {new} new, {fuzzy} to review, {revived} taken over, {updated} with new notes, "
        "{obsolete} no longer in the source.",
        language=language,
        new=sum(page.new for page in pages),
        fuzzy=sum(page.fuzzy for page in pages),
        revived=sum(page.revived for page in pages),
        updated=sum(page.updated for page in pages),
        obsolete=sum(page.obsolete for page in pages),
    )


def _build(site: Site, say: Say, *, quiet: bool = False) -> None:
    from pipeline.build import build as make_candidate  # noqa: PLC0415 - extracting needs none of it

    total = len(site.source.files) * len(site.source.site.languages)
    with Bar(say(msg("Building")), total) as bar:
        built = make_candidate(site.source, site.locales, site.state, bar.step)
    if not quiet:
        pages = ", ".join(f"{language} {count}" for language, count in built.pages.items())
        tell(say(msg("Pages: {pages}; {made} made anew.", pages=pages, made=built.made)))


def _copy(root: Path, target: Path) -> None:
    """Copy the candidate to a folder that is new, empty or an earlier copy, and no part of the site."""
    candidate, place = root / CANDIDATE, Location(target.as_posix(), 1)
    if swap.is_part_of_site(target, root):
        raise PublishError(
            msg("This folder is a part of the site. Name another; publish fills output/."), place
        )
    if target.exists():
        if not _is_copy(target, candidate):
            raise PublishError(msg("This folder holds other things. Name a new or empty one."), place)
        shutil.rmtree(target)
    copy_folder(candidate, target)


def _is_copy(target: Path, candidate: Path) -> bool:
    """Tell whether everything in ``target`` may go: it is empty, or holds what the candidate holds."""
    names = {path.name for path in target.iterdir()}
    return not names or (SITEMAP in names and names <= {path.name for path in candidate.iterdir()})
