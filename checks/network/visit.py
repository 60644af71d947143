"""One address asked for: HEAD, then GET where that is refused; again after a while; redirects one by one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from checks.network import pages, robots
from checks.network.addresses import Target, join, server_of
from checks.network.faults import FAULTS, PASSING, reply_to
from checks.network.waiting import backoff, retry_after
from checks.subjects.answers import Anchor, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp import ClientResponse, ClientSession
    from yarl import URL

    from checks.network.manners import Manners
    from checks.network.servers import Servers

_MOVED = {301, 302, 303, 307, 308}
_FOR_GOOD = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_NOT_THERE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_MAY_PASS = {*_LATER, HTTPStatus.REQUEST_TIMEOUT, 500, 502, 504}
_FIRST_FAULT = 400  # statuses from here on
_SERVER_FAULTS = range(500, 600)
_ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2


class UnansweredError(Exception):
    """Asking ended without an answer: ``reply`` says how, ``server`` whom it was about."""

    def __init__(self, reply: Reply, server: str) -> None:
        """Keep both."""
        super().__init__(reply, server)
        self.reply = reply
        self.server = server


@dataclass(frozen=True, slots=True)
class Heard:
    """What one request brought."""

    status: int
    location: str | None = None
    wait: float | None = None
    content: bytes | None = None
    is_whole: bool = False
    media: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_redirect(self) -> bool:
        """Return whether it sends the asker on."""
        return self.status in _MOVED and self.location is not None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one address: Answer says the same of each of its fragments."""

    reply: Reply
    server: str
    status: int = 0
    moved_to: str = ""
    anchors: Mapping[str, Anchor] = field(default_factory=dict)


class Visitor:
    """Asks for addresses through one client."""

    def __init__(self, session: ClientSession, servers: Servers, manners: Manners) -> None:
        """Use ``session`` at the turns of ``servers``."""
        self._session = session
        self._servers = servers
        self._manners = manners

    async def visit(self, target: Target, fragments: frozenset[str]) -> Visit:
        """Ask for ``target``; its page is read where ``fragments`` are looked for in it."""
        route = _Route(target.url)
        try:
            heard = await self._arrive(route, reads=bool(fragments))
        except UnansweredError as fault:
            visit = Visit(fault.reply, fault.server)
        else:
            visit = _visit(route, heard, fragments)
        self._servers.heard(visit.server, visit.reply)
        return visit

    async def _arrive(self, route: _Route, *, reads: bool) -> Heard:
        """Follow redirects to where they end."""
        for _ in range(self._manners.redirects + 1):
            heard = await self._knock(route, reads=reads)
            if not heard.is_redirect:
                return heard
            route.go_on(heard)
        raise UnansweredError(Reply.TOO_FAR, route.server)

    async def _knock(self, route: _Route, *, reads: bool) -> Heard:
        """Ask the server at hand: HEAD is cheap for both; what it refuses may be a refusal of HEAD only."""
        if not reads:
            heard = await self._glance(route)
            if heard is not None and heard.status < _FIRST_FAULT:
                return heard
        if not await self._may_read(route.url):
            if reads and (heard := await self._glance(route)) is not None and heard.status < _FIRST_FAULT:
                return heard
            raise UnansweredError(Reply.ROBOTS, route.server)
        return await self._insist(route, reads=reads)

    async def _glance(self, route: _Route) -> Heard | None:
        """Ask with HEAD, once; None where it brings nothing and GET may bring more."""
        try:
            heard = await self._ask("HEAD", route.url, route.cookies)
        except FAULTS as fault:
            reply = reply_to(fault)
            if reply not in {Reply.SILENT, Reply.CLOSED, Reply.NONSENSE}:
                raise UnansweredError(reply, route.server) from fault
            return None
        if heard.wait and heard.status in _LATER:
            await self._rest(route.server, heard.wait)
        return heard

    async def _insist(self, route: _Route, *, reads: bool) -> Heard:
        """Ask with GET, again where the fault may pass."""
        for attempt in range(self._manners.retries + 1):
            is_last = attempt == self._manners.retries
            pause = backoff(self._manners.backoff, attempt)
            try:
                heard = await self._ask("GET", route.url, route.cookies, reads=reads)
            except FAULTS as fault:
                reply = reply_to(fault)
                if is_last or reply not in PASSING:
                    raise UnansweredError(reply, route.server) from fault
            else:
                if is_last or heard.status not in _MAY_PASS:
                    return heard
                if heard.wait is not None:
                    await self._rest(route.server, heard.wait)
                    continue
            await asyncio.sleep(pause)
        raise AssertionError("the last try returns or raises")

    async def _rest(self, name: str, seconds: float) -> None:
        """Leave a server alone as it asks, unless that is longer than we wait."""
        if seconds > self._manners.patience:
            raise UnansweredError(Reply.BUSY, name)
        self._servers[name].rest(seconds)

    async def _ask(
        self, method: str, url: URL, cookies: Mapping[str, str], *, reads: bool = False, limit: int = 0
    ) -> Heard:
        """Make one request at the server's turn.  Raises what the client raises."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())} if cookies else None
        async with (
            self._servers.turn(server_of(url)),
            self._session.request(method, url, headers=headers, allow_redirects=False) as response,
        ):
            content, is_whole = None, False
            if reads and response.status == HTTPStatus.OK and (limit or response.content_type in pages.MEDIA):
                content, is_whole = await _body(response, limit or self._manners.page_bytes)
            return Heard(
                response.status,
                response.headers.get("Location"),
                retry_after(response.headers.get("Retry-After"), datetime.now(UTC)),
                content,
                is_whole,
                response.content_type,
                {name: one.value for name, one in response.cookies.items()},
            )

    async def _may_read(self, url: URL) -> bool:
        """Return whether the server lets programs fetch ``url``; its rules are fetched once."""
        server = self._servers[server_of(url)]
        if server.robots is None:
            server.robots = asyncio.create_task(self._robots(url.origin()))
        rules = await asyncio.shield(server.robots)
        server.pause = max(server.pause, rules.pause)
        return rules.allows(url.raw_path_qs)

    async def _robots(self, origin: URL) -> robots.Robots:
        """Return the rules of a server; raise ``UnansweredError`` where it cannot be asked for them."""
        route = _Route(origin.with_path("/robots.txt"))
        try:
            for _ in range(_ROBOTS_REDIRECTS + 1):
                heard = await self._ask("GET", route.url, {}, reads=True, limit=robots.BYTES)
                if not heard.is_redirect:
                    return _rules(heard, self._manners.agent)
                route.go_on(heard)
        except FAULTS as fault:
            raise UnansweredError(reply_to(fault), route.server) from fault
        except UnansweredError:  # sent round, or nowhere: it has no such file
            return robots.EVERYTHING
        return robots.EVERYTHING


class _Route:
    """The way from an address along its redirects."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.moved_to = ""
        self._is_for_good = True
        self._seen: set[tuple[str, str]] = set()
        self._cookies: dict[str, dict[str, str]] = {}

    @property
    def server(self) -> str:
        return server_of(self.url)

    @property
    def cookies(self) -> Mapping[str, str]:
        """Return what the server gave us on this way; some send a visitor round until it is shown."""
        return self._cookies.setdefault(self.server, {})

    def go_on(self, heard: Heard) -> None:
        """Go where ``heard`` leads.

        Raises ``UnansweredError`` for a circle, and for an address that is not on the web.
        """
        self._seen.add((str(self.url), str(self.cookies)))
        self._cookies.setdefault(self.server, {}).update(heard.cookies)
        onward = join(self.url, heard.location or "")
        if onward is None:
            raise UnansweredError(Reply.ELSEWHERE, self.server)
        self._is_for_good = self._is_for_good and heard.status in _FOR_GOOD
        self.url = onward.url
        if self._is_for_good:
            self.moved_to = f"{onward.url}#{onward.fragment}" if onward.fragment else str(onward.url)
        if (str(self.url), str(self.cookies)) in self._seen:
            raise UnansweredError(Reply.CIRCLE, self.server)


