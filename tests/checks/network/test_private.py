"""Nothing in a page makes this machine ask what only it can reach."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checks.network import Inquiry
from checks.network.public import is_public
from checks.subjects.answers import Answer, Reply
from tests.checks.network.conftest import PLACE, QUICK, Names
from tests.servers import Request, Server, answer, page

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from aiohttp.abc import ResolveResult

    Serve = Callable[..., Server]
    Ask = Callable[..., Answer]

CAREFUL = replace(QUICK, allow_private=False)

PUBLIC = """
    8.8.8.8 193.10.8.1 130.237.0.1 2001:4860:4860::8888 2a00:801::1
    ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1
"""
NOT_PUBLIC = """
    127.0.0.1 127.255.255.254 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
    0.0.0.0 0.1.2.3 192.0.0.1 192.0.0.9 192.0.0.170 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.1 203.0.113.9
    224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1
    64:ff9b:1::1 100::1 2001:db8::1 2001:10::1 2002:7f00:1::1 2002:a00:1::1 3fff::1 5f00::1
    fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
    localhost 127.1 0x7f000001 2130706433
"""


@pytest.mark.parametrize("address", PUBLIC.split())
def test_what_anybody_may_ask_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_what_is_not_reached_by_everybody_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f.1",
        "2130706433",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0",
        "\uff11\uff12\uff17.0.0.1",
    ],
)
def test_an_address_is_refused_however_it_is_written(serve: Serve, ask: Ask, host: str) -> None:
    server = serve(page(""))
    assert ask(server.at(host=host), CAREFUL).reply is Reply.PRIVATE
    assert not server.requests


@pytest.mark.parametrize("found", ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.169.254"])
def test_a_name_is_refused_when_it_is_looked_up(serve: Serve, ask: Ask, found: str) -> None:
    server = serve(page(""))
    outside = replace(PLACE, resolver=lambda: Names({"innocent.example": found}))
    assert ask(server.at(host="innocent.example"), CAREFUL, outside).reply is Reply.PRIVATE
    assert not server.requests


def test_what_a_redirect_leads_to_is_refused(serve: Serve, ask: Ask) -> None:
    inside = serve(page("secret"))
    names = Names({"intranet.example": "127.0.0.2", "localhost": "127.0.0.2"})
    outside = replace(PLACE, resolver=lambda: names, is_allowed=lambda address: address == "127.0.0.1")
    for host in ("localhost", "127.0.0.2", "intranet.example"):
        gate = serve(answer("302 Found", Location=inside.at("/admin", host)))
        found = ask(gate.at(), CAREFUL, outside)
        assert (found.reply, found.server) == (Reply.PRIVATE, f"{host}:{inside.port}")
    assert not inside.requests


def test_robots_txt_leads_nowhere_private_either(serve: Serve, ask: Ask) -> None:
    inside = serve(page("secret"))
    away = answer("302 Found", Location=inside.at("/admin", "127.0.0.2"))

    async def script(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(away if request.path == "/robots.txt" else answer("405 Not Allowed"))

    gate = serve(script)
    outside = replace(PLACE, is_allowed=lambda address: address == "127.0.0.1")
    assert ask(gate.at(), CAREFUL, outside).reply is Reply.PRIVATE
    assert not inside.requests


def test_the_address_that_was_approved_is_the_one_that_is_connected_to(serve: Serve, ask: Ask) -> None:
    class Fickle(Names):
        """Says something else from the second time on (DNS rebinding)."""

        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            self.known = {host: "127.0.0.1" if not self.asked else "127.0.0.2"}
            return await super().resolve(host, port, family)

    server = serve(page(""))
    connected: list[str] = []

    def is_allowed(address: str) -> bool:
        connected.append(address)
        return address == "127.0.0.1"

    names = Fickle({})
    assert (
        ask(
            server.at(host="a.example"),
            CAREFUL,
            replace(PLACE, resolver=lambda: names, is_allowed=is_allowed),
        ).reply
        is Reply.FOUND
    )
    assert names.asked == ["a.example"]
    assert connected == ["127.0.0.1", "127.0.0.1"]  # when it was looked up, and when the socket was made


def test_of_several_addresses_only_the_public_ones_are_tried(serve: Serve, ask: Ask) -> None:
    class Both(Names):
        async def resolve(
            self,
            host: str,  # noqa: ARG002 - every name has both
            port: int = 0,
            family: socket.AddressFamily = socket.AF_INET,
        ) -> list[ResolveResult]:
            found = [await super(Both, self).resolve(name, port, family) for name in ("inner", "outer")]
            return [one for each in found for one in each]

    server = serve(page(""))
    names = Both({"inner": "127.0.0.2", "outer": "127.0.0.1"})
    outside = replace(PLACE, resolver=lambda: names, is_allowed=lambda address: address == "127.0.0.1")
    assert ask(server.at(host="a.example"), CAREFUL, outside).reply is Reply.FOUND


def test_no_proxy_is_taken_from_the_environment(
    serve: Serve, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, server = serve(page("")), serve(page(""))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.at())
    assert ask(server.at()).reply is Reply.FOUND
    assert not proxy.requests


def test_what_an_address_says_before_the_at_is_sent_to_nobody(serve: Serve, ask: Ask) -> None:
    server = serve(page(""))
    assert ask(server.at(host="user:secret@127.0.0.1")).reply is Reply.FOUND
    assert "Authorization" not in server.requests[0].headers


def test_a_whole_private_server_is_judged_by_its_first_page(serve: Serve) -> None:
    server = serve(page(""))
    answers = Inquiry(CAREFUL, outside=PLACE)([server.at(f"/{number}") for number in range(100)])
    assert {found.reply for found in answers.values()} == {Reply.PRIVATE}
