"""``tolkbar serve`` from the terminal: it says where it is, what happens, and why it cannot."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.tolkbar.conftest import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support import SiteFolder
    from tests.tolkbar.conftest import Outcome


@contextmanager
def serving(site: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command on any free port; yield it and the address that it says."""
    words = [sys.executable, "-m", "tolkbar", "serve", "--site", str(site), "--port", "0", *arguments]
    with subprocess.Popen(words, env=environment(), stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr
        first = run.stderr.readline()
        try:
            yield run, next(word for word in first.split() if word.startswith("http"))
        finally:
            if run.poll() is None:
                run.kill()


def said(run: subprocess.Popen[str], words: str) -> str:
    """Return the next line on the terminal that has ``words`` in it."""
    assert run.stderr
    return next(line for line in run.stderr if words in line)


def test_it_says_where_it_is_and_is_there(site: SiteFolder) -> None:
    with serving(site.root) as (_, address):
        parts = urlsplit(address)
        assert (parts.scheme, parts.hostname, parts.path) == ("http", "127.0.0.1", "/")
        connection = HTTPConnection(parts.netloc, timeout=60)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_it_ends_cleanly_when_somebody_ends_it(site: SiteFolder, name: str) -> None:
    with serving(site.root) as (run, _):
        said(run, "pages made anew")
        os.kill(run.pid, signal.Signals[name])
        assert run.wait(60) == 0
        assert run.stderr
        assert "Traceback" not in run.stderr.read()


def test_it_tells_of_a_broken_source_and_of_its_mending(site: SiteFolder) -> None:
    page = "source/pages/index.md"
    with serving(site.root) as (run, _):
        said(run, "pages made anew")
        site.edit(page, "+++\n\n", "+++\n\n[ingenstans](finns-inte.md)\n\n")
        line = said(run, "There is no page finns-inte.")
        assert f"{page}:{site.line(page, 'ingenstans')}: " in line
        site.edit(page, "[ingenstans](finns-inte.md)", "Mening.")
        said(run, "pages made anew")


def test_a_port_that_is_taken_is_one_line(site: SiteFolder, process: Callable[..., Outcome]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        complaint = process("serve", "--site", site.root, "--port", str(port)).complaint
    assert (
        complaint == f"tolkbar: Port {port} is taken or not for us. Name another with --port, or 0 for any."
    )


@pytest.mark.parametrize("port", ["-1", "65536", "http", ""])
def test_a_port_is_a_number_that_there_is(site: SiteFolder, run: Callable[..., Outcome], port: str) -> None:
    outcome = run("serve", "--site", site.root, f"--port={port}")
    assert outcome.status == 2
    assert f"--port cannot be {port}" in outcome.err


def test_a_folder_without_a_site_is_one_line(tmp_path: Path, process: Callable[..., Outcome]) -> None:
    assert "source/site.toml" in process("serve", "--site", tmp_path, "--port", "0").complaint
    assert not list(tmp_path.iterdir())
