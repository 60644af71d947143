"""The corpus: which test of the profile each document was made for, and whether it conforms.

veraPDF names its documents ``CLAUSE-tTEST-pass-x.pdf`` and ``CLAUSE-tTEST-fail-x.pdf``; the tests
themselves stand in ``pdfua1_rules.json``, a reading of veraPDF's validation profile.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"(?P<clause>[\d.]+)-t(?P<test>\d+)-(?P<outcome>pass|fail)-\w+\.pdf")
# Made for one test, these break another.
_BREAKS = {
    "7.2-t03-fail-b.pdf": "7.2-39",
    "7.2-t03-fail-c.pdf": "7.2-16",
    "7.2-t19-fail-a.pdf": "7.2-40",
    "7.2-t19-fail-c.pdf": "7.2-40",
    "7.2-t27-fail-a.pdf": "7.2-28",
    "7.2-t27-fail-b.pdf": "7.2-28",
    "7.1-t05-fail-d.pdf": "7.1-6",
    # The clause on attached files asks for what the one on file specifications asks for.
    "7.18.7-t01-fail-a.pdf": "7.11-1",
    "7.18.7-t01-fail-b.pdf": "7.11-1",
}


class Sample(NamedTuple):
    """A document, the test that it was made for (``7.2-39``), and whether it passes that."""

    file: Path
    test: str
    conforms: bool


def read_corpus(folder: Path) -> tuple[dict[str, str], list[Sample]]:
    """Return the tests of the profile with what each asks, and the documents in ``folder/corpus``."""
    profile = json.loads((folder / "pdfua1_rules.json").read_text("utf-8"))
    tests = {f"{entry['clause']}-{entry['test']}": entry["description"] for entry in profile}
    return tests, [_sample(file) for file in sorted((folder / "corpus").glob("*.pdf"))]


def _sample(file: Path) -> Sample:
    name = _NAME.fullmatch(file.name)
    if name is None:
        raise ValueError(f"{file.name} is not called as a document of the corpus")
    test = _BREAKS.get(file.name, f"{name['clause']}-{int(name['test'])}")
    return Sample(file, test, conforms=name["outcome"] == "pass")
