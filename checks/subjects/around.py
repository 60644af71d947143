"""What a page can reach of its site: the style sheets that it is drawn with, the pages in its frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checks.dom.witness import Asked, Question, digest
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Hashable, MutableMapping

    from checks.subjects.site import Site


class Around:
    """The surroundings of a page of ``site`` (``checks.dom.tree.Surroundings``).

    The witness of the site hears every question: what a page's verdicts depend on is asked here.
    """

    def __init__(self, site: Site, path: str, base: str | None) -> None:
        """Stand at the page ``path``, whose ``<base href>`` is ``base``."""
        self.shared: MutableMapping[Hashable, Any] = site.shared
        self.witness = site.witness
        self._site = site
        self._path = path
        self._base = base

    def follow(self, address: str, origin: str | None = None) -> str | None:
        """Return the file that ``address`` leads to, as it stands in the file ``origin`` or in the page."""
        path, base = (self._path, self._base) if origin is None else (origin, None)
        found = self._site.reach(address, path, base)
        self.witness.note(Question(Asked.FOLLOW, path, address, base), found)
        return found

    def at(self, path: str, base: str | None) -> Around:
        """Return the surroundings of the page ``path``, whose ``<base href>`` is ``base``."""
        return Around(self._site, path, base)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where it is missing, unreadable or too large."""
        try:
            content = self._site.files.read(path)
        except TolkbarError:
            content = None
        self.witness.note(Question(Asked.READ, path), digest(content))
        return content
