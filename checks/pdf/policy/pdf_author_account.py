"""The author is somebody or an organisation, and no account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.values.computers import is_account
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_BETWEEN = re.compile(r"[;,]")


class Author(NamedTuple):
    """An author as the metadata name them."""

    name: str


class PdfAuthorAccount(FactsRule[Author]):
    """A user name or an e-mail address as author tells attackers how accounts are named, and readers nothing.

    Write the organisation as author: in Word under File > Info > Properties, in LibreOffice under File >
    Properties, in Acrobat under Document Properties.
    """

    id = "pdf-author-account"
    title = msg("The author of a document is no user name")
    severity = Severity.BLOCKING
    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Author]:
        """Yield the authors in the metadata, each once."""
        written = list(facts.metadata.creators) if facts.metadata is not None else []
        if facts.information is not None and facts.information.author:
            written.append(facts.information.author)
        names = (name.strip() for text in written for name in _BETWEEN.split(text))
        return (Author(name) for name in dict.fromkeys(names) if name)

    def judge(self, author: Author) -> Verdict:
        """Allow names of people and organisations."""
        if not is_account(author.name):
            return PASSED
        return Failed(
            msg(
                "The author of the document is {name}, a user name or an address. Write the organisation "
                "instead, in Word under File > Info or in Acrobat under Document Properties.",
                name=author.name,
            )
        )
