"""What is remembered of pages is what would be found afresh, whatever has changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from checks.dom.witness import ANSWERERS, Asked, Witness
from checks.hearing import Alone, Archive, Court
from checks.hearing.cabinet import KINDS
from checks.judge import Options, judge
from checks.registry import RULES, select
from checks.subjects import Inputs, Settings, Site
from tests.remembering.comparing import Counting, report, steps
from tests.remembering.upheaval import Upheaval
from tolkbar.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.dom.witness import Answer
    from checks.hearing import Testimony

PAGE = '<!DOCTYPE html><html lang="sv"><title>{0}</title><link rel=stylesheet href=stil.css><p>{0}</p></html>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site of three pages and a sheet."""
    site = tmp_path / "site"
    site.mkdir()
    for name in ("a", "b", "c"):
        (site / f"{name}.html").write_text(PAGE.format(f"Sida {name}"), "utf-8")
    (site / "stil.css").write_text("p { color: black }")
    return site


@pytest.fixture
def heard(tmp_path: Path, folder: Path) -> Callable[..., int]:
    """Judge the site, and compare with what is found afresh; return how many pages were judged."""

    def run(settings: Settings = Settings(), store: str = "verdicts.sqlite") -> int:  # noqa: B008 - frozen
        counting = Counting()
        with Verdicts(tmp_path, store) as kept:
            remembered = report(Inputs((Site(folder, settings),)), Archive(counting, kept))
        assert remembered == report(Inputs((Site(folder, settings),)), Alone())
        return counting.heard

    return run


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_every_change_the_reports_are_equal(tmp_path: Path, seed: int) -> None:
    found = list(steps(Upheaval(tmp_path / "site", seed), tmp_path, 25))
    assert [step for step in found if step.differences] == []
    assert sum(step.heard for step in found) < sum(step.subjects for step in found) / 2


def test_the_comparison_sees_what_a_deaf_witness_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Witness, "note", lambda *_: None)
    monkeypatch.setattr(Witness, "repeat", lambda *_: None)
    folders = {seed: tmp_path / str(seed) for seed in range(1, 9)}
    found = (
        step
        for seed, folder in folders.items()
        for step in steps(Upheaval(folder / "site", seed), folder, 40)
    )
    assert any(step.differences for step in found)


def test_only_what_changed_is_judged_again(folder: Path, heard: Callable[..., int]) -> None:
    assert heard() == 3
    assert heard() == 0
    (folder / "b.html").write_text(PAGE.format("Bygglov"), "utf-8")
    assert heard() == 1


