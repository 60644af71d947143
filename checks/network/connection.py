"""The HTTP client: it connects to public addresses only, and notes until when certificates hold."""

from __future__ import annotations

import asyncio
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector, ThreadedResolver
from aiohttp.abc import AbstractResolver

from checks.network.addresses import server_of
from checks.network.public import is_public

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from aiohttp import ClientRequest
    from aiohttp.abc import ResolveResult
    from aiohttp.connector import AddrInfoType, Connection
    from aiohttp.tracing import Trace

    from checks.network.manners import Manners

_LOOK_UPS = 16  # names looked up at a time; each takes a thread
_KNOWN = 300  # seconds that a name is not looked up again
_FIELD = 65_536  # bytes of a header; some servers' security policies are long
_THIS_MACHINE = "localhost"  # and all names below it (RFC 6761, 6.3)
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "*",
}


class PrivateAddressError(OSError):
    """The host is in a private network, or this machine itself."""


@dataclass(frozen=True, slots=True)
class Outside:
    """How the world is reached; tests put their own in its place.

    ``resolver`` looks names up, ``trust`` says whose certificates are believed (True: those that
    this machine believes), ``is_allowed`` which IP addresses are connected to.
    """

    resolver: Callable[[], AbstractResolver] = ThreadedResolver
    trust: Callable[[], ssl.SSLContext | bool] = lambda: True
    is_allowed: Callable[[str], bool] = is_public


@dataclass(slots=True)
class Expiries:
    """Until when the certificates of servers hold, in seconds since 1970."""

    by_server: dict[str, int] = field(default_factory=dict)

    def note(self, server: str, certificate: dict[str, Any] | None) -> None:
        """Note what the certificate of a server says, where it has one."""
        if server not in self.by_server and certificate:
            self.by_server[server] = int(ssl.cert_time_to_seconds(certificate["notAfter"]))


@asynccontextmanager
async def client(manners: Manners, outside: Outside, expiries: Expiries) -> AsyncIterator[ClientSession]:
    """Open the client.

    It takes no proxy from the environment, since that would connect in our stead and to whatever it is
    told; one that somebody has named is trusted with that.  It keeps no cookies, follows nothing by
    itself, and unpacks nothing that may be a bomb.
    """
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_LOOK_UPS, "look-up"))
    is_allowed = _anybody if manners.allow_private else outside.is_allowed
    may_connect = _anybody if manners.proxy else is_allowed
    connector = _Connector(
        expiries,
        is_allowed,
        resolver=_Resolver(outside.resolver(), may_connect),
        socket_factory=_sockets(may_connect),
        ssl=outside.trust(),
        limit=0,  # the servers' turns are the limit
        ttl_dns_cache=_KNOWN,
    )
    async with ClientSession(
        connector=connector,
        headers=_HEADERS | {"User-Agent": manners.agent},
        timeout=ClientTimeout(total=manners.timeout, sock_connect=manners.timeout / 2),
        cookie_jar=DummyCookieJar(),
        auto_decompress=False,
        proxy=manners.proxy,
        max_line_size=_FIELD,
        max_field_size=_FIELD,
    ) as session:
        yield session


class _Resolver(AbstractResolver):
    """Looks names up, and knows no addresses but those that may be connected to."""

    def __init__(self, inner: AbstractResolver, is_allowed: Callable[[str], bool]) -> None:
        self._inner = inner
        self._is_allowed = is_allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        allowed = [one for one in found if self._is_allowed(one["host"])]
        if found and not allowed:
            raise PrivateAddressError(found[0]["host"])
        return allowed

    async def close(self) -> None:
        await self._inner.close()


def _sockets(is_allowed: Callable[[str], bool]) -> Callable[[AddrInfoType], socket.socket]:
    """Return what makes the socket for an address, the very one that is connected to, or refuses."""

    def make(info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = info
        if not is_allowed(str(address[0])):
            raise PrivateAddressError(str(address[0]))
        return socket.socket(family, kind, protocol)

    return make


def _anybody(_address: str) -> bool:
    return True


def _require_allowed(host: str, is_allowed: Callable[[str], bool]) -> None:
    """Raise ``PrivateAddressError`` for a host that is an address not allowed, in any form, or this machine.

    What a proxy finds for any other name, only the proxy knows.
    """
    try:
        address = socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        address = host
    is_ours = host == _THIS_MACHINE or host.endswith(f".{_THIS_MACHINE}")
    is_address = address != host or ":" in host or address.replace(".", "").isdigit()
    if (is_ours and not is_allowed("127.0.0.1")) or (is_address and not is_allowed(address)):
        raise PrivateAddressError(host)


class _Connector(TCPConnector):
    """Looks at the certificate of each connection before it is used, and at what a proxy is asked for."""

    def __init__(
        self,
        expiries: Expiries,
        is_allowed: Callable[[str], bool],
        **settings: Any,  # noqa: ANN401 - aiohttp's own
    ) -> None:
        super().__init__(**settings)
        self._expiries = expiries
        self._is_allowed = is_allowed

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: ClientTimeout,  # noqa: ASYNC109 - aiohttp's own
    ) -> Connection:
        if req.proxy is not None:
            _require_allowed((req.url.host or "").rstrip(".").lower(), self._is_allowed)
        connection = await super().connect(req, traces, timeout)
        transport = connection.transport
        if transport is not None and req.url.scheme == "https":
            self._expiries.note(server_of(req.url), transport.get_extra_info("peercert"))
        return connection
