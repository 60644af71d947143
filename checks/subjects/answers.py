"""What other servers answered: the external links of a site, each with its answer, for rules to judge.

Rules ask nobody.  Whoever may (``checks.network``) is handed the addresses and brings the answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from checks.subjects.addresses import tidy
from checks.subjects.arrivals import Arrival
from checks.subjects.entries import Entry, Reader
from checks.subjects.links import Link, SitePage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects.site import Site

_WEB = re.compile(r"(https?):[\\/]*", re.IGNORECASE)
_ANYWHERE = re.compile(r"[\\/]{2}")  # an address that takes the scheme of its page
_ASKED = {Arrival.ELSEWHERE, Arrival.LOCAL}
_SENT_TO = {"action", "formaction"}  # nobody is sent a form to see whether they take it
_FOLLOWED = {"a", "area"}  # only their fragments name a place for a reader
_ROUTES = ("!", "/")  # what a script reads of a fragment, not the name of a place
_EVERYWHERE = {"", "top"}  # every page has it
_TEXT_DIRECTIVE = ":~:"


class Reply(StrEnum):
    """How asking for an address ended."""

    FOUND = "found"
    GONE = "gone"  # 404 or 410, and not only for HEAD
    NO_SERVER = "no-server"  # nobody has the host's name
    MALFORMED = "malformed"  # no browser would ask anybody
    EXPIRED = "expired"  # the certificate
    OTHER_NAME = "other-name"  # the certificate is somebody else's
    SELF_SIGNED = "self-signed"

    # All below: it could not be checked, and a person must look.
    REFUSED = "refused"  # another status than those above
    BUSY = "busy"  # asks to come back later than we wait
    SILENT = "silent"  # no answer in time
    CLOSED = "closed"  # no connection, or one that ended before the answer
    NONSENSE = "nonsense"  # an answer that is not HTTP
    CIRCLE = "circle"  # redirected to where it has been
    TOO_FAR = "too-far"  # redirected too often
    ELSEWHERE = "elsewhere"  # redirected to what is not on the web
    PRIVATE = "private"  # an address that is not public
    ROBOTS = "robots"  # robots.txt forbids it
    ISSUER = "issuer"  # of the certificate: nobody that this machine knows
    TLS = "tls"  # no secure connection, for another reason
    NO_NETWORK = "no-network"  # this machine's fault, as far as one can tell


BROKEN = frozenset(
    {
        Reply.GONE,
        Reply.NO_SERVER,
        Reply.MALFORMED,
        Reply.EXPIRED,
        Reply.OTHER_NAME,
        Reply.SELF_SIGNED,
    }
)
"""What a visitor would meet as well, today, whoever they are."""


# What is told of an address without a network.
_ANSWERED_HERE = frozenset({Reply.NO_NETWORK, Reply.PRIVATE, Reply.MALFORMED})


class Anchor(StrEnum):
    """Whether the place that a fragment names is on the page."""

    FOUND = "found"
    MISSING = "missing"
    SCRIPTED = "scripted"  # not in what was sent, but a script may put it there
    UNKNOWN = "unknown"  # the page was not read, or not to its end


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking for one address brought.

    ``server`` is the one that answered last, redirects followed, ``status`` what it said.
    ``moved_to`` is the new address, where the old one is redirected for good; ``anchor`` is about the
    fragment, where there is one; ``days_left`` is how long the server's certificate is valid.
    """

    reply: Reply
    server: str = ""
    status: int = 0
    moved_to: str = ""
    anchor: Anchor | None = None
    days_left: int | None = None

    @property
    def is_broken(self) -> bool:
        """Return whether the address leads nowhere, for certain."""
        return self.reply in BROKEN


