"""What is wrong with a PO file that the grammar refuses, said with its line and its remedy.

The grammar decides; this room only explains, token by token, after the decision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.errors import CatalogError
from pipeline.model import Location, Message, msg
from pipeline.po import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.po.entry import Entry, Key

_BLANKS: Final = " \t\r\f\v"
_BLANK: Final = frozenset(_BLANKS)
_MARKER: Final = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_KEYWORD: Final = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?![a-z_])(?:\s*\[\s*([0-9]+)\s*\])?")
# A string, whatever stands after its backslashes.
_LOOSE_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_BACKSLASH: Final = re.compile(r"\\.")
_MIDDLE: Final = ("msgstr", "msgid_plural", '"')  # tokens that no entry begins with
_SHOWN: Final = 40  # characters of a msgid: enough to know it by


def no_header(path: str) -> CatalogError:
    """Return the error for a file that does not say what it is."""
    return CatalogError(
        msg('The file does not begin with a header; restore the entry msgid "" with its line Content-Type.'),
        Location(path, 1),
    )


def require_unique(entries: Iterable[Entry], path: str) -> None:
    """Raise ``CatalogError`` where two entries have the same msgctxt and msgid, as gettext does."""
    first: dict[Key, Entry] = {}
    for entry in entries:
        known = first.setdefault(entry.key, entry)
        if known is not entry:
            raise CatalogError(_twice(entry.msgid, known.line), Location(path, entry.line))


def previous_fault(head: str, path: str, line: int) -> CatalogError:
    """Return the error for comments ``head``, from ``line`` on, whose lines ``#|`` are no previous msgid."""
    numbered = enumerate(head.split("\n"), line)
    number = next(number for number, text in numbered if text.lstrip(_BLANKS).startswith(("#|", "#~|")))
    return CatalogError(
        msg('The previous msgid is damaged; write #| msgid "…", or remove its lines.'),
        Location(path, number),
    )


def bytes_fault(path: str, line: int) -> CatalogError:
    """Return the error for an entry, at ``line``, whose escaped bytes are no text."""
    return CatalogError(
        msg("Escapes of this entry stand for no character; write the characters themselves."),
        Location(path, line),
    )


def entry_fault(text: str, position: int, last: int, path: str) -> CatalogError:
    """Return the error for the entry at ``position`` of ``text``, which the grammar refuses.

    What begins like the middle of an entry belongs to the one before, which begins at ``last``.
    """
    start = last if text.startswith(_MIDDLE, position) else position
    line = text.count("\n", 0, start) + 1
    walk = _Walk()
    faults = (fault for place in _lines(text[start:], line) if (fault := walk.read(place)))
    fault = next(faults, None) or walk.missing() or _Fault(line, msg("This is no PO entry; restore it."))
    return CatalogError(fault.message, Location(path, fault.line))


