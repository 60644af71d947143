"""Every announced edition of a page is there, in its language, and announces the page in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.languages import X_DEFAULT, agree, is_known, primary
from checks.model import PASSED, Failed, Place, Rule, Severity, Verdict
from checks.subjects import Link, SitePage
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class Silent(NamedTuple):
    """An ``edition`` that the page of ``link`` announces, and that does not announce that page."""

    link: Link
    edition: SitePage

    def stands(self) -> Place:
        """Return where the edition announces others; else its head, where it should."""
        others = self.edition.alternates
        if others:
            return others[0].page.place(others[0], "hreflang")
        return self.edition.site.placing.first(self.edition.facts.path, "head")


class LanguageAlternates(Rule[SitePage, Link | Silent]):
    """Search engines show a reader the page in their language only where all its editions name one another.

    Let each edition of a page name all editions, itself among them, in link elements with
    rel="alternate" and hreflang. hreflang is the language that the other page says it is in.
    """

    id = "language-alternates"
    title = msg("The announced editions of a page announce it in turn")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link | Silent]:
        """Yield the announcements of editions on this site, and the editions that do not answer."""
        silent: set[str] = set()
        for link in page.alternates:
            if not link.is_internal:
                continue
            yield link
            edition = link.leads_to
            if edition is not None and edition.path not in silent and not _announces(edition, page):
                silent.add(edition.path)
                yield Silent(link, edition)

    def expectation(self, target: Link | Silent) -> Verdict:
        """Require a page, of the announced language, that has this page among its own editions."""
        if isinstance(target, Silent):
            page = target.link.page
            return Failed(
                msg(
                    "{path} announces this page as its edition, and this page does not announce it. "
                    'Name it here, with hreflang="{language}".',
                    path=page.path,
                    language=page.facts.language or "…",
                )
            )
        fault = _wrong_language(target)
        return PASSED if fault is None else Failed(fault, "hreflang")


def _announces(edition: SitePage, page: SitePage) -> bool:
    return any(back.destination.path == page.facts.path for back in edition.alternates)


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
