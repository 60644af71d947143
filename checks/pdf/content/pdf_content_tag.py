"""All content is tagged or an artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.content._content import PageRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.content import PageContent


class PdfContentTag(PageRule):
    """Screen readers read what the tags hold. What is not tagged, nobody hears who cannot see the page.

    Tag what readers need. Mark as artifacts what only decorates or repeats: lines, page numbers, backgrounds.
    From Word, export with Document structure tags for accessibility; from LibreOffice, as Tagged PDF.
    """

    id = "pdf-content-tag"
    title = msg("All content is tagged or an artifact")
    requirements = wcag("1.1.1", "1.3.1")
    pdfua = ("7.1-3",)

    def concerns(self, page: PageContent) -> bool:
        """Return whether anything is painted on the page."""
        return page.painted > 0

    def judge(self, page: PageContent) -> Verdict:
        """Require that nothing stands outside of both."""
        untagged = page.untagged
        if untagged is None:
            return PASSED
        if untagged.texts:
            return Failed(
                msg(
                    'Text on this page is neither tagged nor an artifact: "{text}". In Acrobat, tag it in '
                    "the Reading Order tool, or mark it as background where readers do not need it.",
                    text=untagged.text,
                )
            )
        if untagged.images:
            return Failed(
                msg(
                    "Images on this page are neither tagged nor artifacts: {number}. In Acrobat, tag them as "
                    "figures with an alternative text, or mark them as background.",
                    number=untagged.images,
                )
            )
        return Failed(
            msg(
                "Lines or areas on this page are neither tagged nor artifacts: {number}. In Acrobat, mark "
                "them as background in the Reading Order tool; in InDesign, as artifacts.",
                number=untagged.drawings,
            )
        )