def _twice(msgid: str, line: int) -> Message:
    shown = f"{msgid[:_SHOWN]}…" if len(msgid) > _SHOWN else msgid
    return msg(
        'The message "{msgid}" is defined here and on line {line}; remove one of the two.',
        msgid=shown,
        line=line,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a damaged entry, without the prefix of an obsolete one."""

    number: int
    text: str
    obsolete: bool


@dataclass(frozen=True, slots=True)
class _Fault:
    line: int
    message: Message


def _lines(text: str, first: int) -> Iterator[_Line]:
    for number, line in enumerate(text.split("\n"), first):
        stripped = line.strip(_BLANKS)
        obsolete = stripped.startswith("#~")
        yield _Line(number, stripped[2:].lstrip(_BLANKS) if obsolete else stripped, obsolete)


class _Walk:
    """Reads an entry until something is out of place; knows what has been read so far."""

    def __init__(self) -> None:
        self._keyword = ""  # the last one; "" before the first
        self._line = 0  # where it stands
        self._filled = True  # whether a string has followed it
        self._form = 0  # the number of the next plural form
        self._comment = 0  # the line of a comment that has come since
        self._obsolete: bool | None = None

    def read(self, line: _Line) -> _Fault | None:
        """Return what is wrong with ``line``, or None."""
        if _MARKER.match(line.text):
            return _Fault(
                line.number,
                msg("A merge conflict was left here; choose one side and remove the marker lines."),
            )
        if line.text.startswith(("#", "|")) or (line.obsolete and not line.text):
            self._comment = line.number if self._keyword else 0
            return None
        if line.text and self._obsolete not in {None, line.obsolete}:
            return self._mixed(line)
        if line.text:
            self._obsolete = line.obsolete
        return self._tokens(line)

    def _mixed(self, line: _Line) -> _Fault:
        """Return the fault of a line with ``#~`` after one without, or the other way round."""
        token = _KEYWORD.match(line.text)
        if token and not self._follows(*token.groups()) and (missing := self.missing()):
            return missing
        return _Fault(line.number, msg("Only some lines of the entry begin with #~; make them alike."))

    def _tokens(self, line: _Line) -> _Fault | None:
        position = 0
        while position < len(line.text):
            token = grammar.STRING.match(line.text, position) or _KEYWORD.match(line.text, position)
            if token is None:
                return _Fault(line.number, self._no_token(line.text, position))
            fault = self._string(line) if token.re is grammar.STRING else self._section(token, line.number)
            if fault:
                return fault
            position = token.end()
            while line.text[position : position + 1] in _BLANK:
                position += 1
        return None

    def _no_token(self, text: str, position: int) -> Message:
        """Say why there is neither a keyword nor a string at ``position``."""
        if string := _LOOSE_STRING.match(text, position):
            return msg("{escape} is no escape; write \\\\ for a backslash.", escape=_wrong_escape(string[0]))
        if text[position] == '"':
            return msg("The string does not end; close it with a quotation mark on the same line.")
        if not position:
            return msg("The line is neither keyword, string nor comment; remove it, or begin it with #.")
        if not self._filled:
            return msg(
                "The text of {keyword} is not quoted; put it between quotation marks.", keyword=self._keyword
            )
        return msg('Text follows the closing quotation mark; write \\" for one inside the text.')

    def _string(self, line: _Line) -> _Fault | None:
        if not self._keyword:
            return _Fault(line.number, msg("The string follows no keyword; move it to its entry."))
        self._filled = True
        return self._inside()

    def _section(self, token: re.Match[str], line: int) -> _Fault | None:
        keyword, form = token.groups()
        if not self._follows(keyword, form):
            plural_missing = keyword == "msgstr" and self._keyword == "msgid"
            return (not plural_missing and self.missing()) or _Fault(line, self._out_of_order(token[0]))
        fault = self._inside() if self._filled else self.missing()
        self._keyword, self._line, self._filled = keyword, line, False
        self._form += form is not None
        return fault

    def _follows(self, keyword: str, form: str | None) -> bool:
        """Tell whether ``keyword`` may come next."""
        if keyword == "msgstr":
            expected = {"msgid": None, "msgid_plural": "0", "msgstr": str(self._form) if self._form else ""}
            return self._keyword in expected and form == expected[self._keyword]
        after = {"msgctxt": {""}, "msgid": {"", "msgctxt"}, "msgid_plural": {"msgid"}}
        return form is None and self._keyword in after[keyword]

    def _out_of_order(self, found: str) -> Message:
        if self._form:
            return msg("{found} is out of order; msgstr[{form}] comes here.", found=found, form=self._form)
        return msg("{found} is out of order; an entry is msgctxt, msgid, msgid_plural, msgstr.", found=found)

    def _inside(self) -> _Fault | None:
        """Return the fault of a comment that stands inside the entry."""
        if not self._comment:
            return None
        return _Fault(self._comment, msg("A comment stands inside the entry; move it above the entry."))

    def missing(self) -> _Fault | None:
        """Return what the entry lacks for being whole."""
        if not self._keyword:
            return None
        if not self._filled:
            sentence = msg('{keyword} has no string; write one, if only "".', keyword=self._keyword)
            return _Fault(self._line, sentence)
        wanted = {"msgctxt": "msgid", "msgid": "msgstr", "msgid_plural": "msgstr[0]"}.get(self._keyword)
        if wanted is None:
            return None
        sentence = msg("No {wanted} follows the {keyword}; add one.", wanted=wanted, keyword=self._keyword)
        return _Fault(self._line, sentence)


def _wrong_escape(string: str) -> str:
    """Return the first escape of ``string`` that gettext does not know, so that it can be seen."""
    escapes = _BACKSLASH.finditer(string)
    wrong = next(escape[0] for escape in escapes if not grammar.ESCAPE.match(string, escape.start()))
    return wrong if wrong.isprintable() else f"\\ U+{ord(wrong[1]):04X}"
