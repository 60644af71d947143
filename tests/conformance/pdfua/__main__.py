"""``python -m tests.conformance.pdfua FOLDER``: judge a corpus of PDF/UA-1 documents, each made for one test.

The exit status is 1 where the result is below the floor, 2 where there is no corpus.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import Inputs
from tests.conformance.pdfua.corpus import read_corpus
from tests.conformance.pdfua.scores import FLOOR, breaches, exceptions, scores, summary, table

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge, print; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.pdfua", description=__doc__)
    parser.add_argument("folder", type=Path, help="with pdfua1_rules.json and corpus/")
    parser.add_argument("--floor", type=Path, default=FLOOR, metavar="FILE", help="(default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        tests, samples = read_corpus(options.folder)
    except FileNotFoundError:
        sys.stderr.write(f"{options.folder} holds no pdfua1_rules.json. Name the folder with the corpus.\n")
        return 2
    rules = [rule for rule in RULES if rule.pdfua]
    inputs = Inputs(documents=tuple(sample.file for sample in samples))
    outcomes = judge(inputs, rules, Options(outcomes=True)).outcomes
    found = scores(tests, samples, rules, outcomes)
    sums = summary(found)
    sys.stdout.write("\n".join([table(found), *exceptions(found), str(sums), ""]))
    worse = list(breaches(sums, options.floor))
    sys.stderr.write("".join(f"Below the floor: {breach}\n" for breach in worse))
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
