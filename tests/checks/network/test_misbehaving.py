"""What servers do, and what is made of it: never a broken link that a visitor could open."""

from __future__ import annotations

import asyncio
import gzip
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from checks.network import Inquiry, pages
from checks.subjects.answers import Anchor, Answer, Reply
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg
from tests.checks.network.conftest import PLACE, QUICK
from tests.servers import Request, Server, answer, page

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Serve = Callable[..., Server]
    Ask = Callable[..., Answer]

ROBOTS = "/robots.txt"


def by_method(**answers: bytes) -> Callable[[Request, asyncio.StreamWriter], Awaitable[None]]:
    """Return a script that answers HEAD and GET each in its way, and has no robots.txt."""

    async def script(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer("404 Not Found") if request.path == ROBOTS else answers[request.method])

    return script


def in_turn(*answers: bytes) -> Callable[[Request, asyncio.StreamWriter], Awaitable[None]]:
    """Return a script that answers one request after the other, and goes on with the last answer."""
    left = list(answers)

    async def script(request: Request, writer: asyncio.StreamWriter) -> None:
        if request.path == ROBOTS:
            writer.write(answer("404 Not Found"))
        else:
            writer.write(left.pop(0) if len(left) > 1 else left[0])

    return script


def by_path(**answers: bytes) -> Callable[[Request, asyncio.StreamWriter], Awaitable[None]]:
    """Return a script that knows some pages."""

    async def script(request: Request, writer: asyncio.StreamWriter) -> None:
        head, end, body = answers.get(request.path[1:], answer("404 Not Found")).partition(b"\r\n\r\n")
        writer.write(head + end + (b"" if request.method == "HEAD" else body))

    return script


