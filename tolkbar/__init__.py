"""The command that joins them: extract, build, check, publish."""

from __future__ import annotations

__version__ = "0.1.0"

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""
