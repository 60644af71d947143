"""Which IP addresses anybody may ask, and which belong to this machine or to a network around it.

A page may be written by somebody who wants our machine to ask what only it can reach (server-side
request forgery).  What is let through is therefore listed, not what is kept out: globally reachable
unicast by the registries of IANA (RFC 6890), seen through the ways to write IPv4 in IPv6.
"""

from __future__ import annotations

from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_UNICAST = IPv6Network("2000::/3")  # all that has been given out (RFC 4291)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052; its neighbour 64:ff9b:1::/48 is for local use (RFC 8215)
_EXAMPLES = IPv6Network("3fff::/20")  # for documentation (RFC 9637), newer than Python's own list
_ASIDE = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments (RFC 6890)
    IPv4Network("192.88.99.0/24"),  # relays, retired (RFC 7526)
)


def is_public(address: str) -> bool:
    """Return whether ``address``, an IP address, is anybody's to ask; what is none is not."""
    try:
        found = ip_address(address.partition("%")[0])
    except (ValueError, AddressValueError):
        return False
    return _is_public_4(found) if isinstance(found, IPv4Address) else _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not any(address in net for net in _ASIDE)


def _is_public_6(address: IPv6Address) -> bool:
    inner = _inside(address)
    if inner is not None:
        return _is_public_4(inner)
    return address in _UNICAST and address.is_global and address not in _EXAMPLES


def _inside(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to: mapped, translated, or through a tunnel."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    tunnel = address.teredo
    return address.ipv4_mapped or address.sixtofour or (tunnel[1] if tunnel else None)
