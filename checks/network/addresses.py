"""An address as it is asked for: what browsers make of what people write (WHATWG URL standard)."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import unquote

from yarl import URL

_WEB = re.compile(r"(https?)://([^/?#\\]*)([^#]*)(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_FORBIDDEN = re.compile(r'[\x00-\x20"#%/:<>?@\[\\\]^`{|}\x7f]')  # code points that no host has
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_PORTED = re.compile(r"(.*?)(?::([0-9]{0,5}))?", re.DOTALL)
_LITERAL = re.compile(r"\[([0-9A-Fa-f:.]+)\]")
_ENCODED = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x7e]")  # all that a request line cannot hold as it is
_LABEL, _NAME, _PORTS = 63, 253, 65_536  # octets of a part of a name, of the whole; how many ports there are


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes, and the fragment that is looked for in what comes back."""

    url: URL
    fragment: str = ""

    @property
    def server(self) -> str:
        """Return the host, with its port where that is not the usual one."""
        return server_of(self.url)


def server_of(url: URL) -> str:
    """Return the host of ``url``, with its port where that is not the usual one."""
    return url.host_port_subcomponent or ""


def read(address: str) -> Target | None:
    """Return what is asked for ``address``; None where a browser would ask nobody.

    Whom the address names before an ``@`` is left out: what is linked to is for everybody.
    """
    parts = _WEB.fullmatch(address)
    if parts is None:
        return None
    scheme, authority, rest, fragment = parts[1].lower(), parts[2], parts[3], parts[4]
    place = _PORTED.fullmatch(authority.rpartition("@")[2])
    host = _host(place[1]) if place else None
    port = int(place[2]) if place and place[2] else None
    if host is None or (port or 0) >= _PORTS:
        return None
    path = _encode(rest.replace("\\", "/", rest.partition("?")[0].count("\\")))
    where = host if port is None else f"{host}:{port}"
    try:
        return Target(URL(f"{scheme}://{where}{path or '/'}", encoded=True), fragment or "")
    except ValueError:
        return None


def join(url: URL, location: str) -> Target | None:
    """Return where a redirect from ``url`` leads; None where that is not on the web."""
    try:
        return read(str(url.join(URL(_encode(location.strip()), encoded=True))))
    except ValueError:
        return None


def _encode(text: str) -> str:
    return _ENCODED.sub(_percent, text)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def _host(written: str) -> str | None:
    """Return the host as it is looked up: in ASCII, an IP address in its usual form."""
    literal = _LITERAL.fullmatch(written)
    if literal:
        return _ipv6(literal[1])
    name = _ascii(unquote(written))
    if name is None or not name or _FORBIDDEN.search(name):
        return None
    labels = name.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(name.removesuffix("."))
    is_name = len(name) <= _NAME and all(0 < len(label) <= _LABEL for label in labels)
    return name if is_name else None


def _ascii(name: str) -> str | None:
    if name.isascii():
        return name.lower()
    try:
        return URL.build(scheme="https", host=name, path="/").raw_host
    except ValueError:  # a name that the registries of names in other scripts refuse
        return None


def _ipv4(name: str) -> str | None:
    """Return ``127.1``, ``0x7f000001`` and their like as the four numbers that they stand for."""
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return None


def _ipv6(text: str) -> str | None:
    try:
        return f"[{IPv6Address(text)}]"
    except AddressValueError:
        return None
