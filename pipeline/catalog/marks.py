"""What changed between two texts, on one line, in the notation of GNU wdiff: ``[-old-]{+new+}``."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD: Final = re.compile(
    r"[^ \t\r\n]+"
)  # a no-break space holds words together, and is seen when it changes
_VISIBLE: Final = str.maketrans({" ": "␣", "\t": "⇥", "\r": "␍", "\n": "⏎"})
_CONTEXT: Final = 3  # words shown on either side of a change
_COMPARED: Final = 200  # words; what differs in more of them is shown as one change


def mark(previous: str, text: str) -> str:
    """Return what turned ``previous`` into ``text``: what changed, and a few words around it.

    The same two texts always give the same mark, on one line; empty only for equal texts.
    """
    if previous == text:
        return ""
    old, new = _WORD.findall(previous), _WORD.findall(text)
    if old == new:
        return _change([previous.translate(_VISIBLE)], [text.translate(_VISIBLE)])
    return " ".join(_parts(old, new))


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    operations = _operations(old, new)
    for number, (kind, old_start, old_end, new_start, new_end) in enumerate(operations):
        if kind == "equal":
            yield _shortened(new[new_start:new_end], first=not number, last=number == len(operations) - 1)
        else:
            yield _change(old[old_start:old_end], new[new_start:new_end])


def _operations(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Return difflib's operations; difflib only sees what lies between the first change and the last."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    operations = [("equal", 0, start, 0, start)] if start else []
    if max(old_end, new_end) - start > _COMPARED:
        operations.append(("replace", start, old_end, start, new_end))
    else:
        inner = SequenceMatcher(None, old[start:old_end], new[start:new_end], autojunk=False).get_opcodes()
        operations += [(kind, a + start, b + start, c + start, d + start) for kind, a, b, c, d in inner]
    return [*operations, ("equal", old_end, len(old), new_end, len(new))] if end else operations


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _shortened(words: Sequence[str], *, first: bool, last: bool) -> str:
    """Return unchanged ``words``, with "…" for those that are no neighbours of a change."""
    before = () if first else words[:_CONTEXT]
    after = () if last else words[-_CONTEXT:]
    if len(words) <= len(before) + len(after) + 1:
        return " ".join(words)
    return " ".join((*before, "…", *after))


def _change(old: Sequence[str], new: Sequence[str]) -> str:
    removed = f"[-{' '.join(old)}-]" if old else ""
    return f"{removed}{{+{' '.join(new)}+}}" if new else removed
