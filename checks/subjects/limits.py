"""How large a file or a page may be: who has more has no readers, and the memory of a run has its end."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from pipeline.errors import LimitError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.page import Tree

_MB: Final = 1024 * 1024
PAGE: Final = 8 * _MB  # bytes of a page, a style sheet, a script; a browser's patience ends too
CATALOG: Final = 16 * _MB
ELEMENTS: Final = 100_000
NODES: Final = 5 * ELEMENTS  # with the texts and comments between them


def require_size(size: int | None, most: int, path: str) -> None:
    """Raise ``LimitError`` for a file of more than ``most`` bytes; ``size`` is None where it is gone."""
    if size is not None and size > most:
        raise too_large(most, path)


def too_large(most: int, path: str) -> LimitError:
    """Return what is said of the file ``path``, which has more than ``most`` bytes."""
    return LimitError(
        msg("The file is larger than {number} MB. Split it or make it smaller.", number=most // _MB),
        Location(path, 1),
    )


def require_readable(tree: Tree) -> None:
    """Raise ``LimitError`` for a page that nobody reads to its end, neither people nor this machine."""
    if _has_more(tree.elements(), ELEMENTS):
        raise LimitError(
            msg("The page has more than {number} elements. Split it into several pages.", number=ELEMENTS),
            Location(tree.path, 1),
        )
    if _has_more(tree.document.descendants, NODES):
        raise LimitError(
            msg(
                "The page has more than {number} elements, texts and comments. Split it into several pages.",
                number=NODES,
            ),
            Location(tree.path, 1),
        )


def _has_more(found: Iterable[object], most: int) -> bool:
    return next(islice(found, most, None), None) is not None
