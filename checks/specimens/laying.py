"""Objects by name → the bytes of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from checks.specimens.syntax import dictionary

_REFERENCE: Final = re.compile(rb"(?<![\w.-])@([A-Za-z]+\d*)")  # and no e-mail address
_TRAILER: Final = "trailer"
_BINARY: Final = b"%\xe2\xe3\xcf\xd3\n"  # tells programs that move files that this one is not text (7.5.2)


@dataclass(slots=True)
class Object:
    """An object: the entries of its dictionary, or another ``value``; ``data`` where it is a stream."""

    entries: dict[str, str] = field(default_factory=dict)
    data: bytes | None = None
    value: str = ""

    @property
    def written(self) -> bytes:
        """Return it as it stands in a file, but for its number."""
        if self.value:
            return self.value.encode()
        if self.data is None:
            return dictionary(self.entries).encode()
        entries = {"/Length": str(len(self.data))} | self.entries
        return dictionary(entries).encode() + b"\nstream\n" + self.data + b"\nendstream"


Objects = dict[str, Object]


def laid(objects: Objects, header: str) -> bytes:
    """Return a file with ``objects``, numbered in their order.

    Raises ``ValueError`` for a reference to none of them.
    """
    names = [name for name in objects if name != _TRAILER]
    numbers = {name: number for number, name in enumerate(names, 1)}
    content = bytearray(header.encode() + b"\n" + _BINARY)
    offsets = []
    for name, number in numbers.items():
        offsets.append(len(content))
        written = objects[name].written
        head, mark, data = written.partition(b"\nstream\n")
        content += b"%d 0 obj\n%b%b%b\nendobj\n" % (number, _numbered(head, numbers), mark, data)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(numbers) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = {"/Size": str(len(numbers) + 1)} | objects[_TRAILER].entries
    content += b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
        _numbered(dictionary(trailer).encode(), numbers),
        start,
    )
    return bytes(content)


def _numbered(written: bytes, numbers: dict[str, int]) -> bytes:
    """Return what is written with the numbers of the objects that it names."""

    def number(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        if name not in numbers:
            raise ValueError(f"there is no object {name}")
        return b"%d 0 R" % numbers[name]

    return _REFERENCE.sub(number, written)
