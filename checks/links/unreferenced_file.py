"""Every file of a site is one that somebody refers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import File, Site
from checks.subjects.page import Medium, medium_of
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = {None, Medium.SVG}
# What browsers, search engines and servers ask for without having been told by a page.
_ASKED_FOR = re.compile(
    r"""(?:.*/)?(?:
        \.[^/]+ | \.well-known/.* | _headers | _redirects | CNAME | 404\.html?
      | robots\.txt | humans\.txt | security\.txt | ads\.txt | sitemap[^/]*\.(?:xml|txt)(?:\.gz)?
      | web\.config | [^/]+\.(?:css|js)\.map | [^/]+\.(?:css|js|html?|svg|xml|json|txt)\.(?:gz|br|zst)
      | favicon\.(?:ico|png|svg) | apple-touch-icon[^/]*\.png | browserconfig\.xml
    )""",
    re.VERBOSE,
)


class UnreferencedFile(Rule[Site, File]):
    """Search engines find a file that no page leads to all the same: an old version, or a leftover.

    Link to it where visitors need it. Take it out of the source where nobody does.
    """

    id = "unreferenced-file"
    title = msg("Every file is one that a page refers to")
    severity = Severity.ADVISORY

    def applicability(self, site: Site) -> Iterator[File]:
        """Yield the files of a site that has pages, but for these and for what is asked for by name."""
        if site.pages:
            for path in site.paths:
                if medium_of(path) in _FILES and not _ASKED_FOR.fullmatch(path):
                    yield File(site, path)

    def expectation(self, file: File) -> Verdict:
        """Require that another file refers to it; scripts may do so in ways that cannot be read."""
        if file.path in file.site.referred:
            return PASSED
        name = file.site.shown(file.path)
        if file.site.has_scripts:
            return CannotTell(
                msg("No page refers to {name}, unless a script does. Link to it or remove it.", name=name)
            )
        return Failed(msg("No page refers to {name}. Link to it or remove it.", name=name))
