"""The addresses in a sitemap (sitemaps.org 0.9), with their lines.

Sitemaps are XML, or plain text with an address a line; either may be compressed.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST: Final = 50 * 1024 * 1024  # bytes, by the protocol, when it has been decompressed
MOST: Final = 50_000  # entries, by the protocol
_LISTED: Final = 500_000  # addresses, with alternates and pictures; more are not read
_CHUNK: Final = 1 << 16
_GZIP: Final = b"\x1f\x8b"
_LINKS: Final = "http://www.w3.org/1999/xhtml link"
_LOCATIONS: Final = {"loc", "content_loc", "player_loc", "thumbnail_loc"}  # of pages, pictures, films

Line = tuple[int, str | Message]  # a line, with an address on it or what is wrong there


def sitemap_addresses(content: bytes, *, is_text: bool) -> Iterator[Line]:
    """Yield each line with an address; at last, where the sitemap cannot be read to its end, why."""
    if content.startswith(_GZIP):
        content = _decompress(content)
    if len(content) > LARGEST:
        yield 1, msg("The sitemap is larger than 50 MB, and search engines do not read it. Split it.")
    elif is_text:
        lines = content.decode("utf-8", "replace").splitlines()
        yield from ((number, line.strip()) for number, line in enumerate(lines, 1) if line.strip())
    else:
        yield from _Sitemap().read(content)


class _Sitemap:
    """What has been read of a sitemap in XML."""

    def __init__(self) -> None:
        self._found: list[Line] = []
        self._entries = 0
        self._line = 0
        self._text: list[str] | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._read_text
        self._parser.EntityDeclHandler = self._refuse

    def read(self, content: bytes) -> Iterator[Line]:
        """Yield the addresses in ``content``."""
        listed = 0
        for at in range(0, len(content) + 1, _CHUNK):
            problem = self._feed(content[at : at + _CHUNK], is_last=at + _CHUNK > len(content))
            listed += len(self._found)
            yield from self._found
            self._found.clear()
            if problem is not None or listed > _LISTED:
                line = self._parser.CurrentLineNumber
                yield line, problem or msg("The sitemap has too many addresses to read on here. Split it.")
                return

    def _feed(self, chunk: bytes, *, is_last: bool) -> Message | None:
        """Read on; return what is wrong where that cannot be done."""
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code) or str(error)
            return msg("The sitemap cannot be read from here on: {reason}. Correct it.", reason=reason)
        except (LookupError, ValueError):  # it names an encoding that nobody has
            return msg("The sitemap cannot be read: its encoding is unknown. Save it as UTF-8.")
        except _RefusedError:
            return msg(
                "The sitemap declares entities of its own, and search engines refuse it. "
                "Write what they stand for."
            )
        if self._entries > MOST:
            return msg("The sitemap has more than 50000 entries, and search engines ignore it. Split it.")
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        self._text = [] if local in _LOCATIONS else None
        self._line = self._parser.CurrentLineNumber
        self._entries += local in {"url", "sitemap"}
        if name == _LINKS and "href" in attributes:
            self._found.append((self._line, attributes["href"].strip()))

    def _read_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, name: str) -> None:  # noqa: ARG002 - expat passes it
        if self._text is not None:
            text = "".join(self._text)
            skipped = text[: len(text) - len(text.lstrip())].count("\n")
            self._found.append((self._line + skipped, text.strip()))
        self._text = None

    def _refuse(self, *_: object) -> None:
        raise _RefusedError


class _RefusedError(Exception):
    """Entities would let a few lines become gigabytes."""


def _decompress(content: bytes) -> bytes:
    """Return what is compressed, at most a little more than may be read; what is broken ends early."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content, LARGEST + 1)
    except zlib.error:
        return b""
