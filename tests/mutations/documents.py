"""Mutated PDF documents, ten a mutant: the ``number``-th of a seed is the same in every run, as with pages.

Parents are the documents of the site and of the examples beside the rules, as they are and with
their objects laid open.  A mutant is one of them with a few changes: bytes flipped, objects
swapped, references that lead back, streams cut or filled with far too much, lengths that lie.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader, PdfWriter

from checks.examples import examples
from checks.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

_STAND_INS: Final = Path(__file__).parents[2] / "source" / "documents"
DOCUMENTS: Final = 10  # of a mutant
_MOST_CHANGES: Final = 6
_BOMBS: Final = 0.02  # of all mutants; each takes seconds
_OBJECT: Final = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_REFERENCE: Final = re.compile(rb"\b(\d+) 0 R\b")
_ENTRY: Final = re.compile(rb"(/[A-Za-z]\w*)\s+(/\w+|\([^()]*\)|\d+ 0 R|-?[\d.]+|true|false)")
_NAME: Final = re.compile(rb"/[A-Za-z]\w*")
_STREAM: Final = re.compile(rb"(?<=stream\n)(.*?)(?=\nendstream)", re.DOTALL)
_LENGTH: Final = re.compile(rb"(/Length )(\d+)")

VALUES: Final = (
    *(b"null", b"true", b"0", b"-1", b"99999999999999999999", b"1e400", b".", b"--1", b"/", b"/ ", b"()"),
    *(b"(\xfe\xff\xd8\x00)", b"<FEFF", b"<zz>", b"[]", b"<<>>", b"[null null]", b"[0 0 0 0]", b"(" * 300),
    *(b"[" * 3000, b"<<" * 3000, b"<</A" * 2000, b"(" + b"x" * 100_000 + b")", b"/" + b"y" * 5000),
    *(b"[" + b"0 " * 50_000 + b"]", b"/Artifact", b"/Identity-H", b"/FlateDecode", b"/Crypt"),
    *(b"(D:99999999)", b"(sv)", b"/sv", b"(x-klingon)", b"(\\", b"endobj", b"endstream", b"stream\n"),
    *(b"%%EOF", b"1 0 R", b"0 0 R", b"<<>> stream\n"),
)  # fmt: skip
KEYS: Final = b"""
    /A /AA /AcroForm /Alt /Annots /AS /BaseFont /CharSet /CIDToGIDMap /ClassMap /Contents /Count /D
    /DecodeParms /DescendantFonts /Dests /Differences /E /EmbeddedFiles /Encoding /Encrypt /F /Fields /Filter
    /First /FontFile2 /FontDescriptor /Headers /ID /Info /K /Kids /Lang /Length /Limits /MarkInfo /Metadata
    /Names /Next /Nums /OCProperties /OpenAction /Outlines /P /Pages /Parent /ParentTree /Pg /Prev
    /Resources /RoleMap /Root /RowSpan /S /StructTreeRoot /Subtype /Tabs /ToUnicode /Type /UF /V /W /Widths
    /XObject
""".split()


@cache
def parents() -> tuple[bytes, ...]:
    """Return the documents that mutants come from, each as it is and laid open."""
    shown = (example.files.items() for rule in RULES for example in examples(rule))
    known = (content for files in shown for path, content in files if path.endswith(".pdf"))
    whole = {content: None for content in known if b"startxref" in content}
    stand_ins = {path.read_bytes(): None for path in sorted(_STAND_INS.glob("*.pdf"))}
    return (*whole, *stand_ins, *map(_laid_open, stand_ins))


def mutant(seed: int, number: int) -> dict[str, bytes]:
    """Return the files of the ``number``-th mutant: ten, since the process that reads them starts slowly."""
    return {f"{each}.pdf": _mutated(Random(f"pdf/{seed}/{number}/{each}")) for each in range(DOCUMENTS)}


def _mutated(rng: Random) -> bytes:
    content = rng.choice(parents())
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        content = rng.choice(_CHANGES)(rng, content)
    if rng.random() < _BOMBS:
        content = _bomb(rng, content)
    return content


def _laid_open(content: bytes) -> bytes:
    """Return the document without object streams and without compression, so that changes meet objects."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    opened = BytesIO()
    writer.write(opened)
    return _FLATE.sub(_inflated, opened.getvalue())


_FLATE: Final = re.compile(rb"/Filter /FlateDecode\n(.*?)stream\n(.*?)\nendstream", re.DOTALL)


def _inflated(stream: re.Match[bytes]) -> bytes:
    try:
        return stream[1] + b"stream\n" + zlib.decompress(stream[2]) + b"\nendstream"
    except zlib.error:
        return stream[0]


