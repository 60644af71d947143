"""A site in good order, to be damaged by the tests."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SITE = """\
name = "Västerås stad"
address = "https://internationellt.example"
language = "sv"
menu = ["index", "arbete/projekt", "kontakt"]
footer = ["tillganglighetsredogorelse"]

[organisation]
name = "Västerås stad"
address_country = "SE"
url = "https://www.vasteras.se"

[languages.en]
locale = "en_GB"
policy = "fallback"
notice_above = 0.2

[languages.de]
"""

CONTACTS = """\
[charlotta-filling]
name = "Charlotta Filling"
role = "Strateg"
unit = "Internationellt arbete"
telephone = "021-39 26 36"
email = "charlotta.filling@vasteras.se"
address = { building = "Stadshuset", room = "A185", postcode = "721 87", town = "Västerås" }

[[charlotta-filling.hours]]
days = ["monday", "thursday"]
opens = 09:00:00
closes = 16:00:00

[[charlotta-filling.hours]]
days = ["friday"]
opens = 09:00:00
closes = 15:00:00

[kontaktcenter]
name = "Kontaktcenter"
telephone = "021-39 00 00"
email = "kontaktcenter@vasteras.se"
address = { street = "Stora gatan 1", postcode = "721 87", town = "Västerås" }
"""

DOCUMENTS = """\
[policy]
file = "policy.pdf"
title = "Policy för internationellt arbete"
language = "sv"

[policy-en]
file = "engelska/policy-en.pdf"
title = "Policy for international work"
language = "en"
edition_of = "policy"
"""


def _pdf() -> bytes:
    """Return a PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


class SourceFolder:
    """The source files of a site in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: str | bytes) -> Path:
        """Write ``content`` to the file ``name`` below the root; return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first ``old`` in the file ``name`` by ``new``."""
        content = (self.root / name).read_text(encoding="utf-8")
        assert old in content
        self.write(name, content.replace(old, new, 1))


@pytest.fixture
def site(tmp_path: Path) -> SourceFolder:
    """A site with three languages, two contacts and two documents, all in order."""
    folder = SourceFolder(tmp_path)
    folder.write("source/site.toml", SITE)
    folder.write("source/contacts.toml", CONTACTS)
    folder.write("source/documents/documents.toml", DOCUMENTS)
    folder.write("source/documents/policy.pdf", _pdf())
    folder.write("source/documents/engelska/policy-en.pdf", _pdf())
    return folder


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """The maker of small PDFs."""
    return _pdf
