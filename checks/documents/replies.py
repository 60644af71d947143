"""What was read of a document, as bytes that go from process to process and into the store."""

from __future__ import annotations

import msgspec

from checks.documents.facts import Facts
from checks.documents.limits import FACTS
from checks.documents.unreadable import Unreadable


class _Reply(msgspec.Struct, frozen=True, array_like=True):
    facts: Facts | None
    unreadable: Unreadable | None


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Reply)


def packed(found: Facts | Unreadable) -> bytes:
    """Return ``found`` as bytes; facts that are too large, or no text, as a document that cannot be read."""
    if isinstance(found, Unreadable):
        return _encoder.encode(_Reply(None, found))
    try:
        content = _encoder.encode(_Reply(found, None))
    except (UnicodeEncodeError, OverflowError) as error:
        return packed(Unreadable("damaged", type(error).__name__))
    return content if len(content) <= FACTS else packed(Unreadable("memory", "facts"))


def unpacked(content: bytes) -> Facts | Unreadable:
    """Return what was packed; raises ``ValueError`` for anything else."""
    reply = _decoder.decode(content)
    found = reply.facts or reply.unreadable
    if found is None:
        raise ValueError("nothing")
    return found
