"""How much, how often and how long others are asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """The limits of an inquiry; times in seconds, sizes in bytes.

    ``concurrency`` is the number of requests under way, ``per_server`` that to one server, ``pause``
    the least time between two requests to it.  ``timeout`` is for one request from name to last byte,
    half of it for the connection.  A fault that may pass is tried ``retries`` times more, after
    ``backoff``, twice that, four times that …; ``patience`` is the longest that a server may ask us to
    wait.  ``redirects`` are followed; of a page at most ``page_bytes`` are read.  ``agent`` is who we
    say we are; ``allow_private`` lets private networks be asked, and this machine.  ``proxy`` is the
    address of the server through which all others are asked.
    """

    concurrency: int = 64
    per_server: int = 6
    pause: float = 0.05
    timeout: float = 20.0
    retries: int = 2
    backoff: float = 1.0
    patience: float = 30.0
    redirects: int = 10
    page_bytes: int = 2_000_000
    allow_private: bool = False
    agent: str = "Tolkbar"
    proxy: str | None = None
