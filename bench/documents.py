"""PDF documents: what one costs in process and what is found, beside page-validation, pdfua and outloud.

Two heaps: the documents of veraPDF's corpus (``TOLKBAR_PDF`` names the folder), each sound or with one
fault against PDF/UA-1, and tagged reports written here.  Each program judges a heap in a process of its
own.  A program finds a faulty document if it reports anything of it, and is wrong where it reports a
sound one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final, NamedTuple

from bench.document_writing import REPORTS, write_reports
from bench.documents_once import JUDGES
from bench.measure import BenchmarkError, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ROOT: Final = Path(__file__).parents[1]
CORPUS_BAR: Final = 0.025  # CPU seconds a document, in the middle
REPORT_BAR: Final = 0.2
SLOWEST_BAR: Final = 2.5  # at the 95th percentile
MEMORY_BAR: Final = 256 * 1024**2
_MEBIBYTE: Final = 1024**2
_OURS: Final = "tolkbar"
_FASTER_THAN: Final = "outloud"


class Judged(NamedTuple):
    """What one program said of a heap: CPU seconds of each document, those reported, bytes of memory."""

    seconds: dict[str, float]
    reported: frozenset[str]
    memory: int

    @property
    def middle(self) -> float:
        """Return the median of the CPU seconds."""
        return median(self.seconds.values())

    @property
    def slowest(self) -> float:
        """Return what all but a twentieth of the documents take at most."""
        values = [*self.seconds.values()]
        return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]

    @property
    def found(self) -> int:
        """Return how many faulty documents of the corpus are reported."""
        return len(self.reported) - self.wrong

    @property
    def wrong(self) -> int:
        """Return how many sound documents of the corpus are reported."""
        return sum("-pass-" in name for name in self.reported)

    @property
    def faulty(self) -> int:
        """Return how many documents of the corpus have a fault."""
        return sum("-fail-" in name for name in self.seconds)

    def __str__(self) -> str:
        """Return what was found, and how surely: precision and recall."""
        precision = self.found / len(self.reported) if self.reported else 1.0
        recall = self.found / self.faulty if self.faulty else 1.0
        return f"{self.found} of {self.faulty} found, {self.wrong} wrong ({precision:.2f}/{recall:.2f})"


def corpus() -> Path:
    """Return the folder with the corpus.

    Raises ``BenchmarkError`` where there is none.
    """
    folder = Path(os.environ.get("TOLKBAR_PDF", _ROOT.parent / "shared" / "pdf"))
    if not (folder / "corpus").is_dir():
        raise BenchmarkError(f"{folder} holds no corpus/; TOLKBAR_PDF can name another folder")
    return folder / "corpus"


def rows(directory: Path, *, seed: int, reports: int = REPORTS) -> list[Row]:
    """Return what each heap costs us, and what is found beside each peer's; say what is missing."""

    def write() -> Path:
        write_reports(directory / "reports", reports, seed=seed)
        return directory / "reports"

    return [*_heap(corpus, on_corpus), *_heap(write, on_reports)]


def _heap(prepare: Callable[[], Path], measure: Callable[[Path], Iterator[Row]]) -> list[Row]:
    try:
        return [*measure(prepare())]
    except BenchmarkError as error:
        print(f"bench documents: {error}", file=sys.stderr)
        return []


def on_corpus(folder: Path) -> Iterator[Row]:
    """Yield what the corpus costs and what is found in it: against the bars, then against each peer."""
    ours = judged(_OURS, folder)
    what = f"{len(ours.seconds)} documents of the corpus"
    yield _limit(f"{what}, median", ours.middle, CORPUS_BAR)
    yield _limit(f"{what}, 95th percentile", ours.slowest, SLOWEST_BAR)
    yield _memory(what, ours)
    found = ours.found / max(1, ours.faulty)
    yield Row("faults against PDF/UA-1", str(ours), f"{ours.faulty} faulty", found, 1, at_least=True)
    for peer in JUDGES:
        if peer != _OURS:
            yield from _beside(what, ours, peer, folder)


def on_reports(folder: Path) -> Iterator[Row]:
    """Yield what the reports cost; none of them has a fault."""
    ours = judged(_OURS, folder)
    if ours.reported:
        raise BenchmarkError(f"tolkbar reports {len(ours.reported)} of {len(ours.seconds)} sound reports")
    what = f"{len(ours.seconds)} tagged reports"
    yield _limit(f"{what}, median", ours.middle, REPORT_BAR)
    yield _limit(f"{what}, 95th percentile", ours.slowest, SLOWEST_BAR)
    yield _memory(what, ours)


def _beside(what: str, ours: Judged, peer: str, folder: Path) -> Iterator[Row]:
    try:
        theirs = judged(peer, folder)
    except BenchmarkError as error:
        print(f"bench documents: {error}", file=sys.stderr)
        return
    found = ours.found / max(1, theirs.found)
    yield Row("faults against PDF/UA-1", str(ours), f"{peer} {theirs}", found, 1, at_least=True)
    if peer == _FASTER_THAN:
        said = f"{peer} {_milliseconds(theirs.middle)}"
        yield Row(f"{what}, median", _milliseconds(ours.middle), said, ours.middle / theirs.middle, 1)


def judged(program: str, folder: Path) -> Judged:
    """Return what ``program`` says of the documents in ``folder``.

    Raises ``BenchmarkError`` where it is missing or fails.
    """
    command = [sys.executable, "-m", "bench.documents_once", program, str(folder)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        words = done.stderr.strip().splitlines() or [f"{program} ended with status {done.returncode}"]
        raise BenchmarkError(words[-1])
    said = json.loads(done.stdout.splitlines()[-1])
    reported = frozenset(name for name, (_, is_reported) in said["judged"].items() if is_reported)
    return Judged({name: taken for name, (taken, _) in said["judged"].items()}, reported, said["memory"])


def _limit(what: str, seconds: float, limit: float) -> Row:
    return Row(what, _milliseconds(seconds), f"limit {_milliseconds(limit)}", seconds / limit, 1)


def _memory(what: str, ours: Judged) -> Row:
    said = f"{ours.memory / _MEBIBYTE:.0f} MiB"
    limit = f"limit {MEMORY_BAR / _MEBIBYTE:.0f} MiB"
    return Row(f"{what}, memory", said, limit, ours.memory / MEMORY_BAR, 1)


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.1f} CPU ms"
