"""Where links and frames lead, and whether two of them lead to the same (ACT's glossary: same resource)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import filterfalse, islice, zip_longest
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlsplit

from checks.accessibility.names._contents import Contents, contents, contents_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.dom.tree import Node

_BY_SCRIPT: Final = re.compile(
    r"""\blocation(?:\.href)?\s*(?:=|\.(?:assign|replace)\s*\()\s*(["'])(?P<address>.*?)\1""", re.DOTALL
)
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INDEX: Final = re.compile(r"/(?:index\.\w+)?$")
_TRACKING: Final = re.compile(r"utm_|ref|source$|fbclid|gclid", re.IGNORECASE)
_HOPS: Final = 5
_COMPARED: Final = 20  # destinations of one name; who has more has said enough


class Sameness(Enum):
    """Whether two addresses lead to the same, as far as this site's files tell."""

    SAME = auto()
    UNKNOWN = auto()
    DIFFERENT = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads: to a file of this site (``path``, ``content``), or to ``host`` and ``path``."""

    host: str
    path: str
    query: str
    fragment: str
    content: Contents | None = field(default=None, compare=False)


def destination(node: Node) -> Destination | None:
    """Return where a link or a frame leads; None where it cannot be known."""
    if node.has("srcdoc"):
        shown = contents_of(node.dom.surroundings, node.get("srcdoc"))
        return Destination("", f"srcdoc {shown.digest.hex()}", "", "", shown)
    address = (node.get("href") or node.get("xlink:href") or node.get("src")).strip()
    if not address:
        found = _BY_SCRIPT.search(node.get("onclick"))
        address = found["address"].strip() if found is not None else ""
    if not address and not node.has("href"):
        return None
    path = node.dom.surroundings.follow(address)
    try:
        parts = urlsplit(address)
        host = (parts.netloc or "").lower().removeprefix("www.")
    except ValueError:
        return None
    if path is not None:
        return _in_site(node, path, Destination("", path, parts.query, parts.fragment))
    if parts.scheme in {"", "http", "https"}:
        return Destination(host or ".", _INDEX.sub("", parts.path), parts.query, parts.fragment)
    return Destination(parts.scheme.lower(), parts.path.lower(), "", "")


def sameness(destinations: Iterable[Destination | None], *, name_tells: bool) -> Sameness:
    """Return whether all of these are the same.

    ``name_tells`` says whether their common name promises something that both could keep.
    """
    first, *others = list(dict.fromkeys(destinations)) or [None]
    if not others:
        return Sameness.UNKNOWN if first is None else Sameness.SAME
    found = {_compare(first, other, name_tells=name_tells) for other in islice(others, _COMPARED)}
    for worst in (Sameness.DIFFERENT, Sameness.UNKNOWN):
        if worst in found:
            return worst
    return Sameness.SAME


def _in_site(node: Node, path: str, written: Destination) -> Destination:
    """Return the file that ``path`` leads to, where pages send on at once (``<meta http-equiv=refresh>``)."""
    found = contents(node.dom.surroundings, path)
    for _ in range(_HOPS):
        if found is None or found.sends_on is None:
            break
        path, written = found.sends_on, Destination("", found.sends_on, "", "")
        found = contents(node.dom.surroundings, path)
    return Destination("", path, written.query, written.fragment, found)


def _compare(one: Destination | None, other: Destination | None, *, name_tells: bool) -> Sameness:
    if one is None or other is None:
        return Sameness.UNKNOWN
    if (one.host, one.path) == (other.host, other.path):
        return _compare_parts(one, other)
    if one.content is not None and other.content is not None and one.content.digest == other.content.digest:
        return Sameness.SAME
    if not name_tells and one.host != "." != other.host:
        return Sameness.DIFFERENT
    if one.content is not None and other.content is not None:
        return _compare_contents(one.content, other.content)
    is_elsewhere = one.host not in {"", "."} and other.host not in {"", "."}
    differs = one.host != other.host and one.path != other.path
    return Sameness.DIFFERENT if is_elsewhere and differs else Sameness.UNKNOWN


def _compare_parts(one: Destination, other: Destination) -> Sameness:
    """Compare two addresses of the same page."""
    if one.fragment != other.fragment:
        return Sameness.UNKNOWN
    if one.query == other.query or (one.content is not None and not one.content.reads_query):
        return Sameness.SAME
    shared = _parameters(one).items() ^ _parameters(other).items()
    names = {name for name, _ in shared}
    asks_for_another = bool(names) and names <= _parameters(one).keys() & _parameters(other).keys()
    return Sameness.DIFFERENT if asks_for_another and one.content is not None else Sameness.UNKNOWN


def _parameters(where: Destination) -> dict[str, str]:
    """Return what a page is asked for; not who asks."""
    pairs = parse_qsl(where.query[:1000], keep_blank_values=True)
    return {name: value for name, value in pairs if not _TRACKING.match(name)}


def _compare_contents(one: Contents, other: Contents) -> Sameness:
    """Compare two pages by their words, and by their numbers where the words are the same."""
    if _are_same(words(one.text), words(other.text)):
        return Sameness.SAME if one.beginning else Sameness.UNKNOWN
    if one.is_blank or other.is_blank:
        return Sameness.DIFFERENT
    if not one.beginning or not other.beginning:
        return Sameness.UNKNOWN
    is_different = _differ_in_numbers(one, other) or not _have_a_word_in_common(one, other)
    return Sameness.DIFFERENT if is_different else Sameness.UNKNOWN


def _are_same(some: Iterable[str], others: Iterable[str]) -> bool:
    return all(word == other for word, other in zip_longest(some, others))


def _differ_in_numbers(one: Contents, other: Contents) -> bool:
    """Return whether both, which are not the same, have the same words and differ in numbers alone."""
    some, others = (filterfalse(str.isnumeric, words(each.text)) for each in (one, other))
    first = next(some, None)
    return first is not None and first == next(others, None) and _are_same(some, others)


def _have_a_word_in_common(one: Contents, other: Contents) -> bool:
    if not one.beginning.isdisjoint(other.beginning):
        return True
    return not frozenset(words(one.text)).isdisjoint(words(other.text))
