"""``check --external``: what other servers answer becomes findings at the lines of ours."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.servers import Server, answer, page
from tolkbar.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]
    Serve = Callable[..., Server]

LOCAL = ("check", "--external", "--allow-private", "--family", "external", "--pause", "0", "--retries", "0")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a site that somebody else has built, beside where we are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def write(folder: Path, name: str, *addresses: str) -> None:
    """Write a page with a link a line, from line 2 on."""
    links = [f'<a href="{address}">x</a>' for address in addresses]
    (folder / name).write_text("\n".join(["<title>x</title>", *links]), "utf-8")


def findings(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the findings of a report in JSON."""
    found: list[dict[str, Any]] = json.loads(outcome.out)["findings"]
    return found


def test_a_broken_link_closes_the_gate_at_every_line_that_has_it(
    folder: Path,
    run: Run,
    serve: Serve,
) -> None:
    gone = serve(answer("404 Not Found")).at("/borta")
    write(folder, "a.html", gone)
    write(folder, "b.html", "a.html", gone)

    outcome = run(*LOCAL, "out", "--format", "json")

    assert outcome.status == 1
    places = [(found["path"], found["line"]) for found in findings(outcome)]
    assert places == [("a.html", 2), ("b.html", 3)]
    assert f"{gone} leads nowhere" in findings(outcome)[0]["message"]


def test_what_is_there_leaves_it_open(folder: Path, run: Run, serve: Serve) -> None:
    write(folder, "a.html", serve(page("")).at())

    outcome = run(*LOCAL, "out")

    assert outcome.status == 0
    assert "Nothing found: the gate is open." in outcome.out


