"""What has been translated before and is like a new text, for a translator to choose from.

It is found as predecessors are, by its rarest words; a catalog that has changed adds its new texts to the
index, which is made once.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from pipeline.catalog.likeness import Texts
from pipeline.catalog.predecessors import THRESHOLD
from pipeline.model import Location, State
from pipeline.placeholder import Kind, Placeholder, problems, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.po import Entry

_TAG: Final = re.compile(r"</?[a-z][a-z-]*\d*/?>")
_ONE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_SPACES: Final = re.compile(r" {2,}")
_COMPARED: Final = 1000  # characters; what is alike so far is alike enough
_ALMOST: Final = 99  # per cent: only the same text is all of it


class Known(Struct, frozen=True):
    """A text and its translation, and where they stand."""

    msgid: str
    msgstr: str
    msgctxt: str | None
    place: Location


class Match(Struct, frozen=True):
    """A translation that may serve: ``percent`` says how like its ``msgid`` is to the text, 100 for the same.

    Its ``msgstr`` has the placeholders of the text, where the two have the same kinds of them
    (``is_adapted``); else it has none.
    """

    percent: int
    msgid: str
    msgstr: str
    place: Location
    is_adapted: bool


class Bank:
    """Translations into one language, by the files in which they stand."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._files: dict[str, Sequence[Known]] = {}
        self._said: dict[str, list[Known]] = {}  # by the text that is compared, those without any, too
        self._texts = Texts()
        self._order: list[str] = []

    def put(self, path: str, known: Sequence[Known]) -> None:
        """Take ``known`` for all that the file ``path`` holds; nothing, for one that is gone.

        Texts that the file no longer has stay in the index, and are passed over.
        """
        for text in {_compared(one.msgid) for one in self._files.pop(path, ())}:
            self._said[text] = [one for one in self._said[text] if one.place.path != path]
        if known:
            self._files[path] = known
        new = dict.fromkeys(text for one in known if (text := _compared(one.msgid)) not in self._said)
        self._said |= {text: [] for text in new}
        self._texts.extend(new)
        self._order += new
        for one in known:
            self._said[_compared(one.msgid)].append(one)

    def near(self, msgid: str, msgctxt: str | None = None, limit: int = 5) -> list[Match]:
        """Return the translations of the texts most like ``msgid``, the best first, no more than ``limit``.

        Of equally good ones, those in the same context go first, then those that are used most.
        """
        found = sorted(self._texts.near(_compared(msgid)), key=lambda one: (-one[0], self._order[one[1]]))
        matches = [
            _match(msgid, known, score)
            for score, place in found
            if score >= THRESHOLD
            for known in _ordered(self._said[self._order[place]], msgctxt)[:limit]
        ]
        return sorted(matches, key=lambda match: -match.percent)[:limit]


def _ordered(same: Sequence[Known], msgctxt: str | None) -> list[Known]:
    """Return each translation of the same text once: those in the context first, then by how many say so."""
    counts = Counter((one.msgid, one.msgstr) for one in same)
    here = {(one.msgid, one.msgstr) for one in same if one.msgctxt == msgctxt}
    first = {(one.msgid, one.msgstr): one for one in sorted(same, key=_place, reverse=True)}
    return [first[said] for said in sorted(counts, key=lambda said: (said not in here, -counts[said]))]


def _place(known: Known) -> tuple[str, int]:
    return known.place.path, known.place.line


def known_entries(path: str, entries: Iterable[Entry]) -> list[Known]:
    """Return what the ``entries`` of the catalog ``path`` translate, without its plurals."""
    return [
        Known(entry.msgid, entry.msgstr, entry.msgctxt, Location(path, entry.line))
        for entry in entries
        if entry.plural is None and entry.state is State.TRANSLATED
    ]


def adapted(msgid: str, known: Known) -> str | None:
    """Return the translation of ``known`` with the placeholders of ``msgid``, None where they do not fit.

    They are given other numbers: the first link of one text is the first link of the other.
    """
    names = _names(known.msgid, msgid)
    if names is None:
        return None
    msgstr = "".join(
        token if isinstance(token, str) else str(Placeholder(token.kind, names.get(token.name, token.name)))
        for token in tokens(known.msgstr)
    )
    return None if problems(msgid, msgstr) else msgstr


def _match(msgid: str, known: Known, score: float) -> Match:
    msgstr = adapted(msgid, known)
    same = msgid == known.msgid or (msgstr is not None and _neutral(msgid) == _neutral(known.msgid))
    return Match(
        100 if same else min(_ALMOST, round(100 * score)),
        known.msgid,
        _plain(known.msgstr) if msgstr is None else msgstr,
        known.place,
        msgstr is not None,
    )


def _names(text: str, other: str) -> dict[str, str] | None:
    """Return the names in ``other`` of the placeholders in ``text``; None where their kinds differ."""
    ours, theirs = _by_kind(text), _by_kind(other)
    if {kind: len(ours[kind]) for kind in ours} != {kind: len(theirs[kind]) for kind in theirs}:
        return None
    return {name: new for kind, names in ours.items() for name, new in zip(names, theirs[kind], strict=True)}


def _by_kind(text: str) -> dict[str, dict[str, None]]:
    """Return the kinds of placeholders in ``text``, each with its names in their order."""
    kinds: dict[str, dict[str, None]] = {}
    for token in tokens(text):
        if isinstance(token, Placeholder):
            kinds.setdefault(token.name.rstrip("0123456789"), {})[token.name] = None
    return kinds


def _plain(text: str) -> str:
    """Return ``text`` without its placeholders; one without content leaves a space."""
    parts = (token if isinstance(token, str) else " " * (token.kind is Kind.EMPTY) for token in tokens(text))
    return _SPACES.sub(" ", "".join(parts)).strip()


def _compared(text: str) -> str:
    return _neutral(text)[:_COMPARED]


def _neutral(text: str) -> str:
    """Return ``text`` with one character for each tag: the words are what is alike."""
    return _TAG.sub(_ONE, text) if "<" in text else text
