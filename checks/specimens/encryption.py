"""A specimen that is encrypted, but opens without a password."""

from __future__ import annotations

from io import BytesIO


def encrypted(content: bytes, permissions: int) -> bytes:
    """Return the document ``content`` with the ``permissions`` of ISO 32000-1, table 22, granted."""
    from pypdf import PdfWriter  # noqa: PLC0415 - takes a while to import
    from pypdf.constants import UserAccessPermissions  # noqa: PLC0415

    writer = PdfWriter(clone_from=BytesIO(content))
    granted = UserAccessPermissions(permissions & 0xFFFFFFFF)
    writer.encrypt("", "owner", permissions_flag=granted, algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