def test_without_the_option_nobody_is_asked(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(answer("404 Not Found"))
    write(folder, "a.html", server.at())

    outcome = run("check", "out", "--format", "json")

    assert not server.requests
    assert "external-link" not in {rule["id"] for rule in json.loads(outcome.out)["rules"]}


def test_without_leave_no_private_server_is_asked(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(answer("404 Not Found"))
    write(folder, "a.html", server.at(), server.at(host="localhost"))

    outcome = run("check", "--external", "--family", "external", "out")

    assert (outcome.status, server.requests) == (0, [])


def test_rules_that_ask_need_the_option(folder: Path, run: Run) -> None:
    write(folder, "a.html")

    assert "Add --external." in run("check", "out", "--rule", "external-link").complaint


def test_excluded_addresses_are_left_out(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(answer("404 Not Found"))
    write(folder, "a.html", server.at("/intern/a"))

    assert run(*LOCAL, "--exclude", "*/intern/*", "out").status == 0
    assert not server.requests


def test_a_second_run_asks_nobody_until_the_answers_are_old(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(page(""))
    write(folder, "a.html", server.at())

    reports = [run(*LOCAL, "out", *more).out for more in ((), (), ("--cache-age", "0"))]

    assert reports[0] == reports[1] == reports[2]
    assert server.asked == ["HEAD /"] * 2


def test_without_the_cache_everything_is_asked_afresh(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(page(""))
    write(folder, "a.html", server.at())

    for more in ((), ("--no-cache",), ()):
        run(*LOCAL, "out", *more)

    assert server.asked == ["HEAD /"] * 2


def test_addresses_in_style_sheets_manifests_and_sitemaps_are_asked_for_too(
    folder: Path, run: Run, serve: Serve
) -> None:
    gone = serve(answer("404 Not Found"))
    write(folder, "index.html")
    (folder / "a.css").write_text(f"\nbody {{ background: url({gone.at('/sheet.png')}) }}", "utf-8")
    (folder / "a.webmanifest").write_text(f'{{\n\n"icons": [{{"src": "{gone.at("/icon.png")}"}}]}}', "utf-8")
    (folder / "sitemap.txt").write_text(f"https://stad.example/index.html\n{gone.at('/map')}\n", "utf-8")

    found = findings(run(*LOCAL, "--exclude", "https://*", "out", "--format", "json"))

    assert {(one["path"], one["line"]) for one in found} == {
        ("a.css", 2),
        ("a.webmanifest", 3),
        ("sitemap.txt", 2),
    }


def test_a_site_settles_how_others_are_asked_and_the_command_line_knows_better(
    site: PublishedSite, run: Run, serve: Serve
) -> None:
    slow = serve(answer("404 Not Found"))
    site.edit("source/pages/index.md", "![En häst]", f"[Läs mer]({slow.at('/borta')}) ![En häst]")
    with (site.root / "source/site.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[external]\nexclude = ["https://*", "*/borta"]\npause = 1\ncache_age = "0"\n')

    assert not findings(run(*LOCAL, "--site", site.root, "--format", "json"))
    site.edit("source/site.toml", ', "*/borta"', "")
    assert findings(run(*LOCAL, "--site", site.root, "--format", "json"))
    assert not (site.root / ".tolkbar/external.json").exists()
    run(*LOCAL, "--site", site.root, "--cache-age", "1d")
    assert (site.root / ".tolkbar/external.json").exists()


def test_a_proxy_is_asked_in_place_of_all_others(folder: Path, run: Run, serve: Serve) -> None:
    proxy = serve(answer("404 Not Found"))
    write(folder, "a.html", "http://stad.example/borta", "http://127.0.0.1/", "http://2130706433/")
    local = [option for option in LOCAL if option != "--allow-private"]

    outcome = run(*local, "out", "--proxy", proxy.at(), "--format", "json")

    assert [one["message"].split(" ")[0] for one in findings(outcome)[:1]] == ["http://stad.example/borta"]
    assert proxy.asked
    assert all(" http://stad.example/" in request for request in proxy.asked)


def test_a_memory_that_is_a_folder_is_told_and_not_used(folder: Path, run: Run, serve: Serve) -> None:
    write(folder, "a.html", serve(page("")).at())
    (folder.parent / ".tolkbar/external.json").mkdir(parents=True)

    outcome = run(*LOCAL, "out")

    assert outcome.status == 0
    assert ".tolkbar/external.json is damaged and was not used" in outcome.err


def test_a_damaged_memory_is_told_and_not_used(folder: Path, run: Run, serve: Serve) -> None:
    server = serve(page(""))
    write(folder, "a.html", server.at())
    memory = folder.parent / ".tolkbar/external.json"
    memory.parent.mkdir()
    memory.write_bytes(b"{nonsense")

    outcome = run(*LOCAL, "out")

    assert outcome.status == 0
    assert ".tolkbar/external.json is damaged and was not used" in outcome.err
    assert json.loads(memory.read_bytes())["format"] == 1


def test_a_memory_that_cannot_be_written_costs_no_report(folder: Path, run: Run, serve: Serve) -> None:
    write(folder, "a.html", serve(page("")).at())
    (folder.parent / ".tolkbar").symlink_to(folder)

    outcome = run(*LOCAL, "out")

    assert outcome.status == 0
    assert "This is a link" in outcome.err
    assert [path.name for path in folder.iterdir()] == ["a.html"]


def test_a_site_of_ours_names_the_line_of_the_source(site: PublishedSite, run: Run, serve: Serve) -> None:
    gone = serve(answer("404 Not Found")).at("/borta")
    site.edit("source/pages/index.md", "![En häst]", f"[Läs mer]({gone}) ![En häst]")
    line = site.line("source/pages/index.md", gone)

    found = findings(run(*LOCAL, "--exclude", "https://*", "--site", site.root, "--format", "json"))

    assert {finding["trace"]["source"]["line"] for finding in found} == {line}
    assert {finding["path"] for finding in found} == {
        f"{language}/index.html" for language in ("sv", "en", "de")
    }


def test_progress_counts_pages_and_addresses(
    folder: Path, run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, bars = serve(page("")), []
    write(folder, "a.html", *(server.at(f"/{number}") for number in range(3)))
    monkeypatch.setattr(Bar, "__exit__", lambda bar, *_: bars.append((bar.done, bar.total)))

    run(*LOCAL, "out")

    assert bars == [(4, 4)]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--concurrency", "0"),
        ("--concurrency", "501"),
        ("--per-server", "x"),
        ("--pause", "-1"),
        ("--pause", "nan"),
        ("--timeout", "0"),
        ("--timeout", "inf"),
        ("--retries", "-1"),
        ("--cache-age", "1w"),
        ("--cache-age", "-1d"),
        ("--proxy", "proxy.example:3128"),
    ],
)
def test_a_limit_that_is_none_is_refused(folder: Path, run: Run, option: str, value: str) -> None:
    assert (
        f"{option} cannot be {value}"
        in run("check", "--external", f"{option}={value}", str(folder)).complaint
    )


def test_who_asks_nobody_does_not_wait_for_the_client(folder: Path, process: Run) -> None:
    write(folder, "a.html")
    code = "import sys, tolkbar.judging; sys.exit('aiohttp' in sys.modules)"

    assert process("check", str(folder), through=f'exec {sys.executable} -c "{code}"').status == 0
