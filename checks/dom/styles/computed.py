"""Computed values: what the cascade, inheritance and relative units make of declarations.

CSS Cascade 5, 4 and 7; each property is resolved when it is asked for, and then remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from checks.dom.styles import colours
from checks.dom.styles.declarations import Pending, has_substitution, longhands
from checks.dom.styles.properties import PROPERTIES, is_valid
from checks.dom.styles.values import Measures, absolute, pixels, substitute, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checks.dom.styles.declarations import Value
    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared
    from checks.values.colour import Colour

T = TypeVar("T")
FONT_SIZE: Final = 16.0
_SIZES: Final = {  # CSS Fonts 4, 2.5
    "xx-small": 9.0,
    "x-small": 10.0,
    "small": 13.0,
    "medium": 16.0,
    "large": 18.0,
    "x-large": 24.0,
    "xx-large": 32.0,
    "xxx-large": 48.0,
    "math": 16.0,
}
_WIDTHS: Final = {"thin": "1px", "medium": "3px", "thick": "5px"}
_UNMEASURED: Final = frozenset(
    {"content", "font-family", "background-image", "quotes", "cursor", "list-style-image"}
)
_BLOCKS: Final = {
    "inline": "block",
    "inline-block": "block",
    "inline-flex": "flex",
    "inline-grid": "grid",
    "inline-table": "table",
    "-webkit-inline-box": "-webkit-box",
}
_ALONE: Final = frozenset(  # not inherited, and their initial value is computed as it is
    name for name, known in PROPERTIES.items() if not known.inherited and known.initial not in _WIDTHS
) - {"display", "overflow-x", "overflow-y"}
_TABLE_PARTS: Final = ("table-", "ruby-")


class Layers:
    """The declarations for an element, the strongest first; elements with the same ones share it."""

    __slots__ = ("_all", "_author", "_found", "memory")

    def __init__(self, author: Sequence[Declared], browser: Sequence[Declared]) -> None:
        """Take over what authors and the browser declare."""
        self._all = (*author, *browser)
        self._author = len(author)
        self._found: dict[str, Value | None] = {}
        self.memory: dict[object, Any] = {}  # what is known by the declarations alone

    def find(self, name: str) -> Value | None:
        """Return the winning declaration of a property."""
        found = self._found
        if name not in found:
            found[name] = self._find(name)
        return found[name]

    def is_authors(self, name: str) -> bool:
        """Return whether the page, and not only the browser, declares a property."""
        return any(name in declared for declared in self._all[: self._author])

    def differing(self, others: Layers) -> frozenset[str]:
        """Return the properties that are declared otherwise in ``others``."""
        if others not in self.memory:
            names = frozenset().union(*self._all, *others._all)
            self.memory[others] = frozenset(name for name in names if self.find(name) != others.find(name))
        found: frozenset[str] = self.memory[others]
        return found

    def _find(self, name: str) -> Value | None:
        for number, declared in enumerate(self._all):
            value = declared.get(name)
            if value is None or value == "revert-layer":
                continue
            if value != "revert":
                return value
            if number < self._author:
                return Layers((), self._all[self._author :]).find(name)
        return None


class Style:
    """The computed values of an element, or of one of its pseudo-elements."""

    __slots__ = ("_layers", "_screen", "_values", "memory", "parent", "root")

    def __init__(self, layers: Layers, parent: Style | None, screen: Screen) -> None:
        """Inherit from ``parent``."""
        self._layers = layers
        self._screen = screen
        self._values: dict[str, str] = {}
        self.memory: dict[Any, Any] = {}  # of questions that are asked ``once`` of a style
        self.parent = parent
        self.root: Style = self if parent is None else parent.root

    def __getitem__(self, name: str) -> str:
        """Return the computed value of a property, in lower case; empty for one that is not known or set."""
        values = self._values
        if name not in values:
            if name in _ALONE and self._layers.find(name) is None:
                return values.setdefault(name, PROPERTIES[name].initial)
            for style in reversed(self._unresolved(name)):
                style._values[name] = style._compute(name)  # noqa: SLF001 - another of the same class
        return values[name]

    @property
    def screen(self) -> Screen:
        """Return the screen that it is for."""
        return self._screen

    def length(self, name: str) -> float | None:
        """Return a length in pixels; None where the value is none, or depends on the layout."""
        value = self[name]
        return 0.0 if value == "normal" and name in {"letter-spacing", "word-spacing"} else pixels(value)

    def number(self, name: str) -> float | None:
        """Return a value that is a number without a unit."""
        try:
            return float(self[name])
        except ValueError:
            return None

    def colour(self, name: str) -> Colour | None:
        """Return a colour; None where it is not known."""
        value = self[name]
        if value == "currentcolor":
            value = self["color"]
        return colours.colour(value)

    def declared(self, name: str) -> Value | None:
        """Return what is declared for a property, as it is written; None where nothing is."""
        return self._layers.find(name)

    def declared_otherwise(self, other: Style) -> frozenset[str]:
        """Return the properties that are declared otherwise in ``other``."""
        layers, others = self._layers, other._layers
        return frozenset() if layers is others else layers.differing(others)

    def is_authors(self, name: str) -> bool:
        """Return whether the page, and not only the browser, declares a property."""
        return self._layers.is_authors(name)

    def once(self, question: Callable[[Style], T]) -> T:
        """Return the answer to a ``question`` about declarations; elements with the same ones share it."""
        memory = self._layers.memory
        if question not in memory:
            memory[question] = question(self)
        answer: T = memory[question]
        return answer

    def _unresolved(self, name: str) -> list[Style]:
        """Return it and those above it that its value may come from and that have not found theirs."""
        chain = [self]
        known = PROPERTIES.get(name)
        inherited = name.startswith("--") or (known is not None and known.inherited) or name == "display"
        style = self
        while style.parent is not None and name not in style.parent._values:  # noqa: SLF001 - as above
            if not inherited and style._layers.find(name) != "inherit":
                break
            style = style.parent
            chain.append(style)
        return chain

    def _compute(self, name: str) -> str:
        declared = self._layers.find(name)
        known = PROPERTIES.get(name)
        if name.startswith("--"):
            return self._custom(name, declared)
        inherited = known is not None and known.inherited
        value = None if declared is None else self._specified(name, declared)
        if value is None or value == "unset":
            value = "inherit" if inherited else "initial"
        if value == "inherit":
            if self.parent is not None:
                return self.parent[name]
            value = "initial"
        if value == "initial":
            value = known.initial if known is not None else ""
        return self._computed(name, value)

    def _specified(self, name: str, declared: Value) -> str | None:
        """Return the declared value with its variables put in; None where it is then invalid."""
        if isinstance(declared, Pending):
            text = substitute(declared.value, self._variable)
            parts = {} if text is None else dict(longhands(declared.shorthand, text.strip().lower()))
            value = parts.get(name)
            return value if isinstance(value, str) else None
        if not has_substitution(declared):
            return declared
        text = substitute(declared, self._variable)
        if text is None:
            return None
        text = text.strip() if name in _UNMEASURED else text.strip().lower()
        return text if is_valid(name, text) else None

    def _variable(self, name: str) -> str | None:
        return self[name] or None

    def _custom(self, name: str, declared: Value | None) -> str:
        """Return the value of a custom property: empty where it has none, or means itself."""
        if not isinstance(declared, str) or declared in {"inherit", "unset"}:
            return self.parent[name] if self.parent is not None else ""
        if declared == "initial":
            return ""
        return self._resolved(declared, (name,))

    def _resolved(self, text: str, inside: tuple[str, ...]) -> str:
        """Return a custom property's value with its variables put in; ``inside`` are those it is for."""
        if not has_substitution(text):
            return text

        def lookup(name: str) -> str | None:
            if name in inside or len(inside) > 20:
                return None
            declared = self._layers.find(name)
            if (
                name in self._values
                or not isinstance(declared, str)
                or declared in {"inherit", "unset", "initial"}
            ):
                return self[name] or None
            return self._resolved(declared, (*inside, name)) or None

        return substitute(text, lookup) or ""

    def _computed(self, name: str, value: str) -> str:
        special = _SPECIAL.get(name)
        if special is not None:
            return special(self, value)
        if name.endswith("-width") and value in _WIDTHS:
            return _WIDTHS[value]
        if name in _UNMEASURED or not any(map(str.isdigit, value)) or value.startswith("#"):
            return value
        if value == "0":
            known = PROPERTIES.get(name)
            return "0px" if known and "<length>" in known.syntax and "<number>" not in known.syntax else "0"
        return absolute(value, self.measures)

    @property
    def measures(self) -> Measures:
        """Return what its relative lengths are relative to."""
        return Measures(self._font_size(), self.root._font_size(), self._screen)  # noqa: SLF001 - as above

    def _font_size(self) -> float:
        return pixels(self["font-size"]) or 0.0


