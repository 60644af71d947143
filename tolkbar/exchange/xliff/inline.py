"""The text of a message ↔ the content of ``<source>`` and ``<target>``.

Reading puts the original data of each code where the code stands.  So whatever is written comes back
as it was, also a text whose placeholders do not nest: it is written without codes.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from lxml import etree

from pipeline.placeholder import Kind, Placeholder, nests, tokens
from tolkbar.exchange.bundle import UNSPEAKABLE
from tolkbar.exchange.xliff.names import core

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Attributes = dict[str, str]

_DEEPEST: Final = 100  # codes inside codes; XML parsers stop at 256 elements
_KEPT: Final = {"canCopy": "no", "canDelete": "no"}  # each placeholder stands in a translation once
_FORMATTED: Final = {
    "strong": "xlf:b",
    "em": "xlf:i",
    "b": "xlf:b",
    "i": "xlf:i",
    "u": "xlf:u",
    "br": "xlf:lb",
}
_TYPES: Final = {"a": "link", "img": "image", "q": "quote"}
_HIGHEST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)
_AGAIN: Final = "."  # before the number of a code's second occurrence; no placeholder's name has it


class OriginalData:
    """The ``<data>`` of a unit: each text once, with its id."""

    def __init__(self) -> None:
        """Begin with none."""
        self.ids: dict[str, str] = {}

    def id(self, text: str) -> str:
        """Return the id of ``text``."""
        return self.ids.setdefault(text, f"d{len(self.ids) + 1}")


def fill(element: etree._Element, text: str, data: OriginalData) -> None:
    """Write ``text`` into ``element``; what its codes stand for goes into ``data``."""
    seen: Counter[str] = Counter()
    places = [element]  # the innermost code that is open comes last
    for token in tokens(text) if _has_codes(text) else (text,):
        if isinstance(token, str):
            _append(places[-1], token)
        elif token.kind is Kind.CLOSE:
            places.pop()
        else:
            code = _code(token, seen, data)
            places[-1].append(code)
            if token.kind is Kind.OPEN:
                places.append(code)


def text_of(element: etree._Element, data: Mapping[str, str]) -> str:
    """Return the text that ``element`` holds; ``data`` is its unit's original data by id.

    Raises ValueError for what no message can hold and for elements that XLIFF does not have there.
    """
    return "".join(_parts(element, data))


def _has_codes(text: str) -> bool:
    """Tell whether the placeholders of ``text`` can be written as codes."""
    if "<" not in text or not nests(text):
        return False
    steps = {Kind.OPEN: 1, Kind.CLOSE: -1, Kind.EMPTY: 0}
    depths = accumulate(steps[token.kind] for token in tokens(text) if isinstance(token, Placeholder))
    return max(depths, default=0) <= _DEEPEST


def _append(place: etree._Element, text: str) -> None:
    """Put ``text`` at the end of ``place``, with ``<cp>`` for what XML cannot hold (4.2.3.1)."""
    start = 0
    for character in UNSPEAKABLE.finditer(text):
        _append_plain(place, text[start : character.start()])
        etree.SubElement(place, core("cp"), hex=f"{ord(character[0]):04X}")
        start = character.end()
    _append_plain(place, text[start:])


def _append_plain(place: etree._Element, text: str) -> None:
    if len(place):
        place[-1].tail = (place[-1].tail or "") + text
    else:
        place.text = (place.text or "") + text


def _code(token: Placeholder, seen: Counter[str], data: OriginalData) -> etree._Element:
    """Return the element that stands for a placeholder, which is opened or empty."""
    seen[token.name] += 1
    number = seen[token.name]
    own = {"id": token.name if number == 1 else f"{token.name}{_AGAIN}{number}", **_KEPT, **_type(token.name)}
    if token.kind is Kind.EMPTY:
        return etree.Element(core("ph"), {**own, "dataRef": data.id(str(token)), "disp": str(token)})
    start, end = str(token), str(Placeholder(Kind.CLOSE, token.name))
    refs = {"dataRefStart": data.id(start), "dataRefEnd": data.id(end), "dispStart": start, "dispEnd": end}
    return etree.Element(core("pc"), {**own, **refs})


def _type(name: str) -> Attributes:
    """Return what kind of code it is (4.3.1, type and subType), as far as its name tells."""
    element = name.rstrip("0123456789")
    if element in _FORMATTED:
        return {"type": "fmt", "subType": _FORMATTED[element]}
    return {"type": _TYPES[element]} if element in _TYPES else {}


def _parts(element: etree._Element, data: Mapping[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _read(child, data)
        yield child.tail or ""


def _read(child: etree._Element, data: Mapping[str, str]) -> Iterator[str]:
    match etree.QName(child).localname:
        case "cp":
            yield _character(child.get("hex", ""))
        case "ph":
            yield _said(child, "dataRef", Kind.EMPTY, data)
        case "pc":
            yield _said(child, "dataRefStart", Kind.OPEN, data)
            yield from _parts(child, data)
            yield _said(child, "dataRefEnd", Kind.CLOSE, data)
        case "sc":
            yield _said(child, "dataRef", Kind.OPEN, data)
        case "ec":
            yield _said(child, "dataRef", Kind.CLOSE, data)
        case "mrk":
            yield from _parts(child, data)
        case "sm" | "em":
            pass
        case other:
            raise ValueError(other)


def _said(code: etree._Element, reference: str, kind: Kind, data: Mapping[str, str]) -> str:
    """Return what a code stands for; by its id where a tool has left the original data behind."""
    known = data.get(code.get(reference, ""))
    if known is not None:
        return known
    name = code.get("id") or code.get("startRef") or ""
    return str(Placeholder(kind, name.partition(_AGAIN)[0]))


def _character(code: str) -> str:
    number = int(code, 16)
    if number > _HIGHEST or number in _SURROGATES:
        raise ValueError(code)
    return chr(number)
