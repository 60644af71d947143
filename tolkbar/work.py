"""The commands: each joins rooms of the pipeline and the checks, and says what came of it."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import build as building
from pipeline import extract as extracting
from pipeline import swap
from pipeline.errors import PublishError
from pipeline.files import only_run
from pipeline.locales import Locales
from pipeline.model import Location, msg
from pipeline.site import Source, load_source
from pipeline.state import State
from tolkbar.judging import judge_paths, judge_site, write_reports
from tolkbar.progress import Bar

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pipeline.catalog import Changes
    from pipeline.model import Message

    Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Site:
    """A site that this run alone works on."""

    root: Path
    source: Source
    locales: Locales
    state: State


@contextmanager
def _site(root: Path) -> Iterator[Site]:
    """Open the site at ``root``: locked, mended if an earlier run was killed; its state is saved after."""
    source = load_source(root)
    with only_run(root):
        swap.recover(root)
        state = State(root)
        try:
            yield Site(root, source, Locales(root, source.site.language), state)
        finally:
            state.save()


def extract(asked: Namespace, say: Say) -> int:
    """Write the templates and merge the catalogs; say what changed."""
    with _site(asked.site) as site:
        _extract(site, say)
    return 0


def build(asked: Namespace, say: Say) -> int:
    """Make all editions as a candidate; with ``--output`` copy it there."""
    with _site(asked.site) as site:
        _build(site, say)
        candidate = site.root / building.CANDIDATE
        if asked.output:
            _copy(candidate, asked.output)
    return 0


def check(asked: Namespace, say: Say) -> int:
    """Judge paths, or the site's candidate as its source and catalogs stand now."""
    if asked.paths:
        return write_reports(judge_paths(asked), asked, say)
    with _site(asked.site) as site:
        _extract(site, say, quiet=True)
        _build(site, say, quiet=True)
        return write_reports(judge_site(site.source, asked), asked, say)


def publish(asked: Namespace, say: Say) -> int:
    """Extract, build, check, and replace ``output/`` if the gate is open."""
    with _site(asked.site) as site:
        _extract(site, say)
        _build(site, say)
        status = write_reports(judge_site(site.source, asked), asked, say)
        if status:
            _tell(say(msg("Nothing was published: the gate is closed. Mend what is blocking, then publish again.")))
        elif asked.dry_run:
            _tell(say(msg("The gate is open. Without --dry-run this would be published.")))
        else:
            swap.publish(site.root, site.root / building.CANDIDATE)
            _tell(say(msg("Published in output/.")))
    return status


def _extract(site: Site, say: Say, *, quiet: bool = False) -> None:
    with Bar(say(msg("Extracting")), len(site.source.files)) as bar:
        changes = extracting.extract(site.source, site.locales, site.state, bar.step)
    if quiet:
        return
    for language, pages in changes.items():
        if pages:
            _tell(say(_summary(language, pages)))


def _summary(language: str, pages: list[Changes]) -> Message:
    return msg(
        "{language}: {new} new, {fuzzy} to review, {revived} taken over, {obsolete} no longer in the source.",
        language=language,
        new=sum(page.new for page in pages),
        fuzzy=sum(page.fuzzy for page in pages),
        revived=sum(page.revived for page in pages),
        obsolete=sum(page.obsolete for page in pages),
    )


def _build(site: Site, say: Say, *, quiet: bool = False) -> None:
    total = len(site.source.files) * len(site.source.site.languages)
    with Bar(say(msg("Building")), total) as bar:
        built = building.build(site.source, site.locales, site.state, bar.step)
    if not quiet:
        pages = ", ".join(f"{language} {count}" for language, count in built.pages.items())
        _tell(say(msg("Pages: {pages}; {made} made anew.", pages=pages, made=built.made)))


def _copy(candidate: Path, target: Path) -> None:
    """Copy the candidate to a folder that is new, empty or an earlier copy."""
    if target.exists() and any(target.iterdir()) and not (target / building.SITEMAP).is_file():
        raise PublishError(
            msg("This folder holds other things. Name a new or empty one."), Location(target.as_posix(), 1)
        )
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(candidate, target)


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
