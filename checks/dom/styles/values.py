"""Values: lengths in pixels, ``calc()``, and what ``var()`` stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tinycss2 import parse_component_value_list

from checks.dom.styles.media import significant
from checks.dom.styles.numerals import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tinycss2.ast import Node as Token

    from checks.dom.styles.media import Screen

ABSOLUTE: Final = {
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 24 / 25.4,
}
_PIXELS: Final = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)px", re.IGNORECASE)
_DIMENSION: Final = re.compile(
    r"(?<![\w#.\"'-])([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z]+)(?![\w(-])", re.IGNORECASE
)
_MATH: Final = re.compile(r"(?:calc|min|max|clamp)\(")
_VAR: Final = re.compile(r"(?:^|(?<=[\s,(/*+-]))var\(", re.IGNORECASE)
LONGEST: Final = 10_000  # characters of a value when its variables are put in
DEEPEST: Final = 30  # variables in variables


class Measures(NamedTuple):
    """What relative lengths are relative to, in pixels."""

    font: float
    root: float
    screen: Screen

    def pixels(self, number: float, unit: str) -> float | None:  # noqa: PLR0911 - one line for each kind of unit
        """Return the length of ``number`` ``unit``; None for a unit of a box that only layout knows."""
        if unit in ABSOLUTE:
            return number * ABSOLUTE[unit]
        if unit in {"em", "rem"}:
            return number * (self.font if unit == "em" else self.root)
        if unit in {"ex", "ch", "rex", "rch", "cap", "rcap"}:  # CSS Values 4, 5.1.1: half of the font size
            return number * (self.root if unit.startswith("r") else self.font) / 2
        if unit in {"ic", "ric"}:
            return number * (self.root if unit == "ric" else self.font)
        if unit in {"lh", "rlh"}:
            return number * 1.2 * (self.root if unit == "rlh" else self.font)
        if unit[-2:] in {"vw", "vi"} and len(unit) <= 3:
            return number * self.screen.width / 100
        if unit[-2:] in {"vh", "vb"} and len(unit) <= 3:
            return number * self.screen.height / 100
        if unit.endswith("vmin"):
            return number * min(self.screen.width, self.screen.height) / 100
        if unit.endswith("vmax"):
            return number * max(self.screen.width, self.screen.height) / 100
        return None


def pixels(text: str) -> float | None:
    """Return the number of pixels that ``text`` says, say ``16px``; None where it says something else."""
    match = _PIXELS.fullmatch(text)
    if match:
        return float(match[1])
    return 0.0 if text == "0" else None


def written(number: float) -> str:
    """Return a number of pixels as text: ``16px``."""
    return f"{round(number, 4):g}px" if abs(number) < 1e6 else f"{number:.0f}px"


def absolute(text: str, measures: Measures) -> str:
    """Return ``text`` with its lengths in pixels, and calculated where that can be done."""

    def replaced(match: re.Match[str]) -> str:
        length = measures.pixels(float(match[1]), match[2].lower())
        return match[0] if length is None else written(length)

    text = _DIMENSION.sub(replaced, text)
    return _calculated(text) if _MATH.search(text) else text


def _calculated(text: str) -> str:
    """Return ``text`` with each part that calculates pixels, or numbers, replaced by its result."""
    parts = [
        _result(token)
        if token.type == "function" and _MATH.match(f"{token.lower_name}(")
        else token.serialize()
        for token in parse_component_value_list(readable(text))
    ]
    return "".join(parts)


def _result(token: Token) -> str:
    quantity = _function(token)
    if quantity is None or abs(quantity[0]) > 1e9:
        return str(token.serialize())
    return written(quantity[0]) if quantity[1] else f"{round(quantity[0], 4):g}"


Quantity = tuple[float, bool]  # a number, and whether it is of pixels


def _function(token: Token) -> Quantity | None:
    arguments: list[list[Token]] = [[]]
    for inner in significant(token.arguments):
        if inner == ",":
            arguments.append([])
        else:
            arguments[-1].append(inner)
    values = [_sum(argument) for argument in arguments]
    if None in values or len({value[1] for value in values if value}) != 1:
        return None
    numbers, of_pixels = [value[0] for value in values if value], bool(values[0] and values[0][1])
    if token.lower_name == "clamp":
        return (max(numbers[0], min(numbers[1:])), of_pixels) if len(numbers) == 3 else None
    if token.lower_name == "calc":
        return (numbers[0], of_pixels) if len(numbers) == 1 else None
    return (min if token.lower_name == "min" else max)(numbers), of_pixels


def _sum(tokens: Sequence[Token]) -> Quantity | None:
    """Return the value of a sum of products (CSS Values 4, 10.1)."""
    total: Quantity | None = None
    sign, start = 1, 0
    for index, token in enumerate([*tokens, None]):
        if token is not None and not (token in ("+", "-") and index > start):
            continue
        product = _product(tokens[start:index])
        if product is None or (total is not None and total[1] != product[1]):
            return None
        total = (sign * product[0] + (total[0] if total else 0), product[1])
        sign, start = -1 if token == "-" else 1, index + 1
    return total


def _product(tokens: Sequence[Token]) -> Quantity | None:
    if len(tokens) % 2 == 0:
        return None
    result = _operand(tokens[0])
    for operator, token in zip(tokens[1::2], tokens[2::2], strict=True):
        operand = _operand(token)
        if result is None or operand is None:
            return None
        if operator == "*" and not (result[1] and operand[1]):
            result = (result[0] * operand[0], result[1] or operand[1])
        elif operator == "/" and not operand[1] and operand[0]:
            result = (result[0] / operand[0], result[1])
        else:
            return None
    return result


def _operand(token: Token) -> Quantity | None:
    if token.type == "number":
        return float(token.value), False
    if token.type == "dimension" and token.lower_unit == "px":
        return float(token.value), True
    if token.type == "() block":
        return _sum(significant(token.content))
    if token.type == "function" and token.lower_name in {"calc", "min", "max", "clamp"}:
        return _function(token)
    return None


def substitute(text: str, lookup: Callable[[str], str | None]) -> str | None:
    """Return ``text`` with each ``var()`` replaced; None where one has no value (CSS Variables 1, 3).

    ``lookup`` returns the value of a custom property, or None.
    """
    for _ in range(DEEPEST * 10):
        matches = list(_VAR.finditer(text))
        if not matches:
            return text
        start = matches[-1].start()  # the last one has no other in it
        end = _closing(text, matches[-1].end())
        name, comma, fallback = text[matches[-1].end() : end].partition(",")
        value = lookup(name.strip())
        if value is None:
            if not comma:
                return None
            value = fallback.strip()
        text = text[:start] + value + text[end + 1 :]
        if len(text) > LONGEST:
            return None
    return None


def _closing(text: str, start: int) -> int:
    """Return where the bracket that was opened before ``start`` is closed."""
    depth = 1
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if not depth:
            return index
    return len(text)
