"""Simple fonts (ISO 32000-1, 9.6): Type 1, multiple master, TrueType, Type 3.  Every byte is a code."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from checks.documents.fonts.attempt import attempt
from checks.documents.fonts.cff import Cff
from checks.documents.fonts.encodings import NOTDEF, characters, names, read_encoding, text_of
from checks.documents.fonts.nouns import PREDEFINED, TrueType
from checks.documents.fonts.sfnt import Sfnt
from checks.documents.fonts.shapes import MISSING, NOTHING, UNKNOWN, Shape, drawn
from checks.documents.fonts.truetype import glyph_of
from checks.documents.fonts.type1 import Type1
from checks.documents.fonts.widths import simple_widths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checks.documents.fonts.programs import Program
    from checks.documents.objects import Dictionary

_SYMBOLIC: Final = 4  # of a descriptor's Flags (9.8.2)
_STANDARD: Final = "StandardEncoding"
_WITH_SIGNS: Final = ("Symbol", "ZapfDingbats")  # standard fonts with an encoding of their own


class SimpleFont:
    """A simple font: how its codes are called, and what its program has under these names."""

    composite: Final = None

    def __init__(self, font: Dictionary, kind: str, program: Program | None) -> None:
        """Read what the dictionary says."""
        self._font = font
        self._kind = kind
        self._program = program if kind == "TrueType" or not isinstance(program, Sfnt) else program.outlines
        self._encoding = read_encoding(font)
        descriptor = font.dictionary("/FontDescriptor")
        flags = descriptor and descriptor.integer("/Flags")
        self._is_symbolic = bool((flags or 0) & _SYMBOLIC)

    def codes(self, string: bytes) -> Sequence[int]:
        """Return the codes in ``string``."""
        return string

    def widths(self, codes: Sequence[int]) -> Mapping[int, float]:
        """Return the widths that the dictionary states."""
        return {} if self._kind == "Type3" else simple_widths(self._font, codes)

    def text(self, code: int) -> str | None:
        """Return what the encoding says of a code (9.10.2); empty where its names are not ours to know."""
        name = self._names.get(code)
        if name is None:
            return None if self._has_names else ""
        if code not in self._encoding.differences and code in characters(self._encoding.base):
            return characters(self._encoding.base)[code]
        return text_of(name) or None

    def shapes(self, codes: Sequence[int]) -> Mapping[int, Shape]:
        """Return the glyph of each code."""
        return {code: self._shape(code) for code in codes}

    def _shape(self, code: int) -> Shape:
        name = self._names.get(code)
        if name == NOTDEF:
            return NOTHING
        program = self._program
        if self._kind == "Type3":
            return UNKNOWN if name in self._procedures else MISSING
        if isinstance(program, Sfnt):
            return self._in_sfnt(program, code, name)
        if program is None:
            return NOTHING if name is None and names(self._encoding.base) else UNKNOWN
        if name is None:
            return NOTHING if self._has_names else UNKNOWN
        return _named(program, name)

    def _in_sfnt(self, program: Sfnt, code: int, name: str | None) -> Shape:
        glyph = glyph_of(program, code, name, is_symbolic=self._is_symbolic)
        if glyph is None:
            return UNKNOWN
        if 0 < glyph < program.count:
            return drawn(program.width(glyph))
        return NOTHING if name is None and not self._is_symbolic else MISSING

    @property
    def true_type(self) -> TrueType | None:
        """Return what is asked of TrueType fonts alone."""
        if self._kind != "TrueType":
            return None
        differences = self._encoding.differences.values()
        return TrueType(
            self._is_symbolic,
            self._encoding.is_stated,
            self._encoding.base,
            bool(differences),
            tuple(name for name in differences if name != NOTDEF and not text_of(name)),
            tuple(self._program.subtables) if isinstance(self._program, Sfnt) else None,
        )

    def lists_glyphs(self, descriptor: Dictionary) -> bool | None:
        """Return whether CharSet names the glyphs of the program; None: there is nothing to compare."""
        listed = descriptor.octets("/CharSet")
        if listed is None or not isinstance(self._program, Cff | Type1):
            return None
        stated = {name.strip() for name in listed.decode("latin-1").split("/")}
        return stated - {"", NOTDEF} == set(self._program.names) - {NOTDEF}

    @cached_property
    def _names(self) -> Mapping[int, str]:
        return {**self._base_names, **self._encoding.differences}

    @property
    def _base_names(self) -> Mapping[int, str]:
        base = self._encoding.base
        if base in PREDEFINED or base == _STANDARD:
            return names(base)
        if self._own_names is not None:
            return self._own_names
        if self._kind == "Type3" or not self._has_names:
            return {}
        return {} if self._kind == "TrueType" and self._is_symbolic else names(_STANDARD)

    @cached_property
    def _own_names(self) -> Mapping[int, str] | None:
        """Return the encoding of a program with names, if it can be read."""
        program = self._program
        return attempt(lambda: program.encoding) if isinstance(program, Cff | Type1) else None

    @property
    def _has_names(self) -> bool:
        """Return whether we know the names of all codes that have one."""
        base = self._encoding.base
        if base in PREDEFINED:
            return bool(names(base))
        if isinstance(self._program, Cff | Type1):
            return self._own_names is not None
        return self._program is not None or self._font.name("/BaseFont") not in _WITH_SIGNS

    @cached_property
    def _procedures(self) -> frozenset[str]:
        found = self._font.dictionary("/CharProcs")
        return frozenset() if found is None else frozenset(key.removeprefix("/") for key in found.keys)


def _named(program: Cff | Type1, name: str) -> Shape:
    return drawn(program.width(name)) if name in program.names else MISSING
