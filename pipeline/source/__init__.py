"""Source files → documents with positions: Markdown and HTML become the same located tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.config import FrontMatter, read_front_matter
from pipeline.errors import SourceError
from pipeline.model import Location, msg
from pipeline.page import Tree, read_page
from pipeline.source.safety import require_safe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Document", "SourceFile", "decode", "find_pages", "read_document"]

SUFFIXES = (".md", ".html")
RESERVED = frozenset({"shell"})
"""Page names that catalogs of the site as a whole have taken."""

_PAGE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file below ``source/pages``: the page's name ("omsorg/hemtjanst"), and where it lies.

    ``name`` is the path for people and catalogs, relative to the site's root.
    """

    page: str
    name: str
    path: Path


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


def find_pages(root: Path) -> tuple[SourceFile, ...]:
    """Return the pages of the site at ``root``, ordered by name.

    Raises SourceError for two files with one page name, a name that makes no address, a link out of
    ``source/``, or when there is none at all.
    """
    folder = root / "source" / "pages"
    if not folder.is_dir():
        raise SourceError(msg("There is no folder with pages. Create it."), Location("source/pages", 1))
    found: dict[str, SourceFile] = {}
    for file in _page_files(root, folder):
        if file.page in found:
            raise SourceError(
                msg("{other} is the same page. Remove one of the two.", other=found[file.page].name),
                Location(file.name, 1),
            )
        found[file.page] = file
    return tuple(sorted(found.values()))


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
    return Document(file.page, file.name, front, tree)


def decode(content: bytes, name: str) -> str:
    """Return ``content`` as text; raise SourceError where it is not clean UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(msg("This is not UTF-8. Save the file as UTF-8."), Location(name, line)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if bad := _FORBIDDEN.search(text):
        raise SourceError(
            msg("The character U+{code} may not stand in text. Remove it.", code=f"{ord(bad[0]):04X}"),
            Location(name, text.count("\n", 0, bad.start()) + 1),
        )
    return text


def _page_files(root: Path, folder: Path) -> Iterator[SourceFile]:
    boundary = (root / "source").resolve()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.resolve().is_relative_to(boundary):
            raise SourceError(
                msg("This link leads out of source/. Put the file itself here."), Location(name, 1)
            )
        if path.suffix in SUFFIXES and path.is_file():
            yield SourceFile(_page_name(path, folder, name), name, path)


def _page_name(path: Path, folder: Path, name: str) -> str:
    page = path.relative_to(folder).with_suffix("").as_posix()
    if page in RESERVED or not all(_PAGE_NAME.fullmatch(part) for part in page.split("/")):
        raise SourceError(
            msg("{page} cannot name a page. Rename it: a–z, 0–9 and hyphens, and not “shell”.", page=page),
            Location(name, 1),
        )
    return page
