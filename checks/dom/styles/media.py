"""Conditions: media queries, for the screen that a page is judged on (Media Queries 4)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tinycss2 import parse_component_value_list

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tinycss2.ast import Node as Token

LONGEST: Final = 2_000
_DEEPEST: Final = 20
_PIXELS: Final = {
    "px": 1.0,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
}
_DOTS: Final = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}
_DISCRETE: Final = {  # a desktop computer as it came, with a mouse
    "hover": "hover",
    "any-hover": "hover",
    "pointer": "fine",
    "any-pointer": "fine",
    "update": "fast",
    "scan": "progressive",
    "overflow-block": "scroll",
    "overflow-inline": "scroll",
    "color-gamut": "srgb",
    "video-color-gamut": "srgb",
    "dynamic-range": "standard",
    "video-dynamic-range": "standard",
    "display-mode": "browser",
    "scripting": "enabled",
    "prefers-color-scheme": "light",
    "prefers-reduced-motion": "no-preference",
    "prefers-reduced-data": "no-preference",
    "prefers-reduced-transparency": "no-preference",
    "prefers-contrast": "no-preference",
    "forced-colors": "none",
    "inverted-colors": "none",
}
_NONE: Final = frozenset({"none", "no-preference"})  # such a feature is false in a query without a value
_COMPARISONS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
}
_OPPOSITE: Final = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}


class Screen(NamedTuple):
    """A screen, in CSS pixels."""

    width: float = 1280
    height: float = 720

    @property
    def orientation(self) -> str:
        """Return ``portrait`` or ``landscape`` (Media Queries 4, 4.2)."""
        return "portrait" if self.height >= self.width else "landscape"

    def value(self, feature: str) -> float | None:
        """Return the value of a ``feature`` that is a number."""
        numbers = {
            "width": self.width,
            "height": self.height,
            "device-width": self.width,
            "device-height": self.height,
            "aspect-ratio": self.width / self.height,
            "device-aspect-ratio": self.width / self.height,
            "resolution": 1.0,
            "device-pixel-ratio": 1.0,
            "color": 8.0,
            "color-index": 0.0,
            "monochrome": 0.0,
            "grid": 0.0,
            "horizontal-viewport-segments": 1.0,
            "vertical-viewport-segments": 1.0,
        }
        return numbers.get(feature)


DESKTOP: Final = Screen()


@lru_cache(maxsize=2048)
def applies(queries: str, screen: Screen = DESKTOP) -> bool:
    """Return whether a list of media queries is true on ``screen``; an empty one is."""
    if len(queries) > LONGEST or nesting(queries) > _DEEPEST:
        return False
    tokens = significant(parse_component_value_list(queries, skip_comments=True))
    return not tokens or any(_query(part, screen) for part in _split(tokens))


def nesting(text: str) -> int:
    """Return how deep brackets stand in brackets."""
    depth = deepest = 0
    for bracket in re.findall(r"[()\[\]{}]", text):
        depth = max(0, depth + (1 if bracket in "([{" else -1))
        deepest = max(depth, deepest)
    return deepest


def significant(tokens: Sequence[Token]) -> list[Token]:
    """Return ``tokens`` without the space between them."""
    return [token for token in tokens if token.type not in ("whitespace", "comment")]


def word(token: Token) -> str:
    """Return the keyword that ``token`` is, in lower case; empty where it is none."""
    return str(token.lower_value) if token.type == "ident" else ""


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _query(tokens: list[Token], screen: Screen) -> bool:
    """Return whether one query is true; what is no query is not (Media Queries 4, 3.2)."""
    if not tokens:
        return False
    negated = word(tokens[0]) == "not" and len(tokens) > 1 and tokens[1].type == "ident"
    if word(tokens[0]) in {"not", "only"} and len(tokens) > 1 and tokens[1].type == "ident":
        tokens = tokens[1:]
    medium = word(tokens[0])
    if not medium or medium == "not":
        return condition(tokens, lambda block: _feature(block, screen)) is True
    matches: bool | None = medium in {"all", "screen"}
    if len(tokens) > 1:
        if word(tokens[1]) != "and" or len(tokens) == 2:
            return False
        rest = condition(tokens[2:], lambda block: _feature(block, screen))
        matches = None if rest is None else matches and rest
    return matches is not None and matches is not negated


def condition(tokens: Sequence[Token], judge: Callable[[Token], bool | None]) -> bool | None:
    """Return whether a condition of ``not``, ``and`` and ``or`` is true; None where that is unknown.

    ``judge`` judges what stands between these words.
    """
    if len(tokens) == 2 and word(tokens[0]) == "not":
        inner = judge(tokens[1])
        return None if inner is None else not inner
    if len(tokens) % 2 == 0:
        return None
    joints = {word(token) for token in tokens[1::2]}
    values = [judge(token) for token in tokens[::2]]
    if not joints:
        return values[0]
    if joints == {"and"}:
        return False if False in values else None if None in values else True
    if joints == {"or"}:
        return True if True in values else None if None in values else False
    return None


def _feature(block: Token, screen: Screen) -> bool | None:
    if block.type != "() block":
        return None
    tokens = significant(block.content)
    if not tokens:
        return None
    if tokens[0].type == "() block" or word(tokens[0]) == "not":
        return condition(tokens, lambda inner: _feature(inner, screen))
    name = re.sub(r"^-webkit-", "", word(tokens[0]))
    if len(tokens) == 1:
        return _boolean(name, screen)
    if name and tokens[1] == ":":
        return _plain(name, tokens[2:], screen)
    return _range(tokens, screen)


def _boolean(name: str, screen: Screen) -> bool | None:
    if name in _DISCRETE:
        return _DISCRETE[name] not in _NONE
    if name == "orientation":
        return True
    value = screen.value(name)
    return None if value is None else value != 0


def _plain(name: str, tokens: list[Token], screen: Screen) -> bool | None:
    if name in _DISCRETE or name == "orientation":
        value = screen.orientation if name == "orientation" else _DISCRETE[name]
        return len(tokens) == 1 and word(tokens[0]) == value
    comparison = {"min-": ">=", "max-": "<="}.get(name[:4], "=")
    return _compare(screen.value(name[4:] if comparison != "=" else name), comparison, _number(tokens))


def _range(tokens: list[Token], screen: Screen) -> bool | None:
    """Return whether ``400px <= width < 50em``, or a part of such a range, is true."""
    operands: list[list[Token]] = [[]]
    operators: list[str] = []
    for token in tokens:
        if token.type == "literal" and token.value in "<>=":
            if operators and not operands[-1] and operators[-1] in "<>" and token.value == "=":
                operators[-1] += "="
            else:
                operators.append(token.value)
                operands.append([])
        elif token.type == "literal" and token.value in {"<=", ">="}:
            operators.append(token.value)
            operands.append([])
        else:
            operands[-1].append(token)
    if len(operands) not in (2, 3) or not all(operands):
        return None
    named = 0 if len(operands) == 2 and word(operands[0][0]) else 1
    value = screen.value(word(operands[named][0]))
    if named == 0:
        return _compare(value, operators[0], _number(operands[1]))
    results = [_compare(value, _OPPOSITE[operators[0]], _number(operands[0]))]
    if len(operands) == 3:
        results.append(_compare(value, operators[1], _number(operands[2])))
    return None if None in results else all(results)


def _compare(value: float | None, comparison: str, other: float | None) -> bool | None:
    return None if value is None or other is None else _COMPARISONS[comparison](value, other)


def _number(tokens: Sequence[Token]) -> float | None:
    if len(tokens) == 3 and tokens[1] == "/" and tokens[0].type == tokens[2].type == "number":
        return float(tokens[0].value / tokens[2].value) if tokens[2].value else None
    if len(tokens) != 1:
        return None
    token = tokens[0]
    if token.type == "number":
        return float(token.value)
    if token.type == "dimension":
        factor = _PIXELS.get(token.lower_unit) or _DOTS.get(token.lower_unit)
        return None if factor is None else token.value * factor
    return None
