"""A file that is no PDF is called what it is."""

from __future__ import annotations

import pytest

from checks.documents.reading import read
from checks.documents.unreadable import Unreadable
from checks.specimens import specimen

PAGE = b"<!DOCTYPE html><title>404</title>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\r\n \0", "empty"),
        (PAGE, "page"),
        (b"\xef\xbb\xbf\n<HTML>", "page"),
        (b'<?xml version="1.0"?><html/>', "page"),
        (b"PK\x03\x04word/document.xml", "other"),
        (b"Avgifter", "other"),
        (b"%PDF-1.7 nothing more", "damaged"),
        (b"\n" * 100 + b"%PDF-1.7" + PAGE, "damaged"),
        (b"%PDF-" + b"1" * 100_000, "damaged"),
    ],
)
def test_what_a_file_is_that_cannot_be_read(content: bytes, why: str) -> None:
    found = read(content)
    assert isinstance(found, Unreadable)
    assert found.why == why
    assert found.is_certain


def test_a_document_that_can_be_read_is_one_whatever_stands_before_it() -> None:
    assert not isinstance(read(PAGE + specimen()), Unreadable)
