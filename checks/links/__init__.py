"""Rules on addresses: where they lead, and which files nobody leads to."""

from __future__ import annotations
