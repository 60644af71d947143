"""Every page is one that visitors find."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.links._ways import fronts, reachable
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import File, Site
from checks.subjects.page import Medium
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

# What servers show by themselves, and what search engines have put there to know its owner.
_UNLINKED: Final = re.compile(r"(?:.*/)?(?:[45]\d\d|google[0-9a-f]{8,}|yandex_[0-9a-f]+|offline)\.x?html?")


class OrphanPage(Rule[Site, File]):
    """A page that no link leads to is found by search engines only: it grows old, and nobody sees it.

    Link to it from a page that visitors reach from the front page. Take it out of the source where
    nobody needs it.
    """

    id = "orphan-page"
    title = msg("Visitors reach every page from the front page")
    severity = Severity.ADVISORY

    def applicability(self, site: Site) -> Iterator[File]:
        """Yield the pages, but for the front pages, and those that only send their visitor on."""
        front = fronts(site)
        for path, facts in site.pages.items():
            is_page = facts.medium is not Medium.SVG and not facts.sends_on
            if front and is_page and path not in front and not _UNLINKED.fullmatch(path):
                yield File(site, path)

    def expectation(self, file: File) -> Verdict:
        """Require a way of links to it; scripts may make some that cannot be read."""
        if file.path in reachable(file.site):
            return PASSED
        name = file.site.shown(file.path)
        if file.site.has_scripts:
            return CannotTell(
                msg(
                    "No way of links leads to {name} from the front page, unless a script makes one. "
                    "Link to it or remove it.",
                    name=name,
                )
            )
        return Failed(
            msg("No way of links leads to {name} from the front page. Link to it or remove it.", name=name)
        )
