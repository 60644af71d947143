"""Pages made to be slow or large, at any size: each is a function from a number of pieces to files.

At ``FULL`` size they are as large as a page may be to be judged; the tests judge them small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.mutations.giants import markup, styles, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.mutations.giants._build import Files

FULL: Final = 1_000_000
GIANTS: Final[dict[str, Callable[[int], Files]]] = {
    f"{kind.__name__.rpartition('.')[2]}: {name}": giant
    for kind in (markup, styles, text)
    for name, giant in kind.GIANTS.items()
}
