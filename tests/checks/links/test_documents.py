"""What links say of documents is held against the documents themselves."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from checks.links import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document(pages: int = 1, language: str = "", *, locked: bool = False) -> bytes:
    """Return a PDF."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    writer.add_named_destination("Bilaga", pages - 1)
    if locked:
        writer.encrypt("hemligt")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def found(report: Report) -> list[str]:
    return [one.rule.id for one in report.findings if one.rule.id not in {"orphan-page", "unreferenced-file"}]


def page(link: str, language: str = "sv") -> str:
    return f'<html lang="{language}"><body>{link}</body></html>'


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("page=3", []),
        ("page=03", []),
        ("PAGE=1&zoom=200,0,0", []),
        ("Bilaga", []),
        ("nameddest=Bilaga", []),
        ("zoom=50", []),
        ("toolbar=0", []),
        ("page=4", ["pdf-fragment"]),
        ("page=0", ["pdf-fragment"]),
        ("page=-1", ["pdf-fragment"]),
        ("page=", ["pdf-fragment"]),
        ("page=\u0663", ["pdf-fragment"]),  # a 3, but not in the digits that readers of PDF know
        (f"page={'9' * 10_000}", ["pdf-fragment"]),
        ("bilaga", ["pdf-fragment"]),
        ("nameddest=Bil%61ga&page=9", ["pdf-fragment"]),
    ],
)
def test_a_place_in_a_document_is_looked_for(judged: Judged, fragment: str, expected: list[str]) -> None:
    files = {"a.html": page(f'<a href="p.pdf#{fragment}">Policyn</a>'), "p.pdf": document(3)}
    assert found(judged(files, RULES)) == expected


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", document(3, locked=True)[:-9], document(locked=True), b"x" * 1000],
)
def test_a_document_that_cannot_be_read_leaves_its_places_open(judged: Judged, content: bytes) -> None:
    files = {"a.html": page('<a href="p.pdf#page=2">Policyn</a>'), "p.pdf": content}
    report = judged(files, RULES)
    assert found(report) == ["pdf-fragment"]
    assert report.outcomes["a.html"]["pdf-fragment"] == "cannotTell"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="p.pdf">Policy</a>', ["download-language"]),
        ('<a href="p.pdf" lang="sv">Policy</a>', ["download-language"]),
        ('<a href="p.pdf" hreflang="sv">Policy</a>', []),
        ('<a href="p.pdf" hreflang="en">Policy</a>', ["link-language"]),
        ('<a href="p.pdf" hreflang="sv" type="application/pdf">Policy</a>', []),
        ('<a href="p.pdf" hreflang="sv" type="text/html">Policy</a>', ["download-label"]),
    ],
)
def test_the_language_of_a_document_is_the_one_that_its_link_announces(
    judged: Judged, link: str, expected: list[str]
) -> None:
    assert found(judged({"a.html": page(link, "en"), "p.pdf": document(1, "sv-SE")}, RULES)) == expected


@pytest.mark.parametrize(
    ("name", "content", "label", "is_true"),
    [
        ("a.docx", ZIP + b"x" * 24_496, "Blankett (Word, 24,5 kB)", True),
        ("a.docx", ZIP + b"x" * 25_084, "Blankett (docx, 24,5 kB)", True),  # of 1,024 bytes
        ("a.docx", ZIP + b"x" * 24_496, "Blankett (Word, 26 kB)", False),
        ("a.docx", ZIP + b"x" * 24_496, "Blankett (Excel, 24,5 kB)", False),
        ("a.docx", ZIP + b"x" * 24_496, "Blankett (Word, 24.5 kB)", False),  # not in Swedish
        ("a.docx", OLE + b"x" * 992, "Blankett", False),
        ("a.doc", OLE + b"x" * 992, "Blankett (Word, 1 kB)", True),
        ("a.xlsx", b"<html>404</html>", "Tabell", False),
        ("a.csv", "\ufeffår;antal".encode("utf-16-le"), "Tabell (csv)", True),
        ("a.csv", ZIP + b"\0" * 99, "Tabell (csv)", False),
        ("a.zip", b"PK\x05\x06" + b"\0" * 18, "Bilder (zip)", True),
        ("a.odt", b"", "Blankett", False),
    ],
)
def test_a_download_is_what_its_name_and_its_link_say(
    judged: Judged, name: str, content: bytes, label: str, *, is_true: bool
) -> None:
    report = judged({"a.html": page(f'<a href="{name}">{label}</a>'), name: content}, RULES)
    assert found(report) == ([] if is_true else ["download-label"])
