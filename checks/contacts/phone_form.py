"""A telephone number is written as readers of the language expect it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import in_text, telephone_of
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values.telephone import is_well_written
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PhoneForm(Rule[Page, Mention]):
    """A number without its country code cannot be dialled from abroad, and an odd grouping is read wrongly.

    Write Swedish numbers as 021-39 26 36 in Swedish, and as +46 21 39 26 36, without (0), in other
    languages. Numbers of other countries stay as they are.
    """

    id = "phone-form"
    title = msg("Telephone numbers are written as the language writes them")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the numbers of Sweden that people read."""
        for mention in in_text(page, Kind.TELEPHONE):
            telephone = telephone_of(mention)
            if telephone is not None and telephone.is_swedish and not telephone.is_short:
                yield mention

    def expectation(self, mention: Mention) -> Verdict:
        """Require one of the forms that the language has for the number."""
        telephone = telephone_of(mention)
        if telephone is None or is_well_written(mention.written, telephone, mention.language):
            return PASSED
        return Failed(
            msg(
                "{number} is an unusual form. Write {form}.",
                number=mention.written,
                form=telephone.written(mention.language),
            )
        )
