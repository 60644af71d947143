"""Every page has the editions that its site promises."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import X_DEFAULT, primary
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.page import Medium
from pipeline.model import Policy, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects import Site

_FEWEST: Final = 5  # pages of a site that show what it has editions of
_SHARE: Final = 0.8  # of its pages that have an edition in a language


class Promised(NamedTuple):
    """An edition of ``page`` in ``language``; ``is_certain`` where the site's settings promise it."""

    page: SitePage
    language: str
    is_certain: bool

    @property
    def is_there(self) -> bool:
        """Return whether the page has it, or is it."""
        return self.language in self.page.editions

    def stands(self) -> Place:
        """Return the page."""
        return self.page.place(self.page, None)


class EditionMissing(Rule[SitePage, Promised]):
    """Who reads a page in their own language and follows a link expects the next page in it, too.

    Translate the page, or say in source/site.toml that pages which are not translated are left out.
    """

    id = "edition-missing"
    title = msg("Pages have all the editions that are promised")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Promised]:
        """Yield the editions that the settings promise; without settings those that nearly all pages have."""
        if page.facts.medium is not Medium.HTML or page.facts.sends_on or page.is_front:
            return
        settings = page.site.settings
        if settings.language is None:
            usual = _usual(page.site)
            if len(usual) > 1 and primary(page.facts.language) in usual:
                yield from (Promised(page, language, is_certain=False) for language in usual)
            return
        source = primary(settings.language)
        own = primary(page.facts.language)
        kept = [primary(tag) for tag, policy in settings.policies.items() if policy is not Policy.OMIT]
        wanted = kept if own == source else [source] if own in map(primary, settings.policies) else []
        yield from (Promised(page, language, is_certain=True) for language in wanted)

    def expectation(self, promised: Promised) -> Verdict:
        """Require that it is there and announced."""
        if promised.is_there:
            return PASSED
        if promised.is_certain:
            return Failed(
                msg(
                    'The page has no edition in "{language}", which the site promises. Translate it, '
                    "and announce it with hreflang.",
                    language=promised.language,
                )
            )
        return CannotTell(
            msg(
                'The page has no edition in "{language}", as nearly all others have. See whether it '
                "is missing.",
                language=promised.language,
            )
        )


def _usual(site: Site) -> frozenset[str]:
    """Return the languages that nearly all pages of a site have editions in; counted once."""
    if EditionMissing.id not in site.shared:
        site.shared[EditionMissing.id] = _count(site)
    found: frozenset[str] = site.shared[EditionMissing.id]
    return found


def _count(site: Site) -> frozenset[str]:
    found: Counter[str] = Counter()
    total = 0
    for facts in site.pages.values():
        if facts.medium is Medium.HTML and not facts.sends_on:
            total += 1
            found.update({*SitePage(site, facts).editions} - {X_DEFAULT})
    if total < _FEWEST:
        return frozenset()
    usual = (language for language, number in found.items() if number >= _SHARE * total)
    return frozenset(usual)
