"""Addresses store their letters as the names of their files do."""

from __future__ import annotations

from checks.links._rule import SpellingRule
from checks.model import Severity
from checks.subjects import Arrival
from pipeline.model import msg


class LinkUnicodeForm(SpellingRule):
    """An å can be stored as one character or as two, and a server takes them for different names.

    Some computers store file names in the other way than keyboards do. Give files names without
    accents; or name the file anew on the computer that its pages are written on.
    """

    id = "link-unicode-form"
    title = msg("Addresses store accents as the names of their files do")
    severity = Severity.BLOCKING
    astray = Arrival.UNICODE_FORM
