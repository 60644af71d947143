"""``python -m tolkbar.preview.judging ROOT``: what the rules say of a whole site, for the preview beside it.

Works on the candidate as it stands, without the site's lock, so that it is in nobody's way; the preview
ends it as soon as the candidate changes.  Writes lines of JSON: how far it has come, at last all findings.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from pipeline.config import load_site
from pipeline.errors import TolkbarError
from pipeline.site import load_source
from tolkbar.preview.findings import Judged, Step, as_check, found, weight
from tolkbar.preview.store import ReadOnly
from tolkbar.site_judging import judge_site

if TYPE_CHECKING:
    from checks.model import Report

_OFTEN: Final = 0.25  # seconds between two steps that are told
_LISTED: Final = 20_000  # findings; a person reads those of a page
_NICE: Final = 10  # the preview itself goes first


class _Steps:
    """Tells how far the judging has come, not too often."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= _OFTEN:
            self._last = now
            _write(Step(done, total))


def main(root: Path) -> None:
    """Judge the site at ``root``."""
    os.nice(_NICE)
    try:
        report = _judged(root)
    except TolkbarError as error:
        _write(Judged("closed", (), error.message))
    else:
        findings = sorted(map(found, report.findings), key=weight)
        _write(Judged(report.gate, tuple(findings[:_LISTED])))


def _judged(root: Path) -> Report:
    asked = as_check(root)
    with ReadOnly(root) as state:
        source = load_source(load_site(root), state)
        return judge_site(source, asked, str, _Steps())


def _write(message: Step | Judged) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
