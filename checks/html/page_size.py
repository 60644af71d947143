"""Every page is small enough to be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects.page_file import PageFile
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageSize(Rule[PageFile, PageFile]):
    """Nobody reads such a page to its end, browsers stall on it, and no other rule here has judged it.

    Split the page, or close the formatting in it that each paragraph begins anew. What is not meant
    to be read, leave out of the site.
    """

    id = "page-size"
    title = msg("Pages are small enough to be judged")
    severity = Severity.BLOCKING

    def applicability(self, file: PageFile) -> Iterator[PageFile]:
        """Yield a page with something in it."""
        if not file.is_empty:
            yield file

    def expectation(self, file: PageFile) -> Verdict:
        """Require that it has no more than ``checks.subjects.limits`` allows."""
        return PASSED if file.obstacle is None else Failed(file.obstacle)
