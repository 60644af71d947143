"""A real scheduler of Dask, and real workers, of which one is killed: ``nox -s cluster``."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import gather
from pipeline.errors import TolkbarError
from tests.machines import Deadly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")  # what Dask warns of is not ours to mend

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
PATIENCE = 120  # seconds
HERE = ("--host=127.0.0.1", "--no-dashboard")
PAGES = 400
PAGE = (
    '<!DOCTYPE html><html lang="sv"><title>Sida {0}</title><h1>Sida</h1>'
    '<a href="sida-{1:03}.html#x">Nästa</a>{2}<img src=a.png>'
)


class Cluster:
    """A scheduler and its workers, each a process of its own, in a folder of its own."""

    def __init__(self, folder: Path, ending: ExitStack) -> None:
        """Start the scheduler."""
        self._folder, self._ending = folder, ending
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler = self._start("distributed.cli.dask_scheduler", *HERE, f"--port={self.port}")
        until(lambda: is_listening(self.port))

    def worker(self, *more: str) -> subprocess.Popen[bytes]:
        """Start a worker; one that dies is replaced only with a nanny."""
        return self._start("distributed.cli.dask_worker", self.address, *HERE, "--nthreads=1", *more)

    def _start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=self._folder,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._ending.callback(process.wait)
        self._ending.callback(process.terminate)
        return process


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Yield a scheduler without workers."""
    with ExitStack() as ending:
        yield Cluster(tmp_path, ending)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a site with faults on its pages and among them."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(PAGES):
        text = PAGE.format(number, number + 1, "<p>Bygglov söks hos kommunen.</p>" * 200)
        (folder / f"sida-{number:03}.html").write_text(text, "utf-8")
    return folder


def until(is_so: Callable[[], bool]) -> None:
    """Wait."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "this has never come"
        time.sleep(0.05)


def is_listening(port: int) -> bool:
    """Return whether somebody takes connections at a port."""
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def check(archive: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start ``tolkbar check``."""
    return subprocess.Popen(
        [sys.executable, "-m", "tolkbar", "check", "--format=jsonl", *options, str(archive)],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def written(report: Path) -> int:
    """Return how many lines are in a report so far."""
    return report.read_bytes().count(b"\n") if report.exists() else 0


def test_one_of_four_workers_that_is_killed_costs_time_and_no_results(
    cluster: Cluster, archive: Path, tmp_path: Path
) -> None:
    workers = [cluster.worker("--no-nanny") for _ in range(4)]
    found, expected = tmp_path / "found.jsonl", tmp_path / "expected.jsonl"
    with check(archive, f"--cluster={cluster.address}", f"--output={found}") as run:
        until(lambda: written(found) > 0)
        assert run.poll() is None
        workers[0].kill()
        _, complaint = run.communicate(timeout=PATIENCE)
    with check(archive, "--no-cache", f"--output={expected}") as alone:
        assert alone.wait(PATIENCE) == run.returncode == 1, complaint
    assert found.read_bytes() == expected.read_bytes()
    assert json.loads(found.read_bytes().splitlines()[-1])["subjects"]["pages"] == PAGES


def test_a_page_that_kills_every_worker_is_named(cluster: Cluster, archive: Path, tmp_path: Path) -> None:
    from tolkbar.cluster import cluster as connected  # noqa: PLC0415 - only where Dask is

    for _ in range(2):
        cluster.worker("--nanny")
    marks = tmp_path / "marks"
    marks.mkdir()
    deadly = Deadly("sida-200.html", marks, 1000)
    with (
        connected(cluster.address, str) as hands,
        pytest.raises(TolkbarError, match=r"sida-200\.html:1: The proc"),
    ):
        judge(gather([archive]), (*RULES, deadly), Options(hands=hands))


def test_a_scheduler_that_goes_away_is_said_in_one_line(
    cluster: Cluster, archive: Path, tmp_path: Path
) -> None:
    cluster.worker("--no-nanny")
    found = tmp_path / "found.jsonl"
    with check(archive, f"--cluster={cluster.address}", f"--output={found}") as run:
        until(lambda: written(found) > 0)
        cluster.scheduler.kill()
        _, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2
    assert complaint.startswith(b"tolkbar: The cluster has gone away.")
    assert complaint.count(b"\n") == 1


def test_who_presses_ctrl_c_leaves_at_once(cluster: Cluster, archive: Path, tmp_path: Path) -> None:
    cluster.worker("--no-nanny")
    found = tmp_path / "found.jsonl"
    with check(archive, f"--cluster={cluster.address}", f"--output={found}") as run:
        until(lambda: written(found) > 0)
        run.send_signal(signal.SIGINT)
        _, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 130
    assert b"Traceback" not in complaint


def test_where_no_scheduler_is_one_line_says_so(cluster: Cluster, archive: Path) -> None:
    cluster.scheduler.kill()
    cluster.scheduler.wait()
    with check(archive, f"--cluster={cluster.address}") as run:
        _, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 2
    assert complaint.startswith(f"tolkbar: No Dask scheduler answers at {cluster.address}".encode())
    assert complaint.count(b"\n") == 1
