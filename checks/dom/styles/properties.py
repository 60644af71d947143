"""What each property is: initial value, inheritance, and what may be written for it.

The facts stand in ``properties.txt``.  A declaration that browsers would not understand is dropped
when its sheet is read, as they do, so that the one before it counts (CSS Syntax 3, error handling).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from checks.dom.styles.colours import is_colour

WIDE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_DISPLAY: Final = frozenset(
    "none contents block inline inline-block flow-root list-item run-in flex inline-flex grid inline-grid "
    "table inline-table table-row-group table-header-group table-footer-group table-row table-cell "
    "table-column-group table-column table-caption ruby ruby-base ruby-text ruby-base-container "
    "ruby-text-container math flow -webkit-box -webkit-inline-box -webkit-flex -ms-flexbox".split()
)
UNITS: Final = (
    "px cm mm q in pt pc em rem ex rex ch rch cap rcap ic ric lh rlh vw vh vi vb vmin vmax svw svh svi svb "
    "svmin svmax lvw lvh lvi lvb lvmin lvmax dvw dvh dvi dvb dvmin dvmax cqw cqh cqi cqb cqmin cqmax".split()
)
_NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_MATH: Final = r"(?:-webkit-)?(?:calc|min|max|clamp|round|mod|rem|abs|sign|hypot|env|attr|anchor)\(.*\)"
_KINDS: Final = {
    "<number>": re.compile(f"{_NUMBER}|{_MATH}"),
    "<length>": re.compile(rf"{_NUMBER}(?:{'|'.join(UNITS)})|[-+]?0*\.?0+|{_MATH}"),
    "<percentage>": re.compile(f"{_NUMBER}%|{_MATH}"),
    "<function>": re.compile(r"(?:fit-content|calc-size|anchor-size)\(.*\)"),
}

_FUNCTION: Final = re.compile(r"([a-z0-9]+)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
_TRANSFORM: Final = re.compile(rf"(?:{_FUNCTION.pattern}\s*)+")
_ARGUMENTS: Final = {  # how many a function may have (CSS Transforms 2, 12)
    **dict.fromkeys("rotate rotatex rotatey rotatez translatex translatey translatez".split(), (1,)),
    **dict.fromkeys("scalex scaley scalez skewx skewy perspective".split(), (1,)),
    **dict.fromkeys("translate scale skew".split(), (1, 2)),
    **dict.fromkeys("translate3d scale3d".split(), (3,)),
    "rotate3d": (4,),
    "matrix": (6,),
    "matrix3d": (16,),
}


class Property(NamedTuple):
    """One property."""

    name: str
    initial: str
    inherited: bool
    syntax: tuple[str, ...]

    def accepts(self, value: str) -> bool:
        """Return whether browsers understand ``value`` for it."""
        return value in WIDE or value in self.syntax or any(_is(kind, value) for kind in self.syntax)


def _is(kind: str, value: str) -> bool:
    if kind == "*":
        return True
    if kind == "<colour>":
        return is_colour(value)
    if kind == "<transform>":
        return _TRANSFORM.fullmatch(value) is not None and all(
            "(" in inside or len(inside.split(",")) in _ARGUMENTS.get(name, ())
            for name, inside in _FUNCTION.findall(value)
        )
    if kind == "<display>":
        return all(word in _DISPLAY for word in value.split())
    return kind in _KINDS and _KINDS[kind].fullmatch(value) is not None


def _read() -> dict[str, Property]:
    lines = Path(__file__).with_name("properties.txt").read_text(encoding="ascii").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {
        name: Property(name, initial.replace("_", " "), inherited == "i", tuple(syntax))
        for name, initial, inherited, *syntax in rows
    }


PROPERTIES: Final = _read()
ALIASES: Final = {  # an old or prefixed name, or a logical one in left-to-right text → what it means
    "-webkit-text-fill-color": "text-fill-color",
    "-webkit-transform": "transform",
    "-webkit-clip-path": "clip-path",
    "-webkit-filter": "filter",
    "-webkit-user-select": "user-select",
    "-webkit-line-clamp": "line-clamp",
    "-webkit-mask-image": "mask-image",
    "-webkit-box-shadow": "box-shadow",
    "-webkit-box-sizing": "box-sizing",
    "-webkit-background-clip": "background-clip",
    "-webkit-animation-name": "animation-name",
    "-webkit-opacity": "opacity",
    "word-wrap": "overflow-wrap",
    "inline-size": "width",
    "block-size": "height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
    "min-inline-size": "min-width",
    "min-block-size": "min-height",
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right",
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-inline-start": "padding-left",
    "padding-inline-end": "padding-right",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
    "overflow-inline": "overflow-x",
    "overflow-block": "overflow-y",
}


@lru_cache(maxsize=16384)
def is_valid(name: str, value: str) -> bool:
    """Return whether browsers would keep the declaration of ``value`` (in lower case) for ``name``."""
    known = PROPERTIES.get(name)
    return known is None or known.accepts(value)
