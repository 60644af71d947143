"""Every file that a web app manifest names is there."""

from __future__ import annotations

from checks.links._entries import EntryRule
from checks.model import Severity
from checks.subjects import Reader
from pipeline.model import msg


class ManifestTarget(EntryRule):
    """A telephone that puts the site on its start screen shows no icon, or opens a page that is not there.

    An address in a manifest begins at the manifest's own folder. Correct it, or put the file there.
    """

    id = "manifest-target"
    title = msg("Addresses in the web app manifest lead to a file")
    severity = Severity.BLOCKING
    readers = (Reader.MANIFEST,)
