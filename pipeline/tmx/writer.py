"""Memory → bytes of a TMX 1.4b file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from pipeline.placeholder import Kind, Placeholder, nests, tokens
from pipeline.tmx.model import CONTEXT, Memory, Unit, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from pipeline.tmx.model import Translation

_START: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
)
_FORM: Final = "1"  # of what we write, raised when it changes
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTROL: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML has no way to write them
_TYPES: Final = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "lb"}


def write(memory: Memory) -> bytes:
    """Return the bytes of ``memory``: what was read as it stood, in UTF-8, a unit a paragraph."""
    header = memory.header or new_header(memory.language)
    body = "".join(f"{unit.raw}\n" for unit in memory.units)
    return f"{_START}{header}\n<body>\n{body}</body>\n</tmx>\n".encode()


def new_header(language: str) -> str:
    """Return the header of a memory whose units come from ``language``."""
    return _raw(
        etree.Element(
            "header",
            creationtool="Tolkbar", creationtoolversion=_FORM, segtype="paragraph",
            **{"o-tmf": "PO"}, adminlang="en", srclang=language, datatype="html",
        )
    )  # fmt: skip


def unit(one: Translation, source: str, target: str, notes: Sequence[str] = ()) -> Unit:
    """Return a translation from ``source`` into ``target`` (BCP 47) as a unit with a person's ``notes``."""
    element = etree.Element("tu")
    for note in notes:
        etree.SubElement(element, "note").text = _clean(note)
    if one.context is not None:
        etree.SubElement(element, "prop", type=CONTEXT).text = _clean(one.context)
    for language, text in ((source, one.source), (target, one.target)):
        variant = etree.SubElement(element, "tuv", {_LANGUAGE: language})
        _fill(etree.SubElement(variant, "seg"), text)
    texts = {normal(source): one.source, normal(target): one.target}
    return Unit(texts, one.context, one.line, _raw(element))


def _fill(segment: Element, text: str) -> None:
    """Write ``text`` into a ``seg``, its placeholders as inline codes, unless they do not nest."""
    if not nests(text):
        segment.text = _clean(text)
        return
    last: Element | None = None
    numbers: dict[str, str] = {}
    for token in tokens(text):
        if isinstance(token, Placeholder):
            last = _code(segment, token, numbers)
        elif last is None:
            segment.text = (segment.text or "") + _clean(token)
        else:
            last.tail = (last.tail or "") + _clean(token)


def _code(segment: Element, token: Placeholder, numbers: dict[str, str]) -> Element:
    number = numbers.setdefault(token.name, str(len(numbers) + 1))
    known = _TYPES.get(token.name.rstrip("0123456789"))
    described = {"type": known} if known else {}
    if token.kind is Kind.OPEN:
        code = etree.SubElement(segment, "bpt", i=number, x=number, **described)
    elif token.kind is Kind.CLOSE:
        code = etree.SubElement(segment, "ept", i=number)
    else:
        code = etree.SubElement(segment, "ph", x=number, **described)
    code.text = str(token)
    return code


def _clean(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _raw(element: Element) -> str:
    return str(etree.tostring(element, encoding="unicode"))
