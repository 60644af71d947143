"""One address asked for: HEAD, then GET where that is refused; again after a while; redirects one by one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from checks.network import pages, robots
from checks.network.faults import PASSING, UnansweredError
from checks.network.request import Heard, Reading
from checks.network.route import Route
from checks.network.waiting import backoff
from checks.subjects.answers import Anchor, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yarl import URL

    from checks.network.addresses import Target
    from checks.network.manners import Manners
    from checks.network.request import Requests
    from checks.network.servers import Servers

_NOT_THERE: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_MAY_PASS: Final = {408, 429, 500, 502, 503, 504}
_SERVER_FAULTS: Final = range(500, 600)
_HEAD_ONLY: Final = {*PASSING, Reply.NONSENSE}  # faults that GET may not have
_RULES: Final = Reading(robots.BYTES)
_RULES_REDIRECTS: Final = 5  # RFC 9309, 2.3.1.2


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one address, as ``Answer`` says it; of each of its fragments in ``anchors``."""

    reply: Reply
    server: str
    status: int = 0
    moved_to: str = ""
    anchors: Mapping[str, Anchor] = field(default_factory=dict)


class Visitor:
    """Asks for addresses, one visit each."""

    def __init__(self, requests: Requests, servers: Servers, manners: Manners) -> None:
        """Ask through ``requests`` as ``manners`` have it; ``servers`` learn from how it ends."""
        self._requests = requests
        self._servers = servers
        self._manners = manners
        self._page = Reading(manners.page_bytes, pages.MEDIA)

    async def visit(self, target: Target, fragments: frozenset[str]) -> Visit:
        """Ask for ``target``; its page is read where ``fragments`` are looked for in it."""
        route = Route(target.url)
        try:
            heard = await self._arrive(route, self._page if fragments else None)
        except UnansweredError as fault:
            visit = Visit(fault.reply, fault.server, fault.status)
        else:
            visit = _visit(route, heard, fragments)
        self._servers[visit.server].heard(visit.reply)
        return visit

    async def _arrive(self, route: Route, reading: Reading | None) -> Heard:
        """Follow redirects to where they end."""
        for _ in range(self._manners.redirects + 1):
            heard = await self._knock(route, reading)
            if not heard.is_redirect:
                return heard
            route.go_on(heard)
        raise UnansweredError(Reply.TOO_FAR, route.server)

    async def _knock(self, route: Route, reading: Reading | None) -> Heard:
        """Ask the server at hand, with GET where a page is to be read or HEAD is refused."""
        may_read = reading is not None and await self._may_read(route)
        if not may_read:
            heard = await self._glance(route)
            if heard is not None and not heard.is_fault:
                return heard
        if not may_read and (reading is not None or not await self._may_read(route)):
            raise UnansweredError(Reply.ROBOTS, route.server)
        return await self._insist(route, reading)

    async def _glance(self, route: Route) -> Heard | None:
        """Ask with HEAD, once, which is cheap for both; None where it brings nothing and GET may."""
        try:
            heard = await self._requests.make("HEAD", route)
        except UnansweredError as fault:
            if fault.reply not in _HEAD_ONLY:
                raise
            return None
        self._give_rest(route.server, heard, self._manners.backoff)
        return heard

    async def _insist(self, route: Route, reading: Reading | None) -> Heard:
        """Ask with GET, and again where the fault may pass."""
        for attempt in range(self._manners.retries):
            pause = backoff(self._manners.backoff, attempt)
            try:
                heard = await self._requests.make("GET", route, reading)
            except UnansweredError as fault:
                if fault.reply not in PASSING:
                    raise
            else:
                if heard.status not in _MAY_PASS:
                    return heard
                if self._give_rest(route.server, heard, pause):
                    continue  # the server's next turn is late enough
            await asyncio.sleep(pause)
        return await self._requests.make("GET", route, reading)

    def _give_rest(self, name: str, heard: Heard, pause: float) -> bool:
        """Leave a server alone if it asks for that; raise ``UnansweredError`` if it asks for too long."""
        is_asked_for = heard.wait is not None or heard.status == HTTPStatus.TOO_MANY_REQUESTS
        if heard.status not in _MAY_PASS or not is_asked_for:
            return False
        seconds = pause if heard.wait is None else heard.wait
        if seconds > self._manners.patience:
            raise UnansweredError(Reply.BUSY, name, heard.status)
        self._servers[name].rest(seconds)
        return True

    async def _may_read(self, route: Route) -> bool:
        """Return whether the server lets programs fetch what we are at; its rules are fetched once."""
        server = self._servers[route.server]
        if server.robots is None:
            server.robots = asyncio.create_task(self._rules(route.url.origin()))
        rules = await asyncio.shield(server.robots)
        server.pause = max(server.pause, rules.pause)
        return rules.allows(route.url.raw_path_qs)

    async def _rules(self, origin: URL) -> robots.Robots:
        """Return what a server allows: everything if it has no rules.

        Raises ``UnansweredError`` where it cannot be asked for them: it may forbid everything.
        """
        route = Route(origin.with_path("/robots.txt"))
        for _ in range(_RULES_REDIRECTS + 1):
            heard = await self._insist(route, _RULES)
            if heard.status in _SERVER_FAULTS:
                raise UnansweredError(Reply.REFUSED, route.server, heard.status)
            if not heard.is_redirect:
                return robots.read((heard.content or b"").decode("utf-8", "replace"), self._manners.agent)
            try:
                route.go_on(heard)
            except UnansweredError:
                break
        return robots.EVERYTHING


def _visit(route: Route, heard: Heard, fragments: frozenset[str]) -> Visit:
    """Return what ``heard`` means at the end of the way."""
    if heard.status in _NOT_THERE:
        return Visit(Reply.GONE, route.server, heard.status)
    if heard.status == HTTPStatus.TOO_MANY_REQUESTS:
        return Visit(Reply.BUSY, route.server, heard.status)
    if not HTTPStatus.OK <= heard.status < HTTPStatus.MULTIPLE_CHOICES:
        return Visit(Reply.REFUSED, route.server, heard.status)
    return Visit(Reply.FOUND, route.server, heard.status, route.moved_to, _anchors(heard, fragments))


def _anchors(heard: Heard, fragments: frozenset[str]) -> Mapping[str, Anchor]:
    """Return where ``fragments`` are; in what is no web page they mean something else, and are left out."""
    if heard.media not in pages.MEDIA:
        return {}
    if heard.content is None:
        return dict.fromkeys(fragments, Anchor.UNKNOWN)
    page = pages.decode(heard.content, heard.charset)
    return pages.find(page, heard.media, fragments, is_whole=heard.is_whole)
