"""Shorthands: what one declaration says of many properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from checks.dom.styles.properties import PROPERTIES, WIDE, is_valid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
Longhands = dict[str, str]

_WORD: Final = re.compile(
    r"""(?:"[^"]*"|'[^']*'|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)|[^\s"'()])+"""
)
_SIDES: Final = ("top", "right", "bottom", "left")
_LINES: Final = frozenset(
    {"none", "underline", "overline", "line-through", "blink", "spelling-error", "grammar-error"}
)
_REPEATS: Final = frozenset({"repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round"})
_ATTACHMENTS: Final = frozenset({"scroll", "fixed", "local"})
_BOXES: Final = frozenset({"border-box", "padding-box", "content-box", "text", "border-area"})
_IMAGE: Final = re.compile(
    r"(?:url|src|image|image-set|element|cross-fade|paint|[\w-]*gradient|-webkit-[\w-]+)\(", re.IGNORECASE
)
_LIST_STYLE_TYPES: Final = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'|symbols\(.*\)")
_SYSTEM_FONTS: Final = frozenset({"caption", "icon", "menu", "message-box", "small-caption", "status-bar"})
_ITERATIONS: Final = re.compile(r"infinite|[\d.]+")
_TIME: Final = re.compile(r"[-+]?[\d.]+m?s")
_ANIMATION_WORDS: Final = frozenset(
    "normal reverse alternate alternate-reverse running paused forwards backwards both "
    "ease linear ease-in ease-out ease-in-out step-start step-end".split()
)


def words(value: str) -> list[str]:
    """Return the parts of ``value`` that space separates, brackets and strings whole."""
    return _WORD.findall(value)


def expand(name: str, value: str) -> Longhands | None:
    """Return what a shorthand's ``value`` says of its longhands; None where browsers do not understand it."""
    if value in WIDE:
        return dict.fromkeys(LONGHANDS[name], value)
    result = _EXPANSIONS[name](value)
    if result is None or not all(is_valid(longhand, part) for longhand, part in result.items()):
        return None
    return {longhand: result.get(longhand, _initial(longhand)) for longhand in LONGHANDS[name]}


def _initial(name: str) -> str:
    return PROPERTIES[name].initial


def _box(value: str, names: tuple[str, ...]) -> Longhands | None:
    parts = words(value)
    return dict(zip(names, four(parts), strict=True)) if 1 <= len(parts) <= 4 else None


def four(parts: Sequence[T]) -> tuple[T, T, T, T]:
    """Return what one to four values say of top, right, bottom and left (CSS Box 4, 3.2)."""
    top = parts[0]
    right = parts[1] if len(parts) > 1 else top
    return top, right, parts[2] if len(parts) > 2 else top, parts[3] if len(parts) > 3 else right


def _pair(value: str, names: tuple[str, ...]) -> Longhands | None:
    parts = words(value)
    return {names[0]: parts[0], names[1]: parts[-1]} if 1 <= len(parts) <= 2 else None


def _any_order(value: str, names: tuple[str, ...]) -> Longhands | None:
    """Read values that may stand in any order, each for the first of ``names`` that understands it."""
    result: Longhands = {}
    for part in words(value):
        name = next((name for name in names if name not in result and is_valid(name, part)), None)
        if name is None:
            return None
        result[name] = part
    return result or None


def _border(value: str, sides: tuple[str, ...]) -> Longhands | None:
    one = _any_order(value, ("border-top-width", "border-top-style", "border-top-color"))
    if one is None:
        return None
    return {name.replace("top", side): part for side in sides for name, part in one.items()}


def _background(value: str) -> Longhands | None:
    result: Longhands = {}
    layers = at_commas(value)
    for layer in layers:
        for part in words(layer.replace("/", " / ", 1) if "(" not in layer else layer):
            _add_background(result, part)
            if part not in _PLACES and is_valid("background-color", part) and layer is layers[-1]:
                result["background-color"] = part
            elif not _is_background(part):
                return None
    return result


_PLACES: Final = frozenset(
    {"none", "/", "auto", "cover", "contain", "left", "right", "top", "bottom", "center"}
)


def at_commas(value: str) -> list[str]:
    """Return the parts of ``value`` between the commas that stand in no brackets."""
    layers, depth, start = [], 0, 0
    for index, character in enumerate(value):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            layers.append(value[start:index])
            start = index + 1
    return [*layers, value[start:]]


def _add_background(result: Longhands, part: str) -> None:
    if _IMAGE.match(part):
        image = result.get("background-image")
        result["background-image"] = f"{image}, {part}" if image else part
    elif part in _REPEATS:
        result["background-repeat"] = part
    elif part in _ATTACHMENTS:
        result["background-attachment"] = part
    elif part in _BOXES:
        result["background-clip"] = part


def _is_background(part: str) -> bool:
    return bool(
        part in _PLACES
        or part in _REPEATS
        or part in _ATTACHMENTS
        or part in _BOXES
        or _IMAGE.match(part)
        or all(not piece or is_valid("left", piece) or piece in _PLACES for piece in part.split("/"))
    )


