"""pypdf's reader, with dictionaries and arrays read by one regular expression: several times faster.

What the expression does not know (streams, encrypted objects, strange names, whatever is damaged) is left to
pypdf.  A file has thousands of small objects: each element of its tags is one.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.documents.later import pypdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pypdf import PdfReader
    from pypdf.generic import PdfObject

TOKENS: Final = 100_000  # of an object; pypdf says what is to become of larger ones
DEPTH: Final = 50
LONGEST: Final = (
    2_000_000  # bytes of an object that is left to pypdf, which reads a megabyte in some three seconds
)
SHARED: Final = 50_000  # names and numbers of a document that are made only once each

_SPACE: Final = rb"[\t\n\x0c\r ]"
_END: Final = rb"(?=[\t\n\x0c\r ()<>\[\]/]|\Z)"
_TOKEN: Final = re.compile(
    rb"%(space)b*+(?:"
    rb"(?P<name>/[^\x00-\x20#()<>\[\]{}/%%\x7f-\xff]++)%(end)b"
    rb"|(?P<reference>(\d{1,9})%(space)b++(\d{1,5})%(space)b++R)%(end)b"
    rb"|(?P<escaped>/[\w,.+-]++(?:#[0-9A-Fa-f]{2}[\w,.+-]*+)++)%(end)b"
    rb"|(?P<number>[+-]?(?:\d{1,15}+(?:\.\d{0,15}+)?|\.\d{1,15}+))%(end)b"
    rb"|(?P<open><<|\[)"
    rb"|(?P<close>>>|\])"
    rb"|(?P<string>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\))"
    rb"|(?P<octets><(?:[0-9A-Fa-f]{2})*+>)"
    rb"|(?P<word>true|false|null)%(end)b"
    rb")" % {b"space": _SPACE, b"end": _END},
    re.DOTALL,
)
_HEADER: Final = re.compile(rb"%(space)b*+(\d{1,9})%(space)b++(\d{1,5})%(space)b++obj" % {b"space": _SPACE})
_FOOTER: Final = re.compile(rb"%b*+endobj" % _SPACE)
_END_OF_WORDS: Final = re.compile(rb"endobj|stream")


class _Parsed(NamedTuple):
    """A dictionary or an array, and where it ends."""

    value: PdfObject
    end: int


class _Bytes(BytesIO):
    """The bytes of a file, which nobody changes: who asks for all of them gets no copy."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._content = content

    def getbuffer(self) -> memoryview:
        return memoryview(self._content)


def _without_picture(found: PdfObject | None) -> PdfObject | None:
    """Let go of the bytes of a picture: nobody looks at them, and a scanned document has little else."""
    if isinstance(found, pypdf.generic.StreamObject) and found.get("/Subtype") == "/Image":
        found._data = b""  # noqa: SLF001 - pypdf has no other way
    return found


@cache
def quick_reader() -> Callable[[bytes, int], PdfReader]:
    """Return the class of readers, which is built on pypdf's and so made when it is first needed.

    It takes the bytes of a file, and how many objects one stream of references may have.
    """

    class Reader(pypdf.PdfReader):
        def __init__(self, content: bytes, most: int) -> None:
            self._plain = _Plain(content, self)
            super().__init__(_Bytes(content), xref_stream_maximum_entries=most)

        def get_object(self, indirect_reference: Any) -> PdfObject | None:  # noqa: ANN401 - as pypdf has it
            if isinstance(indirect_reference, int):
                return super().get_object(indirect_reference)
            number, generation = indirect_reference.idnum, indirect_reference.generation
            known = self.resolved_objects.get((generation, number))
            if known is not None:
                return known
            found = self._plain.find(number, generation)
            if found is None:
                self._plain.require_short(number, generation)
                return _without_picture(super().get_object(indirect_reference))
            return self.cache_indirect_object(generation, number, found)

    return Reader


class _Plain:
    """The dictionaries and arrays of one file that lie there plainly."""

    def __init__(self, content: bytes, reader: PdfReader) -> None:
        self._content = content
        self._reader = reader
        self._parser = _Parser(reader)
        self._opened: dict[int, tuple[bytes, Mapping[int, int]]] = {}  # object streams

    def find(self, number: int, generation: int) -> PdfObject | None:
        """Return an object; None where pypdf must look."""
        if number not in self._reader.xref_objStm:
            return self._in_file(number, generation)
        return self._in_stream(number) if generation == 0 else None

    def require_short(self, number: int, generation: int) -> None:
        """Raise ``LimitReachedError`` for an object whose words are too long; a stream's bytes are none."""
        start = self._reader.xref.get(generation, {}).get(number)
        if start is None or len(self._content) - start < LONGEST:
            return
        if _END_OF_WORDS.search(self._content, start, start + LONGEST) is None:
            raise pypdf.errors.LimitReachedError("object")

    def _in_file(self, number: int, generation: int) -> PdfObject | None:
        reader = self._reader
        start = reader.xref.get(generation, {}).get(number)
        is_free = reader.xref_free_entry.get(generation, {}).get(number, False)
        if start is None or is_free or reader.is_encrypted:
            return None
        header = _HEADER.match(self._content, start)
        if header is None or (int(header[1]), int(header[2])) != (number, generation):
            return None
        parsed = self._parser.parse(self._content, header.end())
        return parsed.value if parsed and _FOOTER.match(self._content, parsed.end) else None

    def _in_stream(self, number: int) -> PdfObject | None:
        stream, _ = self._reader.xref_objStm[number]
        if stream not in self._opened:
            self._opened[stream] = self._open(stream)
        data, starts = self._opened[stream]
        parsed = self._parser.parse(data, starts[number]) if number in starts else None
        return parsed.value if parsed else None

    def _open(self, number: int) -> tuple[bytes, Mapping[int, int]]:
        """Return the data of an object stream, and where each object begins (7.5.7)."""
        if number in self._reader.xref_objStm:
            return b"", {}
        stream = self._reader.get_object(pypdf.generic.IndirectObject(number, 0, self._reader))
        if not isinstance(stream, pypdf.generic.StreamObject) or stream.get("/Type") != "/ObjStm":
            return b"", {}
        first, count = stream.get("/First"), stream.get("/N")
        if not isinstance(first, int) or not isinstance(count, int):
            return b"", {}
        data = stream.get_data()
        return data, _starts(data[: max(0, first)], first, count)


