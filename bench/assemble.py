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
from statistics import median
from typing import TYPE_CHECKING

from bench.generator import add_catalogs, generate, mutate, write_plain, write_site
from bench.measure import BenchmarkError, Row, cpu, cpu_seconds, in_turn, run
from bench.site import Shape
from bench.tools import tolkbar, toolkit
from bench.translator import fill_catalogs
from bench.writing import write_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.measure import Command
    from bench.site import Site

LANGUAGE = "en"
ASSEMBLE_BAR = 0.35
UNCHANGED_BAR = 0.1
ONE_PAGE_BAR = 0.03


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


def again(workshop: Workshop) -> list[Row]:
    """Measure a second run with nothing changed, and a third with one page changed, against the first."""
    samples = [_three_runs(workshop) for _ in range(workshop.rounds)]
    first, nothing, one = (median(seconds) for seconds in zip(*samples, strict=True))
    size, cold = f"{workshop.pages} pages x {workshop.units} units", f"own cold run {cpu(first)}"
    return [
        Row(f"the same with nothing changed, {size}", cpu(nothing), cold, nothing / first, UNCHANGED_BAR),
        Row(f"the same with one page changed, {size}", cpu(one), cold, one / first, ONE_PAGE_BAR),
    ]


def _three_runs(workshop: Workshop) -> tuple[float, float, float]:
    """Return the CPU seconds of a cold run, of one with nothing changed, of one with one page changed."""
    cold, site = _cold(workshop)
    nothing = cpu_seconds(_our_steps(site))
    _lengthen(site / "source" / "pages", *_translated_paragraph(workshop))
    return cold, nothing, cpu_seconds(_our_steps(site))


def _translated_paragraph(workshop: Workshop) -> tuple[str, str]:
    """Return a page in the middle of the site and a paragraph on it that has its translation."""
    for before, page in list(zip(workshop.before.pages, workshop.after.pages, strict=True))[
        workshop.pages // 2 :
    ]:
        known = set(before.units())
        for block in page.blocks:
            for unit in block.units:
                if block.shape is Shape.PARAGRAPHS and unit in known:
                    return page.name, unit
    raise BenchmarkError("no page of the second half has a paragraph that was there before")


def _lengthen(pages: Path, page: str, paragraph: str) -> None:
    """Add a sentence to a paragraph, as an editor does."""
    path = pages / f"{page}.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(paragraph, f"{paragraph} Det gäller från och med i dag.", 1), encoding="utf-8"
    )


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