def _font(value: str) -> Longhands | None:
    if value in _SYSTEM_FONTS:
        return {"font-size": "13.333px"}
    parts = words(re.sub(r"\s*/\s*", "/", value))
    result: Longhands = {}
    while parts:
        part = parts.pop(0)
        size, slash, height = part.partition("/")
        if is_valid("font-weight", part) and part != "normal" and not is_valid("font-size", part):
            result["font-weight"] = part
        elif part in {"italic", "oblique"}:
            result["font-style"] = part
        elif is_valid("font-size", size) and parts:
            result |= {"font-size": size, "font-family": " ".join(parts)}
            return result | {"line-height": height} if slash else result
        elif part not in {"normal", "small-caps", "condensed", "expanded", "semi-condensed", "semi-expanded"}:
            return None
    return None


def _list_style(value: str) -> Longhands | None:
    result: Longhands = {}
    for part in words(value):
        if part in {"inside", "outside"}:
            result["list-style-position"] = part
        elif _IMAGE.match(part):
            result["list-style-image"] = part
        elif _LIST_STYLE_TYPES.fullmatch(part):
            result["list-style-type"] = part
        else:
            return None
    return result


def _text_decoration(value: str) -> Longhands | None:
    result: Longhands = {}
    for part in words(value):
        if part in _LINES:
            result["text-decoration-line"] = f"{result.get('text-decoration-line', '')} {part}".strip()
        elif is_valid("text-decoration-style", part):
            result["text-decoration-style"] = part
        elif is_valid("text-decoration-color", part):
            result["text-decoration-color"] = part
        elif is_valid("left", part) or part == "from-font":
            result["text-decoration-thickness"] = part
        else:
            return None
    return result


def _animation(value: str) -> Longhands | None:
    """Read the first animation; a name is what is nothing else (CSS Animations 1, 4.9)."""
    result: Longhands = {}
    for part in words(at_commas(value)[0]):
        if _TIME.fullmatch(part):
            result.setdefault("animation-duration", part)
        elif _ITERATIONS.fullmatch(part):
            result["animation-iteration-count"] = part
        elif part == "paused":
            result["animation-play-state"] = part
        elif part in {"forwards", "backwards", "both"}:
            result["animation-fill-mode"] = part
        elif part not in _ANIMATION_WORDS and "(" not in part:
            result["animation-name"] = part
    return result


def _boxes(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.format(side) for side in _SIDES)


_BORDER_PARTS: Final = ("width", "style", "color")
LONGHANDS: Final[dict[str, tuple[str, ...]]] = {
    "animation": (
        "animation-name",
        "animation-duration",
        "animation-iteration-count",
        "animation-fill-mode",
        "animation-play-state",
    ),
    "background": tuple(name for name in PROPERTIES if name.startswith("background-")),
    "border": tuple(f"border-{side}-{part}" for side in _SIDES for part in _BORDER_PARTS),
    **{f"border-{side}": tuple(f"border-{side}-{part}" for part in _BORDER_PARTS) for side in _SIDES},
    **{f"border-{part}": _boxes(f"border-{{}}-{part}") for part in _BORDER_PARTS},
    "font": ("font-style", "font-variant", "font-weight", "font-size", "line-height", "font-family"),
    "inset": _SIDES,
    "inset-block": ("top", "bottom"),
    "inset-inline": ("left", "right"),
    "list-style": ("list-style-position", "list-style-image", "list-style-type"),
    "margin": _boxes("margin-{}"),
    "margin-block": ("margin-top", "margin-bottom"),
    "margin-inline": ("margin-left", "margin-right"),
    "outline": ("outline-width", "outline-style", "outline-color"),
    "overflow": ("overflow-x", "overflow-y"),
    "padding": _boxes("padding-{}"),
    "padding-block": ("padding-top", "padding-bottom"),
    "padding-inline": ("padding-left", "padding-right"),
    "text-decoration": (
        "text-decoration-line",
        "text-decoration-style",
        "text-decoration-color",
        "text-decoration-thickness",
    ),
}


def _of(
    read: Callable[[str, tuple[str, ...]], Longhands | None], name: str
) -> Callable[[str], Longhands | None]:
    return lambda value: read(value, LONGHANDS[name])


def _expansions() -> Iterator[tuple[str, Callable[[str], Longhands | None]]]:
    for name in ("inset", "margin", "padding", "border-width", "border-style", "border-color"):
        yield name, _of(_box, name)
    for name in LONGHANDS:
        if name.endswith(("-block", "-inline")) or name == "overflow":
            yield name, _of(_pair, name)
    yield "border", lambda value: _border(value, _SIDES)
    for side in _SIDES:
        yield f"border-{side}", lambda value, side=side: _border(value, (side,))  # type: ignore[misc]
    yield "outline", _of(_any_order, "outline")
    yield from (
        ("animation", _animation),
        ("background", _background),
        ("font", _font),
        ("list-style", _list_style),
        ("text-decoration", _text_decoration),
    )


_EXPANSIONS: Final = dict(_expansions())
