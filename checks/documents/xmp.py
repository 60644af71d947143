"""The properties in an XMP packet (ISO 16684-1), read in one pass, without a tree and without entities."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.parsers import expat

LARGEST: Final = 2_000_000  # bytes of a packet
_LISTED: Final = 2_000  # properties that are kept, and values of all of them
_LONGEST: Final = 2_000  # characters that are kept of a value
_DEEPEST: Final = 100  # elements within elements

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_DESCRIPTION, _PROPERTY, _ARRAY, _ITEM = 1, 2, 3, 4  # how deep they stand in rdf:RDF
_MARKS: Final = ((b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"), (b"", "utf-8-sig"))  # of byte order


class Value(NamedTuple):
    """A text, and the language that it says it is in; empty where it says none."""

    text: str
    language: str = ""


class Property(NamedTuple):
    """A property: its name, with the prefix that it is written with; the values of its array, or its one.

    ``is_alternative`` where they are the same in several languages.
    """

    namespace: str
    name: str
    prefix: str
    values: tuple[Value, ...]
    is_alternative: bool = False


def read_packet(packet: bytes) -> tuple[Property, ...]:
    """Return the properties in ``packet``; raises ``ValueError`` for what is no XMP."""
    if len(packet) > LARGEST:
        raise ValueError("too large")
    encoding = next(encoding for mark, encoding in _MARKS if packet.startswith(mark))
    reading = _Reading()
    try:
        reading.parser.Parse(packet.decode(encoding).strip("\0\t\n\r "), True)  # noqa: FBT003 - as expat has it
    except expat.ExpatError as error:
        raise ValueError(expat.ErrorString(error.code) or "XML") from error
    if not reading.has_root:
        raise ValueError("no RDF")
    return tuple(reading.properties)


class _Name(NamedTuple):
    namespace: str
    name: str
    prefix: str = ""

    @classmethod
    def of(cls, written: str) -> _Name:
        """Take apart what expat has joined with spaces."""
        parts = written.split(" ")
        return cls(*parts[:3]) if len(parts) > 1 else cls("", written)


class _Reading:
    """What has been read of a packet."""

    def __init__(self) -> None:
        self.properties: list[Property] = []
        self.has_root = False
        self._path: list[_Name] = []
        self._root = 0  # elements down to rdf:RDF; 0: outside of it
        self._values: list[Value] = []
        self._text: list[str] = []
        self._language = ""
        self._is_alternative = False
        self._kept = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.namespace_prefixes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append
        self.parser.EntityDeclHandler = self._refuse

    @property
    def _depth(self) -> int:
        return len(self._path) - self._root if self._root else 0

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= _DEEPEST:
            raise ValueError("too deep")
        name = _Name.of(written)
        self._path.append(name)
        self._text.clear()
        if not self._root and name[:2] == (_RDF, "RDF"):
            self._root, self.has_root = len(self._path), True
        elif self._depth == _DESCRIPTION:
            self._add_short(attributes)
        elif self._depth == _ARRAY:
            self._is_alternative = name[:2] == (_RDF, "Alt")
        if self._depth in {_PROPERTY, _ITEM}:
            names = ((_Name.of(one), value) for one, value in attributes.items())
            self._language = next((value for name, value in names if name[:2] == (_XML, "lang")), "")

    def _end(self, _: str) -> None:
        depth, name = self._depth, self._path.pop()
        if len(self._path) < self._root:
            self._root = 0
        elif depth == _ITEM and name.name == "li":
            self._take("".join(self._text).strip())
        elif depth == _PROPERTY:
            if not self._values:
                self._take("".join(self._text).strip())
            self._add(name)
        self._text.clear()

    def _add_short(self, attributes: dict[str, str]) -> None:
        """Add the properties that are written as attributes of their description (7.9.2.2)."""
        for written, text in attributes.items():
            name = _Name.of(written)
            if name.namespace not in {"", _RDF, _XML}:
                self._take(text)
                self._add(name)

    def _take(self, text: str) -> None:
        if self._kept < _LISTED:
            self._kept += 1
            self._values.append(Value(text[:_LONGEST], self._language))

    def _add(self, name: _Name) -> None:
        if len(self.properties) < _LISTED:
            self.properties.append(Property(*name, tuple(self._values), self._is_alternative))
        self._values.clear()
        self._language = ""
        self._is_alternative = False

    def _refuse(self, *_: object) -> None:
        """Refuse entities: they would let a few lines become gigabytes."""
        raise ValueError("entities")
