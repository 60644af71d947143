"""Whatever a document does to the process that reads it, the run goes on, and says what happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from checks.documents import Facts, Library, Unreadable, child, limits
from checks.documents.limits import LARGEST
from checks.documents.reading import read
from checks.specimens import specimen
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PREPARED = """
import sys
sys.path[:] = sys.argv[1:]
from checks.documents import limits, reading, serving
{0}
serving.serve()
"""
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals or limits")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library() as library:
        yield library


@pytest.fixture
def prepare(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the process that reads run ``code`` before the first document comes."""
    return lambda code: monkeypatch.setattr(child, "_BOOT", PREPARED.format(code))


def process_of(library: Library) -> subprocess.Popen[bytes]:
    process = library._child._process  # noqa: SLF001 - there is no other way to harm it
    assert process is not None
    return process


def test_a_document_is_the_same_in_another_process(library: Library) -> None:
    assert library.facts("a", specimen()) == read(specimen())
    assert process_of(library).pid != os.getpid()


def test_no_process_starts_before_the_first_document_and_none_stays(library: Library) -> None:
    assert not library._child.is_running  # noqa: SLF001
    library.facts("a", specimen())
    process = process_of(library)
    library.close()
    assert process.returncode is not None


def test_one_process_reads_all_documents(library: Library) -> None:
    library.facts("a", specimen())
    process = process_of(library)
    assert library.facts("b", b"Hej") == Unreadable("other", "PdfStreamError")
    assert isinstance(library.facts("c", specimen("catalog /Lang (en)")), Facts)
    assert process_of(library) is process


def test_a_document_given_twice_is_read_once(library: Library) -> None:
    facts = library.facts("sv/a.pdf", specimen())
    library._child.ask = None  # type: ignore[method-assign, assignment]  # noqa: SLF001
    assert library.facts("en/a.pdf", specimen()) == facts


def test_a_file_that_is_too_large_is_not_read(library: Library) -> None:
    assert library.facts("a", b"%PDF" + bytes(LARGEST)) == Unreadable("size")
    assert not library._child.is_running  # noqa: SLF001


class Kept(dict[tuple[str, str], bytes]):
    """A store in memory."""

    def read(self, name: str, key: str) -> bytes | None:
        return self.get((name, key))

    def write(self, name: str, key: str, value: bytes) -> None:
        self[name, key] = value


def test_a_store_keeps_facts_from_run_to_run() -> None:
    kept = Kept()
    with Library(kept) as first:
        facts = first.facts("a", specimen())
    second = Library(kept)
    assert second.facts("a", specimen()) == facts
    assert not second._child.is_running  # noqa: SLF001


def test_a_store_knows_a_document_under_each_of_its_names() -> None:
    kept = Kept()
    with Library(kept) as first:
        first.facts("sv/a.pdf", specimen())
        first.facts("en/a.pdf", specimen())
    assert kept["documents", "en/a.pdf"] == kept["documents", "sv/a.pdf"]


def test_what_is_damaged_in_the_store_is_read_again() -> None:
    kept = Kept()
    with Library(kept) as first:
        facts = first.facts("a", specimen())
    sound = kept["documents", "a"]
    with Library(kept) as library:
        for harmed in (b"", b"x", sound[:40], sound[:-1], sound[:32] + b"\xff" * 99, b"\0" + sound[1:]):
            kept["documents", "a"] = harmed
            library._kept.clear()  # noqa: SLF001
            assert library.facts("a", specimen()) == facts
            assert kept["documents", "a"] == sound


def test_another_document_of_the_same_name_is_read() -> None:
    kept = Kept()
    with Library(kept) as library:
        library.facts("a", specimen())
        english = library.facts("a", specimen("catalog /Lang (en)"))
    assert isinstance(english, Facts)
    assert english.catalog is not None
    assert english.catalog.language == "en"


def test_a_document_that_kills_the_process_cannot_be_read_and_the_next_can(
    library: Library, prepare: Callable[[str], None]
) -> None:
    prepare("serving.read = lambda one: __import__('os').abort() if b'bomb' in one else reading.read(one)")
    assert library.facts("a", b"bomb").why == "crash"  # type: ignore[union-attr]
    assert isinstance(library.facts("b", specimen()), Facts)


@on_posix
def test_a_document_that_computes_too_long_cannot_be_read(
    library: Library, prepare: Callable[[str], None]
) -> None:
    prepare("limits.SECONDS = 0\ndef read(content):\n    while True: pass\nserving.read = read")
    assert library.facts("a", specimen()) == Unreadable("time")


