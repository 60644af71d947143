"""How a document is encrypted, and what its readers may do (ISO 32000-1, 7.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from checks.documents.opened import Opened

# Bits of the permissions (table 22).
_EXTRACT: Final = 1 << 4  # 5: in revision 2, also for accessibility
_EXTRACT_FOR_ACCESSIBILITY: Final = 1 << 9  # 10: from revision 3 on
_EARLY: Final = 2  # the revision that knows no more than bits 3 to 6


class Encryption(Struct, frozen=True):
    """The encryption of a document that opens without a password, by a ``revision`` of the security handler.

    ``permissions`` are bits, None: not said.
    """

    permissions: int | None
    revision: int = 0

    @property
    def admits_assistive_technology(self) -> bool:
        """Return whether assistive technology may read the text."""
        needed = _EXTRACT_FOR_ACCESSIBILITY | (_EXTRACT if self.revision == _EARLY else 0)
        return self.permissions is not None and self.permissions & needed == needed


def read_encryption(opened: Opened) -> Encryption | None:
    """Return how ``opened`` is encrypted; None where it is not."""
    found = opened.trailer.dictionary("/Encrypt")
    return None if found is None else Encryption(found.integer("/P"), found.integer("/R") or 0)
