"""Each command as its users meet it: what it does, what it says, how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

from pipeline.errors import DefectError
from tests.support import files_below, pdf
from tolkbar import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

FAULT = ("source/pages/index.md", "(kontakt.md)", "(kontakt.md#ingenstans)")


def report(outcome: Outcome) -> dict[str, Any]:
    """Return the JSON report that a run wrote."""
    content = json.loads(outcome.out)
    assert isinstance(content, dict)
    return content


# extract


def test_extract_puts_a_new_sentence_into_template_and_catalogs(site: PublishedSite, run: Run) -> None:
    site.edit("source/pages/index.md", "# Välkommen", "# Välkommen\n\nNu med bibliotek.")
    outcome = run("extract", "--site", site.root)

    assert outcome.status == 0
    assert "en: 1 new" in outcome.err
    assert "de: 1 new" in outcome.err
    for catalog in ("templates/index.pot", "en/LC_MESSAGES/index.po", "de/LC_MESSAGES/index.po"):
        assert 'msgid "Nu med bibliotek."' in site.read(f"locales/{catalog}")


def test_extract_changes_no_byte_when_nothing_has_changed(site: PublishedSite, run: Run) -> None:
    before = site.kept()

    assert run("extract", "--site", site.root).status == 0
    assert site.kept() == before


# build


def test_build_makes_a_candidate_without_judging_or_publishing_it(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*FAULT)

    assert run("build", "--site", site.root).status == 0
    assert "kontakt.html#ingenstans" in site.html("sv/index.html")
    assert site.published() == before


def test_build_makes_again_only_what_has_changed(site: PublishedSite, run: Run) -> None:
    assert "0 made anew" in run("build", "--site", site.root).err
    site.edit("source/pages/kontakt.md", "# Kontakta oss", "# Kontakta oss!")
    assert "3 made anew" in run("build", "--site", site.root).err


def test_build_copies_the_candidate_to_another_folder(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    for _ in ("a new folder", "an earlier copy"):
        assert run("build", "--site", site.root, "--output", tmp_path / "copy").status == 0
        assert files_below(tmp_path / "copy") == site.files()


@pytest.mark.parametrize("name", ["brev.txt", "sitemap.xml"])
def test_build_refuses_a_folder_that_holds_other_things(
    site: PublishedSite, run: Run, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / name).write_text("mine", "utf-8")
    (folder / "brev").mkdir()

    assert (
        "elsewhere:1: This folder holds other things."
        in run("build", "--site", site.root, "--output", folder).complaint
    )
    assert files_below(folder) == {name: b"mine"}


@pytest.mark.parametrize("name", ["output", "output/sv", "source", "locales", ".tolkbar/candidate"])
def test_build_never_copies_over_a_part_of_the_site(site: PublishedSite, run: Run, name: str) -> None:
    before = site.kept()
    outcome = run("build", "--site", site.root, "--output", site.root / name)

    assert "is a part of the site" in outcome.complaint
    assert site.kept() == before


# check


def test_check_opens_the_gate_for_a_site_in_good_order(site: PublishedSite, run: Run) -> None:
    outcome = run("check", "--site", site.root)

    assert outcome.status == 0
    assert "The gate is open" in outcome.out
    assert outcome.err == ""


def test_check_closes_the_gate_and_names_the_line_to_edit(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*FAULT)
    outcome = run("check", "--site", site.root)

    assert outcome.status == 1
    assert outcome.out.startswith("source/pages/index.md\n")
    assert f"\n  {site.line(*FAULT[::2])}: " in outcome.out
    assert site.published() == before


def test_check_judges_a_folder_that_another_tool_built(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.html").write_text('<!DOCTYPE html><html lang="sv"><title>A</title><h1>A</h1>', "utf-8")
    outcome = run("check", tmp_path)

    assert outcome.status == 1
    assert "a.html" in outcome.out
    assert "page-main" in outcome.out


@pytest.mark.parametrize(
    ("path", "subject"),
    [
        ("output/sv/index.html", "pages"),
        ("output/sv/documents/policy.pdf", "documents"),
        ("locales/en/LC_MESSAGES/index.po", "catalogs"),
        ("locales/templates/index.pot", "catalogs"),
    ],
)
def test_check_judges_a_single_file(site: PublishedSite, run: Run, path: str, subject: str) -> None:
    judged = report(run("check", site.root / path, "--format", "json"))

    assert judged["gate"] == "open"
    assert judged["subjects"][subject] == 1


@pytest.mark.parametrize(("name", "content"), [("tom.pdf", pdf()), ("tom.svg", b"<svg/>")])
def test_check_takes_a_file_that_lies_alone(tmp_path: Path, run: Run, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)

    assert run("check", tmp_path / name).status == 0


def test_the_json_report_has_what_others_hold_on_to(site: PublishedSite, run: Run) -> None:
    site.edit(*FAULT)
    written = report(run("check", "--site", site.root, "--format", "json"))

    assert written["tolkbar"] == __version__
    assert written["gate"] == "closed"
    assert written["standard"] == "en301549-3.2.1"
    assert written["subjects"].keys() >= {"pages", "documents", "catalogs"}
    found = [finding for finding in written["findings"] if finding["outcome"] == "failed"]
    assert [finding["path"] for finding in found] == [
        "de/index.html", "en/index.html", "sv/index.html",
    ]  # fmt: skip
    for finding in found:
        assert finding["rule"] == "link-target"
        assert finding["trace"]["source"] == {"path": FAULT[0], "line": site.line(*FAULT[::2])}
        assert finding["waiver"] is None
    assert "outcomes" not in written
    assert {rule["id"] for rule in written["rules"]} >= {"link-target", "page-title"}


def test_equal_input_gives_equal_bytes_in_json(site: PublishedSite, run: Run) -> None:
    site.edit(*FAULT)
    arguments = ("check", "--site", site.root, "--format", "json", "--outcomes")

    assert run(*arguments).out == run(*arguments).out


def test_outcomes_are_added_when_asked_for(site: PublishedSite, run: Run) -> None:
    written = report(run("check", "--site", site.root, "--format", "json", "--outcomes"))

    assert written["outcomes"]["sv/index.html"]["image-alternative"] == "passed"
    assert written["outcomes"]["sv/kontakt.html"]["image-alternative"] == "inapplicable"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--rule", "page-title"], 0),
        (["--rule", "page-title", "--rule", "link-target"], 1),
        (["--family", "accessibility"], 0),
        (["--family", "links"], 1),
        (["--skip", "link-target"], 0),
        (["--fail-on", "never"], 0),
        (["--standard", "en301549-4.1.1"], 1),
    ],
)
def test_check_judges_by_the_rules_that_were_asked_for(
    site: PublishedSite, run: Run, arguments: list[str], status: int
) -> None:
    site.edit(*FAULT)

    assert run("check", "--site", site.root, *arguments).status == status


def test_an_advisory_finding_closes_the_gate_only_when_asked_to(site: PublishedSite, run: Run) -> None:
    site.write("source/images/ingen.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    assert run("check", "--site", site.root).status == 0
    assert run("check", "--site", site.root, "--fail-on", "advisory").status == 1


def test_reports_go_to_files_in_pairs_and_the_last_to_standard_output(
    site: PublishedSite, run: Run, tmp_path: Path
) -> None:
    site.edit(*FAULT)
    files = tmp_path / "report.json", tmp_path / "reports/github.txt"
    pairs = ["--format=json", f"--output={files[0]}", "--format=github", f"--output={files[1]}"]
    outcome = run("check", "--site", site.root, *pairs, "--format=text")

    assert outcome.status == 1
    assert json.loads(files[0].read_text("utf-8"))["gate"] == "closed"
    assert files[1].read_text("utf-8").startswith("::error file=source/pages/index.md,line=")
    assert "The gate is closed." in outcome.out
    assert "::error" not in outcome.out


def test_a_report_may_be_written_through_a_link(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    link = tmp_path / "latest.json"
    link.symlink_to(tmp_path / "monday.json")

    assert run("check", "--site", site.root, "--format", "json", "--output", link).status == 0
    assert link.is_symlink()
    assert (tmp_path / "monday.json").is_file()


def test_a_report_that_cannot_be_written_stops_the_publishing(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit("source/pages/kontakt.md", "](../contacts.toml#charlotta)", "](../contacts.toml#charlotta)\n")
    outcome = run("publish", "--site", site.root, "--format", "json", "--output", site.root / "source")

    assert "source" in outcome.complaint
    assert site.published() == before


# publish


def test_publish_fills_output_with_every_edition(site: PublishedSite) -> None:
    names = site.published().keys()

    assert {"sv/index.html", "en/index.html", "de/index.html", "sitemap.xml"} <= names
    assert site.published() == site.files()


def test_publish_replaces_output_whole(site: PublishedSite, run: Run) -> None:
    site.write("output/sv/gammal.html", "an earlier page")
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")

    assert run("publish", "--site", site.root).status == 0
    assert b'alt="A brown horse"' in site.published()["en/index.html"]
    assert "sv/gammal.html" not in site.published()


def test_publish_says_so_when_the_gate_is_closed_and_changes_nothing(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*FAULT)
    outcome = run("publish", "--site", site.root)

    assert outcome.status == 1
    assert "Nothing was published: the gate is closed." in outcome.err
    assert site.published() == before


def test_a_dry_run_does_everything_but_change_output(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")
    outcome = run("publish", "--site", site.root, "--dry-run")

    assert outcome.status == 0
    assert "would be published" in outcome.err
    assert "A brown horse" in site.html("en/index.html")
    assert site.published() == before


def test_a_site_is_published_the_first_time_too(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.root.joinpath("output").rename(site.root / "elsewhere")

    assert run("publish", "--site", site.root).status == 0
    assert site.published() == before


def test_what_is_published_is_not_touched_by_a_run_that_has_nothing_to_do(
    site: PublishedSite, run: Run
) -> None:
    before = site.kept()

    assert run("publish", "--site", site.root).status == 0
    assert site.kept() == before


# all of them


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_the_site_is_this_folder_unless_another_is_named(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    site.edit("source/pages/index.md", "![En häst]", "![Hästen]")
    elsewhere = run(command, "--site", site.root)
    before = run("--site", site.root, command)
    monkeypatch.chdir(site.root)
    here = run(command)

    assert elsewhere.status == before.status == here.status
    assert before.out == here.out == elsewhere.out


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_a_folder_that_is_no_site_is_refused_with_what_to_do(tmp_path: Path, run: Run, command: str) -> None:
    complaint = run(command, "--site", tmp_path).complaint

    assert "There is no file source/site.toml" in complaint
    assert "--site" in complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_a_second_run_waits_for_no_one_and_touches_nothing(
    site: PublishedSite, run: Run, command: str
) -> None:
    before = site.kept()
    with FileLock(site.root / ".tolkbar/lock"):
        outcome = run(command, "--site", site.root)

    assert "Another run of tolkbar is working on this site." in outcome.complaint
    assert site.kept() == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "COMMAND is missing"),
        (["bygg"], "COMMAND cannot be 'bygg'"),
        (["check", "--format", "xml"], "--format cannot be 'xml'"),
        (["check", "--format"], "--format needs a value"),
        (["check", "--form", "json"], "there is no option --form"),
        (["check", "--language", "fi"], "--language cannot be 'fi'"),
        (["--language"], "--language needs a value"),
        (["publish", "page.html"], "there is no option page.html"),
        (["check", "--rule", "page-titel"], "There is no rule or family page-titel. There is: page-title"),
        (["check", "--output", "a", "--output", "b"], "Give a --format for every --output."),
        (["check", "nowhere"], "nowhere:1: There is no such file or folder."),
        (["check", "brev\0"], "No file can have such a name."),
        (["check", "source/site.toml"], "source/site.toml:1: It is nothing that can be judged."),
        (["check", "source/templates/none"], "There is no such file or folder."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], complaint: str
) -> None:
    monkeypatch.chdir(site.root)

    assert complaint in run(*arguments).complaint


def test_a_folder_with_nothing_to_judge_opens_no_gate(tmp_path: Path, run: Run) -> None:
    assert "holds no page, document or catalog" in run("check", tmp_path).complaint


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"tolkbar {__version__}\n"


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_rule_that_breaks_is_named_with_the_page_and_nothing_passes(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def fault(*_: object) -> None:
        raise RecursionError

    before = site.kept()
    monkeypatch.setattr("checks.accessibility.names.link_name.LinkName.expectation", fault)
    outcome = run(command, "--site", site.root, "--format", "json")

    assert "/index.html:1: The rule link-name broke here (RecursionError), so nothing is decided." in (
        outcome.complaint
    )
    assert outcome.out == ""
    assert site.kept() == before
    monkeypatch.setenv("TOLKBAR_TRACEBACK", "1")
    with pytest.raises(DefectError):
        run(command, "--site", site.root)


def test_a_fault_of_the_tool_is_one_line_too(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tolkbar.work.extract", fault)
    assert "This should not happen (ZeroDivisionError)." in run("extract", "--site", site.root).complaint
    monkeypatch.setenv("TOLKBAR_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("extract", "--site", site.root)