async def _body(response: ClientResponse, limit: int) -> tuple[bytes | None, bool]:
    """Return the beginning of a body, unpacked, and whether that is all of it."""
    packed = bytearray()
    async for chunk in response.content.iter_any():
        packed += chunk
        if len(packed) > limit:
            response.close()
            break
    unpacked = pages.unpack(bytes(packed), response.headers.get("Content-Encoding", ""), limit)
    if unpacked is None:
        return None, False
    return unpacked[0], unpacked[1] and len(packed) <= limit


def _rules(heard: Heard, agent: str) -> robots.Robots:
    if heard.status in _SERVER_FAULTS:
        return robots.NOTHING
    text = (heard.content or b"").decode("utf-8", "replace")
    return robots.read(text, agent)


def _visit(route: _Route, heard: Heard, fragments: frozenset[str]) -> Visit:
    """Return what ``heard`` means at the end of the way."""
    if heard.status in _NOT_THERE:
        return Visit(Reply.GONE, route.server, heard.status)
    if not HTTPStatus.OK <= heard.status < HTTPStatus.MULTIPLE_CHOICES:
        return Visit(Reply.REFUSED, route.server, heard.status)
    return Visit(Reply.FOUND, route.server, heard.status, route.moved_to, _anchors(heard, fragments))


def _anchors(heard: Heard, fragments: frozenset[str]) -> Mapping[str, Anchor]:
    """Return where ``fragments`` are; in what is no web page they mean something else, and are left out."""
    if heard.media not in pages.MEDIA:
        return {}
    if heard.content is None:
        return dict.fromkeys(fragments, Anchor.UNKNOWN)
    return pages.find(heard.content, heard.media, fragments, is_whole=heard.is_whole)
