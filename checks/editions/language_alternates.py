"""Every announced edition of a page is there, in its language, and announces the page in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.languages import X_DEFAULT, agree, is_known, primary
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Link, SitePage
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LanguageAlternates(Rule[SitePage, Link]):
    """Search engines show a reader the page in their language only where all its editions name one another.

    Let each edition of a page name all editions, itself among them, in link elements with
    rel="alternate" and hreflang. hreflang is the language that the other page says it is in.
    """

    id = "language-alternates"
    title = msg("The announced editions of a page announce it in turn")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the announcements of editions on this site."""
        return (link for link in page.alternates if link.is_internal)

    def expectation(self, link: Link) -> Verdict:
        """Require a page, of the announced language, that has this page among its own editions."""
        fault = _wrong_language(link) or _not_reciprocal(link)
        return PASSED if fault is None else Failed(fault, "hreflang")


def _wrong_language(link: Link) -> Message | None:
    language = link.reference.language
    edition = link.leads_to
    if edition is None:
        return msg(
            'The edition in "{language}" is announced at {address}, where there is no page. '
            "Correct the address, or remove it.",
            language=language,
            address=link.reference.address,
        )
    known = is_known(language) and language.lower() != X_DEFAULT  # the tag has a rule of its own
    if not known or primary(language) == "se" or agree(language, edition.facts.language):
        return None
    return msg(
        'The edition announced as "{language}" says that it is in "{actual}": {path}. Correct the wrong one.',
        language=language,
        actual=edition.facts.language,
        path=edition.path,
    )


def _not_reciprocal(link: Link) -> Message | None:
    edition = link.leads_to
    here = link.page.facts.path
    if edition is None or any(back.destination.path == here for back in edition.alternates):
        return None
    return msg(
        "{path} does not announce this page as one of its own editions. Name it there.", path=edition.path
    )
