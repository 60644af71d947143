"""Transforms: by which angle an element is turned about the line of sight (CSS Transforms 1 and 2)."""

from __future__ import annotations

import re
from math import atan2, degrees
from typing import TYPE_CHECKING, Final

from checks.dom.styles.shorthands import words

if TYPE_CHECKING:
    from checks.dom.styles.computed import Style

_FUNCTION: Final = re.compile(r"([a-z0-9]+)\(([^()]*)\)")
_ANGLE: Final = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(deg|rad|grad|turn)|[-+]?0+(?:\.0+)?")
_DEGREES: Final = {"deg": 1.0, "grad": 0.9, "rad": degrees(1), "turn": 360.0}
_ARGUMENTS: Final = {"rotate": 1, "rotatez": 1, "rotate3d": 4, "matrix": 6, "matrix3d": 16}


def rotation(found: Style) -> float | None:
    """Return the degrees that ``rotate`` and ``transform`` turn by; None where neither turns."""
    angles = [*_of_property(found["rotate"]), *_of_functions(found["transform"])]
    return sum(angles) if angles else None


def _of_property(value: str) -> list[float]:
    """Return the angle of the property ``rotate``: alone, or beside an axis that is the line of sight."""
    parts = words(value)
    turns = [part for part in parts if _ANGLE.fullmatch(part) and part[-1].isalpha()]
    angle = _angle(turns[0] if turns else value)
    if angle is None:
        return []
    axis = [part for part in parts if part not in turns] if turns else []
    return [_about(angle, ["0", "0", "1"] if axis in ([], ["z"]) else axis)]


def _of_functions(value: str) -> list[float]:
    angles = []
    for name, inside in _FUNCTION.findall(value):
        arguments = [part.strip() for part in inside.split(",")]
        if _ARGUMENTS.get(name) == len(arguments):
            angle = _turn(name, arguments)
            if angle is not None:
                angles.append(angle)
    return angles


def _turn(name: str, arguments: list[str]) -> float | None:
    if name.startswith("matrix"):
        try:
            return degrees(atan2(float(arguments[1]), float(arguments[0])))
        except ValueError:
            return None
    angle = _angle(arguments[-1])
    if angle is None:
        return None
    return _about(angle, arguments[:3]) if name == "rotate3d" else angle


def _about(angle: float, axis: list[str]) -> float:
    """Return what a turn about ``axis`` is about the line of sight: the same, the reverse, or nothing."""
    try:
        x, y, z = map(float, axis)
    except ValueError:
        return 0.0
    if x or y or not z:
        return 0.0
    return angle if z > 0 else -angle


def _angle(text: str) -> float | None:
    match = _ANGLE.fullmatch(text)
    if match is None:
        return None
    return float(match[1]) * _DEGREES[match[2]] if match[1] else 0.0
