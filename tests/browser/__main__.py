"""``python -m tests.browser``: the tests in a real browser, if there is one; arguments go to pytest.

Two browsers beside one another on a busy machine make one of a hundred tests wait in vain now and then.  What
fails is therefore run once more, by itself: what fails again is at fault, and pytest names both.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from bench.measure import BenchmarkError
from tests.browser.needs import needs

if TYPE_CHECKING:
    from collections.abc import Sequence

_ALL: Final = ("-n", "auto", "--dist", "worksteal", "tests/browser")
_AGAIN: Final = ("--last-failed", "--last-failed-no-failures", "none", "tests/browser")


def run(arguments: Sequence[str]) -> int:
    """Return the exit status of pytest."""
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for, or all, and then once more what failed; return the exit status."""
    if arguments:
        return run(arguments)
    status = run(_ALL)
    return run(_AGAIN) if status == pytest.ExitCode.TESTS_FAILED else status


if __name__ == "__main__":
    try:
        needs()
    except BenchmarkError as missing:
        sys.exit(str(missing))
    sys.exit(main(sys.argv[1:]))
