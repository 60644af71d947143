"""Which strings a document shows in a font: the fonts' own room cuts them into codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checks.documents.objects import Dictionary

LARGEST: Final = 4_000_000  # bytes of strings that are kept of one font
_JOINED: Final = 4_096  # strings, from which on they are kept as the codes in them


class UsedFont:
    """A font dictionary that text is shown in.

    ``rendered`` are the strings that are shown in it, each once, ``invisible`` those in rendering mode 3
    alone (ISO 32000-1, 9.3.6); ``is_whole`` False where there were too many to keep.  ``page`` is where
    it is met first, counted from 1.
    """

    __slots__ = ("_size", "dictionary", "invisible", "is_composite", "is_whole", "page", "rendered")

    def __init__(self, dictionary: Dictionary, page: int) -> None:
        """Note that ``dictionary`` is used on ``page``."""
        self.dictionary = dictionary
        self.page = page
        self.is_composite = dictionary.name("/Subtype") == "Type0"
        self.is_whole = True
        self.rendered: set[bytes] = set()
        self.invisible: set[bytes] = set()
        self._size = 0

    def show(self, string: bytes, *, visibly: bool) -> None:
        """Note that ``string`` is shown."""
        strings = self.rendered if visibly else self.invisible
        if string in strings:
            return
        self._size += len(string)
        if self._size > LARGEST:
            self.is_whole = False
            return
        strings.add(string)
        if not self.is_composite and len(strings) > _JOINED:
            codes = bytes(set().union(*strings))
            strings.clear()
            strings.add(codes)
