"""Links lead to addresses that programs can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._links import Aim, LinkRule, is_private, web_host
from checks.values.reaching import fault_of_mailto, fault_of_tel
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.documents.actions import Action

_WEB: Final = ("http", "https")
_OTHERS: Final = frozenset(  # schemes that lead somewhere, and are judged no further
    "acrobat callto doi fax ftp ftps geo gopher info irc ldap ldaps magnet msteams news nntp sftp sip sips "
    "skype sms urn webcal whatsapp xmpp".split()
)
_JUDGED_ELSEWHERE: Final = "javascript"


class PdfLinkAddress(LinkRule):
    """A reader that clicks on an address that no program understands gets an error, or nothing at all.

    Write the whole address, with https:// and the name of the server; for mail mailto: and an e-mail address,
    for a telephone tel: and the number with its country code.
    """

    id = "pdf-link-address"
    title = msg("Links in documents have addresses that programs can follow")
    severity = Severity.BLOCKING

    def concerns(self, action: Action, facts: Facts) -> bool:
        """Return whether it leads to an address, and to none that only one office reaches."""
        address = action.address
        if address is None or (facts.actions.base and not _is_absolute(address)):
            return False
        return not is_private(address.strip()) and not address.strip().lower().startswith(_JUDGED_ELSEWHERE)

    def judge(self, aim: Aim) -> Verdict:
        """Require what RFC 3986, RFC 6068 and RFC 3966 make an address of."""
        fault = _fault(aim)
        return PASSED if fault is None else Failed(fault)


def _is_absolute(address: str) -> bool:
    return ":" in address.partition("/")[0]


def _fault(aim: Aim) -> Message | None:
    address, scheme = aim.address, aim.scheme
    if not address:
        return msg("This link has an empty address. Write where it leads, or take the link out.")
    if scheme == "mailto":
        return fault_of_mailto(address)
    if scheme == "tel":
        return fault_of_tel(address)
    if scheme in _WEB:
        return None if web_host(address) else _unreadable(address)
    return None if scheme in _OTHERS else _incomplete(address)


def _unreadable(address: str) -> Message:
    return msg(
        "{address} is no address: programs cannot read the name of its server. Correct it.", address=address
    )


def _incomplete(address: str) -> Message:
    return msg(
        "The link to {address} leads nowhere once the document is saved or sent on. Write the whole address, "
        "beginning with https://.",
        address=address,
    )
