"""The site's own documents are in good order, and each fault planted in one of them is found."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.annotations import Text
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from checks.documents import Facts
from checks.documents.reading import read
from checks.engine import Engine
from checks.model import Outcome
from checks.registry import RULES
from checks.subjects import Document
from tolkbar.language import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.model import Finding

    Plant = Callable[["Planted"], object]

DOCUMENTS = Path(__file__).parents[3] / "source/documents"
OWN = sorted(path.name for path in DOCUMENTS.glob("*.pdf"))
TODAY = date(2026, 12, 1)


class Planted:
    """A document of the site, open to be spoilt."""

    def __init__(self, name: str) -> None:
        self.writer = pypdf.PdfWriter(clone_from=DOCUMENTS / name)
        self.writer.pdf_header = "%PDF-1.7"
        information = self.writer.metadata
        assert information is not None
        self.title = str(information["/Title"])

    def content(self) -> bytes:
        """Return the file."""
        file = io.BytesIO()
        self.writer.write(file)
        return file.getvalue()

    def at(self, *path: str | int) -> Any:  # noqa: ANN401 - any object of PDF
        """Return what stands there, from the catalog on."""
        return _followed(self.writer.root_object, path)

    def on_page(self, *path: str | int) -> Any:  # noqa: ANN401 - any object of PDF
        """Return what stands there, from the page on."""
        return _followed(self.writer.pages[0], path)

    def tag(self, kind: str) -> Any:  # noqa: ANN401 - a structure element
        """Return the first structure element of this type."""
        return next(tag for tag in self._tags() if tag["/S"] == f"/{kind}")

    def font(self, *path: str | int) -> Any:  # noqa: ANN401 - any object of PDF
        """Return what stands there, from the first font on."""
        return self.on_page("/Resources", "/Font", "/f0", "/DescendantFonts", 0, *path)

    def say(self, old: str, new: str) -> None:
        """Replace a part of the XMP metadata."""
        metadata = self.at("/Metadata")
        packet = metadata.get_data().decode()
        assert old in packet
        metadata.set_data(packet.replace(old, new).encode())

    def paint(self, operators: bytes) -> None:
        """Paint something on the page before all else."""
        contents = self.on_page("/Contents")
        contents.set_data(operators + b"\n" + contents.get_data())

    def _tags(self) -> Iterator[Any]:
        waiting = [self.at("/StructTreeRoot", "/K")]
        while waiting:
            found = waiting.pop().get_object()
            if isinstance(found, DictionaryObject) and "/S" in found:
                yield found
                found = found.get("/K")
            if isinstance(found, list):
                waiting += reversed(found)
            elif isinstance(found, DictionaryObject):
                waiting.append(found)


def _followed(found: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - any object of PDF
    for step in path:
        found = found[step].get_object()
    return found


def put(dictionary: Any, **entries: Any) -> None:  # noqa: ANN401 - any object of PDF
    """Set entries of a dictionary; None removes one."""
    for key, value in entries.items():
        name = NameObject(f"/{key}")
        assert value is not None or name in dictionary
        dictionary.pop(name, None)
        if value is not None:
            dictionary[name] = _object(value)


def _object(value: Any) -> PdfObject:  # noqa: ANN401 - what stands for an object of PDF
    if isinstance(value, bool):
        return BooleanObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, dict):
        found = DictionaryObject()
        put(found, **value)
        return found
    return NameObject(value) if value.startswith("/") else TextStringObject(value)


def retitled(planted: Planted, xmp: str, beside: str) -> None:
    planted.say(planted.title, xmp)
    put(planted.writer._info, Title=beside)  # noqa: SLF001 - there is no other way to it


def commented(planted: Planted) -> None:
    note = Text(rect=(50, 50, 70, 70), text="Ska vi skriva så här?")
    put(note, T="kajsa01")
    planted.writer.add_annotation(0, note)


def encrypted(planted: Planted) -> None:
    planted.writer.encrypt("", "hemligt", permissions_flag=UserAccessPermissions.PRINT, algorithm="AES-256")


PLANTS: dict[str, Plant] = {
    # what is asked before publishing
    "pdf-title-telling": lambda it: retitled(it, "policy_v3_final.docx", "policy_v3_final.docx"),
    "pdf-title-agreement": lambda it: retitled(it, it.title, "Policy för turism"),
    "pdf-language": lambda it: put(it.at(), Lang="svenska"),
    "pdf-language-detected": lambda it: put(it.at(), Lang="en"),
    "pdf-version": lambda it: setattr(it.writer, "pdf_header", "%PDF-1.2"),
    "pdf-dates": lambda it: put(it.writer._info, CreationDate="D:20261399"),  # noqa: SLF001
    "pdf-date-agreement": lambda it: put(it.writer._info, CreationDate="D:20190514"),  # noqa: SLF001
    # privacy and safety
    "pdf-author-account": lambda it: put(it.writer._info, Author="VASTERAS\\kaje01"),  # noqa: SLF001
    "pdf-comment": commented,
    "pdf-attachment": lambda it: it.writer.add_attachment("underlag.xlsx", b"1;2;3"),
    "pdf-javascript": lambda it: put(it.at(), OpenAction={"S": "/JavaScript", "JS": "app.alert(1)"}),
    "pdf-launch": lambda it: put(it.on_page("/Annots", 0), A={"S": "/Launch", "F": "setup.exe"}),
    "pdf-link-local": lambda it: put(it.on_page("/Annots", 0, "/A"), URI="file:///C:/Temp/policy.docx"),
    # PDF/UA-1: the document as a whole
    "pdf-permissions": encrypted,
    "pdf-metadata-title": lambda it: it.say(it.title, ""),
    "pdf-title-shown": lambda it: put(it.at("/ViewerPreferences"), DisplayDocTitle=False),
    "pdf-ua-identifier": lambda it: it.say("<pdfuaid:part>1</pdfuaid:part>", ""),
    "pdf-marked": lambda it: put(it.at("/MarkInfo"), Marked=False),
    "pdf-tags": lambda it: put(it.at(), StructTreeRoot=None),
    # PDF/UA-1: tags
    "pdf-heading-level": lambda it: put(it.tag("H2"), S="/H4"),
    "pdf-figure-alt": lambda it: put(it.tag("P"), S="/Figure"),
    "pdf-list-item-parent": lambda it: put(it.tag("L"), S="/Sect"),
    "pdf-tag-type": lambda it: put(it.tag("Strong"), S="/Fetstil"),
    # PDF/UA-1: links, content, fonts
    "pdf-link-description": lambda it: put(it.on_page("/Annots", 0), Contents=None),
    "pdf-link-tag": lambda it: put(it.tag("Link"), S="/P"),
    "pdf-tab-order": lambda it: put(it.on_page(), Tabs=None),
    "pdf-content-tag": lambda it: it.paint(b"0 0 10 10 re f"),
    "pdf-font-embedded": lambda it: put(it.font("/FontDescriptor"), FontFile3=None),
    "pdf-glyph-unicode": lambda it: put(it.on_page("/Resources", "/Font", "/f0"), ToUnicode=None),
    "pdf-glyph-width": lambda it: put(it.font(), W=None, DW=2),
    # signs of trouble
    "pdf-alternative-file-name": lambda it: put(it.tag("P"), S="/Figure", Alt="bild1.png"),
    "pdf-outline-headings": lambda it: put(it.at("/Outlines", "/First"), Title="del1.docx"),
}


PLACES = dict(zip(PLANTS, cycle(OWN), strict=False))  # each fault in one of the documents, in turn
FOLLOWING = {
    "pdf-comment": {"pdf-annotation-tag"},
    "pdf-attachment": {"pdf-attachment-name"},
    "pdf-tags": {"pdf-content-tag", "pdf-link-tag"},
}  # what is wrong besides, where it cannot be right


@cache
def found(rule: str) -> tuple[Finding, ...]:
    """Return what is found where the fault that ``rule`` is about was planted."""
    planted = Planted(PLACES[rule])
    PLANTS[rule](planted)
    return judge(planted.content())


def judge(content: bytes) -> tuple[Finding, ...]:
    """Return what is found in a document."""
    engine = Engine(RULES, lambda _: None)
    facts = read(content)
    assert isinstance(facts, Facts)
    results = engine.examine(Document("policy.pdf", facts, TODAY))
    return tuple(finding for result in results for finding in result.findings)


@pytest.mark.parametrize("name", OWN)
def test_the_site_s_own_documents_are_in_good_order(name: str) -> None:
    assert judge((DOCUMENTS / name).read_bytes()) == ()


@pytest.mark.parametrize("name", OWN)
def test_what_was_only_opened_and_saved_is_in_good_order(name: str) -> None:
    assert judge(Planted(name).content()) == ()


@pytest.mark.parametrize("rule", PLANTS)
def test_a_planted_fault_is_found_and_no_other(rule: str) -> None:
    assert {finding.rule.id for finding in found(rule)} == {rule} | FOLLOWING.get(rule, set())
    assert {finding.outcome for finding in found(rule)} == {Outcome.FAILED}


@pytest.mark.parametrize("language", ["sv", "de"])
def test_what_is_found_is_told_in_the_language_of_its_reader(language: str) -> None:
    say = translator(language)
    told = {message for rule in PLANTS for one in found(rule) for message in (one.message, one.rule.title)}

    assert len(told) > len(PLANTS)
    assert [str(message) for message in told if say(message) == str(message)] == []


@pytest.mark.parametrize("rule", PLANTS)
def test_what_is_found_is_told_in_one_sentence_and_what_to_do_in_the_next(rule: str) -> None:
    for finding in found(rule):
        what, _, advice = str(finding.message).partition(". ")
        assert what
        assert advice[:1].isupper()


def test_faults_of_every_shelf_are_planted() -> None:
    shelves = {rule.id: type(rule).__module__.split(".")[2] for rule in RULES if rule.family == "pdf"}

    assert {shelves[rule] for rule in PLANTS} == set(shelves.values()) - {"labels"}
