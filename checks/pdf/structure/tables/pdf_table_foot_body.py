"""Tables in PDFs that group their footer rows group their other rows, too."""

from __future__ import annotations

from checks.pdf.structure._nesting import CompanyRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTableFootBody(CompanyRule):
    """Where only the footer rows are grouped, programs that rebuild the table lose the other rows.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-foot-body"
    title = msg("Tables in PDFs that group their footer rows group their other rows, too")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-13",)
    roles = ("Table",)
    kid = "TFoot"
    company = "TBody"
    message = msg(
        "The footer rows of this table stand in a group (TFoot), its other rows do not. Put these into a "
        "group TBody in the tags, or insert the table anew and export again."
    )
