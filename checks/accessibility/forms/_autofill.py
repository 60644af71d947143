"""Autofill detail tokens (HTML, 4.10.18.7): what ``autocomplete`` may say, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIELDS: Final = frozenset(
    """
    name honorific-prefix given-name additional-name family-name honorific-suffix nickname
    username new-password current-password one-time-code
    organization-title organization
    street-address address-line1 address-line2 address-line3
    address-level4 address-level3 address-level2 address-level1 country country-name postal-code
    cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year
    cc-csc cc-type
    transaction-currency transaction-amount
    language bday bday-day bday-month bday-year sex url photo
    """.split()
)
_CONTACTS: Final = frozenset(
    """
    tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension
    email impp
    """.split()
)
_ADDRESSES: Final = frozenset({"shipping", "billing"})
_PLACES: Final = frozenset({"home", "work", "mobile", "fax", "pager"})
FIELDS: Final = _FIELDS | _CONTACTS


def is_autofill(tokens: Sequence[str]) -> bool:
    """Return whether ``tokens``, in lower case, say what a field is for."""
    rest = list(tokens)
    if rest and rest[0].startswith("section-"):
        del rest[0]
    if rest and rest[0] in _ADDRESSES:
        del rest[0]
    is_contact = bool(rest) and rest[0] in _PLACES
    if is_contact:
        del rest[0]
    if not rest or rest[0] not in (_CONTACTS if is_contact else FIELDS):
        return False
    return rest[1:] in ([], ["webauthn"])
