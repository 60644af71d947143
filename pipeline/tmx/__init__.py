"""TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005-04-26): read, kept, written.

What others have written is repeated as it stands, with whatever their tools know of it: dates, users,
notes, properties, inline codes, further languages.  TMX comes from anywhere and is trusted in nothing.
"""

from __future__ import annotations

from pipeline.tmx.model import Memory, Translation, Unit

__all__ = ["Memory", "Translation", "Unit", "read", "write"]


def read(content: bytes, path: str) -> Memory:
    """Return the memory that ``content`` is, as :func:`pipeline.tmx.reader.read` does."""
    from pipeline.tmx import reader  # noqa: PLC0415 - a site without a memory needs no XML

    return reader.read(content, path)


def write(memory: Memory) -> bytes:
    """Return the bytes of ``memory``, as :func:`pipeline.tmx.writer.write` does."""
    from pipeline.tmx import writer  # noqa: PLC0415 - as above

    return writer.write(memory)
