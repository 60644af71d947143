"""What a municipality asks of every document that it publishes."""

from __future__ import annotations

from checks.pdf.policy.pdf_attachment import PdfAttachment
from checks.pdf.policy.pdf_author_account import PdfAuthorAccount
from checks.pdf.policy.pdf_automatic_action import PdfAutomaticAction
from checks.pdf.policy.pdf_comment import PdfComment
from checks.pdf.policy.pdf_date_agreement import PdfDateAgreement
from checks.pdf.policy.pdf_dates import PdfDates
from checks.pdf.policy.pdf_external_content import PdfExternalContent
from checks.pdf.policy.pdf_file_name import PdfFileName
from checks.pdf.policy.pdf_form_data import PdfFormData
from checks.pdf.policy.pdf_form_recipient import PdfFormRecipient
from checks.pdf.policy.pdf_javascript import PdfJavascript
from checks.pdf.policy.pdf_judged_whole import PdfJudgedWhole
from checks.pdf.policy.pdf_language import PdfLanguage
from checks.pdf.policy.pdf_language_detected import PdfLanguageDetected
from checks.pdf.policy.pdf_launch import PdfLaunch
from checks.pdf.policy.pdf_link_address import PdfLinkAddress
from checks.pdf.policy.pdf_link_file import PdfLinkFile
from checks.pdf.policy.pdf_link_local import PdfLinkLocal
from checks.pdf.policy.pdf_link_target import PdfLinkTarget
from checks.pdf.policy.pdf_link_text import PdfLinkText
from checks.pdf.policy.pdf_metadata_path import PdfMetadataPath
from checks.pdf.policy.pdf_readable import PdfReadable
from checks.pdf.policy.pdf_redaction import PdfRedaction
from checks.pdf.policy.pdf_scan import PdfScan
from checks.pdf.policy.pdf_scan_text import PdfScanText
from checks.pdf.policy.pdf_title_agreement import PdfTitleAgreement
from checks.pdf.policy.pdf_title_telling import PdfTitleTelling
from checks.pdf.policy.pdf_tracked_change import PdfTrackedChange
from checks.pdf.policy.pdf_version import PdfVersion

RULES = (
    PdfAttachment(),
    PdfAuthorAccount(),
    PdfAutomaticAction(),
    PdfComment(),
    PdfDateAgreement(),
    PdfDates(),
    PdfExternalContent(),
    PdfFileName(),
    PdfFormData(),
    PdfFormRecipient(),
    PdfJavascript(),
    PdfLanguage(),
    PdfLanguageDetected(),
    PdfLaunch(),
    PdfLinkAddress(),
    PdfLinkFile(),
    PdfLinkLocal(),
    PdfLinkTarget(),
    PdfLinkText(),
    PdfMetadataPath(),
    PdfReadable(),
    PdfJudgedWhole(),
    PdfRedaction(),
    PdfScan(),
    PdfScanText(),
    PdfTitleAgreement(),
    PdfTitleTelling(),
    PdfTrackedChange(),
    PdfVersion(),
)
