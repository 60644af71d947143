"""All addresses of a site asked for: each once, servers side by side, within the limits of our manners."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checks.network import addresses
from checks.network.connection import Expiries, Outside, client
from checks.network.manners import Manners
from checks.network.memory import DAY, Kept, Memory
from checks.network.patterns import Patterns
from checks.network.request import Requests
from checks.network.servers import Servers
from checks.network.visit import Visit, Visitor
from checks.subjects.answers import Anchor, Answer, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from checks.network.addresses import Target

_WITNESSES = ("example.com", "iana.org")  # names that are there as long as the Internet is (RFC 2606)


@dataclass(frozen=True, slots=True)
class _Question:
    """One address without its fragment, and all fragments that are looked for in its page."""

    key: str
    target: Target
    fragments: frozenset[str]


class Inquiry:
    """Asks for addresses; calling it gives the answers by address."""

    def __init__(
        self,
        manners: Manners | None = None,
        memory: Memory | None = None,
        excluded: Patterns | None = None,
        outside: Outside | None = None,
        progress: Callable[[], None] = lambda: None,
    ) -> None:
        """Prepare to ask; ``progress`` is told whenever a server is done with an address."""
        self._manners = manners or Manners()
        self._memory = memory or Memory()
        self._excluded = excluded or Patterns()
        self._outside = outside or Outside()
        self._progress = progress

    def __call__(self, wanted: Collection[str]) -> Mapping[str, Answer]:
        """Return an answer for each of the ``wanted`` addresses that no pattern excludes."""
        read = {address: addresses.read(address) for address in wanted if address not in self._excluded}
        questions = _questions(target for target in read.values() if target)
        expiries = Expiries()
        visits = self._remembered(questions, expiries)
        fresh = [question for question in questions if question.key not in visits]
        if fresh:
            tour = _Tour(fresh, self._manners, self._outside, expiries, self._progress)
            try:
                asyncio.run(tour.make())
            finally:  # what was learnt before somebody lost patience is learnt
                self._learn(tour.visits, expiries)
            visits |= tour.visits
        return {address: _answer(target, visits, expiries) for address, target in read.items()}

    def _remembered(self, questions: Iterable[_Question], expiries: Expiries) -> dict[str, Visit]:
        """Return what earlier runs learnt of the questions."""
        visits = {}
        for question in questions:
            known = self._memory.find(question.key, question.fragments, private=self._manners.allow_private)
            if known is not None:
                anchors = dict.fromkeys(question.fragments, Anchor.FOUND)
                visits[question.key] = Visit(Reply.FOUND, known.server, 0, known.moved_to, anchors)
                if known.expires is not None:
                    expiries.by_server[known.server] = known.expires
        return visits

    def _learn(self, visits: Mapping[str, Visit], expiries: Expiries) -> None:
        """Remember what led somewhere."""
        now = int(time.time())
        for key, visit in visits.items():
            if visit.reply is Reply.FOUND:
                places = frozenset(name for name, anchor in visit.anchors.items() if anchor is Anchor.FOUND)
                expires = expiries.by_server.get(visit.server)
                private = self._manners.allow_private
                self._memory.keep(key, Kept(now, visit.server, visit.moved_to, expires, places, private))


@dataclass(slots=True)
class _Tour:
    """One round to all servers; ``visits`` fills while it lasts, by address without fragment."""

    questions: list[_Question]
    manners: Manners
    outside: Outside
    expiries: Expiries
    progress: Callable[[], None]
    visits: dict[str, Visit] = field(default_factory=dict)

    async def make(self) -> None:
        """Ask all questions: to each server a few at a time, to all servers side by side."""
        asyncio.get_running_loop().set_exception_handler(_ignore)
        servers = Servers(self.manners)
        async with client(self.manners, self.outside, self.expiries) as session:
            visitor = Visitor(Requests(session, servers), servers, self.manners)
            async with asyncio.TaskGroup() as group:
                for waiting in _by_server(self.questions):
                    for _ in range(min(len(waiting), self.manners.per_server)):
                        group.create_task(self._ask_all(waiting, visitor, servers))
        if any(visit.reply is Reply.NO_SERVER for visit in self.visits.values()):
            await self._doubt_names()

    async def _ask_all(self, waiting: deque[_Question], visitor: Visitor, servers: Servers) -> None:
        while waiting:
            question = waiting.popleft()
            name = question.target.server
            known = servers[name].verdict
            visit = Visit(known, name) if known else await visitor.visit(question.target, question.fragments)
            self.visits[question.key] = visit
            self.progress()

    async def _doubt_names(self) -> None:
        """Believe that a name is nobody's only where names that exist are found."""
        resolver = self.outside.resolver()
        for name in _WITNESSES:
            try:
                if await resolver.resolve(name, 443):
                    return
            except OSError:
                continue
        for key, visit in self.visits.items():
            if visit.reply is Reply.NO_SERVER:
                self.visits[key] = replace(visit, reply=Reply.NO_NETWORK)


def _ignore(_loop: asyncio.AbstractEventLoop, _context: dict[str, object]) -> None:
    """Say nothing of connections that broke when nobody listened any more."""


def _questions(targets: Iterable[Target]) -> list[_Question]:
    """Return each address once, with all of its fragments."""
    fragments: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, Target] = {}
    for target in targets:
        key = str(target.url)
        first.setdefault(key, target)
        fragments[key] |= {target.fragment} if target.fragment else set()
    return [_Question(key, target, frozenset(fragments[key])) for key, target in first.items()]


def _by_server(questions: Iterable[_Question]) -> Iterable[deque[_Question]]:
    queues: defaultdict[str, deque[_Question]] = defaultdict(deque)
    for question in questions:
        queues[question.target.server].append(question)
    return queues.values()


def _answer(target: Target | None, visits: Mapping[str, Visit], expiries: Expiries) -> Answer:
    """Return what a visit means for an address with this fragment."""
    if target is None:
        return Answer(Reply.MALFORMED)
    visit = visits[str(target.url)]
    moved_to = visit.moved_to
    if moved_to and target.fragment and "#" not in moved_to:
        moved_to = f"{moved_to}#{target.fragment}"
    expires = expiries.by_server.get(visit.server) if visit.reply is Reply.FOUND else None
    return Answer(
        visit.reply,
        visit.server.partition("://")[2],
        visit.status,
        moved_to,
        visit.anchors.get(target.fragment) if target.fragment else None,
        None if expires is None else int(expires - time.time()) // DAY,
    )