def _flip(rng: Random, content: bytes) -> bytes:
    """Write noise over a few bytes."""
    noise = bytearray(content)
    for _ in range(rng.randint(1, 20)):
        if noise:
            noise[rng.randrange(len(noise))] = rng.randrange(256)
    return bytes(noise)


def _cut(rng: Random, content: bytes) -> bytes:
    return content[: rng.randint(0, len(content))]


def _drop(rng: Random, content: bytes) -> bytes:
    start = rng.randint(0, len(content))
    return content[:start] + content[start + rng.randint(1, 400) :]


def _append(rng: Random, content: bytes) -> bytes:
    """Put another document behind this one, as an update that has nothing to do with it."""
    return content + rng.choice(parents())


def _swap(rng: Random, content: bytes) -> bytes:
    """Let two objects change places."""
    found = list(_OBJECT.finditer(content))
    if len(found) < 2:
        return content
    one, other = sorted(rng.sample(found, 2), key=re.Match.start)
    between = content[one.end(2) : other.start(2)]
    return content[: one.start(2)] + other[2] + between + one[2] + content[other.end(2) :]


def _lead_back(rng: Random, content: bytes) -> bytes:
    """Let some references lead to another object: loops in pages, names, roles, forms and tags."""
    numbers = [found[1] for found in _OBJECT.finditer(content)]
    if not numbers:
        return content
    goal = rng.choice(numbers) + b" 0 R"
    often = rng.choice((0.02, 0.2, 1))
    return _REFERENCE.sub(lambda found: goal if rng.random() < often else found[0], content)


def _value(rng: Random, content: bytes) -> bytes:
    """Change the values of some entries."""
    value = rng.choice(VALUES)
    often = rng.choice((0.01, 0.1))
    return _ENTRY.sub(
        lambda entry: entry[1] + b" " + value if rng.random() < often else entry[0], content, count=2000
    )


def _rename(rng: Random, content: bytes) -> bytes:
    """Call all names of one kind otherwise."""
    found = _NAME.findall(content)
    if not found:
        return content
    return re.sub(re.escape(rng.choice(found)) + rb"\b", lambda _: rng.choice(KEYS), content)


def _add(rng: Random, content: bytes) -> bytes:
    """Give some dictionaries an entry."""
    entry = b"<<" + rng.choice(KEYS) + b" " + rng.choice((*VALUES, b"1 0 R", b"2 0 R", b"5 0 R")) + b" "
    often = rng.choice((0.02, 0.2))
    return re.sub(rb"<<", lambda opened: entry if rng.random() < often else opened[0], content, count=2000)


def _stream(rng: Random, content: bytes) -> bytes:
    """Cut a stream, or write something else into it."""
    found = list(_STREAM.finditer(content))
    if not found:
        return content
    chosen = rng.choice(found)
    inner = chosen[1]
    other = rng.choice(
        (inner[: len(inner) // 2], inner[::-1], inner * 20, b"q " * 200_000, b"\x00" * 100_000)
    )
    return content[: chosen.start()] + other + content[chosen.end() :]


def _bomb(rng: Random, content: bytes) -> bytes:
    """Fill a stream with far more than its bytes promise."""
    found = list(_STREAM.finditer(content))
    if not found:
        return content
    chosen = rng.choice(found)
    head = content[: chosen.start()]
    head, dictionary, rest = head.rpartition(b"<<")
    return (
        head
        + dictionary
        + b"/Filter /FlateDecode "
        + rest
        + _filling(rng.randrange(3))
        + content[chosen.end() :]
    )


@cache
def _filling(kind: int) -> bytes:
    return zlib.compress(
        (bytes(100_000_000), b"0 0 m " * 3_000_000, b"/P <</MCID 0>> BDC " * 1_000_000)[kind], 9
    )


def _lie(rng: Random, content: bytes) -> bytes:
    """Give wrong lengths."""
    lie = rng.choice((b"0", b"1", b"-5", b"99999999", b"1 0 R", b"(ten)"))
    return _LENGTH.sub(lambda length: length[1] + lie if rng.random() < 0.4 else length[0], content)


def _lose(rng: Random, content: bytes) -> bytes:
    """Lose what leads to the objects, so that readers have to look for them."""
    return content.replace(
        rng.choice((b"startxref", b"trailer", b"xref", b"/Root", b"%PDF-1", b"endobj")), b"", 3
    )


_CHANGES: Final[tuple[Callable[[Random, bytes], bytes], ...]] = (
    *(_flip, _cut, _drop, _append, _swap, _swap, _lead_back, _lead_back, _value, _value, _value),
    *(_rename, _add, _add, _stream, _lie, _lose),
)
