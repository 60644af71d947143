"""The way from an address along its redirects."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from checks.network.addresses import join, server_of
from checks.network.faults import UnansweredError
from checks.subjects.answers import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

    from checks.network.request import Heard

_FOR_GOOD: Final = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}


class Route:
    """Where we are on the way from an address; ``moved_to`` is how far that has moved for good."""

    def __init__(self, url: URL) -> None:
        """Begin at ``url``."""
        self.url = url
        self.server = server_of(url)
        self.moved_to = ""
        self._is_for_good = True
        self._seen: set[tuple[str, str]] = set()
        self._cookies: dict[str, dict[str, str]] = {}

    @property
    def cookies(self) -> Mapping[str, str]:
        """Return what that server gave us on this way; some send a visitor round until it is shown."""
        return self._cookies.setdefault(self.server, {})

    def go_on(self, heard: Heard) -> None:
        """Go where ``heard`` leads.

        Raises ``UnansweredError`` for a circle, and for an address that is not on the web.
        """
        self._seen.add(self._state)
        self._cookies.setdefault(self.server, {}).update(heard.cookies)
        onward = join(self.url, heard.location or "")
        if onward is None:
            raise UnansweredError(Reply.ELSEWHERE, self.server)
        self.url, self.server = onward.url, onward.server
        self._is_for_good = self._is_for_good and heard.status in _FOR_GOOD
        if self._is_for_good:
            self.moved_to = f"{onward.url}#{onward.fragment}" if onward.fragment else str(onward.url)
        if self._state in self._seen:
            raise UnansweredError(Reply.CIRCLE, self.server)

    @property
    def _state(self) -> tuple[str, str]:
        return str(self.url), str(self.cookies)
