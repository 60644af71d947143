"""Addresses have the letter case of the files that they lead to."""

from __future__ import annotations

from checks.links._rule import SpellingRule
from checks.model import Severity
from checks.subjects import Arrival
from pipeline.model import msg


class LinkLetterCase(SpellingRule):
    """An address in other letter case than its file works on the author's computer and fails on most servers.

    Write the address exactly as the file is named: Policy.pdf is another file than policy.pdf.
    """

    id = "link-letter-case"
    title = msg("Addresses have the letter case of their files")
    severity = Severity.BLOCKING
    astray = Arrival.LETTER_CASE
