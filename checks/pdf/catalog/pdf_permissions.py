"""Encryption keeps nobody's assistive technology out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.encryption import Encryption
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfPermissions(FactsRule[Encryption]):
    """Where a document forbids that its text is taken out, some screen readers read nothing at all.

    Publish the document without a password. If it has to have one, tick Enable text access for screen
    reader devices in Acrobat under File > Properties > Security.
    """

    id = "pdf-permissions"
    title = msg("Encryption lets assistive technology read")
    severity = Severity.BLOCKING
    pdfua = ("7.16-1",)
    parts = ("encryption",)

    def targets(self, facts: Facts) -> Iterator[Encryption]:
        """Yield the encryption, if there is any."""
        if facts.encryption is not None:
            yield facts.encryption

    def judge(self, encryption: Encryption) -> Verdict:
        """Require the permission (ISO 32000-1, table 22: bit 10, in revision 2 also bit 5)."""
        if encryption.admits_assistive_technology:
            return PASSED
        return Failed(
            msg(
                "The document is encrypted and does not let screen readers at its text. Publish it without "
                "a password, or allow text access for screen readers in Acrobat."
            )
        )
