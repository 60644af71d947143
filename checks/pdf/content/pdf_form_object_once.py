"""Tagged content is painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.content._forms import FormRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.content import Form


class PdfFormObjectOnce(FormRule):
    """Content that is tagged once and shown twice has one place in the order of reading, and not the other.

    Let each place have content and tags of its own, or make what is repeated an artifact.
    """

    id = "pdf-form-object-once"
    title = msg("Tagged content is shown in one place")
    requirements = wcag("1.3.1", "1.3.2")
    pdfua = ("7.20-2",)

    def targets(self, facts: Facts) -> Iterator[Form]:
        """Yield those whose content the structure can name."""
        return (form for form in super().targets(facts) if form.has_identifiers)

    def judge(self, form: Form) -> Verdict:
        """Require that it is painted once."""
        if form.times == 1:
            return PASSED
        return Failed(
            msg(
                "The same tagged content is shown in several places, the first on this page. Export the "
                "document anew with its headers, logos and stamps as artifacts, or paste the content anew "
                "in each place."
            )
        )
