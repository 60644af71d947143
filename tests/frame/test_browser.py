"""Tests in a browser are never left out silently: where there is none, their session fails, and says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("installed", "remedy"),
    [
        ((), "chromium is missing: apt-get install chromium"),
        (("chromium",), "npm is missing: apt-get install npm"),
    ],
)
def test_what_is_missing_is_named_with_the_way_to_get_it(
    tmp_path: Path, installed: tuple[str, ...], remedy: str
) -> None:
    for name in installed:
        (tmp_path / name).touch(mode=0o755)
    environment = {"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, remedy)
