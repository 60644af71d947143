"""How many planted faults are found on the right line, and how many findings a healthy site gets."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bench.faults.healthy import write_site
from bench.faults.plant import Kind, Planted, kinds, plant
from bench.measure import Row, run
from bench.tools import tolkbar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.faults.healthy import Page

PAGES: Final = 96  # with this project's own four, each in three languages: 300
PLACES: Final = 10  # of each kind
FOUND: Final = 0.99
_CANDIDATE: Final = ".tolkbar/candidate"


@dataclass(frozen=True, slots=True)
class Finding:
    """What failed, and every file and line that it names."""

    rule: str
    places: frozenset[tuple[str, int]]


def rows(directory: Path, seed: int = 1) -> list[Row]:
    """Plant every kind of fault below ``directory`` and look for it; print those that were missed."""
    site = directory / "healthy"
    site.mkdir()
    made = write_site(site, PAGES, seed)
    noise = len(_check(site)) + len(_check(site, f"{site}/{_CANDIDATE}"))
    every = kinds()
    missed = [*_missed(site, made, every, seed), *_missed_alone(site / _CANDIDATE, made, every, seed)]
    for fault in missed:
        print(f"missed: {fault.kind.what} ({', '.join(sorted(fault.kind.rules))}), {fault.file}:{fault.line}")
    planted = len(every) * PLACES
    found = planted - len(missed)
    what = f"faults of {len(every)} kinds, found on the right line"
    return [
        Row(what, f"{found} found", f"{planted} planted", found / planted, FOUND, at_least=True),
        Row("findings on the healthy site", f"{noise} findings", "none wanted", float(noise), 0),
    ]


def _missed(site: Path, made: Sequence[Page], every: Sequence[Kind], seed: int) -> Iterator[Planted]:
    """Yield the faults that are not found; each round plants as many kinds as there are pages for.

    Catalogs are judged with their site, built pages as anybody's.
    """
    in_round = len(made) // PLACES
    for ground, in_catalog in ((site, True), (site / _CANDIDATE, False)):
        some = [kind for kind in every if kind.in_catalog is in_catalog and not kind.alone]
        for start in range(0, len(some), in_round):
            copy = site.with_name("round")
            shutil.copytree(ground, copy)
            yield from _round(copy, made, some[start : start + in_round], Random(f"{seed} {start}"))
            shutil.rmtree(copy)


def _missed_alone(
    candidate: Path, made: Sequence[Page], every: Sequence[Kind], seed: int
) -> Iterator[Planted]:
    """Yield the faults that are not found, of the kinds that have copies of the site to themselves.

    The copies have none of the pages that were ``made``, and are judged side by side.
    """
    copies = candidate.parents[1].with_name("copies")
    names = tuple(f"{page.slugs[language]}.html" for page in made for language in page.slugs)
    for kind in (kind for kind in every if kind.alone):
        planted = []
        for number in range(PLACES):
            copy = copies / str(number)
            shutil.copytree(candidate, copy, ignore=shutil.ignore_patterns(*names))
            files = sorted(path.relative_to(copy).as_posix() for path in (copy / kind.folder).glob("*.html"))
            (fault,) = plant(kind, copy, files, 1, Random(f"{seed} {kind.what} {number}"))
            planted.append(replace(fault, file=f"{number}/{fault.file}"))
        found = _check(copies, *map(str, sorted(copies.iterdir())))
        yield from (fault for fault in planted if not any(_finds(finding, fault) for finding in found))
        shutil.rmtree(copies)


def _round(site: Path, made: Sequence[Page], some: Sequence[Kind], random: Random) -> Iterator[Planted]:
    """Plant ``some`` kinds in ``site``, one fault a page, and yield what is not found."""
    free = list(made)
    planted: list[Planted] = []
    for kind in sorted(some, key=lambda kind: _choice(kind, made, site)):  # the choosiest first
        files = {_file(kind, page): page for page in free}
        here = plant(kind, site, files, PLACES, random)
        for fault in here:
            free.remove(files[fault.file])
        planted += here
    found = _check(site) if some[0].in_catalog else _check(site, str(site))
    yield from (fault for fault in planted if not any(_finds(finding, fault) for finding in found))


def _choice(kind: Kind, made: Sequence[Page], site: Path) -> int:
    """Return how many pages have a place for faults of this kind."""
    return sum(bool(kind.old.search((site / _file(kind, page)).read_text("utf-8"))) for page in made)


def _file(kind: Kind, page: Page) -> str:
    """Return the path of ``page`` in the folder of ``kind``: its catalog, or the built page by its slug."""
    if kind.in_catalog:
        return f"{kind.folder}/{page.name}.po"
    return f"{kind.folder}/{page.slugs[kind.folder]}.html"


def _finds(finding: Finding, fault: Planted) -> bool:
    return finding.rule in fault.kind.rules and (fault.file, fault.line) in finding.places


def _check(site: Path, *paths: str) -> list[Finding]:
    """Return what failed on the site at ``site``, or below ``paths`` of it."""
    report = site.with_name("report.json")
    report.unlink(missing_ok=True)
    run(
        tolkbar(site, "check", *paths, "--no-cache", "--fail-on=never", "--format=json", f"--output={report}")
    )
    findings = json.loads(report.read_text("utf-8"))["findings"]
    return [Finding(one["rule"], _places(one, site)) for one in findings if one["outcome"] == "failed"]


def _places(finding: dict[str, Any], site: Path) -> frozenset[tuple[str, int]]:
    trace = finding["trace"] or {}
    named = [finding, *(trace.get(end) for end in ("catalog", "source"))]
    return frozenset((one["path"].removeprefix(f"{site}/"), one["line"]) for one in named if one)