def test_where_only_words_change_no_page_is_judged_among_the_others_again(
    folder: Path, heard: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    beside = Court.beside
    (folder / "a.html").write_text(PAGE.format('<a href="saknas.html">Saknas</a>'), "utf-8")
    heard()

    def noted(court: Court, number: int, path: str) -> Testimony:
        asked.append(path)
        return beside(court, number, path)

    monkeypatch.setattr(Court, "beside", noted)
    every = ["a.html", "b.html", "c.html"]  # by what judges afresh, to compare with
    (folder / "b.html").write_text(PAGE.format("Bygglov"), "utf-8")
    heard()
    assert asked == every
    asked.clear()
    (folder / "a.html").write_text(PAGE.format('Ring! <a href="saknas.html">Saknas</a>'), "utf-8")
    heard()
    assert asked == ["a.html", *every]  # its finding has another place now


def test_pages_are_judged_again_where_their_sheet_has_changed(
    folder: Path, heard: Callable[..., int]
) -> None:
    heard()
    (folder / "stil.css").write_text("p { color: #eee }")
    assert heard() == 3


def test_pages_under_one_name_are_compared_and_not_remembered_whole(
    folder: Path, heard: Callable[..., int]
) -> None:
    links = '<p><a href="a.html">Mer om oss</a> <a href="b.html">Mer om oss</a></p>'
    (folder / "c.html").write_text(PAGE.format("Sida c").replace("</html>", links), "utf-8")
    heard()
    (folder / "b.html").write_text(PAGE.format("Sida om bygglov"), "utf-8")
    assert heard() == 1  # as before, somebody has to say whether they are the same
    (folder / "b.html").write_text(PAGE.format("Avfall"), "utf-8")
    assert heard() == 2  # not a word in common any more
    (folder / "b.html").write_text((folder / "a.html").read_text("utf-8"), "utf-8")
    assert heard() == 2
    (folder / "a.html").unlink()
    assert heard() == 1  # the page with the links: the file of the first is gone
    assert heard() == 0


def test_pages_that_answer_as_before_are_asked_once(
    folder: Path, heard: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    links = '<p><a href="a.html">Mer om oss</a> <a href="b.html">Mer om oss</a></p>'
    (folder / "c.html").write_text(PAGE.format("Sida c").replace("</html>", links), "utf-8")
    heard()
    asked: list[str] = []

    def answer(around: object, pages: str, question: str) -> Answer:
        asked.append(question)
        return before(around, pages, question)

    before = ANSWERERS[Asked.ALIKE]
    monkeypatch.setitem(ANSWERERS, Asked.ALIKE, answer)
    (folder / "b.html").write_text(PAGE.format("Sida om bygglov"), "utf-8")
    assert (heard(), len(asked)) == (1, 1)
    assert (heard(), len(asked)) == (0, 1)


def test_a_page_that_sends_on_is_followed(folder: Path, heard: Callable[..., int]) -> None:
    links = '<p><a href="a.html">Mer om oss</a> <a href="b.html">Mer om oss</a></p>'
    (folder / "c.html").write_text(PAGE.format("Sida c").replace("</html>", links), "utf-8")
    heard()
    refresh = '<meta http-equiv="refresh" content="0; url=a.html"><title>Flyttad</title>'
    (folder / "b.html").write_text(refresh, "utf-8")
    assert heard() == 2
    (folder / "d.html").write_text(PAGE.format("Sida d"), "utf-8")
    (folder / "b.html").write_text(refresh.replace("a.html", "d.html"), "utf-8")
    assert heard() == 3
    assert heard() == 0


def test_a_page_that_begins_to_send_on_is_followed_where_the_answer_was_the_same_at_first(
    folder: Path, heard: Callable[..., int]
) -> None:
    page = "<!DOCTYPE html><html lang=sv><title>{0}</title><main>{1}</main></html>"
    links = '<a href="a.html">Mer om oss</a> <a href="b.html">Mer om oss</a>'
    for name in ("a", "b", "c"):
        (folder / f"{name}.html").write_text(page.format(name, "Bygglov"), "utf-8")
    (folder / "index.html").write_text(page.format("Start", links), "utf-8")
    heard()
    refresh = '<meta http-equiv="refresh" content="0; url=c.html">'
    (folder / "a.html").write_text(page.format(f"a</title>{refresh}<title>", "Bygglov"), "utf-8")
    assert heard() == 2  # the links still lead to the same, but by another way
    (folder / "c.html").write_text(page.format("c", "Avfall"), "utf-8")
    assert heard() == 2


def test_pages_are_judged_again_where_a_file_that_they_missed_has_come(
    folder: Path, heard: Callable[..., int]
) -> None:
    (folder / "stil.css").unlink()
    heard()
    (folder / "stil.css").write_text("p { color: #eee }")
    assert heard() == 3


def test_a_folder_that_has_become_a_link_is_another_folder(
    tmp_path: Path, folder: Path, heard: Callable[..., int]
) -> None:
    (folder / "bilder").mkdir()
    (folder / "bilder" / "hast.png").write_bytes(b"no page shows it: unreferenced-file")
    heard()
    (folder / "bilder").rename(tmp_path / "elsewhere")
    (folder / "bilder").symlink_to(tmp_path / "elsewhere")
    heard()


def test_other_settings_are_another_kind_of_run_and_the_first_is_not_forgotten(
    heard: Callable[..., int],
) -> None:
    heard()
    assert heard(Settings(language="sv")) == 3
    assert heard() == 0


def test_kinds_of_runs_of_long_ago_make_room(tmp_path: Path, heard: Callable[..., int]) -> None:
    for number in range(KINDS + 2):
        heard(Settings(f"https://www{number}.kommun.example"))
    with closing(sqlite3.connect(tmp_path / "verdicts.sqlite")) as store:
        (tables,) = store.execute("SELECT count(DISTINCT name) FROM kept WHERE name != 'kinds'").fetchone()
    assert tables == 3 * KINDS


def test_pages_that_are_gone_are_forgotten(tmp_path: Path, folder: Path, heard: Callable[..., int]) -> None:
    heard()
    (folder / "c.html").unlink()
    heard()
    with closing(sqlite3.connect(tmp_path / "verdicts.sqlite")) as store:
        (known,) = store.execute("SELECT count(*) FROM kept WHERE key = 'c.html'").fetchone()
    assert known == 0


@pytest.mark.parametrize("piece", ["pages", "facts"])
def test_what_somebody_wrote_into_the_store_is_not_believed(
    tmp_path: Path, heard: Callable[..., int], piece: str
) -> None:
    heard()
    with Verdicts(tmp_path, "verdicts.sqlite") as store:
        kind = next(iter(store.keys("kinds")))
        cut = (store.read(f"{kind} {piece}", "b.html") or b"")[:-1]
        for content in (b"", b"\xc1", b"\x93\x01\x02\x03", cut):
            store.write(f"{kind} {piece}", "a.html", content)
            store.write(f"{kind} {piece}", "b.html", content)
    heard()


def test_a_damaged_store_costs_a_full_run_and_nothing_else(tmp_path: Path, heard: Callable[..., int]) -> None:
    heard()
    store = tmp_path / "verdicts.sqlite"
    content = bytearray(store.read_bytes())
    for at in range(100, len(content), 97):
        content[at] ^= 0x55
    store.write_bytes(content)
    heard()
    store.write_bytes(b"no store" * 4000)
    heard()
    assert heard() == 0


def test_where_nothing_can_be_kept_everything_is_judged(tmp_path: Path, heard: Callable[..., int]) -> None:
    (tmp_path / "verdicts.sqlite").mkdir()
    assert heard() == 3
    assert heard() == 3


def test_two_runs_at_once_keep_what_both_find(tmp_path: Path, folder: Path) -> None:
    with (
        Verdicts(tmp_path, "verdicts.sqlite") as one,
        Verdicts(tmp_path, "verdicts.sqlite") as other,
    ):
        reports = [report(Inputs((Site(folder),)), Archive(Alone(), store)) for store in (one, other)]
    assert reports[0] == reports[1]


def test_single_pages_are_not_looked_up(tmp_path: Path, folder: Path) -> None:
    for _ in range(2):
        counting = Counting()
        with Verdicts(tmp_path, "verdicts.sqlite") as kept:
            judge(Inputs((Site(folder, pages=("a.html",)),)), RULES, Options(hands=Archive(counting, kept)))
        assert counting.heard == 1


def test_other_rules_do_not_see_what_these_found(tmp_path: Path, folder: Path) -> None:
    for rules in (select(["page-title"]), select(["page-language"]), RULES):
        with Verdicts(tmp_path, "verdicts.sqlite") as kept:
            found = judge(
                Inputs((Site(folder),)), rules, Options(outcomes=True, hands=Archive(Alone(), kept))
            )
        assert found == judge(Inputs((Site(folder),)), rules, Options(outcomes=True))
