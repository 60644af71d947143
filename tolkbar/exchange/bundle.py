"""The nouns: one language's texts of a whole site, on their way out and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import msgspec
from msgspec import Struct

from pipeline.po import FUZZY, Entry
from pipeline.state import digest

_SIGNS: Final = 16  # hexadecimal digits: enough that no two texts of a site share a name
# What XML 1.0 cannot hold (production 2), not even escaped.
UNSPEAKABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\ufffd"


class Text(Struct, frozen=True):
    """One message of a page.

    ``stamp`` tells what its translation was when it was exported, None where the file no longer says;
    ``name`` is what a file calls the message by, and tells one whose source text a tool has changed.
    The line of ``entry`` is its line in that file.
    """

    page: str
    entry: Entry
    stamp: str | None = None
    name: str | None = None


class Bundle(Struct, frozen=True):
    """One language's texts of a whole site.

    ``site`` is the address it was exported from, None where a file does not say; ``header`` has the
    fields of a PO file's header.
    """

    source: str
    language: str
    site: str | None
    header: Mapping[str, str]
    texts: tuple[Text, ...]


def stamp_of(entry: Entry) -> str:
    """Return what tells the translation of ``entry`` from any other that it may get."""
    return digest(FUZZY if entry.fuzzy else None, *entry.strings)[:_SIGNS]


def name_of(page: str, entry: Entry) -> str:
    """Return a name for a message, the same in every export, of characters that any format takes."""
    return digest(page, *entry.key)[:_SIGNS]


class Fields(Struct, frozen=True, omit_defaults=True):
    """What PO says of a message and other formats have no place for, or have where tools may lose it.

    ``comments`` and ``extracted`` stand here too where what people are shown of them is not the whole.
    """

    name: str = ""
    stamp: str | None = None
    msgctxt: str | None = None
    msgid: str | None = None
    plural: str | None = None
    forms: int = 1
    flags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    previous_msgid: str | None = None
    previous_msgctxt: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    comments: tuple[str, ...] | None = None
    extracted: tuple[str, ...] | None = None

    @staticmethod
    def of(text: Text) -> Fields:
        """Return the fields of ``text``, which is on its way out."""
        entry = text.entry
        return Fields(
            name=name_of(text.page, entry),
            stamp=text.stamp,
            msgctxt=entry.msgctxt,
            plural=entry.plural,
            forms=max(1, len(entry.plural_strings)),
            flags=entry.flags,
            references=entry.references,
            previous_msgid=entry.previous_msgid,
            previous_msgctxt=entry.previous_msgctxt,
            previous_plural=entry.previous_plural,
            obsolete=entry.obsolete,
            comments=_unless_shown(entry.comments),
            extracted=_unless_shown(entry.extracted),
        )

    def dump(self) -> str:
        """Return the fields as JSON on one line, which XML and CSV can hold."""
        return UNSPEAKABLE.sub(_escaped, msgspec.json.encode(self).decode())

    @staticmethod
    def load(content: str) -> Fields | None:
        """Return the fields that :meth:`dump` wrote, None where a tool has damaged them."""
        try:
            return msgspec.json.decode(content, type=Fields)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            return None

    def entry(  # noqa: PLR0913 - what people are shown of a message, and may have changed
        self,
        msgid: str,
        strings: tuple[str, ...],
        *,
        fuzzy: bool,
        comments: str,
        extracted: str = "",
        line: int = 0,
    ) -> Entry:
        """Return the message with these fields; ``comments`` and ``extracted`` are what people are shown."""
        is_plural = self.plural is not None
        return Entry(
            msgid=msgid,
            msgstr="" if is_plural else "".join(strings[:1]),
            msgctxt=self.msgctxt,
            plural=self.plural,
            plural_strings=strings if is_plural else (),
            comments=_read(comments, self.comments),
            extracted=_read(extracted, self.extracted),
            references=self.references,
            flags=_flags(self.flags, fuzzy=fuzzy),
            previous_msgid=self.previous_msgid,
            previous_msgctxt=self.previous_msgctxt,
            previous_plural=self.previous_plural,
            obsolete=self.obsolete,
            line=line,
        )


def shown(lines: tuple[str, ...]) -> str:
    """Return comment lines as people are shown them."""
    return UNSPEAKABLE.sub(_REPLACEMENT, "\n".join(lines))


def _unless_shown(lines: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return ``lines`` where what people are shown does not tell them all, else None."""
    return None if _read(shown(lines), None) == lines else lines


def _read(text: str, exact: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the lines that people were shown as ``text``; ``exact`` unless somebody has changed that."""
    if exact is not None and shown(exact) == text:
        return exact
    return tuple(re.split(r"\r\n|\r|\n", text)) if text else ()


def _flags(flags: tuple[str, ...], *, fuzzy: bool) -> tuple[str, ...]:
    if fuzzy:
        return flags if FUZZY in flags else (FUZZY, *flags)
    return tuple(flag for flag in flags if flag != FUZZY)


def _escaped(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"