@dataclass(frozen=True, slots=True)
class Outlink:
    """An address of another server in a page or another file of the site, and what came of asking for it."""

    link: Link | Entry
    address: str
    answer: Answer

    @property
    def attribute(self) -> str | None:
        """Return the attribute that holds the address; None in files that are no pages."""
        return None if isinstance(self.link, Entry) else self.link.reference.attribute


Ask = Callable[[Collection[str]], Mapping[str, Answer]]
"""Asks for absolute addresses, fragments included; one that was left out has no answer."""


class Answers:
    """A site's external links, in the order of its pages, with what was answered."""

    def __init__(self, site: Site, ask: Ask) -> None:
        """Collect the external addresses of ``site``, all of whose pages are read, and ask for each once."""
        self.site = site
        found: list[tuple[Link | Entry, str]]
        found = [(link, address) for link in _links(site) if (address := external_address(link))]
        found += [(entry, address) for entry in _entries(site) if (address := _external_entry(entry))]
        answers = ask(tuple(dict.fromkeys(address for _, address in found)))
        self.links = tuple(
            Outlink(link, address, answers[address])
            for link, address in found
            if address in answers and not _is_told_elsewhere(link, answers[address])
        )

    @property
    def path(self) -> str:
        """Return the site's name for people."""
        return self.site.path

    def place(self, target: Outlink, attribute: str | None) -> Place:
        """Return where the link stands in its page."""
        if isinstance(target.link, Entry):
            return self.site.place(target.link, attribute)
        return target.link.page.place(target.link, attribute)

    @cached_property
    def has_network(self) -> bool:
        """Return whether anybody was reached at all."""
        return any(link.answer.reply not in _ANSWERED_HERE for link in self.links)


def external_address(link: Link) -> str | None:
    """Return the absolute address that ``link`` asks another server for; None where it asks none.

    Its fragment is kept where it names a place that can be looked for.
    """
    if link.destination.arrival not in _ASKED or link.reference.attribute in _SENT_TO:
        return None
    address, base = tidy(link.address), link.page.facts.base
    site = link.page.site.address or "https:"
    absolute = _absolute(address, site) or (_joined(base, address, site) if base else None)
    if absolute is None:
        return None
    bare, _, fragment = absolute.partition("#")
    place = fragment.partition(_TEXT_DIRECTIVE)[0]
    is_place = place.lower() not in _EVERYWHERE and not place.startswith(_ROUTES)
    return f"{bare}#{place}" if is_place and link.reference.tag in _FOLLOWED else bare


def _external_entry(entry: Entry) -> str | None:
    """Return the absolute address that a style sheet, a manifest or a sitemap asks another server for."""
    if entry.problem is not None or entry.destination.arrival not in _ASKED:
        return None
    absolute = _absolute(tidy(entry.address), entry.site.address or "https:")
    return absolute.partition("#")[0] if absolute else None


def _is_told_elsewhere(link: Link | Entry, answer: Answer) -> bool:
    """Return whether ``link-local`` says of an address what there is to say."""
    return answer.reply is Reply.PRIVATE and link.destination.arrival is Arrival.LOCAL


def _entries(site: Site) -> Iterator[Entry]:
    return chain.from_iterable(map(site.entries, Reader)) if site.whole else iter(())


def _links(site: Site) -> list[Link]:
    return [link for facts in site.pages.values() for link in SitePage(site, facts).links]


def _absolute(address: str, site: str) -> str | None:
    """Return a web address with its scheme, in the form with two slashes that browsers make of any."""
    if _ANYWHERE.match(address):
        address = f"{site.partition(':')[0]}:{address}"
    scheme = _WEB.match(address)
    return f"{scheme[1].lower()}://{address[scheme.end() :]}" if scheme else None


def _joined(base: str, address: str, site: str) -> str | None:
    """Return a relative address on a page whose base is another server."""
    elsewhere = _absolute(tidy(base), site)
    if elsewhere is None:
        return None
    try:
        return address if urlsplit(address).scheme else urljoin(elsewhere, address)
    except ValueError:
        return None
