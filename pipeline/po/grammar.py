r"""The grammar of a PO file, as regular expressions that never try a character twice.

::

    file     = entry* rest
    entry    = rest sections
    rest     = (blank line | comment)*
    sections = [msgctxt] msgid msgstr
             | [msgctxt] msgid msgid_plural msgstr[0] msgstr[1] …
    section  = keyword string string …

Keywords and strings are separated by any white space, as in gettext; in an obsolete entry each of
its lines begins with ``#~``.  The quantifiers are possessive, so that the time to read a file, or to
refuse it, grows with its length and not with the square of it.

The source: "The Format of PO Files" in the GNU gettext manual, and ``po-lex.c`` where that is silent.
"""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = r'\\[abfnrtv"\\]'
# A byte in octal or hexadecimal digits, never NUL, which no string of gettext can hold.
_BYTE: Final = (
    r"\\(?:(?!0{3}|0{1,2}(?![0-7]))(?:[0-3][0-7]{2}|[0-7]{1,2}(?![0-7]))"
    r"|x(?!0++(?![0-9A-Fa-f]))0*+[0-9A-Fa-f]{1,2}(?![0-9A-Fa-f]))"
)
_ESCAPE: Final = rf"(?:{_LETTER}|{_BYTE})"
_STRING: Final = rf'"[^"\\\n]*+(?:{_ESCAPE}[^"\\\n]*+)*+"'

_BLANK: Final = r"[ \t\r\f\v]"
# Between two tokens of an entry; the obsolete form repeats its prefix on every line.
_GAP: Final = r"[ \t\r\f\v\n]*+"
_OBSOLETE_GAP: Final = rf"(?:{_BLANK}|\n{_GAP}#~(?!\|))*+"
_ANY_GAP: Final = r"(?:[ \t\r\f\v\n]|#~)*+"
_COMMENT: Final = rf"(?:#(?!~)[^\n]*+|#~(?:\||{_BLANK}*+\#)[^\n]*+|#~{_BLANK}*+)"


def _strings(gap: str) -> str:
    return rf"{_STRING}(?:{gap}{_STRING})*+"


def _sections(gap: str) -> str:
    """Return the pattern of an entry's keywords and strings, ``gap`` between any two of them."""
    strings = _strings(gap)
    index = rf"msgstr{_BLANK}*+\[{_BLANK}*+[0-9]{{1,3}}+{_BLANK}*+\]"
    return (
        rf"(?:msgctxt{gap}(?P<msgctxt>{strings}){gap})?+"
        rf"(?P<keyword>msgid){gap}(?P<msgid>{strings}){gap}"
        rf"(?:msgstr{gap}(?P<msgstr>{strings})"
        rf"|msgid_plural{gap}(?P<plural>{strings})(?P<plural_strings>(?:{gap}{index}{gap}{strings})++))"
        rf"{_BLANK}*+(?:\n|\Z)"
    )


# Blank lines and comments before an entry, those of an obsolete one too.
REST: Final = re.compile(rf"(?:{_BLANK}*+{_COMMENT}?+\n)*+")
# The last line of a file whose last line has no end.
LAST: Final = re.compile(rf"{_BLANK}*+{_COMMENT}?+\Z")

ACTIVE: Final = re.compile(rf"{_BLANK}*+{_sections(_GAP)}")
OBSOLETE: Final = re.compile(rf"{_BLANK}*+#~{_BLANK}*+{_sections(_OBSOLETE_GAP)}")
# The form of nearly all entries: notes, references, two strings of one line.  What is in them is for the
# caller to see: to look for line feeds alone takes half the time.  Nor may a CR be anywhere in the text.
PLAIN: Final = re.compile(
    r"\n*+(?P<extracted>(?:#\. .*+\n)*+)(?P<references>(?:#: .*+\n)*+)"
    r'msgid "(?P<msgid>.*)"\nmsgstr "(?P<msgstr>.*)"\n'
    rf'(?!{_GAP}")',
)
# One form of a plural in what the group ``plural_strings`` matched.
PLURAL_FORM: Final = re.compile(
    rf"{_ANY_GAP}msgstr{_BLANK}*+\[{_BLANK}*+([0-9]{{1,3}}+){_BLANK}*+\]{_ANY_GAP}({_strings(_ANY_GAP)})",
)
# The lines after "#|", without that prefix.
PREVIOUS: Final = re.compile(
    rf"{_GAP}(?:msgctxt{_GAP}(?P<msgctxt>{_strings(_GAP)}){_GAP})?+"
    rf"(?:msgid{_GAP}(?P<msgid>{_strings(_GAP)}){_GAP}"
    rf"(?:msgid_plural{_GAP}(?P<plural>{_strings(_GAP)}){_GAP})?+)?+\Z",
)
STRING: Final = re.compile(_STRING)
# One escape, or several bytes in a row, which may be one character.
ESCAPE: Final = re.compile(rf"{_LETTER}|(?:{_BYTE})++")