def test_a_document_that_waits_too_long_cannot_be_read(
    library: Library, prepare: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare("limits.PATIENCE = 1\nserving.read = lambda content: __import__('time').sleep(60)")
    monkeypatch.setattr(limits, "PATIENCE", 1)
    assert library.facts("a", specimen()) == Unreadable("time")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_a_document_that_takes_too_much_memory_cannot_be_read(
    library: Library, prepare: Callable[[str], None]
) -> None:
    prepare("reading._read = lambda content: bytearray(300 * 1024**2)")
    assert library.facts("a", specimen()) == Unreadable("memory", "MemoryError")
    assert not library._child.is_running  # noqa: SLF001


def scanned(pages: int, size: int) -> bytes:
    """Return a document of ``pages`` with nothing on them but pictures of ``size`` bytes."""
    picture = os.urandom(size // 2).hex()
    image = (
        "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    statements = [f"pages /Kids [{' '.join(f'@page{number}' for number in range(pages))}] /Count {pages}"]
    for number in range(pages):
        drawn = f"/Contents @draw /Resources << /XObject << /I @scan{number} >> >>"
        page = f"/Type /Page /Parent @pages /MediaBox [0 0 9 9] {drawn}"
        statements += (f"object page{number} << {page} >>", f"object scan{number} << {image} >>\n  {picture}")
    return specimen("\n".join((*statements, "object draw << >>\n  q 9 0 0 9 0 0 cm /I Do Q")))


def test_the_largest_scanned_document_fits_in(library: Library) -> None:
    content = scanned(12, 5_000_000)
    assert LARGEST * 0.85 < len(content) <= LARGEST
    facts = library.facts("a", content)
    assert isinstance(facts, Facts)
    assert (facts.pages, facts.gaps) == (12, ())


WEARING = """
read, documents = reading._read, []
def wearing(content):
    documents.append(content)
    if len(documents) > 1: raise MemoryError
    return read(content)
reading._read = wearing
"""


def test_a_document_is_not_blamed_for_what_those_before_it_took(
    library: Library, prepare: Callable[[str], None]
) -> None:
    prepare(WEARING)
    assert isinstance(library.facts("a", specimen()), Facts)
    assert isinstance(library.facts("b", specimen("catalog /Lang (en)")), Facts)


def test_what_a_library_prints_is_no_answer(library: Library, prepare: Callable[[str], None]) -> None:
    prepare(
        "def read(content):\n    print('Hej')\n    __import__('os').write(1, b'Hej')\n"
        "    return reading.read(content)\nserving.read = read"
    )
    assert isinstance(library.facts("a", specimen()), Facts)


def test_an_answer_that_is_none_is_not_believed(library: Library, prepare: Callable[[str], None]) -> None:
    prepare("serving.packed = lambda found: b'nonsense'")
    assert library.facts("a", specimen()) == Unreadable("crash", "reply")


@on_posix
def test_ctrl_c_is_for_the_run_and_not_for_the_process_that_reads(library: Library) -> None:
    library.facts("a", specimen())
    process = process_of(library)
    process.send_signal(signal.SIGINT)
    assert isinstance(library.facts("b", specimen("catalog /Lang (en)")), Facts)
    assert process_of(library) is process


def test_a_run_that_is_interrupted_leaves_no_process_behind() -> None:
    processes = []

    def run() -> None:
        with Library() as library:
            library.facts("a", specimen())
            processes.append(process_of(library))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert processes[0].returncode is not None


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@on_posix
@pytest.mark.parametrize("ending", ["os.kill(os.getpid(), 9)", "sys.exit()", "os._exit(0)"])
def test_a_run_that_ends_anyhow_leaves_no_process_behind(ending: str, tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import os, sys\nfrom checks.documents import Library\nfrom checks.specimens import specimen\n"
        "library = Library()\nlibrary.facts('a', specimen())\n"
        f"print(library._child._process.pid, flush=True)\n{ending}\n"
    )
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, script], env=os.environ | {"PYTHONPATH": path}, stdout=subprocess.PIPE, check=False
    )
    pid = int(done.stdout)
    for _ in range(200):
        if not alive(pid):
            return
        time.sleep(0.05)
    pytest.fail("the process that reads is still there")


def test_a_machine_that_can_start_no_process_says_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(TolkbarError, match="No process can be started"):
        library.facts("a", specimen())
