"""Words that say nothing by themselves, in Swedish, English and German, from ``vague.txt``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

_FILE_NAME: Final = re.compile(
    r"\S\.(?:avif|bmp|gif|heic|ico|jpe?g|jfif|png|svg|tiff?|webp|html?|xhtml|php|aspx?|jsp"
    r"|pdf|docx?|xlsx?|pptx?|od[tsp]|txt)$",
    re.IGNORECASE,
)
_SIZE: Final = re.compile(r"\d[\d.,\s]*(?:[kmg]i?b|byte[sn]?|sid(?:a|or)|pages?|seiten?)\b", re.IGNORECASE)
_NO_WORD: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"\s\d{1,3}$")


def is_file_name(text: str) -> bool:
    """Return whether ``text`` is like the name of a file: "IMG 3.jpg", "index.html"."""
    return bool(_FILE_NAME.search(text)) and len(text.split()) <= 3  # noqa: PLR2004 - more words are a sentence


def has_letters(text: str) -> bool:
    """Return whether ``text`` has a letter or a digit, and not only signs: "»", "…", "*"."""
    return any(map(str.isalnum, text))


def says_nothing(text: str, kind: str) -> bool:
    """Return whether ``text`` is all of it one of the texts of this ``kind``, whatever its signs."""
    return plain(text) in _texts(kind)


def is_numbered(text: str, kind: str) -> bool:
    """Return whether ``text`` is one of the texts of this ``kind`` with a number: "Heading 1"."""
    return _NUMBER.sub("", plain(text)) in _texts(kind)


def is_format(text: str) -> bool:
    """Return whether ``text`` only says the format of a file, or how large it is besides."""
    return plain(_SIZE.sub(" ", text)) in _texts("format")


def is_pointing(text: str) -> bool:
    """Return whether ``text`` only points at what the words around it are about: "this page"."""
    this, _, thing = plain(text).rpartition(" ")
    return this in _texts("this") and thing in _texts("thing")


@lru_cache(4096)
def plain(text: str) -> str:
    """Return ``text`` in lower case, without signs, with single spaces."""
    return _NO_WORD.sub(" ", unicodedata.normalize("NFC", text).casefold()).strip()


@cache
def _texts(kind: str) -> frozenset[str]:
    return frozenset(plain(line) for line in _sections()[kind])


@cache
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (Path(__file__).parent / "vague.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections
