"""What an address in a page means inside its site, by the rules of the WHATWG URL standard.

Only addresses that lead to a path of the site get one; of the others it is said why they have none.
``urllib`` reads addresses by other rules than browsers: it knows nothing of backslashes, ``%2e%2e``,
or hosts in several spellings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import unquote

from checks.subjects.hosts import PORTS, host_of, is_private

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_AUTHORITY: Final = re.compile(r"[/\\]*([^/\\?#]*)")
_IGNORED: Final = str.maketrans("", "", "\t\n\r")  # the standard drops them wherever they stand
_CONTROLS: Final = "".join(map(chr, range(0x21)))
_TEXT_DIRECTIVE: Final = ":~:"  # what follows is for the browser, not the name of an anchor
_SLASHES: Final = ("//", "/\\", "\\/", "\\\\")
_DOT: Final = re.compile("%2e", re.IGNORECASE)
_DEFAULT: Final = "https"


class Outside(Enum):
    """Why an address leads to no path of the site."""

    SERVER = auto()  # another one, by HTTP
    PROGRAM = auto()  # mailto:, tel:, data:, javascript: …
    LOCAL = auto()  # its author's own computer or network
    INVALID = auto()  # a browser makes no address of it
    UNKNOWN = auto()  # above a page that is judged alone


class Target(NamedTuple):
    """A path below the site's root, percent-decoded, and the fragment in it, as it is written.

    A path that ends in ``/`` asks for a folder; the empty path for the root.  ``strays`` where a
    browser leaves the site on the way: the address climbs above its root, or names another path of
    its host; ``climbs`` in the first case.
    """

    path: str
    fragment: str = ""
    strays: bool = False
    climbs: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page stands: what its addresses are relative to.

    ``base`` is its ``<base href>``; ``site`` the address that the site's root has on the web;
    ``rooted`` False where only the page's own folder is known, and nothing above it.
    """

    path: str
    base: str | None = None
    site: str | None = None
    rooted: bool = True


class _Home(NamedTuple):
    """The site's own address, taken apart; ``prefix`` are the segments of its root's path."""

    scheme: str
    host: str
    prefix: tuple[str, ...]


def tidy(address: str) -> str:
    """Return ``address`` without the white space that browsers drop before they read it."""
    return address.strip(_CONTROLS).translate(_IGNORED)


def is_relative(address: str) -> bool:
    """Return whether a tidy ``address`` means something else in every folder; "https:a.html" may, too."""
    scheme = _SCHEME.match(address)
    if scheme is None:
        return address[:1] not in {"/", "\\"}
    return scheme[1].lower() in PORTS and not address.startswith(_SLASHES, scheme.end())


def resolve(address: str, origin: Origin) -> Target | Outside:
    """Return which path of the site ``address`` means on the page at ``origin``, or why it means none."""
    text = tidy(address)
    if origin.base is not None:
        base = _resolve(tidy(origin.base), replace(origin, base=None))
        if isinstance(base, Target):
            origin = replace(origin, path=base.path, base=None)
        elif base in {Outside.SERVER, Outside.LOCAL} and not _is_absolute(text):
            return base
    return _resolve(text, origin)


def _resolve(text: str, origin: Origin) -> Target | Outside:
    home = _home(origin.site)
    own = home.scheme if home else _DEFAULT
    scheme = _SCHEME.match(text)
    if scheme is None:
        return _at_host(own, text, home) if text.startswith(_SLASHES) else _below(text, origin, home)
    name = scheme[1].lower()
    if name not in PORTS:
        return Outside.LOCAL if name == "file" or len(name) == 1 else Outside.PROGRAM  # C:\…
    rest = text[scheme.end() :]
    if name == own and not rest.startswith(_SLASHES):  # "https:page.html" is relative
        return _below(rest, origin, home)
    return _at_host(name, rest, home)


def _at_host(scheme: str, rest: str, home: _Home | None) -> Target | Outside:
    """Return the path of an address with a host: inside the site only where it begins as the site does."""
    authority = _AUTHORITY.match(rest)
    host = host_of(authority[1], scheme) if authority else None
    if authority is None or host is None:
        return Outside.INVALID
    if home is None or host != home.host:
        return Outside.LOCAL if is_private(host) else Outside.SERVER
    path, fragment = _split(rest[authority.end() :])
    segments, climbs = _walk(path, [])
    inside = _inside(segments, home.prefix)
    if inside is None:
        return Outside.SERVER
    return _target(inside, fragment, strays=climbs, climbs=climbs)


def _below(text: str, origin: Origin, home: _Home | None) -> Target | Outside:
    """Return the path of an address without a host."""
    path, fragment = _split(text)
    if not path:
        return Target(origin.path, fragment)
    is_absolute = path.startswith("/")
    if is_absolute and not origin.rooted:
        return Outside.UNKNOWN
    prefix = home.prefix if home else ()
    folders = origin.path.split("/")[:-1]
    segments, climbs = _walk(path, [] if is_absolute else [*prefix, *folders])
    if climbs and not origin.rooted:
        return Outside.UNKNOWN
    inside = _inside(segments, prefix)
    strays = climbs or inside is None
    return _target(segments if inside is None else inside, fragment, strays=strays, climbs=climbs)


def _split(text: str) -> tuple[str, str]:
    """Return the path of an address, with its slashes as browsers read them, and its fragment."""
    location, _, fragment = text.partition("#")
    path = location.partition("?")[0].replace("\\", "/")
    return path, fragment.partition(_TEXT_DIRECTIVE)[0]


def _walk(path: str, above: list[str]) -> tuple[list[str], bool]:
    """Follow ``path`` from ``above`` on; return the segments, and whether it climbed over the root."""
    climbs, plain = False, ""
    for segment in path.removeprefix("/").split("/"):
        plain = _DOT.sub(".", segment) if "%2" in segment else segment
        if plain == "..":
            climbs = climbs or not above
            del above[-1:]
        elif plain != ".":
            above.append(segment)
    if plain in {".", ".."}:
        above.append("")
    return above, climbs


def _inside(segments: list[str], prefix: tuple[str, ...]) -> list[str] | None:
    """Return the segments below the site's root; None where they are elsewhere on its host."""
    if not prefix:
        return segments
    length = len(prefix)
    return segments[length:] if tuple(map(_decode, segments[:length])) == prefix else None


def _target(segments: list[str], fragment: str, *, strays: bool, climbs: bool) -> Target:
    """Return the target; servers read several slashes as one."""
    names = [_decode(segment) if "%" in segment else segment for segment in segments if segment]
    folder = "/" if names and not segments[-1] else ""
    return Target("/".join(names) + folder, fragment, strays, climbs)


def _decode(segment: str) -> str:
    """Return what a server makes of a segment; a slash that was encoded does not part folders."""
    return unquote(segment, errors="surrogateescape").replace("/", "%2F")


def _is_absolute(text: str) -> bool:
    return bool(_SCHEME.match(text)) or text.startswith(_SLASHES)


@lru_cache(maxsize=16)
def _home(site: str | None) -> _Home | None:
    """Take the site's own address apart; None where it has none, or one that is no web address."""
    scheme = _SCHEME.match(site or "")
    if site is None or scheme is None or scheme[1].lower() not in PORTS:
        return None
    name, rest = scheme[1].lower(), site[scheme.end() :]
    authority = _AUTHORITY.match(rest)
    host = host_of(authority[1], name) if authority else None
    if authority is None or host is None:
        return None
    segments, _ = _walk(_split(rest[authority.end() :])[0], [])
    return _Home(name, host, tuple(_decode(segment) for segment in segments if segment))
