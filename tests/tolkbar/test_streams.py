"""Terminals, pipes, closed streams and Ctrl-C: whatever is at the other end, no one meets a traceback."""

from __future__ import annotations

import errno
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.conftest import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Process = Callable[..., Outcome]

# Progress is shown after a second; a test need not wait so long.
IMPATIENT = """
import sys
from tolkbar import progress
from tolkbar.command import main
progress.PATIENCE = -1.0
sys.exit(main(sys.argv[1:]))
"""

# Presses Ctrl-C when the run makes, copies, links or renames for the n-th time.  A shell has what it
# runs in the background ignore Ctrl-C, tests too: the run listens again.
INTERRUPTED = """
import os, signal, sys
from tolkbar.command import main
signal.signal(signal.SIGINT, signal.default_int_handler)
left = int(sys.argv[1])
def watch(event, _):
    global left
    if event in ("os.mkdir", "os.rename", "os.link", "shutil.copyfile"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(watch)
sys.exit(main(sys.argv[2:]))
"""

# Presses Ctrl-C as soon as the program loads one of its modules.
IMPATIENTLY_INTERRUPTED = """
import os, runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
wanted = sys.argv.pop(1)
def watch(event, told):
    if event == "import" and told[0] == wanted:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(watch)
runpy.run_module("tolkbar", run_name="__main__", alter_sys=True)
"""


def on_a_terminal(code: str, *arguments: str) -> tuple[int, str, str]:
    """Return exit status, standard output (a pipe) and what a terminal on standard error was shown."""
    ours, theirs = pty.openpty()
    words = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        shown = _read_terminal(ours)
        assert run.stdout
        out = run.stdout.read().decode()
    os.close(ours)
    return run.returncode, out, shown


def _read_terminal(terminal: int) -> str:
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other end is closed
            part = b""
        if not part:
            return shown.decode()
        shown += part


def test_progress_is_shown_on_a_terminal(site: PublishedSite) -> None:
    site.edit("source/site.toml", "Lillköpings stad", "Lillköping")  # every page is made anew
    status, out, shown = on_a_terminal(IMPATIENT, "check", "--site", str(site.root), "--rule", "page-title")

    assert status == 0
    assert "%" in shown
    assert "\x1b[" not in out


def test_no_progress_is_shown_in_a_pipe(site: PublishedSite) -> None:
    site.edit("source/site.toml", "Lillköpings stad", "Lillköping")
    words = [sys.executable, "-c", IMPATIENT, "check", "--site", str(site.root), "--rule", "page-title"]
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize("fault", ["", "(kontakt.md#ingenstans)"])
def test_a_reader_who_leaves_changes_nothing_about_the_gate(site: PublishedSite, fault: str) -> None:
    if fault:
        site.edit("source/pages/index.md", "(kontakt.md)", fault)
    words = [sys.executable, "-m", "tolkbar", "publish", "--site", str(site.root), "--format", "json"]
    with subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()  # as `| head` does when it has seen enough
        err = run.stderr.read().decode()

    assert run.returncode == (1 if fault else 0)
    assert "Traceback" not in err
    assert "Exception" not in err
    assert "Broken pipe" not in err


@pytest.mark.parametrize("arguments", [["check", "--help"], ["--version"]])
def test_nobody_need_read_the_help(arguments: list[str]) -> None:
    words = [sys.executable, "-m", "tolkbar", *arguments]
    with subprocess.Popen(words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""

    assert run.returncode == 0


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_closed_streams_are_no_fault(site: PublishedSite, process: Process, closed: str) -> None:
    outcome = process("publish", "--site", site.root, through=f'exec "$@" {closed}')

    assert outcome.status == 0
    assert "Traceback" not in outcome.err


def test_a_report_that_does_not_fit_on_the_disk_is_a_complaint(site: PublishedSite, process: Process) -> None:
    command = f'ulimit -f 0; exec "$@" > {site.root}/report.txt'
    outcome = process("check", site.root / "output/sv/index.html", through=command)

    assert os.strerror(errno.EFBIG) in outcome.complaint


def test_a_pipe_gets_utf_8_whatever_the_locale(site: PublishedSite, process: Process) -> None:
    site.edit("locales/de/LC_MESSAGES/index.po", 'msgstr "Willkommen"', 'msgstr ""')
    outcome = process(
        "check", "--site", site.root, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0",
    )  # fmt: skip

    assert outcome.status == 1
    assert '"Välkommen" is not translated yet' in outcome.out


@pytest.mark.parametrize("moment", [1, 4, 12])
def test_ctrl_c_ends_a_run_without_a_traceback_and_loses_nothing(
    site: PublishedSite, process: Process, moment: int
) -> None:
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A brown horse")
    before = site.kept()
    words = [sys.executable, "-c", INTERRUPTED, str(moment), "publish", "--site", str(site.root)]
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)

    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert site.kept() == before
    assert process("publish", "--site", site.root).status == 0
    assert b"A brown horse" in site.published()["en/index.html"]


@pytest.mark.parametrize("module", ["tolkbar.command", "argparse", "pipeline.config.kinds"])
def test_ctrl_c_ends_a_program_that_is_still_being_loaded(module: str) -> None:
    words = [sys.executable, "-c", IMPATIENTLY_INTERRUPTED, module, "--version"]
    done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
