"""A specimen that is encrypted."""

from __future__ import annotations

from io import BytesIO


def encrypted(content: bytes, permissions: int, password: str = "") -> bytes:
    """Return the document ``content`` with the ``permissions`` of ISO 32000-1, table 22, granted.

    Everybody can open it where the ``password`` is empty.
    """
    from pypdf import PdfWriter  # noqa: PLC0415 - takes a while to import
    from pypdf.constants import UserAccessPermissions  # noqa: PLC0415

    writer = PdfWriter(clone_from=BytesIO(content))
    granted = UserAccessPermissions(permissions & 0xFFFFFFFF)
    writer.encrypt(password, "owner", permissions_flag=granted, algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
