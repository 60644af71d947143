"""One source file → a document: front matter and a located tree, whether Markdown or HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.config import FrontMatter, read_front_matter
from pipeline.errors import SourceError
from pipeline.model import Location, msg
from pipeline.page import Tree, read_page
from pipeline.source.safety import FORBIDDEN, forbidden, require_clean, require_safe

if TYPE_CHECKING:
    from pipeline.source.files import SourceFile

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
"""What git leaves where two people changed the same lines."""


_HARMLESS = bytes({*b"\t\n\r", *range(0x20, 0x100)} - {0x7F, 0xEF})
"""Bytes that no forbidden character has in UTF-8; most pages have no others, and that is quickly seen."""


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed source file."""

    page: str
    name: str
    front: FrontMatter
    tree: Tree

    @property
    def slug(self) -> str | None:
        """The page's part of its address; a folder's start page names the folder, the site's own none."""
        folder, _, name = self.page.rpartition("/")
        if name != "index":
            return self.front.slug
        return self.front.slug if self.front.slug != "index" else folder.rpartition("/")[2] or None


def read_document(file: SourceFile, content: bytes) -> Document:
    """Return the document in ``content``, the bytes of ``file``.

    Raises SourceError or ConfigError with file and line for text that is not UTF-8, front matter
    that does not hold together, and content that may not be published.
    """
    text = decode(content, file.name)
    front, body, body_line = read_front_matter(text, file.name)
    if file.name.endswith(".md"):
        from pipeline.source.markdown import markdown_to_html  # noqa: PLC0415 - sites of HTML never need it

        body = markdown_to_html(body)
    tree = read_page("\n" * (body_line - 1) + body, file.name)
    require_safe(tree)
    if "&#" in body:
        require_clean(tree)
    return Document(file.page, file.name, front, tree)


def decode(content: bytes, name: str) -> str:
    """Return ``content`` as text; raise SourceError where it is not clean UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(msg("This is not UTF-8. Save the file as UTF-8."), Location(name, line)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if content.translate(None, _HARMLESS) and (bad := FORBIDDEN.search(text)):
        raise forbidden(bad[0], Location(name, text.count("\n", 0, bad.start()) + 1))
    if ("<<<<<<< " in text or ">>>>>>> " in text) and (conflict := _CONFLICT.search(text)):
        raise SourceError(
            msg("Two versions stand here side by side. Keep one; delete the lines with <<<<<<< and >>>>>>>."),
            Location(name, text.count("\n", 0, conflict.start()) + 1),
        )
    return text
