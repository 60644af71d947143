"""Tags, comments and characters are written as HTML is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node
from checks.html._targets import faults_or_page
from checks.html._written import (
    CHARACTER_REFERENCES,
    DUPLICATE_ATTRIBUTE,
    SELF_CLOSING,
    Piece,
    faults,
    pieces,
)
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.model import Message

_ELSEWHERE: Final = CHARACTER_REFERENCES | DUPLICATE_ATTRIBUTE | SELF_CLOSING  # these have rules of their own
_TAG: Final = re.compile(r"<[^<]*$")
_SPACE: Final = msg("A space is missing between two attributes, at {text}. Write it.")
_NAME: Final = msg(
    "An attribute has a character in its name that no name has, at {text}. See what it should be."
)
_VALUE: Final = msg("The value of an attribute is broken, at {text}. Put it in quotation marks.")
_END: Final = msg("An end tag has more in it than its name, at {text}. Remove it.")
_LESS: Final = msg("This < begins no tag, at {text}. Write &lt; for the sign itself.")
_CODE: Final = msg("Program code is left in the page, at {text}. See that the server runs it.")
_XML: Final = msg("An XML instruction does nothing in HTML, at {text}. Remove it.")
_COMMENT: Final = msg("A comment is broken, at {text}. It begins with <!-- and ends with --> alone.")
_CUT: Final = msg("The page ends in the middle of a tag or comment. See what is missing.")
_CHARACTER: Final = msg("The page holds a character that HTML forbids. Remove it, or save the page in UTF-8.")
_OTHER: Final = msg("The markup is broken, at {text}. See what it should be.")
_MESSAGES: Final[Mapping[str, Message]] = {
    "missing-whitespace-between-attributes": _SPACE,
    "unexpected-character-in-attribute-name": _NAME,
    "unexpected-equals-sign-before-attribute-name": _NAME,
    "unexpected-solidus-in-tag": _NAME,
    "unexpected-character-in-unquoted-attribute-value": _VALUE,
    "missing-attribute-value": _VALUE,
    "end-tag-with-attributes": _END,
    "end-tag-with-trailing-solidus": _END,
    "missing-end-tag-name": _END,
    "invalid-first-character-of-tag-name": _LESS,
    "eof-before-tag-name": _CUT,
    "eof-in-tag": _CUT,
    "eof-in-comment": _CUT,
    "eof-in-doctype": _CUT,
    "unexpected-question-mark-instead-of-tag-name": _CODE,
    "invalid-first-character-of-processing-instruction-target": _CODE,
    "invalid-processing-instruction-target": _CODE,
    "disallowed-processing-instruction-target": _CODE,
    "eof-in-processing-instruction": _CODE,
    "abrupt-closing-of-empty-comment": _COMMENT,
    "incorrectly-closed-comment": _COMMENT,
    "incorrectly-opened-comment": _COMMENT,
    "nested-comment": _COMMENT,
    "control-character-in-input-stream": _CHARACTER,
    "noncharacter-in-input-stream": _CHARACTER,
    "surrogate-in-input-stream": _CHARACTER,
    "unexpected-null-character": _CHARACTER,
}


class TagSyntax(Rule[Page, Piece | Node]):
    """A missing quotation mark or space turns half a tag into text, or the text behind it into a tag.

    Look at the place that is named, and just before it.
    """

    id = "tag-syntax"
    title = msg("Tags and comments are written as HTML is")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Piece | Node]:
        """Yield what the parser's tokenizer stumbles over."""
        codes = frozenset(fault.code for fault in faults(page)) - _ELSEWHERE
        return faults_or_page(page, pieces(page, codes, _TAG))

    def expectation(self, found: Piece | Node) -> Verdict:
        """Require that there is nothing."""
        if isinstance(found, Node):
            return PASSED
        return Failed(_about(_message(found), found.text.strip()))


def _message(found: Piece) -> Message:
    message = _MESSAGES.get(found.code, _OTHER)
    return _XML if message is _CODE and found.text.startswith("<?xml") else message


def _about(message: Message, text: str) -> Message:
    """Return ``message`` about ``text``."""
    return type(message)(message.msgid, (("text", text),))
