"""The content stream that parsers are measured with."""

from __future__ import annotations

import pytest

from bench import content_streams
from bench.measure import BenchmarkError


@pytest.fixture(autouse=True)
def few_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_streams, "MARKS", 50)


def test_both_parsers_count_as_many_operators() -> None:
    [row] = content_streams.rows(rounds=1, seed=3)
    assert row.what.startswith("content stream of ")
    assert row.ratio > 0


def test_a_parser_that_counts_otherwise_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_streams, "statements", lambda _: ())
    with pytest.raises(BenchmarkError, match="we count 0"):
        content_streams.rows(rounds=1, seed=3)
