"""A document has one date, wherever programs look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf.policy._dates import SLACK, moment
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class Twice(NamedTuple):
    """When a document was made, as its XMP metadata say and as the dictionary beside them says."""

    xmp: str
    information: str


class PdfDateAgreement(FactsRule[Twice]):
    """Archives and search engines take one date or the other, and show an old document as a new one.

    Export the document anew from the program that it was written in, which sets both.
    """

    id = "pdf-date-agreement"
    title = msg("A document has the same date in both of its metadata")
    severity = Severity.ADVISORY
    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Twice]:
        """Yield when it was made, where both say so."""
        if facts.metadata is not None and facts.information is not None:
            xmp, beside = facts.metadata.created, facts.information.created
            if xmp and beside and moment(xmp) is not None and moment(beside) is not None:
                yield Twice(xmp, beside)

    def judge(self, twice: Twice) -> Verdict:
        """Require the same day, or nearly: not all say in which zone they are."""
        one, other = moment(twice.xmp), moment(twice.information)
        is_rough = len(twice.xmp) < len("2026-03-02")  # a year, or a month
        if one is None or other is None or is_rough or abs(one - other) <= SLACK:
            return PASSED
        return Failed(
            msg(
                "The document says that it was made on {one}, and in another place on {other}. Export it "
                "anew from the program that it was written in.",
                one=one.date().isoformat(),
                other=other.date().isoformat(),
            )
        )
