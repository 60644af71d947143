"""What the last run knew, so that what has not changed is not done again.

A key is a digest of everything that a piece of work depends on; equal key, equal result.  The file
may be deleted at any time: that costs a full run and nothing else.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from pipeline.files import WORK, read_bytes, replace

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""Raised whenever the same input would give other output, or the file is laid out anew."""

_NAME = f"{WORK}/state.json"


def digest(*parts: bytes | str | None) -> str:
    """Return a key for ``parts``; None differs from empty, and no two lists of parts run together."""
    whole = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(b"-" if content is None else b"%d:" % len(content) + content)
    return whole.hexdigest()


class State:
    """The tables of one site's last run; each is a plain dictionary of JSON values."""

    def __init__(self, root: Path) -> None:
        """Read the site's state; one that is missing, damaged or of another format is empty."""
        self._path = root / _NAME
        self._tables: dict[str, dict[str, Any]] = {}
        try:
            known = json.loads(read_bytes(self._path) or b"{}")
            if isinstance(known, dict) and known.get("format") == FORMAT:
                self._tables = known["tables"]
        except (ValueError, KeyError):
            pass
        self._before = self._dump()

    def table(self, name: str) -> dict[str, Any]:
        """Return a table to read and write."""
        return self._tables.setdefault(name, {})

    def save(self) -> None:
        """Write what changed; nothing where nothing did."""
        after = self._dump()
        if after != self._before:
            replace(self._path, after, durable=False)
            self._before = after

    def _dump(self) -> bytes:
        return json.dumps({"format": FORMAT, "tables": self._tables}, separators=(",", ":")).encode()
