"""Streams that are painted beside the content of pages: how annotations look, the letters of Type 3 fonts."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.content.fonts import UsedFont
    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

_STATES: Final = 100  # in which one annotation may look otherwise
_LETTERS: Final = 256  # of a simple font
_HIDDEN: Final = 0b10  # the annotation's flag (ISO 32000-1, table 165)


class Aside(NamedTuple):
    """A stream, the page that it is painted on, and whose resources it has where it has none."""

    page: int
    stream: Dictionary
    resources: Dictionary | None = None


def looks(opened: Opened) -> Iterator[Aside]:
    """Yield how the annotations look that can be seen, in each of their states (12.5.5)."""
    for page, annotation in opened.annotations:
        appearances = annotation.dictionary("/AP")
        normal = None if appearances is None else appearances.dictionary("/N")
        if normal is None or (annotation.integer("/F") or 0) & _HIDDEN:
            continue
        yield from (Aside(page, stream) for stream in _streams(normal, _STATES))


def letters(font: UsedFont) -> Iterator[Aside]:
    """Yield the letters of a Type 3 font that are written with other fonts (9.6.5)."""
    dictionary = font.dictionary
    resources = dictionary.dictionary("/Resources")
    drawn = dictionary.dictionary("/CharProcs")
    if drawn is not None and resources is not None and "/Font" in resources:
        yield from (Aside(font.page, stream, resources) for stream in _streams(drawn, _LETTERS))


def _streams(found: Dictionary, most: int) -> Iterator[Dictionary]:
    """Yield a stream, or those that a dictionary has by names."""
    if found.is_stream:
        yield found
        return
    for key in islice(found.keys, most):
        stream = found.dictionary(key)
        if stream is not None and stream.is_stream:
            yield stream
