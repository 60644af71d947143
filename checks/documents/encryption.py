"""How a document is encrypted, and what its readers may do (ISO 32000-1, 7.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from checks.documents.opened import Opened

_EXTRACT_FOR_ACCESSIBILITY: Final = 1 << 9  # bit 10 (table 22)


class Encryption(Struct, frozen=True):
    """The encryption of a document that opens without a password; ``permissions`` as bits, None: not said."""

    permissions: int | None

    @property
    def admits_assistive_technology(self) -> bool:
        """Return whether assistive technology may read the text."""
        return self.permissions is not None and bool(self.permissions & _EXTRACT_FOR_ACCESSIBILITY)


def read_encryption(opened: Opened) -> Encryption | None:
    """Return how ``opened`` is encrypted; None where it is not."""
    found = opened.trailer.dictionary("/Encrypt")
    return None if found is None else Encryption(found.integer("/P"))
