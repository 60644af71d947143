"""What is written is XLIFF 2.1 as the specification requires it, clause by clause.

OASIS's schema is in no package that we could ask for it, so its rules stand here as a table, after
``xliff_core_2.0.xsd`` and ``metadata.xsd``, with the constraints that a schema cannot say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from lxml import etree

from tests.tolkbar.exchange.texts import bundles
from tolkbar.exchange import xliff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tolkbar.exchange.bundle import Bundle

CORE, MDA = "urn:oasis:names:tc:xliff:document:2.0", "urn:oasis:names:tc:xliff:metadata:2.0"
NMTOKEN = re.compile(r"[-.0-9:A-Z_a-z\u00b7-\U000effff]+")
OWN_VALUE = re.compile(r"[^\s:]+:[^\s:]+")

CODE: Final = "ID canCopy canDelete canReorder type subType"
INLINE: Final = "(?:cp|ph|pc) "
# Element: the names of what it holds, in order; its attributes, in capitals those that it must have.
SCHEMA: Final = {
    "xliff": ("(?:file )+", "VERSION SRCLANG trgLang"),
    "file": ("(?:metadata )?(?:notes )?(?:(?:unit|group) )+", "ID original canResegment translate space"),
    "group": ("(?:metadata )?(?:notes )?(?:(?:unit|group) )*", "ID name type translate"),
    "unit": ("(?:metadata )?(?:notes )?(?:originalData )?(?:segment )+", "ID name translate type"),
    "notes": ("(?:note )+", ""),
    "note": ("", "category"),
    "originalData": ("(?:data )+", ""),
    "data": ("(?:cp )*", "ID"),
    "segment": ("source (?:target )?", "state subState"),
    "source": (f"(?:{INLINE})*", ""),
    "target": (f"(?:{INLINE})*", ""),
    "cp": ("", "HEX"),
    "ph": ("", f"{CODE} dataRef disp"),
    "pc": (f"(?:{INLINE})*", f"{CODE} dataRefStart dataRefEnd dispStart dispEnd"),
    "metadata": ("(?:metaGroup )+", ""),
    "metaGroup": ("(?:meta )+", "category"),
    "meta": ("", "TYPE"),
}
MIXED: Final = {"note", "data", "source", "target", "pc", "meta"}
YES_NO: Final = {"yes", "no"}
VALUES: Final = {
    "state": {"initial", "translated", "reviewed", "final"},
    **dict.fromkeys(("translate", "canCopy", "canDelete", "canResegment"), YES_NO),
    "version": {"2.1"},
    "space": {"preserve", "default"},
}


TOKENS: Final = {"id", "dataRef", "dataRefStart", "dataRefEnd"}
SUBTYPES: Final = {("fmt", f"xlf:{each}") for each in ("b", "i", "u", "lb")}


def name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def faults(root: etree._Element) -> Iterator[str]:
    """Yield what the schema and the constraints of the specification do not allow."""
    if root.tag != f"{{{CORE}}}xliff":
        yield "4.2.2.1: the root is xliff"
    for element in root.iter():
        yield from against_schema(element)
    yield from twice(root.iter(f"{{{CORE}}}file"), "4.2.2.2: the id of a file is unique")
    for file in root.iter(f"{{{CORE}}}file"):
        yield from twice(file.iter(f"{{{CORE}}}unit"), "4.2.2.5: the id of a unit is unique in its file")
        yield from twice(file.iter(f"{{{CORE}}}group"), "4.2.2.4: the id of a group is unique in its file")
    for unit in root.iter(f"{{{CORE}}}unit"):
        yield from in_unit(unit)


def against_schema(element: etree._Element) -> Iterator[str]:
    content, said = SCHEMA[name(element)]
    if (MDA if name(element).startswith("meta") else CORE) != etree.QName(element).namespace:
        yield f"{name(element)} is in a wrong namespace"
    if not re.fullmatch(content, "".join(f"{name(child)} " for child in element)):
        yield f"{name(element)} holds {[name(child) for child in element]}"
    if name(element) not in MIXED and "".join(element.xpath("text()")).strip():
        yield f"{name(element)} holds text"
    yield from against_attributes(element, said)


def against_attributes(element: etree._Element, said: str) -> Iterator[str]:
    attributes = {etree.QName(each).localname: value for each, value in element.attrib.items()}
    required = {each.lower() for each in said.split() if each.isupper()}
    if not required <= {each.lower() for each in attributes}:
        yield f"{name(element)} lacks one of {required}"
    for each, value in attributes.items():
        if each.lower() not in said.lower().split():
            yield f"{name(element)} has {each}"
        if value not in VALUES.get(each, {value}):
            yield f"{each} is {value}"
        if each in TOKENS and not NMTOKEN.fullmatch(value):
            yield f"{each} is no NMTOKEN: {value}"
    if "subState" in attributes and not (
        "state" in attributes and OWN_VALUE.fullmatch(attributes["subState"])
    ):
        yield "4.3.1, subState: it has an authority, and stands beside state"
    if "subType" in attributes and (attributes.get("type"), attributes["subType"]) not in SUBTYPES:
        yield "4.3.1, subType: xlf:b, xlf:i, xlf:u and xlf:lb are of the type fmt"
    if name(element) in {"unit", "group"} and not OWN_VALUE.fullmatch(attributes.get("type", "a:b")):
        yield "4.3.1, type: that of a group has an authority"


def in_unit(unit: etree._Element) -> Iterator[str]:
    data = [each.get("id") for each in unit.iter(f"{{{CORE}}}data")]
    if len(data) != len(set(data)):
        yield "4.2.2.11: the id of data is unique in its unit"
    references = {
        value
        for code in unit.iter(f"{{{CORE}}}ph", f"{{{CORE}}}pc")
        for each, value in code.attrib.items()
        if str(each).startswith("dataRef")
    }
    if references != set(data):
        yield "4.3.1, dataRef: a reference leads to data, and data is referred to"
    for side in ("source", "target"):
        for text in unit.iter(f"{{{CORE}}}{side}"):
            yield from twice(
                text.iter(f"{{{CORE}}}ph", f"{{{CORE}}}pc"),
                f"4.3.1, id: codes in {side} have ids of their own",
            )


def twice(elements: Iterator[etree._Element], fault: str) -> Iterator[str]:
    ids = [each.get("id") for each in elements]
    if len(ids) != len(set(ids)):
        yield fault


@given(bundles)
def test_every_document_is_as_the_specification_requires(bundle: Bundle) -> None:
    assert list(faults(etree.fromstring(xliff.write(bundle)))) == []


UNIT = '<file id="f"><unit id="u"><segment{}><source>a{}</source></segment></unit></file>'


@pytest.mark.parametrize(
    "planted",
    [
        UNIT.format("", "") * 2,
        UNIT.format(' subState="tolkbar:fuzzy"', ""),
        UNIT.format(' state="done"', ""),
        UNIT.format("", '<ph id="1" dataRef="d1"/>'),
        UNIT.format("", '<ph id="a"/><ph id="a"/>'),
        UNIT.format("", '<pc id="a b"/>'),
        UNIT.format("", '<b id="a"/>').replace("<b", "<note"),
        '<file id="f"></file>',
        '<file><unit id="u"><segment><source/></segment></unit></file>',
        '<file id="f"><unit id="u"><segment><target/></segment></unit></file>',
        '<file id="f"><unit id="u"><segment><source/></segment><notes><note/></notes></unit></file>',
    ],
)
def test_what_it_does_not_allow_is_found(planted: str) -> None:
    head = f'<xliff xmlns="{CORE}" version="2.1" srcLang="sv" trgLang="de">'
    assert list(faults(etree.fromstring(f"{head}{planted}</xliff>")))
