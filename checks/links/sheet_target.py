"""Every file that a style sheet fetches is there."""

from __future__ import annotations

from checks.links._entries import EntryRule
from checks.model import Severity
from checks.subjects import Entry, Reader
from pipeline.model import msg


class SheetTarget(EntryRule):
    """A style sheet that names a missing font, picture or sheet shows the page otherwise than was meant.

    An address in a sheet begins at the sheet's own folder, not at the page's. Correct it, or put the
    file there.
    """

    id = "sheet-target"
    title = msg("Addresses in style sheets lead to a file")
    severity = Severity.BLOCKING
    readers = (Reader.SHEET,)

    def concerns(self, entry: Entry) -> bool:
        """Leave out what names a place on the page that the sheet is used on: ``url(#blur)``."""
        return not entry.address.startswith("#") and super().concerns(entry)
