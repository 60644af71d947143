"""CFF programs (Adobe Technical Note 5176): names or CIDs of glyphs, built-in encoding, widths."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, cached_property
from io import BytesIO
from math import prod
from typing import TYPE_CHECKING, Any, Final

from checks.documents.fonts.encodings import NOTDEF, names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIGNATURE: Final = b"\1\0"  # version 1.0
_CALLS: Final = 200  # of subroutines, before a glyph says its width
_LEAST: Final = 0.02  # thousandths in a unit; less means that a program says its thousandth twice
_CID: Final = "cid"  # how fontTools begins the names of glyphs that have none


class Cff:
    """A program; on a damaged one fontTools raises nearly anything."""

    def __init__(self, data: bytes) -> None:
        """Read its first font."""
        from fontTools.cffLib import CFFFontSet  # noqa: PLC0415 - takes long to load, and few documents need it

        programs = CFFFontSet()
        programs.decompile(BytesIO(data), None)
        self._top: Any = programs[0]

    @property
    def has_cids(self) -> bool:
        """Return whether its glyphs have CIDs in place of names."""
        return hasattr(self._top, "ROS")

    @property
    def count(self) -> int:
        """Return the number of glyphs."""
        return len(self._top.charset)

    @cached_property
    def names(self) -> dict[str, int]:
        """Return the glyph of each name."""
        return {name: glyph for glyph, name in reversed(list(enumerate(self._top.charset)))}

    @cached_property
    def cids(self) -> dict[int, int]:
        """Return the glyph of each CID."""
        named = ((name, glyph) for name, glyph in self.names.items() if name != NOTDEF)
        return {0: 0} | {int(name.removeprefix(_CID)): glyph for name, glyph in named}

    @cached_property
    def encoding(self) -> dict[int, str]:
        """Return its own encoding: the name of the glyph of each code; raises ``LookupError`` for Expert."""
        own: str | Sequence[str] = self._top.Encoding
        if isinstance(own, str):
            return dict(_required(names(own)))
        return {code: name for code, name in enumerate(own) if name != NOTDEF}

    def width(self, name: str) -> float:
        """Return how far the glyph with this name advances, in thousandths."""
        return self.advance(self.names[name])

    def advance(self, glyph: int) -> float:
        """Return how far ``glyph`` advances, in thousandths."""
        index = self._top.CharStrings.charStringsIndex
        return _stated_width(index[glyph]) * self._scale(index, glyph)

    def _scale(self, index: Any, glyph: int) -> float:  # noqa: ANN401 - fontTools has no types
        """Return thousandths in a unit: the matrices of the program and of the part that has the glyph."""
        dictionaries = [self._top]
        if getattr(index, "fdSelect", None) is not None:
            dictionaries.append(index.fdArray[index.fdSelect[glyph]])
        matrices = [found.rawDict["FontMatrix"] for found in dictionaries if "FontMatrix" in found.rawDict]
        scale = 1000 * prod(float(matrix[0]) for matrix in matrices) if matrices else 1.0
        return scale if scale > _LEAST else 1.0


def _required(encoding: Mapping[int, str]) -> Mapping[int, str]:
    if not encoding:
        raise LookupError("Encoding")
    return encoding


def _stated_width(charstring: Any) -> float:  # noqa: ANN401 - as above
    """Return the width before the first operator that clears the stack (Technical Note 5177, 3.1)."""
    private = charstring.private
    extractor = _extractor()(
        getattr(private, "Subrs", []),
        charstring.globalSubrs,
        private.nominalWidthX,
        private.defaultWidthX,
        private,
    )
    with suppress(_Found):
        extractor.execute(charstring)
    return float(extractor.width)


class _Found(Exception):  # noqa: N818 - no fault
    """The width is known: what follows draws."""


@cache
def _extractor() -> Any:  # noqa: ANN401 - as above
    """Return fontTools' reader of widths, which goes no further than it must."""
    from fontTools.misc.psCharStrings import T2WidthExtractor  # noqa: PLC0415 - as above

    class Extractor(T2WidthExtractor):  # type: ignore[misc] # as above
        calls = 0

        def popallWidth(self, evenOdd: int = 0) -> None:  # noqa: N802, N803 - fontTools' names
            super().popallWidth(evenOdd)
            raise _Found

        def execute(self, charString: Any, **settings: Any) -> None:  # noqa: ANN401, N803 - as above
            self.calls += 1
            if self.calls > _CALLS:
                raise RecursionError
            super().execute(charString, **settings)

    return Extractor
