"""Rules on addresses: where they lead, and which files nobody leads to."""

from __future__ import annotations

from typing import Final

from checks.links.canonical_target import CanonicalTarget
from checks.links.download_label import DownloadLabel
from checks.links.download_language import DownloadLanguage
from checks.links.link_address import LinkAddress
from checks.links.link_edition import LinkEdition
from checks.links.link_encoding import LinkEncoding
from checks.links.link_fragment import LinkFragment
from checks.links.link_language import LinkLanguage
from checks.links.link_letter_case import LinkLetterCase
from checks.links.link_local import LinkLocal
from checks.links.link_outside_site import LinkOutsideSite
from checks.links.link_redirect_slash import LinkRedirectSlash
from checks.links.link_target import LinkTarget
from checks.links.link_unicode_form import LinkUnicodeForm
from checks.links.manifest_target import ManifestTarget
from checks.links.mention_linked import MentionLinked
from checks.links.orphan_page import OrphanPage
from checks.links.pdf_fragment import PdfFragment
from checks.links.sheet_target import SheetTarget
from checks.links.sitemap_target import SitemapTarget
from checks.links.unreferenced_file import UnreferencedFile

RULES: Final = (
    LinkTarget(),
    LinkFragment(),
    LinkLetterCase(),
    LinkUnicodeForm(),
    LinkEncoding(),
    LinkOutsideSite(),
    LinkAddress(),
    LinkLocal(),
    LinkRedirectSlash(),
    LinkEdition(),
    LinkLanguage(),
    DownloadLabel(),
    DownloadLanguage(),
    MentionLinked(),
    PdfFragment(),
    CanonicalTarget(),
    SheetTarget(),
    ManifestTarget(),
    SitemapTarget(),
    OrphanPage(),
    UnreferencedFile(),
)
