"""``python -m tests.conformance FOLDER``: judge W3C's test cases and compare with what W3C expects.

The exit status is 1 where the result is below the floor, 2 where there are no cases.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checks import report as reports
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import Inputs, Site
from tests.conformance.cases import lay_out, read_cases
from tests.conformance.floor import FILE, Floor
from tests.conformance.scores import scores, total
from tests.conformance.table import exceptions, summary, table, unlike
from tolkbar import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.model import Report
    from tests.conformance.cases import Case
    from tests.conformance.scores import Score


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge, print, write the report for W3C; return the exit status."""
    options = _options(arguments)
    try:
        cases = read_cases(options.folder)
    except FileNotFoundError:
        sys.stderr.write(
            f"{options.folder} holds no testcases.json. Name the folder with W3C's test cases.\n"
        )
        return 2
    report = judge_cases(options.folder, cases)
    found = scores(cases, report.rules, report.outcomes)
    if options.earl:
        options.earl.write_text(earl(report, found), "utf-8")
    more = exceptions(found) if options.list else ()
    sums = total(found)
    sys.stdout.write("\n".join([table(found), *more, *unlike(found), summary(sums), ""]))
    breaches = list(Floor.read(options.floor).breaches(sums))
    sys.stderr.write("".join(f"Below the floor: {breach}\n" for breach in breaches))
    return 1 if breaches else 0


def judge_cases(folder: Path, cases: Sequence[Case]) -> Report:
    """Judge every page of ``cases`` once, with all rules that name an ACT rule.

    They make a site; what its name does not tell to be a page, it is asked for by name.
    """
    with tempfile.TemporaryDirectory(prefix="tolkbar-act-") as root:
        lay_out(folder, Path(root))
        site = Site(Path(root))
        others = tuple({case.file: None for case in cases if case.file not in site.page_paths})
        inputs = Inputs((site, Site(Path(root), pages=others)))
        return judge(inputs, [rule for rule in RULES if rule.act], Options(outcomes=True))


def earl(report: Report, found: Sequence[Score]) -> str:
    """Return W3C's implementation report: what our rules say about the cases of the ACT rule they name."""
    outcomes = {
        answer.case.url: answer.outcomes for score in found for answer in score.answers if answer.outcomes
    }
    return reports.earl(replace(report, outcomes=outcomes, findings=()), __version__)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("folder", type=Path, help="with testcases.json, testcases/ and test-assets/")
    parser.add_argument(
        "--list", action="store_true", help="name the cases that are missed or reported wrongly"
    )
    parser.add_argument("--earl", type=Path, metavar="FILE", help="write W3C's implementation report there")
    parser.add_argument("--floor", type=Path, default=FILE, metavar="FILE", help="(default: %(default)s)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
