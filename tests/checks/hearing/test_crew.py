"""Processes judge pages beside one another; whatever happens to them, the report is the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.hearing import Alone, Case, Court, Crew, crew, pool
from checks.judge import Options, judge
from checks.model import PASSED, Rule, Severity, Verdict
from checks.registry import RULES
from checks.subjects import Inputs, Page, Settings, Site
from pipeline.errors import TolkbarError
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.model import AnyRule, Report

PAGE = '<!DOCTYPE html><html lang="{0}"><title>Sida {1}</title><a href="sida-{2}.html#x"></a><p>{3}</html>'
PAGES = 24
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small pages be worth a process, and a lot have few."""
    monkeypatch.setattr(crew, "WORTH", 100)
    monkeypatch.setattr(crew, "LOT", 3000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site whose pages have different faults."""
    for number in range(PAGES):
        language = "sv" if number % 3 else ""
        text = PAGE.format(language, number, number + 1, "x " * (number * 37 % 400))
        (tmp_path / f"sida-{number}.html").write_text(text, "utf-8")
    return tmp_path


def report(folder: Path, jobs: int, *more: AnyRule) -> Report:
    """Return what so many processes find."""
    return judge(Inputs((Site(folder),)), (*RULES, *more), Options(outcomes=True, hands=Crew(jobs)))


class Deadly(Rule[Page, int]):
    """Kills the process that judges a page called ``mark``: once, or each time."""

    id = "deadly"
    title = msg("Nobody survives this")
    severity = Severity.ADVISORY

    def __init__(self, mark: str, *, again: bool) -> None:
        """Kill nobody yet."""
        self.mark, self.again, self.parent = mark, again, os.getpid()

    def applicability(self, page: Page) -> Iterable[int]:
        """Kill, but never the process that tests."""
        done = Path(os.environ["TOLKBAR_TEST_MARK"])
        if page.path == self.mark and os.getpid() != self.parent and (self.again or not done.exists()):
            done.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    def expectation(self, target: int) -> Verdict:  # noqa: ARG002 - there is none
        """Pass."""
        return PASSED


@pytest.mark.parametrize("jobs", [2, 3, 7])
def test_the_report_is_the_same_whatever_the_number_of_processes(folder: Path, jobs: int) -> None:
    assert report(folder, jobs) == report(folder, 1)


def test_pages_come_in_their_order_and_the_dearest_are_begun_first(folder: Path) -> None:
    (folder / "sida-20.html").write_text(PAGE.format("sv", 20, 21, "x " * 9000), "utf-8")
    site = Site(folder)
    court = Court(RULES, (site,))
    cases = [Case(0, path, site.files.size(path) or 0) for path in site.page_paths]
    together, alone = list(Crew(2).hear(court, cases)), list(Alone().hear(court, cases))
    assert [found.facts and found.facts.path for found in together] == [case.path for case in cases]
    assert together == alone


def test_a_process_that_is_killed_costs_time_and_no_results(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path_factory.mktemp("killed") / "once"
    monkeypatch.setenv("TOLKBAR_TEST_MARK", str(mark))
    deadly = Deadly("sida-5.html", again=False)
    found = report(folder, 2, deadly)
    assert mark.exists()
    assert found.findings == report(folder, 1).findings


def test_a_page_that_kills_whoever_judges_it_is_named(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOLKBAR_TEST_MARK", str(tmp_path_factory.mktemp("killed") / "again"))
    with pytest.raises(TolkbarError, match=r"sida-5\.html:1: The process that judged this was ended, twice"):
        report(folder, 2, Deadly("sida-5.html", again=True))


def test_what_cannot_be_read_stops_the_run_with_its_name_as_in_one_process(folder: Path) -> None:
    class Broken(Rule[Page, int]):
        """Breaks."""

        id = "broken"
        title = msg("Everything breaks")
        severity = Severity.ADVISORY

        def applicability(self, page: Page) -> Iterable[int]:
            """Break, on a page in the middle."""
            return [1 // 0] if page.path == "sida-7.html" else []

        def expectation(self, target: int) -> Verdict:  # noqa: ARG002 - there is none
            """Pass."""
            return PASSED

    said = set()
    for jobs in (1, 2):
        with pytest.raises(TolkbarError) as error:
            report(folder, jobs, Broken())
        said.add(str(error.value))
    assert len(said) == 1
    assert said.pop().startswith("sida-7.html:1: The rule broken broke here")


def test_where_processes_are_not_to_be_had_one_does_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "can_share", lambda: False)
    monkeypatch.delattr(pool, "ProcessPoolExecutor")
    assert report(folder, 4) == report(folder, 1)


def test_a_process_that_is_started_anew_judges_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_FORKS", False)  # as on other systems than Linux
    settings = Settings("https://www.kommun.example", "sv", reading_limits={"sv": 20.0})
    reports = [
        judge(Inputs((Site(folder, settings),)), RULES, Options(outcomes=True, hands=Crew(jobs)))
        for jobs in (1, 2)
    ]
    assert reports[0] == reports[1]


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes in /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_one_that_started_it(tmp_path: Path, end: signal.Signals) -> None:
    for number in range(300):
        text = PAGE.format("sv", number, number + 1, "<p>Bygglov</p>" * 1500)
        (tmp_path / f"sida-{number}.html").write_text(text, "utf-8")
    arguments = [sys.executable, "-m", "tolkbar", "check", str(tmp_path), "--jobs=2", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        children = _wait_for_children(process.pid)
        os.killpg(process.pid, end) if end is signal.SIGINT else process.send_signal(end)
        _, complaint = process.communicate(timeout=60)
    assert not _wait_for_end(children)
    assert b"Traceback" not in complaint


def _wait_for_children(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task/{parent}/children")
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = [int(child) for child in tasks.read_text("ascii").split()]
        if len(found) >= 2:
            return found
        time.sleep(0.01)
    raise AssertionError("no processes were started")


def _wait_for_end(children: list[int]) -> list[int]:
    """Return those that are still there after a while; a dead one whom nobody has buried yet is gone."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        children = [child for child in children if _lives(child)]
        if not children:
            break
        time.sleep(0.05)
    return children


def _lives(child: int) -> bool:
    try:
        return Path(f"/proc/{child}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
