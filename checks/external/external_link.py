"""Every address of another server leads to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects.answers import Answers, Outlink, Reply
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExternalLink(Rule[Answers, Outlink]):
    """A link to a page that its owner has moved or taken away sends a visitor to an error.

    Follow the link yourself, find the new address or another source, and correct or remove the link.
    What a server refuses to programs, or does not answer in time, a person must look at: it never
    blocks. Addresses that shall not be asked for are left out with --exclude.
    """

    id = "external-link"
    title = msg("Addresses of other servers lead to something")
    severity = Severity.BLOCKING

    def applicability(self, answers: Answers) -> Iterator[Outlink]:
        """Yield every place of a broken address, since each must be mended; of all others the first.

        That there is no network is about no address, and said once.
        """
        told: set[str] = set()
        for link in answers.links:
            is_cut_off = link.answer.reply is Reply.NO_NETWORK and not answers.has_network
            question = "" if is_cut_off else link.address
            if link.answer.is_broken or question not in told:
                told.add(question)
                yield link

    def expectation(self, link: Outlink) -> Verdict:
        """Require what a visitor came for, as far as a program can tell."""
        answer = link.answer
        if answer.reply is Reply.FOUND:
            return PASSED
        message = Message(
            _SENTENCES[answer.reply].msgid,
            (("address", link.address), ("server", answer.server), ("status", str(answer.status))),
        )
        return Failed(message, link.attribute) if answer.is_broken else CannotTell(message, link.attribute)


_SENTENCES: Final = {
    Reply.GONE: msg(
        "{address} leads nowhere: {server} answers {status}. Correct the address, or remove the link."
    ),
    Reply.NO_SERVER: msg(
        "{address} leads nowhere: there is no server {server}. Correct the address, or remove the link."
    ),
    Reply.MALFORMED: msg("{address} is no address that a browser can open. Correct it."),
    Reply.EXPIRED: msg(
        "{address} opens with a warning: the certificate of {server} is not valid today. "
        "Tell its owner, or link to another source."
    ),
    Reply.OTHER_NAME: msg(
        "{address} opens with a warning: the certificate of {server} is for another name. "
        "Correct the name in the address, or link to another source."
    ),
    Reply.SELF_SIGNED: msg(
        "{address} opens with a warning: nobody vouches for the certificate of {server}. "
        "Tell its owner, or link to another source."
    ),
    Reply.REFUSED: msg("{server} answers {status} to a program. Open {address} and see."),
    Reply.BUSY: msg("{server} asks to come back later. Open {address} and see."),
    Reply.SILENT: msg("{server} did not answer in time. Open {address} and see."),
    Reply.CLOSED: msg("{server} took no connection, or ended it. Open {address} and see."),
    Reply.NONSENSE: msg("What {server} answers is not HTTP. Open {address} and see."),
    Reply.CIRCLE: msg("{server} sends a program round in a circle. Open {address} and see."),
    Reply.TOO_FAR: msg("{address} is redirected too often to follow. Open it and see."),
    Reply.ELSEWHERE: msg("{server} leads on to what is no web address. Open {address} and see."),
    Reply.PRIVATE: msg(
        "{server} is in a private network, and was not asked. "
        "Open {address} and see, or allow it with --allow-private."
    ),
    Reply.ROBOTS: msg("{server} asks programs to keep out (robots.txt). Open {address} and see."),
    Reply.ISSUER: msg(
        "This machine does not know who vouches for the certificate of {server}. Open {address} and see."
    ),
    Reply.TLS: msg("No secure connection could be made to {server}. Open {address} and see."),
    Reply.NO_NETWORK: msg(
        "{server} is out of reach from here: {address} was not checked. "
        "See that this machine has a network, and check again."
    ),
}
