from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pypdf import PdfWriter

from checks.documents import Facts, Library, Unreadable
from checks.documents.limits import LARGEST
from checks.engine import Engine
from checks.model import PASSED, Outcome, Rule, Verdict
from checks.subjects import Document, DocumentFile
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


LIBRARY = Library()


class Noun(NamedTuple):
    page: int = 0
    path: str = ""


class AnyPage(Rule[Document, Facts]):
    """Documents have pages."""

    id = "any-page"

    def applicability(self, document: Document) -> Iterator[Facts]:
        yield document.facts

    def expectation(self, facts: Facts) -> Verdict:
        assert facts.pages
        return PASSED


def given(tmp_path: Path, content: bytes) -> DocumentFile:
    file = tmp_path / "p.pdf"
    file.write_bytes(content)
    return DocumentFile("dokument/p.pdf", file, len(content), LIBRARY)


def blank(pages: int = 1) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_document_is_read_once(tmp_path: Path) -> None:
    file = given(tmp_path, blank(3))
    facts = file.facts
    (tmp_path / "p.pdf").unlink()
    assert isinstance(facts, Facts)
    assert facts.pages == 3
    assert file.document == Document("dokument/p.pdf", facts)


def test_what_is_no_document_has_no_facts_for_rules(tmp_path: Path) -> None:
    file = given(tmp_path, b"Hej")
    assert isinstance(file.facts, Unreadable)
    assert file.document is None


def test_a_file_of_terabytes_is_not_even_opened(tmp_path: Path) -> None:
    file = DocumentFile("p.pdf", tmp_path / "p.pdf", LARGEST + 1, LIBRARY)
    assert file.facts == Unreadable("size")


def test_a_file_that_may_not_be_read_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(TolkbarError, match="cannot be read"):
        _ = DocumentFile("p.pdf", tmp_path, 1, LIBRARY).facts


@pytest.mark.parametrize(
    ("target", "selector"),
    [
        (Noun(3, "Document > Table[2]"), "#page=3 Document > Table[2]"),
        (Noun(3), "#page=3"),
        (Noun(0, "Document > P[1]"), "Document > P[1]"),
        (Noun(), None),
        (object(), None),
    ],
)
def test_a_finding_names_the_page_and_the_place_in_the_tags(target: object, selector: str | None) -> None:
    place = Document("p.pdf", Facts(pages=3)).place(target, None)
    assert (str(place.location), place.selector) == ("p.pdf:1", selector)


def test_rules_on_documents_are_inapplicable_where_there_is_none() -> None:
    (result,) = Engine([AnyPage()], lambda _: None).pass_by(Document)
    assert result.outcome is Outcome.INAPPLICABLE
    assert not result.findings
