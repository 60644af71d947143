"""What links say about documents."""

from __future__ import annotations

from checks.pdf.labels.document_label import DocumentLabel
from checks.pdf.labels.document_label_form import DocumentLabelForm
from checks.pdf.labels.document_label_missing import DocumentLabelMissing

RULES = (
    DocumentLabel(),
    DocumentLabelForm(),
    DocumentLabelMissing(),
)
