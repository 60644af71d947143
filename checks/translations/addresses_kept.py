"""E-mail and web addresses are the same in a translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values import email
from checks.values.wording import URL, marked_up
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_SCHEME: Final = re.compile(r"^[a-z]+://", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"(?:^|[@.])example\.\w+$")  # RFC 2606: belongs to nobody, may be translated
_ENDING: Final = ".,;:!?\u2026"


class AddressesKept(OnTranslations):
    """Mail to a changed address is lost, and a changed web address leads nowhere or to somebody else.

    Copy the address from the source text. On the same server, another page may be named, where it
    has one in the language.
    """

    id = "addresses-kept"
    title = msg("E-mail and web addresses are those of the source text")
    severity = Severity.BLOCKING
    quality = Quality.INCONSISTENT_ENTITIES

    def concerns(self, translation: Translation) -> bool:
        """Tell whether either side has an address."""
        return bool(_addresses(translation.msgid) or _addresses(translation.msgstr))

    def expectation(self, translation: Translation) -> Verdict:
        """Require every e-mail address and every server of the source, and no other."""
        wanted, found = _addresses(translation.msgid), _addresses(translation.msgstr)
        if lost := [address for address in wanted if address not in found]:
            return Failed(
                msg("The address {address} is missing. Copy it from the source text.", address=lost[0])
            )
        if added := [address for address in found if address not in wanted]:
            return Failed(
                msg("The source text does not have the address {address}. Remove it.", address=added[0])
            )
        return PASSED


def _addresses(text: str) -> dict[str, None]:
    """Return e-mail addresses, and the servers of web addresses, in order."""
    words = marked_up(text)
    found = [address.address for address in email.find(words)]
    found += [_server(match[0]) for match in URL.finditer(words)]
    return dict.fromkeys(address for address in found if not _EXAMPLE.search(address))


def _server(url: str) -> str:
    server = re.split(r"[/?#:]", _SCHEME.sub("", url), maxsplit=1)[0]
    return server.rstrip(_ENDING).lower().removeprefix("www.")
