"""Asks other servers about addresses: politely, within limits, and never a private network unless allowed.

The one room of ``checks`` that knows a network.  It brings ``Answer`` values and judges nothing::

    ask = Inquiry(Manners(), Memory(what_was_kept))
    ask(["https://www.uhr.se/"])["https://www.uhr.se/"].reply

Its HTTP client is imported with it, so whoever does not ask does not wait for that.
"""

from __future__ import annotations

from checks.network.inquiry import Inquiry
from checks.network.manners import Manners
from checks.network.memory import Memory
from checks.network.patterns import Patterns

__all__ = ["Inquiry", "Manners", "Memory", "Patterns"]
