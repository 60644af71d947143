"""``python -m tests.browser``: the tests in a real browser, where there is one; arguments go to pytest."""

from __future__ import annotations

import sys

import pytest

from bench.measure import BenchmarkError
from tests.browser.needs import needs

if __name__ == "__main__":
    try:
        needs()
    except BenchmarkError as missing:
        sys.exit(f"{missing}\nOn Debian: apt-get install chromium npm")
    sys.exit(pytest.main(sys.argv[1:] or ["tests/browser"]))
