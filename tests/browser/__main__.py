"""``python -m tests.browser``: the tests in a real browser, if there is one; arguments go to pytest."""

from __future__ import annotations

import sys
from typing import Final

import pytest

from bench.measure import BenchmarkError
from tests.browser.needs import needs

_ALL: Final = ("-n", "auto", "--dist", "worksteal", "tests/browser")

if __name__ == "__main__":
    try:
        needs()
    except BenchmarkError as missing:
        sys.exit(str(missing))
    sys.exit(pytest.main(sys.argv[1:] or list(_ALL)))
