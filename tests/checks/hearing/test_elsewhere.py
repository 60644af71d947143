"""Machines elsewhere judge pages; those that die cost time, and the report is the same."""

from __future__ import annotations

import time
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.documents.child import Child
from checks.hearing import Case, Court, crew, errand, testimony
from checks.hearing.elsewhere import Elsewhere
from checks.hearing.errand import Errand, StrangeCodeError, opened, run
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import Inputs, Settings, Site
from pipeline.errors import DefectError, PublishError, TolkbarError
from tests.machines import ALLOWED_FAILURES, Broken, Deadly, Processes
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.hearing.elsewhere import Machines
    from checks.model import AnyRule, Report

PAGE = '<!DOCTYPE html><html lang="{0}"><title>Sida {1}</title><a href="sida-{2}.html#x"></a><p>{3}</html>'
PAGES = 60


@pytest.fixture(autouse=True)
def small_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a lot have few of the small pages."""
    monkeypatch.setattr(crew, "LOT", 1500)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose pages have different faults."""
    folder = tmp_path_factory.mktemp("archive")
    for number in range(PAGES):
        language = "sv" if number % 3 else ""
        text = PAGE.format(language, number, number + 1, "x " * (number * 37 % 400))
        (folder / f"sida-{number:02}.html").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def four() -> Iterator[Processes]:
    """Yield four processes."""
    with Processes(4) as processes:
        yield processes


def report(folder: Path, machines: Machines | None = None, *more: AnyRule) -> Report:
    """Return what ``machines`` find; without any, this process."""
    options = Options(outcomes=True)
    if machines is not None:
        options = options._replace(hands=Elsewhere(machines))
    settings = Settings("https://www.kommun.example", "sv", reading_limits={"sv": 20.0})
    return judge(Inputs((Site(folder, settings),)), (*RULES, *more), options)


def test_the_report_is_that_of_one_process(folder: Path, four: Processes) -> None:
    assert report(folder, four) == report(folder)