def _font_size(style: Style, value: str) -> str:
    """Return a font size in pixels (CSS Fonts 4, 2.5)."""
    parent = pixels(style.parent["font-size"]) if style.parent is not None else FONT_SIZE
    base = FONT_SIZE if parent is None else parent
    if value in _SIZES:
        return written(_SIZES[value])
    if value in {"larger", "smaller"}:
        return written(base * 1.2 if value == "larger" else base / 1.2)
    root = base if style.root is style else (pixels(style.root["font-size"]) or 0.0)
    text = absolute(_of_percentage(value, base), Measures(base, root, style._screen))  # noqa: SLF001 - its computation
    size = pixels(text)
    return written(base if size is None else max(0.0, size))


def _of_percentage(value: str, base: float) -> str:
    if value.endswith("%") and "(" not in value:
        return written(float(value[:-1]) * base / 100)
    return value


def _font_weight(style: Style, value: str) -> str:
    if value in {"bolder", "lighter"}:
        weight = float(style.parent["font-weight"]) if style.parent is not None else 400.0
        if value == "bolder":
            return "400" if weight < 350 else "700" if weight < 550 else "900"
        return "100" if weight < 550 else "400" if weight < 750 else "700"
    if "(" in value:
        value = absolute(value, style.measures)
    return {"normal": "400", "bold": "700"}.get(value, value if _is_number(value) else "400")


