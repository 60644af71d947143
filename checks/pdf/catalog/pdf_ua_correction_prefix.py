"""The correction of PDF/UA is written with its own prefix."""

from __future__ import annotations

from checks.model import Severity
from checks.pdf._catalog import PrefixRule
from pipeline.model import msg


class PdfUaCorrectionPrefix(PrefixRule):
    """Simple programs look for the mark of PDF/UA by its prefix, and do not find its correction.

    Write the prefix pdfuaid in the template of the metadata, or export the document with another
    program.
    """

    id = "pdf-ua-correction-prefix"
    title = msg("The correction of PDF/UA has the prefix pdfuaid")
    severity = Severity.ADVISORY
    pdfua = ("5-5",)
    named = "corr"
