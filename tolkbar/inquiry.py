"""Other servers asked about external links, as the command line wants it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from pipeline.config.external import DAY
from pipeline.errors import TolkbarError
from pipeline.files import WORK, read_bytes, refuse_link, replace
from pipeline.model import msg
from tolkbar import __version__
from tolkbar.console import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from checks.network import Memory
    from checks.subjects.answers import Answer, Ask
    from pipeline.config.external import External
    from pipeline.model import Message
    from tolkbar.progress import Bar

    Say = Callable[[Message], str]

MEMORY = f"{WORK}/external.json"
"""What earlier inquiries found, below the site's root."""


_SETTINGS = ("concurrency", "per_server", "pause", "timeout", "retries", "proxy")


def inquiry(asked: Namespace, bar: Bar, say: Say) -> Ask | None:
    """Return what asks other servers, counted by ``bar``; None where nobody wants them asked."""
    if not vars(asked).get("external"):
        return None

    def ask(addresses: Collection[str]) -> Mapping[str, Answer]:
        if not addresses:
            return {}
        bar.expect(len(addresses))
        return _ask(addresses, asked, bar, say)

    return ask


def settled(asked: Namespace, site: External) -> Namespace:
    """Return what was ``asked`` with what the ``site`` has settled where that was left open.

    What either of the two excludes is left out.
    """
    if not vars(asked).get("external"):
        return asked
    found = Namespace(**vars(asked))
    found.exclude = [*asked.exclude, *site.exclude]
    for name in (*_SETTINGS, "cache_age"):
        if getattr(asked, name) is None:
            setattr(found, name, getattr(site, name))
    return found


def _cache_age(asked: Namespace) -> float:
    """Return for how many seconds an answer is believed; 0 where nothing is kept."""
    if asked.no_cache:
        return 0
    return float(DAY if asked.cache_age is None else asked.cache_age)


def _ask(addresses: Collection[str], asked: Namespace, bar: Bar, say: Say) -> Mapping[str, Answer]:
    from checks.network import Inquiry, Manners, Patterns  # noqa: PLC0415 - most runs ask nobody

    given = {name: value for name in _SETTINGS if (value := getattr(asked, name)) is not None}
    manners = Manners(allow_private=asked.allow_private, agent=f"Tolkbar/{__version__}", **given)
    memory = _remembered(asked, say)
    try:
        return Inquiry(manners, memory, Patterns(asked.exclude), progress=bar.step)(addresses)
    finally:  # what was learnt before somebody lost patience is learnt
        _keep(memory, asked, say)


def _remembered(asked: Namespace, say: Say) -> Memory:
    """Return what earlier runs found; tell that what they kept is damaged, where it is."""
    from checks.network import Memory  # noqa: PLC0415 - as above

    if not _cache_age(asked):
        return Memory()
    try:
        memory = Memory(read_bytes(asked.site / MEMORY) or b"", _cache_age(asked))
        is_damaged = memory.is_damaged
    except OSError:
        memory, is_damaged = Memory(), True
    if is_damaged:
        tell(say(msg("{path} is damaged and was not used; all addresses are asked for.", path=MEMORY)))
    return memory


def _keep(memory: Memory, asked: Namespace, say: Say) -> None:
    """Keep what was learnt, where that can be: it is nobody's work."""
    if not _cache_age(asked):
        return
    try:
        refuse_link(asked.site / WORK)
        replace(asked.site / MEMORY, bytes(memory))
    except TolkbarError as error:
        tell(f"{MEMORY}: {say(error.message)}")
