"""Which form a file is in, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.errors import CatalogError, LimitError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tolkbar.exchange.bundle import Bundle

LARGEST: Final = 128_000_000  # bytes: as XLIFF, a site of four thousand pages


class Format(NamedTuple):
    """How bundles are written and read."""

    write: Callable[[Bundle], bytes]
    read: Callable[[bytes, str], Bundle]


def _po() -> Format:
    from tolkbar.exchange import po_file  # noqa: PLC0415 - each form needs libraries of its own

    return Format(po_file.write, po_file.read)


def _xliff() -> Format:
    from tolkbar.exchange import xliff  # noqa: PLC0415 - as above

    return Format(xliff.write, xliff.read)


def _csv() -> Format:
    from tolkbar.exchange import sheet  # noqa: PLC0415 - as above

    return Format(sheet.write, sheet.read)


_FORMATS: Final = {".po": _po, ".xlf": _xliff, ".xliff": _xliff, ".csv": _csv}
MEMORY: Final = ".tmx"  # holds translations of no page, and is nothing that can be taken back
SUFFIXES: Final = (*_FORMATS, MEMORY)


def format_of(path: Path) -> Format:
    """Return the form of the file ``path``; raise CatalogError where its name asks for none that we know."""
    known = _FORMATS.get(path.suffix.lower())
    if known is None:
        raise CatalogError(
            msg("This name says no form. Let it end in {known}.", known=", ".join(SUFFIXES)), _whole(path)
        )
    return known()


def read(path: Path) -> Bundle:
    """Return the bundle in the file ``path``.

    Raises CatalogError for what is none, else as :func:`content_of` does.
    """
    return format_of(path).read(content_of(path), path.as_posix())


def content_of(path: Path) -> bytes:
    """Return what the file ``path`` holds.

    Raises CatalogError where there is none, and LimitError for what is larger than any site's.
    """
    content = _content(path)
    if content is None:
        raise CatalogError(msg("There is no such file. Check the name."), _whole(path))
    if len(content) > LARGEST:
        raise LimitError(
            msg("This is larger than {limit} MB. Split it.", limit=LARGEST // 1_000_000), _whole(path)
        )
    return content


def _content(path: Path) -> bytes | None:
    """Return what a file holds, of one that is too large only enough to tell; None where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        return None


def _whole(path: Path) -> Location:
    return Location(path.as_posix(), 1)
