"""One request at its server's turn, and what of the answer is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from checks.network import pages
from checks.network.faults import FAULTS, UnansweredError, reply_to
from checks.network.waiting import retry_after
from checks.subjects.answers import Reply

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from aiohttp import ClientResponse, ClientSession

    from checks.network.route import Route
    from checks.network.servers import Servers

_MOVED: Final = {301, 302, 303, 307, 308}
_FIRST_FAULT: Final = 400  # statuses from here on


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of a body: at most ``limit`` bytes, and only of these ``media`` (None: of any)."""

    limit: int
    media: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What one request brought.

    ``wait`` are the seconds that the server asks us to wait; ``content`` is the beginning of the body,
    unpacked, None where it was not read or is unreadable; ``is_whole`` says that it is all.
    ``charset`` is what the server, not the page, says of it.
    """

    status: int
    location: str | None = None
    wait: float | None = None
    media: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None
    is_whole: bool = False
    charset: str = ""

    @property
    def is_redirect(self) -> bool:
        """Return whether it sends the asker on."""
        return self.status in _MOVED and self.location is not None

    @property
    def is_fault(self) -> bool:
        """Return whether the server says that there is nothing to see."""
        return self.status >= _FIRST_FAULT


class Requests:
    """Makes requests through one client."""

    def __init__(self, session: ClientSession, servers: Servers) -> None:
        """Use ``session`` at the turns of ``servers``."""
        self._session = session
        self._servers = servers

    async def make(self, method: str, route: Route, reading: Reading | None = None) -> Heard:
        """Make one request where ``route`` has come to; read of the body what ``reading`` says.

        Raises ``UnansweredError`` where there is no answer, or none that is HTTP.
        """
        try:
            heard = await self._make(method, route, reading)
        except FAULTS as fault:
            reply = reply_to(fault)
            self._servers.note(route.server, is_reached=reply is not Reply.NO_NETWORK)
            raise UnansweredError(reply, route.server) from fault
        self._servers.note(route.server, is_reached=True)
        return heard

    async def _make(self, method: str, route: Route, reading: Reading | None) -> Heard:
        shown = "; ".join(f"{name}={value}" for name, value in route.cookies.items())
        headers = {"Cookie": shown} if shown else None
        async with (
            self._servers.turn(route.server),
            self._session.request(method, route.url, headers=headers, allow_redirects=False) as response,
        ):
            content, is_whole = await _body(response, reading) if reading else (None, False)
            return Heard(
                response.status,
                response.headers.get("Location"),
                retry_after(response.headers.get("Retry-After"), datetime.now(UTC)),
                response.content_type,
                _cookies(response),
                content,
                is_whole,
                response.charset or "",
            )


def _cookies(response: ClientResponse) -> Mapping[str, str]:
    if "Set-Cookie" not in response.headers:
        return {}
    return {name: cookie.value for name, cookie in response.cookies.items()}


async def _body(response: ClientResponse, reading: Reading) -> tuple[bytes | None, bool]:
    """Return the beginning of a body, unpacked, and whether that is all of it."""
    is_wanted = reading.media is None or response.content_type in reading.media
    if response.status != HTTPStatus.OK or not is_wanted:
        return None, False
    packed = bytearray()
    async for chunk in response.content.iter_any():
        packed += chunk
        if len(packed) > reading.limit:
            response.close()
            break
    encoding = response.headers.get("Content-Encoding", "")
    unpacked = pages.unpack(bytes(packed), encoding, reading.limit)
    if unpacked is None:
        return None, False
    return unpacked[0], unpacked[1] and len(packed) <= reading.limit
