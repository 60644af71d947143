"""A page that has editions announces itself and a default among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.languages import X_DEFAULT, agree
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Link, SitePage
from checks.subjects.page import Medium
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LanguageAlternatesComplete(Rule[SitePage, SitePage | Link]):
    """Search engines ignore a set of editions without the page itself, and guess without a default.

    Let each page announce all its editions with rel="alternate" and hreflang: itself too, and one
    with hreflang="x-default", for readers of any other language.
    """

    id = "language-alternates-complete"
    title = msg("Pages announce all their editions, themselves and a default among them")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[SitePage | Link]:
        """Yield the first announcement; the page itself where it has none though the site has languages."""
        if page.facts.medium is Medium.SVG or page.facts.sends_on or page.is_front:
            return
        first = next((link for link in page.alternates if link.is_internal), None)
        if first is not None:
            yield first
        elif len(page.site.settings.languages) > 1:
            yield page

    def expectation(self, target: SitePage | Link) -> Verdict:
        """Require the page itself, under its own language, and ``x-default``."""
        if isinstance(target, SitePage):
            return Failed(
                msg('The page announces none of its editions. Name them with rel="alternate" and hreflang.')
            )
        page = target.page
        own = [link for link in page.alternates if link.destination.path == page.facts.path]
        language = page.facts.language
        if not own or (language and not any(agree(link.reference.language, language) for link in own)):
            return Failed(
                msg(
                    'The page does not announce itself. Add its own address with hreflang="{language}".',
                    language=language or "…",
                )
            )
        if not any(link.reference.language.lower() == X_DEFAULT for link in page.alternates):
            return Failed(
                msg('The page announces no default. Add one of its editions with hreflang="x-default".')
            )
        return PASSED