def test_a_site_in_the_working_folder_is_found_by_machines_that_stand_elsewhere(
    folder: Path, four: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert report(Path(), four) == report(Path())


def test_one_of_four_that_is_killed_in_the_middle_costs_time_and_no_results(
    folder: Path, four: Processes, tmp_path: Path
) -> None:
    before = four.deaths
    found = report(folder, four, Deadly("sida-31.html", tmp_path, 1))
    assert four.deaths == before + 1
    assert found.findings == report(folder).findings
    assert found.subjects == report(folder).subjects


def test_a_lot_that_was_given_up_is_judged_page_by_page(
    folder: Path, four: Processes, tmp_path: Path
) -> None:
    deadly = Deadly("sida-31.html", tmp_path, ALLOWED_FAILURES + 1)
    assert report(folder, four, deadly).findings == report(folder).findings
    assert len(list(tmp_path.iterdir())) == ALLOWED_FAILURES + 1


def test_a_page_that_kills_whoever_judges_it_is_named(folder: Path, four: Processes, tmp_path: Path) -> None:
    said = r"sida-31\.html:1: The processes that judged this were ended, again and again"
    with pytest.raises(TolkbarError, match=said):
        report(folder, four, Deadly("sida-31.html", tmp_path, 1000))


def test_documents_are_read_elsewhere_and_judged_here(
    four: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, content in {"a": pdf(), "b": b"%PDF-1.7 of no use", "c": pdf(), "d": b""}.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    (tmp_path / "index.html").write_text(
        '<a href="a.pdf">Plan</a><a href="b.pdf#page=3">Karta (pdf)</a>', "utf-8"
    )
    expected = report(tmp_path)
    assert {one.place.location.path for one in expected.findings} >= {"b.pdf", "c.pdf", "index.html"}

    def refuse(_: object) -> None:
        raise AssertionError("a document was read here")

    monkeypatch.setattr(Child, "ask", refuse)
    assert report(tmp_path, four) == expected


def test_what_breaks_elsewhere_is_said_as_it_is_here(folder: Path, four: Processes) -> None:
    said = []
    for machines in (None, four):
        with pytest.raises(TolkbarError) as error:
            report(folder, machines, Broken("sida-07.html"))
        said.append((type(error.value), str(error.value)))
    assert said[0] == said[1]


class Lazy:
    """Machines that do each thing when its result is asked for, and note what is under way."""

    lost: tuple[type[BaseException], ...] = ()
    gone: tuple[type[BaseException], ...] = (CancelledError,)

    def __init__(self) -> None:
        """Do nothing yet."""
        self.futures: list[Future[bytes]] = []

    def places(self) -> int:
        """Return one."""
        return 1

    def submit(self, work: Callable[[bytes], bytes], given: bytes, /) -> Future[bytes]:
        """Promise to do it."""

        class Later(Future[bytes]):
            def result(self, timeout: float | None = None) -> bytes:
                if not self.done():
                    self.set_result(work(given))
                return super().result(timeout)

        self.futures.append(Later())
        return self.futures[-1]


def heard(folder: Path, machines: Machines) -> Iterator[object]:
    """Yield what comes of the pages of a site, each of which is a lot by itself."""
    site = Site(folder)
    return Elsewhere(machines).hear(
        Court(RULES, (site,)), [Case(0, path, 2 * crew.LOT) for path in site.page_paths]
    )


def test_only_so_many_lots_are_under_way_as_keep_the_machines_busy(folder: Path) -> None:
    machines = Lazy()
    most = 0
    for _ in heard(folder, machines):
        most = max(most, sum(1 for future in machines.futures if not future.done()))
    assert len(machines.futures) == PAGES
    assert 0 < most <= 32


def test_who_stops_listening_takes_back_what_nobody_has_begun(folder: Path) -> None:
    machines = Lazy()
    found = heard(folder, machines)
    next(found)
    found.close()  # type: ignore[attr-defined] # a generator, as all hands are
    begun, *others = machines.futures
    assert begun.done()
    assert others
    assert all(future.cancelled() for future in others)


def test_a_cluster_that_goes_away_is_said_in_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machines = Lazy()
    found = heard(folder, machines)
    next(found)
    for future in machines.futures:
        future.cancel()

    def refuse(_: object) -> None:
        raise CancelledError  # as Dask has it: who has lost the scheduler can take nothing back

    monkeypatch.setattr(Future, "cancel", refuse)
    with pytest.raises(PublishError, match="The cluster has gone away"):
        list(found)


def test_a_process_of_many_threads_judges_one_page_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Errand.of(Court(RULES, (Site(folder),)))
    inside: list[Case] = []
    most: list[int] = []

    def hear(_: Court, case: Case) -> testimony.Testimony:
        inside.append(case)
        time.sleep(0.002)
        most.append(len(inside))
        inside.remove(case)
        return testimony.Testimony()

    monkeypatch.setattr(Court, "hear", hear)
    lots = [asked.sealed([Case(0, f"sida-{number:02}.html")]) for number in range(20)]
    with ThreadPoolExecutor(4) as threads:
        assert len(list(threads.map(run, lots))) == 20
    assert most == [1] * 20


@pytest.mark.parametrize("fault", [AttributeError("x"), OSError(5, "x"), ImportError("x")])
def test_a_defect_there_is_not_taken_for_a_fault_of_the_way_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    court = Court(RULES, (Site(folder),))
    path = court.sites[0].page_paths[0]

    def breaks(*_: object) -> None:
        raise fault

    monkeypatch.setattr(Court, "hear", breaks)
    with pytest.raises(DefectError, match="so nothing is decided"):
        run(Errand.of(court).sealed((Case(0, path),)))


def test_other_code_judges_nothing(folder: Path) -> None:
    asked = Errand.of(Court(RULES, (Site(folder),)))
    assert opened(run(asked.sealed(()))) == []
    with pytest.raises(StrangeCodeError):
        run(asked._replace(version="of last year").sealed(()))


def test_a_court_is_opened_once_for_many_pages_and_afresh_after_very_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Errand] = []
    whole = errand._opened  # noqa: SLF001 - it takes long, so it must be rare

    def count(asked: Errand) -> Court:
        opened.append(asked)
        return whole(asked)

    monkeypatch.setattr(errand, "_opened", count)
    expected = list(heard(folder, Lazy()))
    assert len(opened) == 1
    monkeypatch.setattr(errand, "LONGEST", PAGES // 3)
    assert list(heard(folder, Lazy())) == expected
    assert len(opened) == 1 + 3


@pytest.mark.parametrize("missing", [ModuleNotFoundError("No module named 'checks'"), StrangeCodeError()])
def test_workers_that_lack_our_code_are_told_of_in_one_line(folder: Path, missing: Exception) -> None:
    class Strangers(Lazy):
        def submit(self, work: Callable[[bytes], bytes], given: bytes, /) -> Future[bytes]:  # noqa: ARG002 - never done
            future: Future[bytes] = Future()
            future.set_exception(missing)
            return future

    with pytest.raises(PublishError, match="Install the same Tolkbar"):
        list(heard(folder, Strangers()))
