"""Opening hours are written as readers of the language expect them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import in_text
from checks.languages import primary
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values.hours import STYLES, Hours
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class OpeningHoursForm(Rule[Page, Mention]):
    """Times in a foreign form are read more slowly, and 9 to 4 may be misread as four at night.

    Write kl. 9.00–15.30 in Swedish, 9am to 3:30pm in English and 9:00–15:30 Uhr in German.
    """

    id = "opening-hours-form"
    title = msg("Opening hours are written as the language writes them")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the hours that people read in one of the languages with a known form."""
        for mention in in_text(page, Kind.HOURS):
            if mention.said.is_certain and primary(mention.language) in STYLES:
                yield mention

    def expectation(self, mention: Mention) -> Verdict:
        """Require one of the forms that the language has."""
        hours = mention.value
        if not isinstance(hours, Hours) or hours.is_well_written(mention.language):
            return PASSED
        return Failed(
            msg(
                "{hours} is an unusual form. Write {form}.",
                hours=mention.written,
                form=hours.written(mention.language),
            )
        )
