"""What the first bytes of a recording tell of it: whether it has sound, and how long it lasts.

ISO base media files (MP4, M4A), Matroska (WebM), MP3 and WAVE are understood; of others, and of
what is damaged, nothing is known.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BOXES_WITHIN: Final = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_AAC: Final = b"mp4a"
_SILENCE: Final = 10  # bytes: a frame of AAC that is no longer holds nothing to be heard
_SOUND, _CAPTIONS = b"soun", frozenset({b"sbtl", b"subt", b"text", b"clcp"})
# EBML element ids (RFC 9559), and those of them that hold others.
_SEGMENT, _INFO, _TRACKS, _ENTRY = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
_SCALE, _DURATION, _TYPE, _CLUSTER = 0x2AD7B1, 0x4489, 0x83, 0x1F43B675
_WITHIN: Final = {_SEGMENT, _INFO, _TRACKS, _ENTRY}
_SOUND_TRACK, _SUBTITLE_TRACK = 2, 17
_PARTS: Final = 10_000  # of a file that are looked at; what matters stands among the first few
_DOUBLE: Final = 8  # bytes of a number with double precision
_NANOSECONDS: Final = 1_000_000_000
_BITRATES: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG-1 layer III
_HALF_BITRATES: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)  # MPEG-2 and 2.5


class Recording(NamedTuple):
    """A recording; ``has_captions`` says whether a track of text comes with it."""

    seconds: float
    has_sound: bool
    has_captions: bool = False


def recording(content: bytes) -> Recording | None:
    """Return what ``content`` records; None where that cannot be read off."""
    for is_kind, read in _READERS:
        if is_kind(content):
            try:
                return read(content)
            except (struct.error, IndexError, ZeroDivisionError, OverflowError):
                return None
    return None


@dataclass(slots=True)
class _Track:
    """A track of an MP4 file: its kind and codec, and how many bytes each of its frames has, if all alike."""

    kind: bytes
    codec: bytes = b""
    frame: int = 0

    @property
    def is_heard(self) -> bool:
        is_silence = self.codec == _AAC and 0 < self.frame <= _SILENCE
        return self.kind == _SOUND and not is_silence


def _mp4(content: bytes) -> Recording | None:
    seconds, tracks = None, list[_Track]()
    for name, start, end in islice(_boxes(content), _PARTS):
        if name == b"mvhd":
            wide = content[start] == 1
            scale, duration = struct.unpack_from(
                ">IQ" if wide else ">II", content, start + (20 if wide else 12)
            )
            seconds = duration / scale
        elif name == b"hdlr":
            tracks.append(_Track(content[start + 8 : min(start + 12, end)]))
        elif name == b"stsd" and tracks:
            tracks[-1].codec = content[start + 12 : start + 16]
        elif name == b"stsz" and tracks:
            (tracks[-1].frame,) = struct.unpack_from(">I", content, start + 4)
    if seconds is None:
        return None
    has_captions = any(track.kind in _CAPTIONS for track in tracks)
    return Recording(seconds, any(track.is_heard for track in tracks), has_captions)


def _boxes(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the boxes of an MP4 file that matter here: name, start and end of what is in them."""
    waiting = [(0, len(content))]
    while waiting:
        start, end = waiting.pop()
        while start + 8 <= end:
            size, name = struct.unpack_from(">I4s", content, start)
            head = 8
            if size == 1:
                (size,) = struct.unpack_from(">Q", content, start + 8)
                head = 16
            stop = end if size == 0 else min(start + size, end)
            if stop < start + head:
                break
            yield name, start + head, stop
            if name in _BOXES_WITHIN:
                waiting.append((start + head, stop))
            start = stop


def _webm(content: bytes) -> Recording | None:
    duration, scale, kinds = None, 1_000_000, set()
    for name, start, end in islice(_elements(content), _PARTS):
        if name == _DURATION:
            (duration,) = struct.unpack_from(">d" if end - start == _DOUBLE else ">f", content, start)
        elif name == _SCALE:
            scale = int.from_bytes(content[start:end], "big")
        elif name == _TYPE:
            kinds.add(int.from_bytes(content[start:end], "big"))
    if duration is None:
        return None
    return Recording(duration * scale / _NANOSECONDS, _SOUND_TRACK in kinds, _SUBTITLE_TRACK in kinds)


def _elements(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the elements of a WebM file before its first cluster: id, start and end of what is in them."""
    at = 0
    while at < len(content):
        name, at = _number(content, at, keep_mark=True)
        size, at = _number(content, at, keep_mark=False)
        if name == _CLUSTER:
            return
        yield name, at, min(at + size, len(content))
        if name not in _WITHIN:
            at += size


def _number(content: bytes, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """Return a number of variable size (RFC 8794, 4), and where the next thing stands."""
    first = content[at]
    length = 9 - first.bit_length()
    number = int.from_bytes(content[at : at + length], "big")
    return number if keep_mark else number & ((1 << 7 * length) - 1), at + length


def _wave(content: bytes) -> Recording | None:
    at, rate = 12, 0
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        if name == b"fmt ":
            (rate,) = struct.unpack_from("<I", content, at + 16)
        elif name == b"data":
            return Recording(size / rate, has_sound=True)
        at += 8 + size + size % 2
    return None


def _mp3(content: bytes) -> Recording | None:
    """Read the first frame: files of a constant bit rate, which most are, last as long as it says."""
    at = 0
    if content.startswith(b"ID3"):
        size = content[6:10]
        at = 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])
    if content[at] != 0xFF or content[at + 1] & 0xE6 != 0xE2:  # noqa: PLR2004 - the mark of a frame of layer III
        return None
    is_first_version = content[at + 1] & 0x18 == 0x18  # noqa: PLR2004 - MPEG-1
    rate = (_BITRATES if is_first_version else _HALF_BITRATES)[content[at + 2] >> 4]
    return Recording((len(content) - at) * 8 / (rate * 1000), has_sound=True)


_READERS: Final[tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Recording | None]], ...]] = (
    (lambda content: content[4:8] == b"ftyp", _mp4),
    (lambda content: content.startswith(b"\x1a\x45\xdf\xa3"), _webm),
    (lambda content: content.startswith(b"RIFF") and content[8:12] == b"WAVE", _wave),
    (lambda content: content.startswith((b"ID3", b"\xff")), _mp3),
)
