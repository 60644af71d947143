"""Many addresses at once: each asked once, within limits, remembered; no network is no fault of theirs."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checks.network import Inquiry, Memory, Patterns
from checks.subjects.answers import Anchor, Reply
from tests.checks.network.conftest import PLACE, QUICK, Names
from tests.servers import Request, Server, answer, page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checks.network import Manners
    from checks.subjects.answers import Answer

    Serve = Callable[..., Server]

NO_NAMES = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
EXISTING = {"example.com": "127.0.0.1"}


class TestManners:
    def test_one_page_is_asked_for_once_whatever_its_fragments(self, serve: Serve) -> None:
        server = serve(page('<h2 id="a">A</h2>'))
        answers = Inquiry(QUICK, outside=PLACE)([server.at("/x"), server.at("/x#a"), server.at("/x#b")])
        assert [found.anchor for found in answers.values()] == [None, Anchor.FOUND, Anchor.MISSING]
        assert server.asked == ["GET /robots.txt", "GET /x"]

    @pytest.mark.parametrize(
        ("manners", "most"), [(replace(QUICK, per_server=3), 3), (replace(QUICK, concurrency=2), 2)]
    )
    def test_so_many_at_a_time_and_no_more(self, serve: Serve, manners: Manners, most: int) -> None:
        under_way, seen = 0, []

        async def script(_request: Request, writer: asyncio.StreamWriter) -> None:
            nonlocal under_way
            under_way += 1
            seen.append(under_way)
            await asyncio.sleep(0.02)
            under_way -= 1
            writer.write(answer())

        server = serve(script)
        Inquiry(manners, outside=PLACE)([server.at(f"/{number}") for number in range(20)])
        assert max(seen) == most

    def test_between_two_there_is_a_pause(self, serve: Serve) -> None:
        moments: list[float] = []

        async def script(_request: Request, writer: asyncio.StreamWriter) -> None:
            moments.append(asyncio.get_running_loop().time())
            writer.write(answer())

        server = serve(script)
        Inquiry(replace(QUICK, pause=0.05), outside=PLACE)([server.at(f"/{number}") for number in range(5)])
        assert max(moments) - min(moments) >= 4 * 0.05 - 0.02

    def test_we_say_who_we_are(self, serve: Serve) -> None:
        server = serve(page(""))
        Inquiry(replace(QUICK, agent="Tolkbar/9"), outside=PLACE)([server.at()])
        assert server.requests[0].headers["User-Agent"] == "Tolkbar/9"

    def test_what_is_excluded_is_not_asked_for_and_has_no_answer(self, serve: Serve) -> None:
        server = serve(page(""))
        inquiry = Inquiry(QUICK, excluded=Patterns(["*/intern/*"]), outside=PLACE)
        assert list(inquiry([server.at("/intern/a"), server.at("/b")])) == [server.at("/b")]
        assert server.asked == ["HEAD /b"]

    def test_progress_is_told_of_each(self, serve: Serve) -> None:
        server, steps = serve(page("")), []
        Inquiry(QUICK, progress=lambda: steps.append(1), outside=PLACE)(
            [server.at(f"/{number}") for number in range(7)]
        )
        assert len(steps) == 7


class TestNetwork:
    def test_a_name_that_is_nobodys_is_broken_where_others_are_found(self) -> None:
        outside = replace(PLACE, resolver=lambda: Names(EXISTING))
        found = Inquiry(QUICK, outside=outside)(["https://nobody.example/"])["https://nobody.example/"]
        assert (found.reply, found.server) == (Reply.NO_SERVER, "nobody.example")

    @pytest.mark.parametrize("known", [{}, {"example.com": NO_NAMES, "iana.org": NO_NAMES}])
    def test_where_no_name_is_found_nothing_is_broken(self, known: dict[str, OSError]) -> None:
        outside = replace(PLACE, resolver=lambda: Names(known))
        found = Inquiry(QUICK, outside=outside)(["https://nobody.example/"])["https://nobody.example/"]
        assert found.reply is Reply.NO_NETWORK

    def test_without_names_a_thousand_servers_are_not_looked_up(self) -> None:
        names = Names({f"s{number}.example": NO_NAMES for number in range(1000)})
        manners = replace(QUICK, concurrency=4, timeout=20, patience=20)  # a busy machine is no silent server
        answers = Inquiry(manners, outside=replace(PLACE, resolver=lambda: names))(
            [f"https://{name}/" for name in names.known]
        )
        assert {found.reply for found in answers.values()} == {Reply.NO_NETWORK}
        assert len(names.asked) < 1000

    def test_one_server_out_of_reach_does_not_hide_the_others(self, serve: Serve) -> None:
        server = serve(page(""))
        names = Names({f"s{number}.example": NO_NAMES for number in range(30)})
        away = [f"https://{name}/" for name in names.known]
        answers = Inquiry(QUICK, outside=replace(PLACE, resolver=lambda: names))([server.at(), *away])
        assert answers[server.at()].reply is Reply.FOUND


class TestMemory:
    def test_what_was_found_is_not_asked_for_again(self, serve: Serve) -> None:
        server, run = serve(page('<h2 id="a">A</h2>')), _Keeping()
        wanted = [server.at("/x#a"), server.at("/y")]
        first = run(wanted)
        server.requests.clear()
        assert [found.reply for found in run(wanted).values()] == [Reply.FOUND] * 2
        assert [found.anchor for found in first.values()] == [Anchor.FOUND, None]
        assert server.asked == []

    def test_a_new_address_is_remembered_too(self, serve: Serve) -> None:
        async def script(request: Request, writer: asyncio.StreamWriter) -> None:
            writer.write(answer("301 Moved", Location="/ny") if request.path == "/a" else page(""))

        server, run = serve(script), _Keeping()
        for _ in range(2):
            found = run([server.at("/a#b")])[server.at("/a#b")]
            assert found.moved_to == server.at("/ny#b")

    def test_faults_are_looked_at_anew(self, serve: Serve) -> None:
        server, run = serve(answer("404 Not Found")), _Keeping()
        run([server.at("/x")])
        server.script = page('<h2 id="a">A</h2>')
        assert run([server.at("/x#b")])[server.at("/x#b")].anchor is Anchor.MISSING
        server.script = page('<h2 id="b">B</h2>')
        assert run([server.at("/x#b")])[server.at("/x#b")].anchor is Anchor.FOUND

    def test_what_is_too_old_is_asked_for_again(self, serve: Serve) -> None:
        server, run = serve(page("")), _Keeping()
        for age in (3600, 0):
            run([server.at()], age)
        assert server.asked == ["HEAD /"] * 2

    def test_what_was_found_with_leave_is_not_found_without(self, serve: Serve) -> None:
        server, run = serve(page("")), _Keeping()
        run([server.at()])
        careful = Inquiry(replace(QUICK, allow_private=False), Memory(run.kept), outside=PLACE)
        assert careful([server.at()])[server.at()].reply is Reply.PRIVATE

    @pytest.mark.parametrize(
        "damage",
        [
            b"{",
            b"\xff\xfe",
            b"[" * 100_000,
            b'{"format":1,"addresses":{"a":{"asked":"x"}}}',
            b'{"format":1,"addresses":[]}',
            b'{"format":1,"addresses":{"a":{"asked":1e400}}}',
        ],
    )
    def test_a_damaged_one_is_ignored_and_says_so(self, damage: bytes) -> None:
        assert Memory(damage).is_damaged

    def test_one_of_another_version_is_ignored(self) -> None:
        assert not Memory(b'{"format":99,"addresses":{}}').is_damaged

    def test_what_claims_to_be_from_the_future_is_not_believed(self) -> None:
        memory = Memory(b'{"format":1,"addresses":{"http://a/":{"asked":99999999999}}}')
        assert memory.find("http://a/", frozenset(), private=False) is None


class _Keeping:
    """Asks run by run, each with what the runs before it have kept."""

    def __init__(self) -> None:
        self.kept = b""

    def __call__(self, wanted: list[str], age: float = 3600) -> Mapping[str, Answer]:
        memory = Memory(self.kept, age)
        answers = Inquiry(QUICK, memory, outside=PLACE)(wanted)
        self.kept = bytes(memory)
        return answers
