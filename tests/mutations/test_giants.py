"""The largest pages: each of them is judged at full size by ``nox -s mutations``, and faults are seen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from checks.subjects.limits import PAGE
from tests.mutations import full_size
from tests.mutations.giants import FULL, GIANTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.mutations.giants._build import Files


def test_a_giant_is_judged_within_its_limits(capfd: pytest.CaptureFixture[str]) -> None:
    assert full_size.main(["markup: nested div", "--size=1000"]) == 0
    assert " MiB  " in capfd.readouterr().out


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("raise ValueError('at work')", "ValueError: at work"),
        ("while True: pass", "not judged within 1 seconds"),
        ("x = bytes(2 * 1024**3)", "MemoryError"),
    ],
)
def test_a_giant_that_raises_hangs_or_fills_the_memory_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], work: str, words: str
) -> None:
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3)); "
        f"resource.setrlimit(resource.RLIMIT_CPU, (1, 2)); exec({work!r})"
    )
    monkeypatch.setattr(full_size, "command", lambda *_: [sys.executable, "-c", program])
    assert full_size.main(["markup: nested div", "--seconds=1"]) == 1
    assert words in capfd.readouterr().out


@pytest.mark.parametrize("giant", GIANTS.values(), ids=GIANTS)
def test_a_giant_is_no_larger_than_is_read(giant: Callable[[int], Files]) -> None:
    """Else it would be refused for its size, and show nothing."""
    assert max(map(len, giant(FULL // 10).values())) <= PAGE // 10
