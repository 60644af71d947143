"""Ways to ask the servers of ``tests.servers`` quickly."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

import pytest
from aiohttp.abc import AbstractResolver

from checks.network import Inquiry, Manners
from checks.network.connection import Outside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aiohttp.abc import ResolveResult

    from checks.subjects.answers import Answer

PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and takes no time to read whom
QUICK = Manners(pause=0, timeout=0.5, backoff=0.01, patience=0.3, allow_private=True)
PLACE = Outside(trust=lambda: PLAIN)


class Names(AbstractResolver):
    """Knows some names, and notes which it was asked for; for an exception, looking up ends with that."""

    def __init__(self, known: Mapping[str, str | OSError]) -> None:
        """Know ``known``."""
        self.known = known
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the address of ``host``."""
        self.asked.append(host)
        found = self.known.get(host, socket.gaierror(socket.EAI_NONAME, "Name or service not known"))
        if isinstance(found, OSError):
            raise found
        family = socket.AF_INET6 if ":" in found else socket.AF_INET
        return [{"hostname": host, "host": found, "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        """Have nothing to close."""


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Ask for one address, quickly."""

    def one(address: str, manners: Manners = QUICK, outside: Outside | None = None) -> Answer:
        return Inquiry(manners, outside=outside or PLACE)([address])[address]

    return one