def _line_height(style: Style, value: str) -> str:
    if _is_number(value) or value == "normal":
        return value
    return absolute(_of_percentage(value, style.measures.font), style.measures)


def _opacity(style: Style, value: str) -> str:
    if value.endswith("%"):
        value = str(float(value[:-1]) / 100) if _is_number(value[:-1]) else "1"
    elif "(" in value:
        value = absolute(value, style.measures)
    return f"{min(1.0, max(0.0, float(value))):g}" if _is_number(value) else "1"


def _colour(style: Style, value: str) -> str:
    """Return a text colour: ``currentcolor`` of it means the parent's (CSS Color 4, 7.2)."""
    if value != "currentcolor":
        return value
    return style.parent["color"] if style.parent is not None else PROPERTIES["color"].initial


def _display(style: Style, value: str) -> str:
    """Return the display of a box, made a block where its surroundings ask for it (CSS Display 3, 2.7)."""
    if value in {"none", "contents"}:
        return value
    blocks = style.parent is None or style["position"] in {"absolute", "fixed"} or style["float"] != "none"
    if not blocks:
        around = style.parent["display"] if style.parent is not None else ""
        blocks = around.endswith(("flex", "grid"))
    if not blocks:
        return value
    return "block" if value.startswith(_TABLE_PARTS) else _BLOCKS.get(value, value)


def _overflow(style: Style, value: str, other: str) -> str:
    """Return one direction's overflow: beside one that hides, none is visible (CSS Overflow 3, 3.1)."""
    value = "auto" if value == "overlay" else value
    across = style._layers.find(other) or "visible"  # noqa: SLF001 - its computation
    if value in {"visible", "clip"} and isinstance(across, str) and across in {"hidden", "scroll", "auto"}:
        return "auto" if value == "visible" else "hidden"
    return value


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < 1e9
    except ValueError:
        return False


_SPECIAL: Final[dict[str, Callable[[Style, str], str]]] = {
    "font-size": _font_size,
    "font-weight": _font_weight,
    "line-height": _line_height,
    "opacity": _opacity,
    "color": _colour,
    "display": _display,
    "overflow-x": lambda style, value: _overflow(style, value, "overflow-y"),
    "overflow-y": lambda style, value: _overflow(style, value, "overflow-x"),
}
