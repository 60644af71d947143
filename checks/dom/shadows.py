"""Shadow roots that scripts build, where a script does nothing else (DOM, 4.8; HTML, 4.12.1).

Such a script is carried out, statement by statement: it finds elements, attaches shadow roots, and
fills them with literals.  All others are not run, and what they build is not known.
"""

from __future__ import annotations

import re
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from turbohtml import SelectorSyntaxError, ShadowRoot

from pipeline.page import Element

if TYPE_CHECKING:
    from turbohtml import Document

SIGN: Final = "attachShadow"
LONGEST: Final = 20_000  # characters of a script that is carried out
MOST: Final = 50  # statements of it, and scripts of a page
_NAME: Final = r"(?:[^\W\d]|\$)[\w$]*"
_STATEMENT: Final = re.compile(
    rf"""\s*(?:(?:const|let|var)\s+(?P<name>{_NAME})\s*=\s*)?
    (?:document\.(?P<way>getElementById|querySelector)\(\s*(["'`])(?P<sought>[^"'`\\]*)\3\s*\)|(?P<known>{_NAME}))
    (?P<attaches>\s*\.attachShadow\(\s*\{{[^{{}}]*\}}\s*\))?
    (?:\s*\.(?P<property>innerHTML|textContent)\s*=\s*
       (?P<literal>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\$])*`))?
    [ \t]*(?:;|\n|\Z)\s*""",
    re.VERBOSE,
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_MEANT: Final = {"n": "\n", "t": "\t", "\n": ""}
_HOSTS: Final = frozenset(
    "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split()
)


class _Statement(NamedTuple):
    """One statement: what it looks for (a selector, or a name), and does with it."""

    name: str | None
    selector: str | None
    known: str | None
    attaches: bool
    content: str | None


def build_shadows(document: Document) -> None:
    """Attach and fill the shadow roots that the plain scripts of ``document`` build."""
    texts = (script.text for script in document.select("script:not([src])"))
    for text in islice((text for text in texts if SIGN in text), MOST):
        _carry_out(document, _statements(text))


def is_plain(text: str) -> bool:
    """Return whether a script does nothing but build shadow roots, as is carried out here."""
    return bool(_statements(text))


def _statements(text: str) -> list[_Statement]:
    """Return the statements of a script; none where there is any that is not understood."""
    found: list[_Statement] = []
    at = 0
    while at < len(text):
        match = _STATEMENT.match(text, at) if len(text) <= LONGEST and len(found) < MOST else None
        if match is None:
            return []
        found.append(_statement(match))
        at = match.end()
    return found


def _statement(match: re.Match[str]) -> _Statement:
    sought, literal = match["sought"], match["literal"]
    is_id = match["way"] == "getElementById"
    content = None if literal is None else _ESCAPED.sub(_mean, literal[1:-1])
    if content is not None and match["property"] == "textContent":
        content = escape(content)
    selector = None if sought is None else f'[id="{sought}"]' if is_id else sought
    return _Statement(match["name"], selector, match["known"], match["attaches"] is not None, content)


def _mean(match: re.Match[str]) -> str:
    return _MEANT.get(match[1], match[1])


def _carry_out(document: Document, statements: list[_Statement]) -> None:
    """Carry out ``statements`` until one would throw."""
    known: dict[str, Element | ShadowRoot] = {}
    for statement in statements:
        found = _find(document, statement, known)
        if statement.attaches:
            if not isinstance(found, Element) or not _can_host(found):
                return
            found = found.attach_shadow()
        if found is None or (statement.content is not None and not isinstance(found, ShadowRoot)):
            return
        if statement.content is not None and isinstance(found, ShadowRoot):
            found.set_inner_html(statement.content)
        if statement.name is not None:
            known[statement.name] = found


def _find(
    document: Document, statement: _Statement, known: dict[str, Element | ShadowRoot]
) -> Element | ShadowRoot | None:
    if statement.selector is None:
        return known.get(statement.known or "")
    try:
        return document.select_one(statement.selector)
    except SelectorSyntaxError:
        return None


def _can_host(element: Element) -> bool:
    return (element.tag in _HOSTS or "-" in element.tag) and element.shadow_root is None
