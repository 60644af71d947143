"""Findings are accepted by a waiver or a baseline, for a while; the gate opens for them and for no other."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.faults import DEAD_LINK
from tolkbar.acceptance import BASELINE, WAIVERS
from tolkbar.reporting import today

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

DAY = timedelta(days=1)
REASON = ("--reason", 'Länken "kommer" i mars', "--who", "Webbredaktionen")


def numbers(outcome: Outcome) -> list[int]:
    """Return the numbers that a report in text gives what blocks."""
    return [int(number) for number in re.findall(r"blocking\] #(\d+)$", outcome.out, re.MULTILINE)]


@pytest.fixture
def faulty(site: PublishedSite, run: Run) -> PublishedSite:
    """A site with one dead link, found in all its editions."""
    site.edit(*DEAD_LINK)
    assert run("check", "--site", site.root).status == 1
    return site


def check(site: PublishedSite, run: Run, *more: str | Path) -> Outcome:
    return run("check", "--site", site.root, *more)


def test_a_finding_is_waived_by_its_number_and_the_gate_opens(faulty: PublishedSite, run: Run) -> None:
    number, *_ = numbers(check(faulty, run))
    assert run("waive", number, *REASON, "--site", faulty.root).status == 0

    outcome = check(faulty, run)
    assert outcome.status == 0
    assert "Accepted by waivers: 3." in outcome.out  # in each edition
    assert 'reason = "Länken \\"kommer\\" i mars"' in faulty.read(WAIVERS)


def test_a_waiver_says_in_every_report_why_and_how_long(faulty: PublishedSite, run: Run) -> None:
    number, *_ = numbers(check(faulty, run))
    until = (today() + 30 * DAY).isoformat()
    run("waive", number, *REASON, "--until", until, "--site", faulty.root)

    findings = json.loads(check(faulty, run, "--format", "json").out)["findings"]
    assert [one["waiver"] for one in findings if one["rule"] == "link-fragment"] == 3 * [
        {"reason": 'Länken "kommer" i mars', "until": until, "who": "Webbredaktionen"}
    ]
    (run_of_tool,) = json.loads(check(faulty, run, "--format", "sarif").out)["runs"]
    waived = [one for one in run_of_tool["results"] if "suppressions" in one]
    assert {one["ruleId"] for one in waived} == {"link-fragment"}
    assert 'type="blocking"' not in check(faulty, run, "--format", "junit").out
    assert "::error" not in check(faulty, run, "--format", "github").out


def test_a_waiver_covers_nothing_else(faulty: PublishedSite, run: Run) -> None:
    number, *_ = numbers(check(faulty, run))
    run("waive", number, *REASON, "--site", faulty.root)
    faulty.edit("source/pages/kontakt.md", "# ", "[Borta](borta.md#x)\n\n# ")

    assert check(faulty, run).status in {1, 2}


def test_a_second_waiver_leaves_the_first_as_it_was(faulty: PublishedSite, run: Run) -> None:
    first = '# Ours.\n[[waiver]]\nrule = "link-name"\npath = "*"\nreason = "x"\nuntil = 2020-01-01\nwho = "y"'
    faulty.write(WAIVERS, first.encode())
    number, *_ = numbers(check(faulty, run))
    assert run("waive", number, *REASON, "--site", faulty.root).status == 0
    assert faulty.read(WAIVERS).startswith(f"{first}\n\n[[waiver]]\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((999, *REASON), "The last check found"),
        ((1, *REASON, "--until", (today() + 367 * DAY).isoformat()), "Twelve months are the most."),
        ((1, "--reason", " ", "--who", "x"), 'The key "reason" is empty'),
    ],
)
def test_a_waiver_that_cannot_be_is_not_written(
    faulty: PublishedSite, run: Run, arguments: tuple[object, ...], complaint: str
) -> None:
    outcome = run("waive", *arguments, "--site", faulty.root)
    assert complaint in outcome.complaint
    assert not (faulty.root / WAIVERS).exists()


def test_without_a_check_there_are_no_numbers(site: PublishedSite, run: Run) -> None:
    (site.root / ".tolkbar" / "findings.json").unlink()
    assert "Run tolkbar check first." in run("waive", 1, *REASON, "--site", site.root).complaint


WAIVER = {"rule": '"link-name"', "path": '"*"', "reason": '"x"', "until": "2026-12-01", "who": '"y"'}


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("rule", '"link-nam"', ':2: There is no rule "link-nam"; did you mean "link-name"?'),
        ("until", '"2026-12-01"', ':5: The key "until" needs a date'),
        ("until", "2999-12-01", ":5: Twelve months are the most."),
        ("who", None, ':1: The key "who" is missing in [waiver]'),
        ("expires", "1", ':7: The key "expires" is unknown in [waiver]'),
    ],
)
def test_a_wrong_waiver_stops_the_run_with_its_line(
    site: PublishedSite, run: Run, key: str, value: str | None, complaint: str
) -> None:
    lines = [f"{name} = {text}" for name, text in (WAIVER | {key: value}).items() if text is not None]
    site.write(WAIVERS, "\n".join(["[[waiver]]", *lines]).encode())
    assert f"{WAIVERS}{complaint}" in check(site, run).complaint


def test_a_baseline_accepts_what_is_there_today_and_nothing_new(faulty: PublishedSite, run: Run) -> None:
    assert run("baseline", "--site", faulty.root).status == 0
    assert check(faulty, run).status == 0

    faulty.edit("source/pages/kontakt.md", "# ", "[Borta](index.md#borta)\n\n# ")
    outcome = check(faulty, run)
    assert outcome.status == 1
    assert "#borta" in outcome.out
    assert "#ingenstans" not in outcome.out


def test_a_baseline_outlives_lines_that_come_and_go(faulty: PublishedSite, run: Run) -> None:
    run("baseline", "--site", faulty.root)
    faulty.edit(
        "source/pages/index.md", "(kontakt.md#ingenstans)", "(kontakt.md#ingenstans)\n\nEtt stycke till.\n"
    )
    findings = json.loads(check(faulty, run, "--format", "json").out)["findings"]
    assert all(one["waiver"] for one in findings if one["rule"] == "link-fragment")


def test_what_has_been_mended_is_taken_out_of_a_baseline(faulty: PublishedSite, run: Run) -> None:
    run("baseline", "--site", faulty.root)
    faulty.edit("source/pages/index.md", "(kontakt.md#ingenstans)", "(kontakt.md)")
    assert "3 faults of the baseline are mended." in check(faulty, run).out

    assert run("baseline", "--shrink", "--site", faulty.root).status == 0
    assert "link-fragment" not in faulty.read(BASELINE)
    assert "are mended" not in check(faulty, run).out


def test_a_damaged_baseline_is_named(faulty: PublishedSite, run: Run) -> None:
    faulty.write(BASELINE, b"until = 2026-12-01\n[[accepted]]\nrule = 3\n")
    assert f"{BASELINE}:1: The baseline is damaged" in check(faulty, run).complaint


def test_any_site_can_have_both(tmp_path: Path, run: Run) -> None:
    site, baseline = tmp_path / "site", tmp_path / "baseline.toml"
    site.mkdir()
    (site / "index.html").write_text("<a href=borta.html>Borta</a>", "utf-8")
    rule = ("--rule", "link-target")
    assert run("check", site, *rule).status == 1
    assert "--baseline FILE" in run("baseline", site, *rule).complaint
    assert run("baseline", site, *rule, "--baseline", baseline).status == 0
    assert run("check", site, *rule, "--baseline", baseline).status == 0
    assert "no such file" in run("check", site, *rule, "--waivers", tmp_path / "x.toml").complaint
