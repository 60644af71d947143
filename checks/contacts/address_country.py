"""An address says its country to readers abroad, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import in_text
from checks.languages import primary
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values.address import Postcode, is_domestic, sweden_in
from checks.values.telephone import SWEDISH
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddressCountry(Rule[Page, Mention]):
    """A letter from abroad without a country does not arrive; within Sweden, SE- only disturbs.

    In Swedish write 721 87 Västerås. In other languages write SE-721 87 Västerås and the country's
    name in the language of the page.
    """

    id = "address-country"
    title = msg("Addresses name the country for readers abroad")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the Swedish addresses that people read, in a language that is known."""
        for mention in in_text(page, Kind.POSTCODE):
            if primary(mention.language) == SWEDISH or not is_domestic(mention.language):
                yield mention

    def expectation(self, mention: Mention) -> Verdict:
        """Require ``SE-`` and the country abroad, and neither at home."""
        code = mention.value
        if not isinstance(code, Postcode):
            return PASSED
        if is_domestic(mention.language):
            return _at_home(code)
        if code.prefix == "SE-" and code.has_country:
            return PASSED
        return Failed(
            msg(
                "{postcode} {town} is not enough for mail from abroad. Write SE-{code} {town}, {country}.",
                postcode=mention.written,
                code=code.canonical,
                town=code.town,
                country=sweden_in(mention.language),
            )
        )


def _at_home(code: Postcode) -> Verdict:
    if not code.prefix:
        return PASSED
    return Failed(
        msg(
            "{postcode} has a prefix for mail from abroad. Write {code} in Swedish.",
            postcode=code.text,
            code=code.canonical,
        )
    )
