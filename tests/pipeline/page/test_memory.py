"""A page that means millions of elements is refused in one line, before they fill the memory."""

from __future__ import annotations

import resource
import sys

import pytest

from pipeline.errors import TolkbarError
from pipeline.page import memory, read_page

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a process can bound itself")

FONTS = "".join(f"<font size={number}>" for number in range(500))
BOMB = f"<p>{FONTS}</p>{'<p>x' * 5000}"  # every paragraph begins all fonts anew


@pytest.fixture(autouse=True)
def _little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_ROOM", 32 * 1024**2)


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.svg"])
def test_a_page_that_takes_too_much_memory_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(TolkbarError) as stopped:
        read_page(BOMB.encode(), name)

    assert str(stopped.value) == (
        f"{name}:1: The page takes too much memory. Close the tags in it, or split it into several pages."
    )


def test_the_next_page_is_read_and_the_bound_is_gone() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(TolkbarError):
        read_page(BOMB, "a.html")

    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(list(read_page("<p>x</p>" * 5000, "b.html").elements())) == 5003


def test_a_process_that_has_bounded_itself_more_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (4096, 8192))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: set_to.append(limits))
    read_page("<p>x</p>" * 5000, "a.html")
    assert set_to == [(4096, 8192)]
