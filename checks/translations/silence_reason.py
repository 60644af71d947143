"""Who silences a rule on an entry says why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalog
from pipeline.model import msg
from pipeline.po import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

# no-wrap and no-c-format are gettext's own.
_SILENCING: Final = re.compile(r"no-(?!wrap$|.*-format$)[a-z]+(?:-[a-z]+)*")


class SilenceReason(Rule[Catalog, Entry]):
    """A rule that is silent without a reason stays silent for ever, for nobody dares to ask.

    Write the reason as a comment of the entry: # "Sida" is the authority's name. Until it stands
    there the flag has no effect.
    """

    id = "silence-reason"
    title = msg("Flags that silence a rule have a reason")
    severity = Severity.ADVISORY
    fault = Fault.WORDS
    quality = Quality.OTHER

    def applicability(self, catalog: Catalog) -> Iterator[Entry]:
        """Yield the entries with such a flag."""
        for entry in catalog.content.active:
            if any(map(_SILENCING.fullmatch, entry.flags)):
                yield entry

    def expectation(self, entry: Entry) -> Verdict:
        """Require a comment of the translator."""
        if any(comment.strip() for comment in entry.comments):
            return PASSED
        flag = next(flag for flag in entry.flags if _SILENCING.fullmatch(flag))
        return Failed(
            msg("The flag {flag} has no effect without a reason. Add a comment that says why.", flag=flag)
        )
