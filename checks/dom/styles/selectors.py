"""Selectors: what of them the C matcher cannot say, and the key by which their rules are found.

The parser behind ``node.element`` matches selectors; it knows neither pseudo-elements nor the
inside of shadow trees.  These are split off here, and every selector is keyed by what its
rightmost compound names, so that a node meets only the rules that can be its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from turbohtml import SelectorSyntaxError
from turbohtml.convert import css_specificity

if TYPE_CHECKING:
    from collections.abc import Iterator

Specificity = tuple[int, int, int]

LONGEST: Final = 1_000  # characters of one selector; people write a tenth
DEEPEST: Final = 8  # brackets in brackets
NOTHING: Final = ":not(*)"
_NEVER: Final = frozenset({":"})  # a key that nothing has: these style what is around their tree

_PIECE: Final = re.compile(
    r"""\\(?:[0-9a-fA-F]{1,6}\s?|.) | "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'
      | [^\\"'()\[\],\s>+~|:.#]+ | .""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_NAME: Final = r"((?:[\w-]|[^\x00-\x7f]|\\(?:[0-9a-fA-F]{1,6}\s?|.))+)"
_ID: Final = re.compile("#" + _NAME, re.DOTALL)
_CLASS: Final = re.compile(r"\." + _NAME, re.DOTALL)
_TYPE: Final = re.compile(r"(?:(?:\*|[\w-]*)\|)?" + _NAME, re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"\*?\[\s*" + _NAME + r"\s*[\]~|^$*=]", re.DOTALL)
_PSEUDO_ELEMENT: Final = re.compile(
    r"(?:::([\w-]+)|:(before|after|first-line|first-letter)\b)(.*)", re.DOTALL | re.IGNORECASE
)
_STATE: Final = re.compile(r":(focus-visible|focus-within|focus|hover|active)(?![\w-])", re.IGNORECASE)
_FAR: Final = re.compile(  # siblings, contents, states of forms: all but what is known here to be near
    r"(?<!\\)(?:\+|~(?!=)|:(?!(?:is|where|not|root|(?:any-)?link|visited|hover|active|focus(?:-visible|-within)?)(?![\w-])))",
    re.IGNORECASE,
)
_FOREIGN: Final = ("-moz-", "-ms-", "-o-")  # pseudo-elements for which other browsers drop a whole rule
_HOST: Final = re.compile(
    r":host(?:-context)?(?:\((.*?)\))?(?![\w-])\s*(>)?\s*(.*)", re.DOTALL | re.IGNORECASE
)
_SLOTTED: Final = re.compile(r"(.*)::slotted\((.*)\)(.*)", re.DOTALL | re.IGNORECASE)
_KNOWN_TO_BROWSERS: Final = (  # and not to the matcher; right for a page that nobody has touched yet
    (re.compile(r":placeholder-shown(?![\w-])", re.IGNORECASE), "[placeholder]"),
    (re.compile(r":open(?![\w-])", re.IGNORECASE), "[open]"),
    (
        re.compile(
            r":(?:popover-open|user-(?:in)?valid|-webkit-autofill|state\([^()]*\)|fullscreen"
            r"|picture-in-picture)(?![\w-])",
            re.IGNORECASE,
        ),
        NOTHING,
    ),
    (re.compile(r":-webkit-any\(|:matches\(", re.IGNORECASE), ":is("),
    (re.compile(r":-webkit-any-link(?![\w-])", re.IGNORECASE), ":any-link"),
)


@dataclass(frozen=True, slots=True)
class Selector:
    """One complex selector.

    ``text`` is what the C matcher understands; ``key`` one of ``#id``, ``.class``, ``tag``,
    ``[attribute``, ``*`` and, for what styles a shadow host or a slot's content, ``:host`` and
    ``::slotted``; ``pseudo`` the pseudo-element that it styles.
    ``host`` is what the host must match where the selector begins with ``:host``; ``is_far`` says
    that matching may look at more than the start tags of the element and its ancestors; ``needs`` are
    the keys, in lower case, that something in the tree must have, if anything is to match.
    """

    text: str
    key: str
    specificity: Specificity
    pseudo: str | None = None
    host: str | None = None
    states: frozenset[str] = frozenset()
    is_far: bool = False
    needs: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Return whether it says no more than its key."""
        return self.text == self.key

    def in_state(self, state: str) -> Selector:
        """Return it as it is for an element in ``state``, say ``focus``."""
        return replace(self, text=_enter(self.text, state)) if self.states else self

    def spreads(self, state: str) -> bool:
        """Return whether an element in ``state`` gives style to what is not it, or to a generated box."""
        if state not in self.states:
            return False
        before, _ = _rightmost(self.text)
        return self.pseudo is not None or ":has(" in self.text or bool(_STATE.search(before))


@lru_cache(maxsize=8192)
def selectors(prelude: str) -> tuple[Selector, ...] | None:
    """Return the selectors of a rule; None where browsers, too, would drop it."""
    read = [_read(part) for part in split(prelude)]
    return None if not read or None in read else tuple(selector for selector in read if selector)


def split(text: str, at: str = ",") -> list[str]:
    """Return the parts of ``text`` between those ``at`` that stand in no brackets and no strings."""
    parts, start, depth = [], 0, 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        depth += (piece in "([") - (piece in ")]")
        if piece == at and depth <= 0:
            parts.append(text[start : match.start()].strip())
            start = match.end()
    parts.append(text[start:].strip())
    return parts


def nest(text: str, parent: str) -> str:
    """Return ``text`` with ``parent`` for every ``&`` that is no part of a string (CSS Nesting 1, 3)."""
    pieces = _PIECE.findall(text)
    return "".join([piece if piece[0] in "\"'\\" else piece.replace("&", parent) for piece in pieces])


def _read(text: str) -> Selector | None:
    if not text or len(text) > LONGEST or _depth(text) > DEEPEST:
        return None
    for known, meant in _KNOWN_TO_BROWSERS:
        text = known.sub(meant, text)
    slotted = _SLOTTED.fullmatch(text)
    if slotted:
        return _slotted(slotted)
    before, last = _rightmost(text)
    pseudo = None
    match = _first(_PSEUDO_ELEMENT, last)
    if match:
        if (match[1] or "").lower().startswith(_FOREIGN):
            return None
        pseudo = (match[1] or match[2]).lower() + match[3].lower()
        last = last[: match.start()] or "*"
    host = _HOST.fullmatch((before + last).strip())
    if host:
        return _hosted(host, pseudo)
    return _finish(before + last, last, pseudo)


def _finish(text: str, last: str, pseudo: str | None, host: str | None = None) -> Selector | None:
    specificity = _specificity(text)
    if specificity is None:
        return None
    a, b, c = specificity
    key = _key(last)
    return Selector(
        text,
        key,
        (a, b + (host is not None), c + (pseudo is not None)),
        pseudo,
        host,
        frozenset(state.lower() for state in _STATE.findall(text)),
        _FAR.search(text) is not None,
        _needs(key, _without_brackets(text)),
    )


def _hosted(match: re.Match[str], pseudo: str | None) -> Selector | None:
    host, _, rest = match.groups()
    condition = host or "*"
    own = _specificity(condition)
    if own is None:
        return None
    if not rest:
        return Selector(condition, ":host", (own[0], own[1] + 1, own[2]), pseudo, condition, needs=_NEVER)
    return _finish(rest, _rightmost(rest)[1], pseudo, condition)


def _slotted(match: re.Match[str]) -> Selector | None:
    text, pseudo = match[2], _PSEUDO_ELEMENT.fullmatch(match[3])
    specificity = _specificity(text)
    if specificity is None or (match[3] and not pseudo):
        return None
    name = (pseudo[1] or pseudo[2]).lower() if pseudo else None
    a, b, c = specificity
    return Selector(text, "::slotted", (a, b, c + 1), name, needs=_NEVER)


def _specificity(text: str) -> Specificity | None:
    try:
        return css_specificity(text)[0]
    except (SelectorSyntaxError, ValueError):
        return None


def _key(compound: str) -> str:
    """Return what an element must have to match ``compound``."""
    plain = _without_brackets(compound)
    for pattern, mark in ((_ID, "#"), (_CLASS, ".")):
        match = pattern.search(plain)
        if match:
            return mark + _unescape(match[1])
    match = _TYPE.match(plain)
    if match:
        return _unescape(match[1]).lower()
    match = _ATTRIBUTE.match(compound)
    return f"[{_unescape(match[1]).lower()}" if match else "*"


def _needs(key: str, plain: str) -> frozenset[str]:
    """Return the key, and the classes that any compound names, in lower case."""
    classes = (f".{_unescape(name)}".lower() for name in _CLASS.findall(plain))
    return frozenset(classes if key[0] == "." else (key, *classes))


def _rightmost(text: str) -> tuple[str, str]:
    """Return what stands before the last compound, and that compound."""
    start = depth = 0
    for match in _PIECE.finditer(text):
        piece = match.group()
        depth += (piece in "([") - (piece in ")]")
        if not depth and (piece in ">+~" or piece.isspace()):
            start = match.end()
    return text[:start], text[start:]


def _without_brackets(text: str) -> str:
    kept, depth = [], 0
    for piece in _PIECE.findall(text):
        depth += piece in "(["
        if not depth:
            kept.append(piece)
        depth -= piece in ")]"
    return re.sub(r"(?<!\\):+[\w-]+", "", "".join(kept))


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the first match of ``pattern`` outside of brackets and strings."""
    position = depth = 0
    for match in _PIECE.finditer(text):
        piece, position = match.group(), match.start()
        if piece == ":" and not depth:
            found = pattern.match(text, position)
            if found:
                return found
        depth += (piece in "([") - (piece in ")]")
    return None


def _depth(text: str) -> int:
    return max(_depths(text), default=0)


def _depths(text: str) -> Iterator[int]:
    depth = 0
    for piece in _PIECE.findall(text):
        depth += (piece in "([") - (piece in ")]")
        yield depth


def _unescape(name: str) -> str:
    return _ESCAPE.sub(lambda match: _character(match[1]) if match[1] else match[2], name)


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


_ANCESTORS_TOO: Final = {"hover": "hover", "active": "active", "focus-within": "focus-within"}
_IMPLIED: Final = {
    "focus": frozenset({"focus", "focus-visible", "focus-within"}),
    "focus-visible": frozenset({"focus", "focus-visible", "focus-within"}),
    "hover": frozenset({"hover"}),
    "active": frozenset({"hover", "active"}),
}


def _enter(text: str, state: str) -> str:
    """Return ``text`` with what is true of an element in ``state``, and of those around it, made true."""
    implied = _IMPLIED.get(state, frozenset({state}))
    before, last = _rightmost(text)

    def enter(match: re.Match[str], allowed: frozenset[str]) -> str:
        return ":is(*)" if match[1].lower() in allowed else match[0]

    return _STATE.sub(lambda match: enter(match, implied & frozenset(_ANCESTORS_TOO)), before) + _STATE.sub(
        lambda match: enter(match, implied), last
    )
