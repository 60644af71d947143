"""Packed bytes are whole, or are said not to be."""

from __future__ import annotations

import zlib

import pytest

from checks.documents.flate import require_whole

PACKED = zlib.compress(bytes(range(256)) * 40, 9)


@pytest.mark.parametrize("packed", [PACKED, PACKED + b"\r\n", PACKED[:-4] + b"????", zlib.compress(b"")])
def test_what_can_be_unpacked_to_its_end_is_whole(packed: bytes) -> None:
    require_whole(packed)


@pytest.mark.parametrize(
    "packed", [b"", b"BT (Hej) Tj ET", PACKED[: len(PACKED) // 2], PACKED[:2] + b"\xff" * 60]
)
def test_what_ends_early_or_is_damaged_is_not(packed: bytes) -> None:
    with pytest.raises(zlib.error):
        require_whole(packed)


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    require_whole(zlib.compress(bytes(90_000_000), 9)[:-100])
