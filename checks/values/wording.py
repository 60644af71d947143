"""The words of a message, without what stands in it for something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

STAND_IN: Final = "\ufffc"  # in place of a value that a program fills in, an address, anything opaque

_BREAK: Final = re.compile(r"<br\d*/>")
_OPAQUE: Final = re.compile(r"<[a-z][a-z-]*\d*/>")
_TAG: Final = re.compile(
    r"<(?![^<>\s\"'=]{0,200}(?:@|://)[^<>\s]{0,200}>)/?[A-Za-z!?][^<>]*>"
)  # not <stad@stad.example>
_FORMAT: Final = re.compile(
    r"%(?:\d+\$)?(?:\([\w.-]+\))?[-+#0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?(?:hh?|ll?|[LqjztI])?[diouxXeEfFgGcrsaApPmS@]"
    r"|%%(?=[diouxXcs0])|%\d{1,2}(?![\d%.,])|%\([\w.-]+\)|%\{[\w.-]+\}"  # printf, Qt, Python, Ruby
    r"|\$?\{\{?[\w.!:,|# -]*\}\}?|\$\w+|&(?:[A-Za-z]+|#\w+);"  # str.format, templates, shells, HTML
)
EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
URL: Final = re.compile(
    r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"'\u00ab\u00bb\u2018-\u201f\u2039\u203a()\[\]{}\ufffc]+(?<![.,;:!?])",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_TECHNICAL: Final = re.compile(r"[_/\\=|<>\[\]{}*@#$^~`+\ufffc\d]|^-|\w[.:(]\w|\(\)|\.\.|--")
# Letters of Swedish, in words that are no names, that a language does not have.
FOREIGN_LETTERS: Final = {"en": "åäö", "de": "å"}
_SHOWN: Final = 60  # characters that are enough to recognise a text


@lru_cache(maxsize=8192)
def marked_up(text: str) -> str:
    """Return ``text`` without inline markup; addresses are still there."""
    if "<" not in text:
        return text
    return _TAG.sub("", _OPAQUE.sub(STAND_IN, _BREAK.sub(" ", text)))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the words of ``text``, with U+FFFC for values, format strings and addresses."""
    words = marked_up(text)
    if "@" in words:
        words = EMAIL.sub(STAND_IN, words)
    if "://" in words or "www." in words.lower():
        words = URL.sub(STAND_IN, words)
    return _FORMAT.sub(STAND_IN, words) if any(sign in words for sign in "%{$&") else words


@lru_cache(maxsize=8192)
def prose(text: str) -> str:
    """Return the words of ``text`` that are no names of files, commands, options or functions."""
    return " ".join(word for word in plain(text).split() if not _TECHNICAL.search(word))


def words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a message, with their places in ``plain(text)``."""
    return WORD.finditer(plain(text))


def excerpt(text: str) -> str:
    """Return as much of ``text`` as a person needs to recognise it."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
