"""What is read off a recording: its length, whether it has sound, whether captions come with it."""

from __future__ import annotations

import struct

import pytest

from checks.accessibility.media._recording import Recording, recording


def box(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name) + content


def track(handler: bytes) -> bytes:
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(12))))


def sound(codec: bytes, frame: int) -> bytes:
    table = box(b"stbl", box(b"stsd", bytes(12), codec), box(b"stsz", struct.pack(">III", 0, frame, 500)))
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), b"soun", bytes(12)), box(b"minf", table)))


def mp4(*handlers: bytes) -> bytes:
    head = box(b"mvhd", bytes(12), struct.pack(">II", 1000, 12_500))
    return box(b"ftyp", b"isom") + box(b"moov", head, *map(track, handlers))


def element(name: str, content: bytes) -> bytes:
    return bytes.fromhex(name) + bytes([0x80 | len(content)]) + content


def webm(*kinds: int) -> bytes:
    info = element("1549A966", element("4489", struct.pack(">d", 4000.0)))
    tracks = element("1654AE6B", b"".join(element("AE", element("83", bytes([kind]))) for kind in kinds))
    return element("1A45DFA3", b"\x42\x86\x81\x01") + bytes.fromhex("18538067FF") + info + tracks


def wave(seconds: int) -> bytes:
    rate = 100
    head = struct.pack("<HHIIHH", 1, 1, rate, rate, 1, 8)
    data = bytes(rate * seconds)
    return (
        b"RIFF\0\0\0\0WAVE"
        + struct.pack("<4sI", b"fmt ", 16)
        + head
        + struct.pack("<4sI", b"data", len(data))
        + data
    )


MP3 = b"ID3\x04\0\0\0\0\0\x05" + bytes(5) + b"\xff\xfb\x90\x00".ljust(16_000 * 2)  # 128 kbit/s


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(mp4(b"vide", b"soun"), Recording(12.5, has_sound=True), id="a film"),
        pytest.param(mp4(b"vide"), Recording(12.5, has_sound=False), id="a silent film"),
        pytest.param(
            mp4(b"vide") + box(b"moov", sound(b"mp4a", 6)),
            Recording(12.5, has_sound=False),
            id="a film with a track of silence",
        ),
        pytest.param(
            mp4(b"vide") + box(b"moov", sound(b"mp4a", 6), sound(b"sowt", 4)),
            Recording(12.5, has_sound=True),
            id="samples that are not compressed are short",
        ),
        pytest.param(
            mp4(b"vide", b"soun", b"sbtl"),
            Recording(12.5, has_sound=True, has_captions=True),
            id="with captions",
        ),
        pytest.param(webm(1, 2), Recording(4.0, has_sound=True), id="WebM"),
        pytest.param(
            webm(1, 17), Recording(4.0, has_sound=False, has_captions=True), id="WebM with captions"
        ),
        pytest.param(wave(5), Recording(5.0, has_sound=True), id="WAVE"),
        pytest.param(MP3, Recording(2.0, has_sound=True), id="MP3 behind its tags"),
    ],
)
def test_a_recording_tells_what_it_holds(content: bytes, expected: Recording) -> None:
    assert recording(content) == expected


@pytest.mark.parametrize("content", [b"", b"OggS", mp4()[:20], webm(1)[:12], wave(1)[:30], MP3[:14], b"\xff"])
def test_of_other_kinds_and_of_damaged_files_nothing_is_known(content: bytes) -> None:
    assert recording(content) is None


@pytest.mark.parametrize(
    "content",
    [
        b"\0\0\0\x08ftyp" * 200_000,
        b"\0\0\0\x08ftyp" + b"\0\0\0\0moov" * 200_000,
        b"\x1a\x45\xdf\xa3" + b"\x80\x80" * 500_000,
    ],
)
def test_a_file_of_millions_of_parts_is_not_read_to_its_end(content: bytes) -> None:
    assert recording(content) is None
