"""What a client's exceptions mean for an address."""

from __future__ import annotations

import errno
import socket
import ssl
from http import HTTPStatus
from typing import Final

import aiohttp

from checks.network.connection import PrivateAddressError
from checks.subjects.answers import Reply

_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}
# X509_V_ERR_… of OpenSSL.  A chain that ends nowhere (20, 21) or at a stranger (19) is left out: a
# browser may fetch the missing link, and a company's own authority is known to its machines.
_CERTIFICATES = {
    9: Reply.EXPIRED,  # not valid yet: clocks differ, but no browser opens the page
    10: Reply.EXPIRED,
    18: Reply.SELF_SIGNED,
    62: Reply.OTHER_NAME,
    64: Reply.OTHER_NAME,  # an IP address
}


class UnansweredError(Exception):
    """Asking ended without an answer: ``reply`` says how, ``server`` whom it was about."""

    def __init__(self, reply: Reply, server: str, status: int = 0) -> None:
        """Keep them, with the ``status`` of what the server said instead."""
        super().__init__(reply, server, status)
        self.reply = reply
        self.server = server
        self.status = status


FAULTS = (aiohttp.ClientError, OSError, ValueError, LookupError, RuntimeError)
"""What a request ends with, where a server does anything that comes to its mind."""

PASSING = frozenset({Reply.SILENT, Reply.CLOSED, Reply.NO_NETWORK})
"""What another try may mend."""


# The first kind that a fault is of says what it means.
_KINDS: Final = (
    (TimeoutError, Reply.SILENT),
    ((aiohttp.ClientSSLError, ssl.SSLError), Reply.TLS),
    (aiohttp.InvalidURL, Reply.MALFORMED),
    ((aiohttp.ClientResponseError, aiohttp.ClientPayloadError, ValueError, LookupError), Reply.NONSENSE),
)


def reply_to(fault: BaseException) -> Reply:
    """Return what it means that a request ended with ``fault``."""
    if isinstance(fault, aiohttp.ClientConnectorCertificateError):
        return _of_certificate(fault.certificate_error)
    if isinstance(fault, aiohttp.ClientHttpProxyError | aiohttp.ClientProxyConnectionError):
        return _of_proxy(fault)
    known = next((reply for kind, reply in _KINDS if isinstance(fault, kind)), None)
    return known or _of_connection(fault)


def _of_proxy(fault: aiohttp.ClientHttpProxyError | aiohttp.ClientProxyConnectionError) -> Reply:
    """Return CLOSED where the proxy asked in vain; that it is away, or wants a password, is our own fault."""
    status = getattr(fault, "status", HTTPStatus.PROXY_AUTHENTICATION_REQUIRED)
    return Reply.NO_NETWORK if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED else Reply.CLOSED


def _of_connection(fault: BaseException) -> Reply:
    cause = fault.os_error if isinstance(fault, aiohttp.ClientConnectorError) else fault
    return _of_system(cause) if isinstance(cause, OSError) else Reply.CLOSED


def _of_certificate(fault: Exception) -> Reply:
    code = getattr(fault, "verify_code", 0)
    return _CERTIFICATES.get(code, Reply.ISSUER) if code else Reply.TLS


def _of_system(fault: OSError) -> Reply:
    if isinstance(fault, PrivateAddressError):
        return Reply.PRIVATE
    if isinstance(fault, socket.gaierror):
        return Reply.NO_SERVER if fault.errno in _NO_SUCH_NAME else Reply.NO_NETWORK
    return Reply.NO_NETWORK if fault.errno in _NO_WAY else Reply.CLOSED
