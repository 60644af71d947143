from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject, read_object

from checks.documents.quick import DEPTH, _Parser, quick_reader
from checks.specimens import specimen

READER = PdfReader(BytesIO(specimen()))
PARSER = _Parser(READER)


def plain(value: Any) -> Any:  # noqa: ANN401 - any object of PDF
    """Return an object of pypdf in a form that can be compared with its types."""
    match value:
        case IndirectObject():
            return (value.idnum, value.generation)
        case StreamObject():
            return ({key: plain(inner) for key, inner in value.items()}, value.get_data())
        case DictionaryObject():
            return {key: plain(inner) for key, inner in value.items()}
        case ArrayObject():
            return [plain(inner) for inner in value]
        case _:
            return (type(value).__name__, repr(value), getattr(value, "original_bytes", None))


SIMPLE = st.sampled_from(
    [
        *("1", "-2", "+3", "4.5", "-.5", "6.", "007", "1 0 R", "12 3 R", "true", "false", "null"),
        *(
            "/Name",
            "/A-b_c.d",
            "/Lang",
            "/Times#20New#2CBold",
            "/B#E5t",
            "(text)",
            "()",
            "(a (b) c)",
            r"(a \) b)",
            r"(\344\n)",
            "(å)",
        ),
        *("<>", "<48656A>", "<FEFF0041>", "(\xfe\xff\x00A)"),
    ]
)
SPACE = st.sampled_from([" ", "\n", "\r\n", "\t "])


def arrays(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("[{0}{1}{0}]".format, SPACE, st.lists(inner, max_size=5).map(" ".join))


def dictionaries(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.builds("/{0}{1}{2}".format, st.sampled_from("ABCDE"), SPACE, inner)
    return st.lists(pairs, max_size=5).map("\n".join).map("<<{0}>>".format)


OBJECTS = st.recursive(SIMPLE, lambda inner: arrays(inner) | dictionaries(inner), max_leaves=20)


@given(arrays(OBJECTS) | dictionaries(OBJECTS))
def test_what_it_reads_pypdf_reads_alike(written: str) -> None:
    data = written.encode("latin-1") + b" "
    parsed = PARSER.parse(data, 0)

    assert parsed is not None
    assert plain(parsed.value) == plain(read_object(BytesIO(data), READER))


@given(st.binary(max_size=40).map(lambda inside: b"<< /A " + inside + b" >>"))
def test_whatever_it_reads_pypdf_reads_alike(data: bytes) -> None:
    parsed = PARSER.parse(data, 0)
    if parsed is not None:
        assert plain(parsed.value) == plain(read_object(BytesIO(data), READER))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"1",
        b"/Name",
        b"(text)",
        b"[1 2",
        b"<< /A >>",
        b"<< 1 2 >>",
        b"[1 2 >>",
        b"<< /A 1 ]",
        b"[/A#4]",
        b"[/\xe5]",
        b"[1 % comment\n2]",
        b"[1e5]",
        b"[--1]",
        b"[<4>]",
        b"[(a (b (c)))]",
        b"[true1]",
        b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1),
    ],
)
def test_what_is_not_plain_is_left_to_pypdf(data: bytes) -> None:
    assert PARSER.parse(data, 0) is None


@pytest.mark.parametrize(
    "text", ["", "encrypt -4", "info /Title (\\(Bygglov\\))", "object x << /A /B#20C >>\ninfo /X @x"]
)
def test_a_whole_document_is_read_alike(text: str) -> None:
    content = specimen(text)
    quick, usual = quick_reader()(content, 1000), PdfReader(BytesIO(content))
    for reader in (quick, usual):
        if reader.is_encrypted:
            reader.decrypt("")

    for generation, numbers in usual.xref.items():
        for number in numbers:
            read, known = (IndirectObject(number, generation, one).get_object() for one in (quick, usual))
            assert plain(read) == plain(known)


def packed(header: bytes, objects: bytes) -> bytes:
    """Return a document whose catalog, 1 0, and pages, 2 0, are said to be in an object stream, 3 0."""
    start, size = len(header), len(header + objects)
    content = b"%%PDF-1.7\n3 0 obj << /Type /ObjStm /N 2 /First %d /Length %d >> stream\n" % (start, size)
    content += header + objects + b"\nendstream endobj\n"
    here = len(content)
    table = bytes([0, 0, 0, 0, 2, 0, 3, 0, 2, 0, 3, 1, 1, 0, 9, 0, 1, here // 256, here % 256, 0])
    content += b"4 0 obj << /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length %d >> stream\n" % len(table)
    return content + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % here


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >> ", b"<< /Type /Pages /Kids [] /Count 0 >> "


@pytest.mark.parametrize(
    "header",
    [
        b"1 0 2 %d " % len(CATALOG),
        b"1 0 2 %d 5 9 " % len(CATALOG),  # more than there are
        b"1 +0 2 %d " % len(CATALOG),  # left to pypdf
    ],
)
def test_objects_in_a_stream_are_read_where_its_header_says(header: bytes) -> None:
    content = packed(header, CATALOG + PAGES)
    for reader in (quick_reader()(content, 1000), PdfReader(BytesIO(content))):
        assert plain(reader.root_object) == {"/Type": plain(NameObject("/Catalog")), "/Pages": (2, 0)}
        assert plain(reader.root_object["/Pages"])["/Type"] == plain(NameObject("/Pages"))


def test_an_object_is_read_once() -> None:
    reader = quick_reader()(specimen(), 1000)
    assert reader.root_object["/Pages"] is reader.root_object["/Pages"]
    assert reader.root_object.indirect_reference == reader.trailer.raw_get("/Root")


def test_an_object_that_pypdf_would_read_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.documents.quick.LONGEST", 1000)
    nested = "<</A" * DEPTH + " 1 " + ">>" * DEPTH + " /B (" + "a" * 1000 + ")"
    reader = quick_reader()(specimen(f"object x << /A {nested} >>\ninfo /X @x"), 1000)
    information = reader.trailer["/Info"]
    assert isinstance(information, DictionaryObject)
    with pytest.raises(LimitReachedError):
        information.raw_get("/X").get_object()
