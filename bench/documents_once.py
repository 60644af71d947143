"""``python -m bench.documents_once PEER FOLDER``: judge every PDF in a folder, in this process.

To standard output goes, as JSON, what each took and whether anything was reported of it, and the most
memory that the process had.  Exit status 2: the peer is missing, or is spoken to in another way today.
"""

from __future__ import annotations

import json
import resource
import sys
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from checks.documents import Facts, Library, Unreadable
from checks.documents.reading import read
from checks.judge import Options, judge
from checks.model import Outcome
from checks.registry import RULES
from checks.subjects import Document, DocumentFile, Inputs

if TYPE_CHECKING:
    from collections.abc import Callable

    Judge = Callable[[Path], bool]


class _InProcess(Library):
    """What is known of documents, without a process that reads them: peers have none either."""

    def facts(self, name: str, content: bytes) -> Facts | Unreadable:  # noqa: ARG002 - the store's
        return read(content)


def _tolkbar() -> Judge:
    """Return our judgement by all rules on documents; it reports where one for PDF/UA-1 fails."""
    rules = [rule for rule in RULES if rule.subject in {Document, DocumentFile}]
    options = Options(library=_InProcess())

    def reports(path: Path) -> bool:
        findings = judge(Inputs(documents=(path,)), rules, options).findings
        return any(finding.outcome is Outcome.FAILED and finding.rule.pdfua for finding in findings)

    return reports


def _page_validation() -> Judge:
    validate = import_module("page").validate_pdf
    return lambda path: bool(validate(str(path), profile="ua1").failures)


def _pdfua() -> Judge:
    validate = import_module("pdfua").validate
    return lambda path: bool(validate(str(path)).findings)


def _outloud() -> Judge:
    check = import_module("outloud").check
    return lambda path: bool(check(str(path)).sorted_findings())


JUDGES = {
    "tolkbar": _tolkbar,
    "page-validation": _page_validation,
    "pdfua": _pdfua,
    "outloud": _outloud,
}


def main(peer: str, folder: str) -> int:
    """Judge the folder; return the exit status."""
    try:
        reports = JUDGES[peer]()
    except ImportError:
        sys.stderr.write(f"{peer} is missing: python -m pip install {peer}\n")
        return 2
    except AttributeError as error:
        sys.stderr.write(f"{peer} is spoken to in another way today: {error}\n")
        return 2
    files = sorted(Path(folder).glob("*.pdf"))
    for path in files[:1]:
        _timed(reports, path)  # imports and what is made once count for no document
    judged = {path.name: _timed(reports, path) for path in files}
    print(json.dumps({"judged": judged, "memory": _memory()}))
    return 0


def _timed(reports: Judge, path: Path) -> tuple[float, bool]:
    """Return CPU seconds, and whether anything was reported; what raises has reported something."""
    start = process_time()
    try:
        is_reported = reports(path)
    except Exception:  # noqa: BLE001 - peers raise for documents that they cannot read
        is_reported = True
    return process_time() - start, is_reported


def _memory() -> int:
    """Return the most bytes that this program had; ``getrusage`` alone would count the parent's before it."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
