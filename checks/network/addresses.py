"""An address as it is asked for: what browsers make of what people write (WHATWG URL standard)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from yarl import URL

from checks.subjects.hosts import host_of

_WEB: Final = re.compile(r"(https?)://([^/?#\\]*)([^#]*)(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_ENCODED: Final = re.compile(r"[^\x21\x23-\x3b\x3d\x3f-\x7e]")  # what no request line holds as it is
_LABEL, _NAME = 63, 253  # octets of a part of a name, and of the whole (RFC 1035)
# Ports of other services, mail among them, which no browser lets a page speak HTTP to (WHATWG Fetch, 2.9).
_OTHER_SERVICES: Final = frozenset(
    map(
        int,
        """
        0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113
        115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556
        563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666
        6667 6668 6669 6679 6697 10080
        """.split(),
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes, and the fragment that is looked for in what comes back."""

    url: URL
    fragment: str = ""

    @property
    def server(self) -> str:
        """Return the server that is asked."""
        return server_of(self.url)


def server_of(url: URL) -> str:
    """Return the server of ``url`` as this room names it: ``https://www.uhr.se``, its origin (RFC 6454).

    What is true of a host's certificate, and its robots.txt, is not of its other scheme or port.
    """
    return f"{url.scheme}://{url.host_port_subcomponent}"


def read(address: str) -> Target | None:
    """Return what is asked for ``address``; None where a browser would ask nobody.

    Whom the address names before an ``@`` is left out: what is linked to is for everybody.
    """
    parts = _WEB.fullmatch(address)
    if parts is None:
        return None
    scheme, rest = parts[1].lower(), parts[3]
    host = host_of(_ascii(parts[2].rpartition("@")[2]), scheme)
    if host is None or not _can_be_looked_up(host):
        return None
    path = _encode(_slashed(rest))
    path = path if path.startswith("/") else f"/{path}"
    url = URL(f"{scheme}://{host}{path}", encoded=True)
    return None if url.port in _OTHER_SERVICES else Target(url, parts[4] or "")


def join(url: URL, location: str) -> Target | None:
    """Return where a redirect from ``url`` leads; None where that is not on the web."""
    try:
        return read(str(url.join(URL(_encode(_slashed(location.strip())), encoded=True))))
    except ValueError:
        return None


def _ascii(authority: str) -> str:
    """Return a name in other scripts as it is looked up today (IDNA 2008): ``straße`` is not ``strasse``."""
    name, colon, port = authority.partition(":")
    if name.isascii():
        return authority
    try:
        return f"{URL.build(scheme='https', host=name, path='/').raw_host}{colon}{port}"
    except ValueError:
        return authority


def _can_be_looked_up(host: str) -> bool:
    name = host.partition(":")[0].removesuffix(".")
    is_literal = host.startswith("[")
    return is_literal or (len(name) <= _NAME and all(0 < len(part) <= _LABEL for part in name.split(".")))


def _slashed(text: str) -> str:
    """Return an address with its backslashes as browsers read them: slashes, but not in a query."""
    path, mark, rest = text.partition("?")
    return path.replace("\\", "/") + mark + rest


def _encode(text: str) -> str:
    return _ENCODED.sub(_percent, text)


def _percent(found: re.Match[str]) -> str:
    """Return a character as its bytes: in UTF-8, or the one that a header had and no encoding explains."""
    is_byte = "\udc80" <= found[0] <= "\udcff"
    content = found[0].encode("utf-8", "surrogateescape" if is_byte else "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in content)
