"""A site has an accessibility statement, in each of its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.statement._site import editions, links_to_statement, misses_statement, statements
from checks.subjects import SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place


class Edition(NamedTuple):
    """The pages of a site in ``language``, for which ``page`` stands, the first of them."""

    page: SitePage
    language: str

    @property
    def has_statement(self) -> bool:
        """Return whether one of them is a statement."""
        site = self.page.site
        return any(site.pages[path].language.lower().startswith(self.language) for path in statements(site))

    def stands(self) -> Place:
        """Return the first of its pages."""
        return self.page.place(self.page, None)


class StatementPresent(Rule[SitePage, Edition]):
    """Who is shut out by a site learns from the statement what does not work, and whom to turn to.

    Public bodies must have one (in Sweden by the act 2018:1937, section 13). Write it, and translate it
    with the other pages.
    """

    id = "statement-present"
    title = msg("Sites have an accessibility statement in each language")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Edition]:
        """Yield the languages that a good part of a whole site is in; its first page stands for each."""
        language = editions(page.site).get(page.facts.path) if page.site.whole else None
        if language is not None:
            yield Edition(page, language)

    def expectation(self, edition: Edition) -> Verdict:
        """Require a statement in that language; whether the site needs one at all, a person must judge."""
        if edition.has_statement:
            return PASSED
        if statements(edition.page.site):
            return Failed(
                msg(
                    'The site has an accessibility statement, but none in "{language}". Translate it.',
                    language=edition.language,
                )
            )
        if links_to_statement(edition.page):
            return PASSED
        if misses_statement(edition.page):
            return Failed(
                msg(
                    'Pages in "{language}" link to an accessibility statement, and it is not there. '
                    "Write it.",
                    language=edition.language,
                )
            )
        return CannotTell(
            msg(
                'No page in "{language}" is an accessibility statement. If a public body stands behind the '
                "site, write one.",
                language=edition.language,
            )
        )
