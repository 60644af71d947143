"""From Swedish source to a translated edition: Tolkbar beside the Translate Toolkit, on the same pages.

What is measured begins where an editor has just changed 5 % of the units of a translated site: find
the units, merge them with the translations there are, write the edition.  The Toolkit does that
with ``html2po``, ``pot2po`` and ``po2html``; Tolkbar with ``extract`` and ``build``, which also writes
the Swedish edition, the page shell, contact cards and links between the editions.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from bench.generator import add_catalogs, generate, mutate, write_plain, write_site
from bench.measure import BenchmarkError, Row, cpu, cpu_seconds, in_turn, run
from bench.tools import tolkbar, toolkit
from bench.translator import fill_catalogs
from bench.writing import write_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.measure import Command
    from bench.site import Site

LANGUAGE = "en"
ASSEMBLE_BAR = 0.5
UNCHANGED_BAR = 0.1


@dataclass(frozen=True)
class Workshop:
    """Where benchmarks work and on what; what several of them need is prepared once, unmeasured."""

    directory: Path
    pages: int
    units: int
    rounds: int
    seed: int = 1

    @cached_property
    def numbers(self) -> Iterator[int]:
        """Numbers for copies."""
        return count(1)

    @cached_property
    def before(self) -> Site:
        """The site as its translators left it."""
        return generate(self.pages, self.units, self.seed, (LANGUAGE,))

    @cached_property
    def after(self) -> Site:
        """The site after 5 % of its units changed."""
        return mutate(self.before)

    @cached_property
    def ours(self) -> Path:
        """A Tolkbar site: changed source, catalogs from before the change, no state of an earlier run."""
        site = self.directory / "ours"
        write_site(self.before, site)
        add_catalogs(site, self.before)
        write_pages(self.after, site / "source" / "pages")
        shutil.rmtree(site / ".tolkbar", ignore_errors=True)
        return site

    @cached_property
    def peer(self) -> Path:
        """The same pages and translations as the Translate Toolkit keeps them."""
        site = self.directory / "peer"
        write_plain(self.before, site / "pages")
        run(toolkit("html2po", site, "pages", "catalogs"))
        fill_catalogs(site / "catalogs", LANGUAGE)
        write_plain(self.after, site / "pages")
        return site

    def copy(self, site: Path, name: str) -> Path:
        """Return a fresh copy of ``site`` to work on.

        Copies of earlier rounds stay until all is measured: making files right after others were
        deleted costs the kernel a second that is neither side's work.
        """
        copy = self.directory / f"{name}-{next(self.numbers)}"
        shutil.copytree(site, copy)
        return copy


def assemble(workshop: Workshop) -> list[Row]:
    """Measure the three steps from cold, Tolkbar and the Translate Toolkit in turn."""
    ours, peer = in_turn(lambda _: _cold(workshop)[0], lambda _: _toolkit(workshop), workshop.rounds)
    what = f"extract + merge + assemble, {workshop.pages} pages x {workshop.units} units, 5 % changed, cold"
    return [Row(what, cpu(ours), f"Translate Toolkit {cpu(peer)}", ours / peer, ASSEMBLE_BAR)]


def unchanged(workshop: Workshop) -> list[Row]:
    """Measure a second run with nothing changed against the cold run before it."""
    sites: list[Path] = []

    def cold(_: int) -> float:
        seconds, site = _cold(workshop)
        sites.append(site)
        return seconds

    first, again = in_turn(cold, lambda _: cpu_seconds(_our_steps(sites.pop())), workshop.rounds)
    what = f"the same with nothing changed, {workshop.pages} pages x {workshop.units} units"
    return [Row(what, cpu(again), f"own cold run {cpu(first)}", again / first, UNCHANGED_BAR)]


def _cold(workshop: Workshop) -> tuple[float, Path]:
    """Return the CPU seconds of our steps on a fresh copy, and the copy."""
    site = workshop.copy(workshop.ours, "our-round")
    seconds = cpu_seconds(_our_steps(site))
    _expect_pages(workshop, "tolkbar build", site / ".tolkbar" / "candidate" / LANGUAGE)
    return seconds, site


def _our_steps(site: Path) -> list[Command]:
    return [tolkbar(site, "extract"), tolkbar(site, "build")]


def _toolkit(workshop: Workshop) -> float:
    """Return the CPU seconds of the Translate Toolkit's three commands on a fresh copy."""
    site = workshop.copy(workshop.peer, "peer-round")
    seconds = cpu_seconds(
        [
            toolkit("html2po", site, "--pot", "pages", "templates"),
            toolkit("pot2po", site, "--template=catalogs", "templates", "merged"),
            toolkit("po2html", site, "--template=pages", "merged", "built"),
        ]
    )
    _expect_pages(workshop, "po2html", site / "built")
    return seconds


def _expect_pages(workshop: Workshop, who: str, directory: Path) -> None:
    """Refuse to compare work that was not done."""
    found = sum(1 for _ in directory.rglob("*.html"))
    if found != workshop.pages:
        raise BenchmarkError(f"{who} wrote {found} of {workshop.pages} pages; a ratio would say nothing")
