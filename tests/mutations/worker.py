"""Judges mutants one after another, within a limit of memory, saying which one it is about to judge.

Started by ``python -m tests.mutations``, which watches it: a mutant may hang or kill this process.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import tempfile
from pathlib import Path

from checks import report as forms
from checks.documents import Facts, Library, Unreadable
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import gather
from pipeline.errors import DefectError, TolkbarError
from tests.mutations import breed, documents

BREEDS = {"pages": breed.mutant, "documents": documents.mutant}
MEMORY = 1024**3  # bytes


def judge_folder(folder: Path, library: Library | None = None) -> str:
    """Judge what stands in ``folder`` and write the report in every form; raises what must not be raised.

    Returns how it ended: the number of findings, or the one line of what was refused.  The documents
    that ``library`` has read must not have ended it.
    """
    try:
        report = judge(gather([folder]), RULES, Options(outcomes=True, library=library))
    except DefectError:
        raise
    except TolkbarError as error:
        if len(str(error).splitlines()) != 1:
            raise ValueError("the error is not one line") from error
        return str(error)
    forms.text(report).encode()
    forms.github(report).encode()
    for form in (forms.json, forms.earl):
        json.loads(form(report, "0").encode())
    if library is not None:
        for file in folder.glob("*.pdf"):
            require_survived(library.facts(file.name, file.read_bytes()))
    return f"{len(report.findings)} findings"


def require_survived(found: Facts | Unreadable) -> None:
    """Raise for a document that has ended the process which reads it."""
    if isinstance(found, Unreadable) and found.why in {"crash", "time"}:
        raise ValueError(f"the document could not be read: {found.why} {found.detail}")


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files of a mutant."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def main(kind: str, seed: int, first: int, end: int) -> None:
    """Judge the mutants from ``first`` to before ``end``; each number goes to standard output before it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory(prefix="tolkbar-mutant-") as directory, Library() as library:
        for number in range(first, end):
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()
            folder = Path(directory, str(number))
            write(folder, BREEDS[kind](seed, number))
            judge_folder(folder, library)
            shutil.rmtree(folder)
        sys.stdout.write(f"{end}\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
