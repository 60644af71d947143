"""Embedded font programs (ISO 32000-1, 9.9), each taken apart once, whatever dictionaries name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.fonts.cff import SIGNATURE, Cff
from checks.documents.fonts.sfnt import SIGNATURES, Sfnt
from checks.documents.fonts.type1 import Type1
from checks.documents.opened import why

if TYPE_CHECKING:
    from checks.documents.objects import Dictionary

Program = Sfnt | Cff | Type1

_KEYS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_SIZE: Final = 32_000_000  # bytes of one program
_TOTAL: Final = 64_000_000  # bytes of all programs of a document


class RefusedError(ValueError):
    """A program that was not taken apart: ``args[0]`` says why, "limit" or "broken"."""


class Programs:
    """The programs of one document."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[int, Program | RefusedError] = {}
        self._left = _TOTAL

    def read(self, descriptor: Dictionary | None) -> Program | None:
        """Return the program of a font descriptor, None where it has none; raises ``RefusedError``."""
        stream = font_file(descriptor)
        if stream is None:
            return None
        if stream.id not in self._known:
            self._known[stream.id] = self._read(stream)
        program = self._known[stream.id]
        if isinstance(program, RefusedError):
            raise program
        return program

    def _read(self, stream: Dictionary) -> Program | RefusedError:
        try:
            data = stream.data or b""
            self._left -= len(data)
            return RefusedError("limit") if len(data) > _SIZE or self._left < 0 else _taken_apart(data)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - filters and fontTools raise anything on bytes that are no program
            return RefusedError(why(error))


def font_file(descriptor: Dictionary | None) -> Dictionary | None:
    """Return the stream with the program, whichever kind it says to be."""
    if descriptor is None:
        return None
    streams = (descriptor.dictionary(key) for key in _KEYS)
    return next((stream for stream in streams if stream is not None), None)


def _taken_apart(data: bytes) -> Program:
    """Return a program by what its bytes say: dictionaries are often wrong about it."""
    if data.startswith(SIGNATURES):
        return _whole(Sfnt(data))
    return Cff(data) if data.startswith(SIGNATURE) else Type1(data)


def _whole(program: Sfnt) -> Sfnt:
    """Return ``program``; raises what it raises where its characters or its outlines cannot be read."""
    _ = program.subtables, program.outlines
    return program