async def hang(_request: Request, _writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


async def drip(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X")
        await writer.drain()
        await asyncio.sleep(0.05)


async def hang_up(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Le")
    await writer.drain()
    raise ConnectionResetError


async def endless_headers(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: " + b"x" * 60_000 + b"\r\n")
        await writer.drain()


async def endless_header(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX-More: ")
    while True:
        writer.write(b"x" * 60_000)
        await writer.drain()


async def endless_hints(_request: Request, writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        await writer.drain()


class TestHead:
    def test_a_page_costs_one_head(self, serve: Serve, ask: Ask) -> None:
        server = serve(page("<h1>Hej</h1>"))
        assert ask(server.at("/sida")) == Answer(Reply.FOUND, f"127.0.0.1:{server.port}", 200)
        assert server.asked == ["HEAD /sida"]

    @pytest.mark.parametrize(
        "refusal",
        [
            "405 Method Not Allowed",
            "501 Not Implemented",
            "403 Forbidden",
            "404 Not Found",
            "500 Internal Server Error",
            "503 Service Unavailable",
        ],
    )
    def test_what_only_head_is_refused_is_there(self, serve: Serve, ask: Ask, refusal: str) -> None:
        server = serve(by_method(HEAD=answer(refusal), GET=page("<h1>Hej</h1>")))
        assert ask(server.at("/sida")).reply is Reply.FOUND
        assert server.asked == ["HEAD /sida", "GET /robots.txt", "GET /sida"]

    def test_who_sends_a_page_with_head_is_asked_with_get(self, serve: Serve, ask: Ask) -> None:
        assert ask(serve(in_turn(page("<h1>Hej</h1>"))).at()).reply is Reply.FOUND

    def test_who_hangs_up_on_head_is_asked_with_get(self, serve: Serve, ask: Ask) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            if request.method == "HEAD":
                raise ConnectionResetError
            writer.write(page("<h1>Hej</h1>"))

        assert ask(serve(script).at()).reply is Reply.FOUND

    @pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
    def test_what_get_does_not_find_either_is_gone(self, serve: Serve, ask: Ask, status: str) -> None:
        found = ask(serve(answer(status)).at())
        assert (found.reply, found.status) == (Reply.GONE, int(status[:3]))

    @pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden", "451 Unavailable", "999 No"])
    def test_what_a_program_may_not_see_is_left_to_a_person(
        self, serve: Serve, ask: Ask, status: str
    ) -> None:
        found = ask(serve(answer(status)).at())
        assert (found.reply, found.status) == (Reply.REFUSED, int(status[:3]))


class TestWaiting:
    def test_a_server_that_is_busy_for_a_moment_is_asked_again(self, serve: Serve, ask: Ask) -> None:
        busy = answer("503 Service Unavailable")
        server = serve(in_turn(busy, busy, page("")))
        assert ask(server.at("/sida")).reply is Reply.FOUND
        assert server.asked.count("GET /sida") == 2

    def test_a_server_that_stays_busy_is_not_broken(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_method(**dict.fromkeys(("HEAD", "GET"), answer("503 Service Unavailable"))))
        found = ask(server.at("/sida"))
        assert (found.reply, found.status) == (Reply.REFUSED, 503)
        assert server.asked.count("GET /sida") == 1 + QUICK.retries

    def test_retry_after_is_waited_for(self, serve: Serve, ask: Ask) -> None:
        moments: list[float] = []

        async def script(_request: Request, writer: asyncio.StreamWriter) -> None:
            moments.append(asyncio.get_running_loop().time())
            is_early = len(moments) == 1
            writer.write(answer("429 Too Many Requests", Retry_After="1") if is_early else page(""))

        assert ask(serve(script).at(), replace(QUICK, patience=2)).reply is Reply.FOUND
        assert moments[1] - moments[0] >= 0.99

    @pytest.mark.parametrize(
        "moment",
        ["3600", format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)],
        ids=["seconds", "date"],  # of a date, each process would make another name
    )
    def test_who_asks_for_more_patience_than_we_have_is_left_alone(
        self, serve: Serve, ask: Ask, moment: str
    ) -> None:
        server = serve(answer("429 Too Many Requests", Retry_After=moment))
        assert ask(server.at("/sida")).reply is Reply.BUSY
        assert server.asked == ["HEAD /sida"]

    def test_what_is_gone_is_gone_whenever_we_may_come_back(self, serve: Serve, ask: Ask) -> None:
        assert ask(serve(answer("404 Not Found", Retry_After="3600")).at()).reply is Reply.GONE

    def test_a_server_that_has_had_enough_of_us_is_left_alone(self, serve: Serve) -> None:
        server = serve(answer("429 Too Many Requests", Retry_After="60"))
        answers = Inquiry(replace(QUICK, per_server=1), outside=PLACE)(
            [server.at(f"/{number}") for number in range(20)]
        )
        assert {found.reply for found in answers.values()} == {Reply.BUSY}
        assert len(server.requests) == 3

    @pytest.mark.parametrize("moment", ["soon", "-5", "9" * 400, "Mon, 99 Foo 2026"])
    def test_a_retry_after_that_says_nothing_is_as_none(self, serve: Serve, ask: Ask, moment: str) -> None:
        early = answer("503 Service Unavailable", Retry_After=moment)
        assert ask(serve(in_turn(early, early, page(""))).at()).reply is Reply.FOUND


class TestSilence:
    @pytest.mark.parametrize("script", [hang, drip, endless_hints])
    def test_who_does_not_come_to_an_end_is_not_waited_for(
        self, serve: Serve, ask: Ask, script: Callable[..., Awaitable[None]]
    ) -> None:
        assert ask(serve(script).at(), replace(QUICK, retries=0)).reply is Reply.SILENT

    def test_who_breaks_off_is_not_broken(self, serve: Serve, ask: Ask) -> None:
        assert ask(serve(hang_up).at()).reply in {Reply.CLOSED, Reply.NONSENSE}

    def test_where_nobody_listens_nothing_is_broken(self, ask: Ask) -> None:
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            port = nobody.getsockname()[1]
        assert ask(f"http://127.0.0.1:{port}/").reply is Reply.CLOSED

    def test_a_server_that_is_silent_three_times_is_not_asked_for_all_its_pages(self, serve: Serve) -> None:
        server = serve(hang)
        manners = replace(QUICK, timeout=0.1, retries=0, per_server=1)
        answers = Inquiry(manners, outside=PLACE)([server.at(f"/{number}") for number in range(50)])
        assert {found.reply for found in answers.values()} == {Reply.SILENT}
        assert len({request.path for request in server.requests} - {ROBOTS}) == 3


class TestNonsense:
    @pytest.mark.parametrize(
        "nonsense",
        [
            b"<html>It works!</html>\r\n\r\n",  # HTTP/0.9
            b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
            b"HTTP/1.1 abc OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
            b"\x00\xff" * 500 + b"\r\n\r\n",
        ],
    )
    def test_what_is_not_http_is_left_to_a_person(self, serve: Serve, ask: Ask, nonsense: bytes) -> None:
        assert ask(serve(nonsense).at()).reply is Reply.NONSENSE

    @pytest.mark.parametrize("script", [endless_headers, endless_header])
    def test_headers_have_an_end(
        self, serve: Serve, ask: Ask, script: Callable[..., Awaitable[None]]
    ) -> None:
        assert ask(serve(script).at(), replace(QUICK, timeout=5)).reply is Reply.NONSENSE

    def test_long_headers_of_careful_servers_are_read(self, serve: Serve, ask: Ask) -> None:
        policy = "default-src 'self' https://*.example; " * 500
        assert ask(serve(answer(Content_Security_Policy=policy)).at()).reply is Reply.FOUND


class TestRedirects:
    def test_a_permanent_one_gives_the_new_address(self, serve: Serve, ask: Ask) -> None:
        server = serve(
            by_path(gammal=answer("301 Moved", Location="/ny?a=%C3%A5#del"), **{"ny?a=%C3%A5": page("")})
        )
        found = ask(server.at("/gammal"))
        assert (found.reply, found.moved_to) == (Reply.FOUND, server.at("/ny?a=%C3%A5#del"))

    def test_the_fragment_goes_along(self, serve: Serve, ask: Ask) -> None:
        moved = answer("308 Permanent Redirect", Location="/ny")
        server = serve(by_path(gammal=moved, ny=page('<h2 id="del">Del</h2>')))
        found = ask(server.at("/gammal#del"))
        assert (found.moved_to, found.anchor) == (server.at("/ny#del"), Anchor.FOUND)

    @pytest.mark.parametrize("status", ["302 Found", "303 See Other", "307 Temporary Redirect"])
    def test_one_for_now_gives_none(self, serve: Serve, ask: Ask, status: str) -> None:
        server = serve(by_path(gammal=answer(status, Location="/ny"), ny=page("")))
        assert ask(server.at("/gammal")) == Answer(Reply.FOUND, f"127.0.0.1:{server.port}", 200)

    def test_the_new_address_is_what_is_reached_before_the_first_one_for_now(
        self, serve: Serve, ask: Ask
    ) -> None:
        server = serve(
            by_path(
                a=answer("301 Moved", Location="/b"),
                b=answer("302 Found", Location="/c"),
                c=answer("301 Moved", Location="/d"),
                d=page(""),
            )
        )
        assert ask(server.at("/a")).moved_to == server.at("/b")

    def test_where_it_leads_to_nothing_the_link_is_broken(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_path(gammal=answer("301 Moved", Location="/ny")))
        found = ask(server.at("/gammal"))
        assert (found.reply, found.moved_to) == (Reply.GONE, "")

    def test_a_circle_is_told(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_path(a=answer("302 Found", Location="/b"), b=answer("302 Found", Location="/a")))
        assert ask(server.at("/a")).reply is Reply.CIRCLE
        assert len(server.requests) == 2

    def test_a_way_without_end_is_left_after_ten(self, serve: Serve, ask: Ask) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            writer.write(answer("302 Found", Location=f"{request.path}x"))

        server = serve(script)
        assert ask(server.at("/a")).reply is Reply.TOO_FAR
        assert len(server.requests) == QUICK.redirects + 1

    def test_who_sends_round_until_a_cookie_is_shown_is_shown_it(self, serve: Serve, ask: Ask) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            if request.headers.get("Cookie") == "seen=1":
                writer.write(page(""))
            else:
                writer.write(answer("302 Found", Location=request.path, Set_Cookie="seen=1; Path=/"))

        assert ask(serve(script).at()).reply is Reply.FOUND

    @pytest.mark.parametrize(
        "location",
        ["mailto:a@b.example", "file:///etc/passwd", "ftp://a.example/", "http://", "http://[/", ""],
    )
    def test_what_is_not_on_the_web_is_not_followed(self, serve: Serve, ask: Ask, location: str) -> None:
        found = ask(serve(by_path(a=answer("302 Found", Location=location))).at("/a"))
        assert found.reply in {Reply.ELSEWHERE, Reply.CIRCLE}

    def test_one_without_an_address_is_left_to_a_person(self, serve: Serve, ask: Ask) -> None:
        assert ask(serve(answer("302 Found")).at()).reply is Reply.REFUSED


class TestRobots:
    FORBIDDING = answer(body=b"User-agent: *\nDisallow: /privat\n", Content_Type="text/plain")

    def test_get_is_not_made_where_robots_txt_forbids_it(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_path(**{"robots.txt": self.FORBIDDING, "privat/x": answer("405 Not Allowed")}))
        assert ask(server.at("/privat/x")).reply is Reply.ROBOTS
        assert "GET /privat/x" not in server.asked

    def test_a_place_is_then_not_looked_for(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_path(**{"robots.txt": self.FORBIDDING, "privat/x": page('<p id="del">')}))
        found = ask(server.at("/privat/x#del"))
        assert (found.reply, found.anchor) == (Reply.FOUND, Anchor.UNKNOWN)

    def test_it_is_fetched_once_for_all_pages(self, serve: Serve) -> None:
        server = serve(by_path(**{"robots.txt": self.FORBIDDING, "x": page(""), "y": page("")}))
        Inquiry(QUICK, outside=PLACE)([server.at("/x#a"), server.at("/y#a"), server.at("/z")])
        assert server.asked.count("GET /robots.txt") == 1

    def test_a_server_that_cannot_say_what_it_allows_allows_nothing(self, serve: Serve, ask: Ask) -> None:
        server = serve(by_path(**{"robots.txt": answer("500 Oops"), "x": answer("405 Not Allowed")}))
        found = ask(server.at("/x"))
        assert (found.reply, found.status) == (Reply.REFUSED, 500)
        assert "GET /x" not in server.asked

    def test_a_server_that_is_busy_for_a_moment_may_still_say_what_it_allows(
        self, serve: Serve, ask: Ask
    ) -> None:
        busy, left = answer("503 Service Unavailable"), 3

        async def script(_request: Request, writer: asyncio.StreamWriter) -> None:
            nonlocal left
            left -= 1
            writer.write(busy if left > 0 else answer())

        assert ask(serve(script).at()).reply is Reply.FOUND

    def test_a_robots_txt_of_gigabytes_is_read_at_its_beginning(self, serve: Serve, ask: Ask) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            if request.path != ROBOTS:
                writer.write(answer("405 Not Allowed") if request.method == "HEAD" else page(""))
                return
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            while True:
                writer.write(b"Disallow: /\n" * 5_000)
                await writer.drain()

        assert ask(serve(script).at("/x"), replace(QUICK, timeout=5)).reply is Reply.FOUND


class TestFragments:
    def test_an_id_is_found(self, serve: Serve, ask: Ask) -> None:
        server = serve(page('<h2 id="öppet">Öppet</h2> <a name="gammal"></a> <h2 id="user-content-mall">'))
        for fragment in ("öppet", "%C3%B6ppet", "gammal", "mall"):
            assert ask(server.at(f"/#{fragment}")).anchor is Anchor.FOUND

    def test_an_id_is_read_in_the_charset_that_the_server_names(self, serve: Serve, ask: Ask) -> None:
        body = '<h2 id="öppet">Öppet</h2>'.encode("cp1252")
        server = serve(answer(body=body, Content_Type="text/html; charset=ISO-8859-1"))
        assert ask(server.at("/#öppet")).anchor is Anchor.FOUND

    def test_one_that_is_not_there_is_missing(self, serve: Serve, ask: Ask) -> None:
        assert ask(serve(page('<h2 id="a">A</h2>')).at("/#b")).anchor is Anchor.MISSING

    @pytest.mark.parametrize(
        "extra", ["<script src=/app.js></script>", '<meta http-equiv="refresh" content="0; url=/x">']
    )
    def test_what_a_browser_would_change_is_left_to_a_person(
        self, serve: Serve, ask: Ask, extra: str
    ) -> None:
        assert ask(serve(page(f'{extra}<h2 id="a">A</h2>')).at("/#b")).anchor is Anchor.SCRIPTED

    def test_data_is_no_script(self, serve: Serve, ask: Ask) -> None:
        server = serve(page('<script type="application/ld+json">{}</script>'))
        assert ask(server.at("/#b")).anchor is Anchor.MISSING

    def test_beyond_what_is_read_nothing_is_missing(self, serve: Serve, ask: Ask) -> None:
        server = serve(page("<p>" + "x" * 3_000 + '<h2 id="sent">'))
        assert ask(server.at("/#sent"), replace(QUICK, page_bytes=2_000)).anchor is Anchor.UNKNOWN

    def test_a_page_without_end_is_read_at_its_beginning(self, serve: Serve) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            if request.path == ROBOTS:
                writer.write(answer("404 Not Found"))
                return
            writer.write(b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h2 id="a">A</h2>')
            while True:
                writer.write(b"<p>more" * 10_000)
                await writer.drain()

        server, manners = serve(script), replace(QUICK, timeout=10, page_bytes=200_000)
        answers = Inquiry(manners, outside=PLACE)([server.at("/#a"), server.at("/#b")])
        assert [found.anchor for found in answers.values()] == [Anchor.FOUND, Anchor.UNKNOWN]

    def test_a_page_that_would_fill_the_memory_is_left_to_a_person(
        self, serve: Serve, ask: Ask, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def too_much(_content: bytes, path: str) -> None:
            raise TolkbarError(msg("The page takes too much memory."), Location(path, 1))

        monkeypatch.setattr(pages, "read_page", too_much)
        assert ask(serve(page('<h2 id="a">A</h2>')).at("/#a")).anchor is Anchor.UNKNOWN

    def test_a_packed_page_is_unpacked(self, serve: Serve, ask: Ask) -> None:
        packed = gzip.compress(b'<h2 id="a">A</h2>')
        server = serve(answer(body=packed, Content_Type="text/html", Content_Encoding="gzip"))
        assert ask(server.at("/#a")).anchor is Anchor.FOUND

    def test_a_bomb_does_not_go_off(self, serve: Serve, ask: Ask) -> None:
        bomb = gzip.compress(b"<p>" * 5_000_000)
        server = serve(answer(body=bomb, Content_Type="text/html", Content_Encoding="gzip"))
        manners = replace(QUICK, timeout=5, page_bytes=500_000)
        assert ask(server.at("/#a"), manners).anchor is Anchor.UNKNOWN

    @pytest.mark.parametrize("encoding", ["gzip", "br", "x-unheard-of"])
    def test_what_cannot_be_unpacked_is_left_to_a_person(self, serve: Serve, ask: Ask, encoding: str) -> None:
        server = serve(answer(body=b"\x01\x02", Content_Type="text/html", Content_Encoding=encoding))
        assert ask(server.at("/#a")).anchor is Anchor.UNKNOWN

    def test_in_what_is_no_page_nothing_is_looked_for(self, serve: Serve, ask: Ask) -> None:
        server = serve(answer(body=b"%PDF-1.7", Content_Type="application/pdf"))
        assert ask(server.at("/#page=3")).anchor is None
