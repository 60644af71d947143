"""Rules on the editions of a page in several languages."""

from __future__ import annotations