def _starts(header: bytes, first: int, count: int) -> Mapping[int, int]:
    """Return where the objects begin, by their numbers; nothing where the header is not as it should be."""
    words = header.split()
    if count < 0 or len(words) < 2 * count or not all(map(bytes.isdigit, words)):
        return {}
    numbers = list(map(int, words[: 2 * count]))
    starts = numbers[1::2]
    if any(later <= earlier for earlier, later in pairwise(starts)):
        return {}
    found: dict[int, int] = {}
    for number, start in zip(numbers[::2], starts, strict=True):
        found.setdefault(number, first + start)
    return found


class _Parser:
    """Makes pypdf's objects of bytes; equal names and numbers are one object."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        self._reference = pypdf.generic.IndirectObject
        self._shared: dict[bytes, PdfObject] = {}

    def parse(self, data: bytes, start: int) -> _Parsed | None:
        """Return the dictionary or array that begins at ``start``; None where pypdf must look."""
        outer: list[tuple[list[Any], bytes]] = []
        items: list[Any] = []
        opened = b""
        position = start
        for token in islice(_TOKEN.finditer(data, start), TOKENS):
            kind = token.lastgroup or ""
            if token.start() != position or len(outer) > DEPTH or not (outer or kind == "open"):
                return None
            position = token.end()
            if kind == "open":
                outer.append((items, opened))
                items, opened = [], token["open"]
            elif kind == "close":
                whole = _closed(items, opened + token["close"])
                items, opened = outer.pop()
                if whole is None:
                    return None
                if not outer:
                    return _Parsed(whole, position)
                items.append(whole)
            elif kind == "reference":
                items.append(self._reference(int(token[3]), int(token[4]), self._reader))
            else:
                text = token[kind]
                known = self._shared.get(text)
                items.append(self._made(kind, text) if known is None else known)
        return None

    def _made(self, kind: str, text: bytes) -> PdfObject:
        made = _MAKERS[kind](text)
        if kind in _SHAREABLE and len(self._shared) < SHARED:
            self._shared[text] = made
        return made


def _closed(items: list[Any], brackets: bytes) -> PdfObject | None:
    """Return the array or dictionary that was between ``brackets``; None where it cannot be one."""
    if brackets == b"[]":
        return pypdf.generic.ArrayObject(items)
    keys, values = items[::2], items[1::2]
    if brackets != b"<<>>" or len(keys) != len(values) or set(map(type, keys)) - {pypdf.generic.NameObject}:
        return None
    made = pypdf.generic.DictionaryObject()
    dict.update(made, zip(keys, values, strict=True))
    if len(made) < len(keys):  # of equal ones the first counts
        dict.update(made, zip(reversed(keys), reversed(values), strict=True))
    return made


def _name(text: bytes) -> PdfObject:
    return pypdf.generic.NameObject(text.decode("ascii"))


def _escaped(text: bytes) -> PdfObject:
    return pypdf.generic.NameObject.read_from_stream(BytesIO(text), None)


def _number(text: bytes) -> PdfObject:
    return pypdf.generic.FloatObject(text) if b"." in text else pypdf.generic.NumberObject(text)


def _string(text: bytes) -> PdfObject:
    if b"\\" in text:
        return pypdf.generic.read_string_from_stream(BytesIO(text))
    return pypdf.generic.create_string_object(text[1:-1])


def _octets(text: bytes) -> PdfObject:
    return pypdf.generic.create_string_object(bytes.fromhex(text[1:-1].decode("ascii")))


def _word(text: bytes) -> PdfObject:
    return pypdf.generic.NullObject() if text == b"null" else pypdf.generic.BooleanObject(text == b"true")


_MAKERS: Final[dict[str, Callable[[bytes], PdfObject]]] = {
    "name": _name,
    "escaped": _escaped,
    "number": _number,
    "string": _string,
    "octets": _octets,
    "word": _word,
}
_SHAREABLE: Final = frozenset({"name", "escaped", "number"})
