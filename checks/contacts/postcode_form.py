"""A postcode is written as the post reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import in_text
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values.address import Postcode
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PostcodeForm(Rule[Page, Mention]):
    """Postcodes in many forms look like different ones, and S- is a prefix that the post gave up.

    Write three digits, a space and two digits: 721 87. For readers abroad, SE- stands before them.
    """

    id = "postcode-form"
    title = msg("Swedish postcodes are written 721 87")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the Swedish postcodes that people read."""
        for mention in in_text(page, Kind.POSTCODE):
            if isinstance(mention.value, Postcode) and mention.value.is_complete:
                yield mention

    def expectation(self, mention: Mention) -> Verdict:
        """Require a space after the third digit, and no other prefix than ``SE-``."""
        code = mention.value
        if not isinstance(code, Postcode) or code.is_well_written:
            return PASSED
        form = f"SE-{code.canonical}" if code.prefix else code.canonical
        return Failed(
            msg("{postcode} is an unusual form. Write {form}.", postcode=mention.written, form=form)
        )
