"""The certificates of other servers are valid for a while yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects.answers import Answers, Outlink
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENOUGH = 14  # days in which an owner who renews at all has renewed


class ExternalCertificate(Rule[Answers, Outlink]):
    """When a certificate runs out, browsers put a warning before the page, and few visitors go on.

    Most certificates are renewed by themselves long before. Tell the owner of the server, above all
    where it is your own organisation's.
    """

    id = "external-certificate"
    title = msg("Other servers' certificates do not run out soon")
    severity = Severity.ADVISORY

    def applicability(self, answers: Answers) -> Iterator[Outlink]:
        """Yield the first link to each server that showed a certificate."""
        servers: set[str] = set()
        for link in answers.links:
            if link.answer.days_left is not None and link.answer.server not in servers:
                servers.add(link.answer.server)
                yield link

    def expectation(self, link: Outlink) -> Verdict:
        """Require that two weeks are left."""
        days, server = link.answer.days_left, link.answer.server
        if days is None or days >= _ENOUGH:
            return PASSED
        message = msg(
            "The certificate of {server} runs out, days from now: {days}. Tell the owner of the server.",
            server=server,
            days=days,
        )
        return Failed(message, link.attribute)
