"""Streams that nothing may lead to, found in the bytes: the dictionary of a stream is never packed."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.documents.later import pypdf
from checks.documents.objects import as_dictionary, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

_HITS: Final = 2_000  # places in the bytes that are looked at
_FAR: Final = 2_000  # bytes from the head of an object to a key in it
_HEAD: Final = re.compile(rb"([0-9]{1,10})[\0\t\n\f\r ]+([0-9]{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])")


def streams_with(opened: Opened, written: re.Pattern[bytes], key: str) -> Iterator[Dictionary]:
    """Yield the streams that have ``key``, each once, from the places where it looks ``written``.

    Streams of earlier versions of the file, which a later one replaces, are left out.
    """
    met: set[int] = set()
    for hit in islice(written.finditer(opened.content), _HITS):
        found = _object_around(opened, hit.start())
        if found is not None and found.id not in met and found.is_stream and key in found:
            met.add(found.id)
            yield found


def _object_around(opened: Opened, at: int) -> Dictionary | None:
    """Return the object whose bytes hold the one at ``at``, as the document has it now."""
    heads = list(_HEAD.finditer(opened.content, max(0, at - _FAR), at))
    if not heads:
        return None
    number, generation = map(int, heads[-1].groups())
    return as_dictionary(resolved(pypdf.generic.IndirectObject(number, generation, opened.reader)))
