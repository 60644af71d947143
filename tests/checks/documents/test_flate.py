"""Packed bytes are whole, or are said not to be."""

from __future__ import annotations

import zlib

import pytest
from pypdf.errors import LimitReachedError

from checks.documents.flate import unpacked
from checks.documents.limits import UNPACKED

PLAIN = bytes(range(256)) * 40
PACKED = zlib.compress(PLAIN, 9)


@pytest.mark.parametrize("packed", [PACKED, PACKED + b"\r\n", PACKED[:-4] + b"????", zlib.compress(b"")])
def test_what_can_be_unpacked_to_its_end_is_whole(packed: bytes) -> None:
    assert unpacked(packed) in {PLAIN, b""}


@pytest.mark.parametrize(
    "packed", [b"", b"BT (Hej) Tj ET", PACKED[: len(PACKED) // 2], PACKED[:2] + b"\xff" * 60]
)
def test_what_ends_early_or_is_damaged_is_not(packed: bytes) -> None:
    with pytest.raises(zlib.error):
        unpacked(packed)


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    bomb = zlib.compress(bytes(90_000_000), 9)[:-100]
    with pytest.raises(LimitReachedError):
        unpacked(bomb)


def test_what_is_as_large_as_may_be_is_no_bomb() -> None:
    assert len(unpacked(zlib.compress(bytes(UNPACKED - 1), 1))) == UNPACKED - 1
