"""No document starts programs on its reader's computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.actions import Action
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_STARTING: Final = {"Launch", "ImportData"}


class PdfLaunch(FactsRule[Action]):
    """A document that starts programs or opens files of its reader's computer is how malware begins.

    Take the link or the button out, or let it lead to an address on the web. In Word, lead links to https://,
    not to files.
    """

    id = "pdf-launch"
    title = msg("Documents start no programs and open no files of their readers")
    severity = Severity.BLOCKING
    parts = ("actions",)

    def targets(self, facts: Facts) -> Iterator[Action]:
        """Yield what the document does."""
        return iter(facts.actions.all)

    def judge(self, action: Action) -> Verdict:
        """Allow no launching and no reading of files (ISO 32000-1, 12.6.4.5 and 12.7.5.4)."""
        if action.kind not in _STARTING:
            return PASSED
        return Failed(
            msg(
                "The document opens {name} on its reader's computer. Take this link or button out, or let "
                "it lead to an address on the web.",
                name=(action.file.name if action.file is not None else "") or "?",
            )
        )
