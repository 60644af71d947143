"""What an address in a page means inside its site, by the rules of the WHATWG URL standard.

Only addresses that lead to a file of the site matter here: everything else (another server,
``mailto:``, ``tel:``, ``data:`` …) is elsewhere, and None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_IGNORED = str.maketrans("", "", "\t\n\r")  # the standard drops them wherever they stand
_CONTROLS = "".join(map(chr, range(0x21)))
_TEXT_DIRECTIVE = ":~:"  # what follows is for the browser, not the name of an anchor


@dataclass(frozen=True, slots=True)
class Target:
    """A path below the site's root, percent-decoded, and the fragment in it, as it is written.

    A path that ends in ``/`` asks for a folder; the empty path for the root.
    """

    path: str
    fragment: str = ""


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


def tidy(address: str) -> str:
    """Return ``address`` without the white space that browsers drop before they read it."""
    return address.strip(_CONTROLS).translate(_IGNORED)


def resolve(address: str, origin: Origin) -> Target | None:
    """Return which path of the site ``address`` means on the page at ``origin``; None for elsewhere."""
    if origin.base is not None:
        base = _resolve(origin.base, Origin(origin.path, None, origin.site, origin.rooted))
        if base is None:
            return _resolve_absolute(tidy(address), origin) if _is_absolute(address) else None
        origin = Origin(base.path, None, origin.site, origin.rooted)
    return _resolve(address, origin)


def _resolve(address: str, origin: Origin) -> Target | None:
    address = tidy(address)
    if _is_absolute(address):
        return _resolve_absolute(address, origin)
    location, _, fragment = address.partition("#")
    path = location.partition("?")[0].replace("\\", "/")
    if path.startswith("/"):
        return _from_root(path, fragment, origin)
    if not path:
        return Target(origin.path, _fragment(fragment))
    folder = origin.path.rpartition("/")[0]
    return _target(f"{folder}/{_decode(path)}", fragment, origin)


def _resolve_absolute(address: str, origin: Origin) -> Target | None:
    """Return the path of an address with a host: inside the site only where it begins as the site does."""
    parts = _split(address)
    home = _split(origin.site or "")
    if parts is None or home is None or not parts[0] or parts[0] != home[0]:
        return None
    (_, path, fragment), prefix = parts, home[1].rstrip("/")
    if path != prefix and not path.startswith(f"{prefix}/"):
        return None
    return _target(_decode(path[len(prefix) :]), fragment, origin)


def _from_root(path: str, fragment: str, origin: Origin) -> Target | None:
    if not origin.rooted:
        return None
    home = _split(origin.site or "")
    prefix = home[1].rstrip("/") if home else ""
    if prefix and path.startswith(f"{prefix}/"):
        path = path[len(prefix) :]
    return _target(_decode(path), fragment, origin)


def _target(path: str, fragment: str, origin: Origin) -> Target | None:
    """Return ``path`` without ``.`` and ``..``; those that climb over the root stop there, as in browsers."""
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == ".." and not segments and not origin.rooted:
            return None
        if segment == "..":
            del segments[-1:]
        elif segment not in {"", "."}:
            segments.append(segment)
    folder = path.endswith(("/", "/.", "/..")) and bool(segments)
    return Target("/".join(segments) + "/" * folder, _fragment(fragment))


def _is_absolute(address: str) -> bool:
    address = tidy(address)
    return bool(_SCHEME.match(address)) or address.replace("\\", "/").startswith("//")


def _split(address: str) -> tuple[str, str, str] | None:
    """Return host (with port), path and fragment of a web address; None where it is none."""
    if not _WEB.match(address) and not address.startswith("//"):
        return None
    try:
        parts = urlsplit(address.replace("\\", "/"))
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:
        return None
    return (parts.hostname or "") + port, parts.path, parts.fragment


def _decode(path: str) -> str:
    return unquote(path, errors="surrogateescape")


def _fragment(fragment: str) -> str:
    return fragment.partition(_TEXT_DIRECTIVE)[0]
