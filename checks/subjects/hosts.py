"""The host of an address, in one spelling, by the rules of the WHATWG URL standard (3.5 and 4.4)."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import Final
from urllib.parse import unquote

PORTS: Final = {"http": 80, "https": 443}  # the web's schemes, and the port of each that nobody writes
_LONGEST: Final = 1000  # characters; the longest name in the DNS has 253
_LAST_PORT: Final = 65_535
_HOST: Final = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]*)(?::0*(?P<port>[0-9]{0,6}))?")
_FORBIDDEN: Final = re.compile(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
_NUMBER: Final = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_PARTS: Final = 4  # of an IPv4 address
_ENDINGS: Final = (".localhost", ".local")  # RFC 6761 and 6762: never a public server


@lru_cache(maxsize=4096)
def host_of(authority: str, scheme: str) -> str | None:
    """Return the host in ``authority`` with any port but the scheme's own; None where it is invalid."""
    found = _HOST.fullmatch(authority.rpartition("@")[2]) if len(authority) <= _LONGEST else None
    if found is None:
        return None
    host = _ipv6(found["host"]) if found["host"].startswith("[") else _domain(found["host"])
    port = int(found["port"] or 0)
    if host is None or port > _LAST_PORT:
        return None
    return host if not found["port"] or port == PORTS[scheme] else f"{host}:{port}"


@lru_cache(maxsize=4096)
def is_private(host: str) -> bool:
    """Return whether only its owner's computer or network knows ``host``, as :func:`host_of` returns it."""
    found = _HOST.fullmatch(host)
    name = found["host"].rstrip(".") if found else host
    try:
        address = IPv6Address(name[1:-1]) if name.startswith("[") else IPv4Address(name)
    except AddressValueError:
        return name == "localhost" or name.endswith(_ENDINGS)
    return address.is_private


def _ipv6(host: str) -> str | None:
    try:
        return f"[{IPv6Address(host[1:-1])}]" if "%" not in host else None  # no zones on the web
    except AddressValueError:
        return None


def _domain(host: str) -> str | None:
    """Return a domain in lower case and ASCII, or the IPv4 address that it is."""
    name = unquote(host, errors="replace") if "%" in host else host
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    name = name.lower()
    if not name or _FORBIDDEN.search(name):
        return None
    last = name.removesuffix(".").rpartition(".")[2]
    return _ipv4(name.removesuffix(".")) if _NUMBER.fullmatch(last) else name


def _ipv4(name: str) -> str | None:
    """Return an IPv4 address in its usual form; browsers take ``127.1`` and ``0x7f.1`` for one too."""
    parts = name.split(".")
    if len(parts) > _PARTS or not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    try:
        *firsts, last = (_number(part) for part in parts)
        value = sum(first << 8 * (_PARTS - 1 - at) for at, first in enumerate(firsts)) + last
        fits = all(first < 1 << 8 for first in firsts) and last < 1 << 8 * (_PARTS - len(firsts))
        return str(IPv4Address(value)) if fits else None
    except ValueError:
        return None


def _number(part: str) -> int:
    """Return the number that a part is; raises ``ValueError`` for an 8 or 9 in an octal one."""
    if part[:2] in {"0x", "0X"}:
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") and part != "0" else int(part)
