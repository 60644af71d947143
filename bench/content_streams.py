"""Taking content streams apart: our operators beside pypdf's, on the same stream.

The stream is that of a page of a report: text in words with kerning, tables with lines, a chart, marks
around all of it.  Both must count as many operators.
"""

from __future__ import annotations

import random
from itertools import chain
from time import process_time
from typing import TYPE_CHECKING

from pypdf.generic import ContentStream, DecodedStreamObject

from bench.measure import BenchmarkError, Row, in_turn
from checks.documents.content.tokens import statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MARKS = 2_000
BAR = 0.15  # of pypdf's time


def rows(*, rounds: int, seed: int) -> list[Row]:
    """Measure both parsers in turn; raise ``BenchmarkError`` where they differ in what they count."""
    data = "\n".join(chain.from_iterable(_mark(random.Random(seed + number)) for number in range(MARKS)))
    stream = DecodedStreamObject()
    stream.set_data(data.encode("ascii"))
    ours_found, peer_found = _ours(stream.get_data()), _peer(stream)
    if ours_found != peer_found:
        raise BenchmarkError(f"pypdf counts {peer_found} operators in the stream, we count {ours_found}")
    ours, peer = in_turn(
        lambda _: _seconds(lambda: _ours(stream.get_data())),
        lambda _: _seconds(lambda: _peer(stream)),
        rounds,
    )
    return [
        Row(
            f"content stream of {ours_found} operators",
            f"{ours / ours_found * 1e6:.2f} µs an operator",
            f"pypdf {peer / peer_found * 1e6:.2f} µs",
            ours / peer,
            BAR,
        )
    ]


def _ours(data: bytes) -> int:
    return sum(number for _, _, number in statements(data))


def _peer(stream: DecodedStreamObject) -> int:
    return len(ContentStream(stream, None).operations)


def _seconds(work: Callable[[], int]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _mark(chance: random.Random) -> Iterator[str]:
    """Yield the lines of one paragraph, and of the lines and the chart beside it."""
    size, left, top = chance.choice((9, 11, 14)), chance.uniform(50, 90), chance.uniform(50, 780)
    yield f"/P <</MCID {chance.randrange(500)} >>BDC"
    yield f"BT /TT0 {size} Tf 1 0 0 1 {left:.2f} {top:.2f} Tm"
    for _ in range(chance.randrange(1, 6)):
        parts = (f"({'x' * chance.randrange(1, 5)}){chance.uniform(-20, 20):.1f}" for _ in range(12))
        yield f"[{''.join(parts)}]TJ 0 -13.8 Td"
    yield "ET EMC /Artifact BMC q 0.5 w"
    for _ in range(chance.randrange(8)):
        yield f"{left:.1f} {chance.uniform(50, 780):.1f} 120 0.5 re f"
    yield "0 0 m"
    for _ in range(10):
        yield f"{chance.uniform(0, 99):.2f} {chance.uniform(0, 99):.2f} l"
    yield "S Q EMC"
