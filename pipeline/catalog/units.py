"""One message of a template, and what is known of its translation → the entry of the catalog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.catalog.marks import mark
from pipeline.po import FUZZY, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

# Flags that say how the source text is written, and therefore come with it; all others are people's.
_WRAPPING: Final = frozenset({"wrap", "no-wrap"})
# The languages of format strings (GNU gettext manual, "PO Files"); no-number-format silences a rule.
_PROGRAMMED: Final = frozenset(
    "awk boost c c++ csharp d elisp gcc-internal gfc-internal go java java-printf javascript kde kde-kuit "
    "librep lisp lua modula2 objc object-pascal ocaml perl perl-brace php python python-brace qt qt-plural "
    "ruby rust scheme sh sh-printf smalltalk tcl typescript ycp".split()
)
_FORMAT: Final = re.compile(r"(?:no-|possible-|impossible-)?(?P<language>.+)-format")
_RANGE: Final = "range:"


def untranslated(unit: Entry, forms: int) -> Entry:
    """Return ``unit`` as a message nobody has translated; a plural with ``forms`` forms."""
    return _entry(unit, Entry(unit.msgid, plural_strings=("",) * forms if unit.plural is not None else ()))


def translated(unit: Entry, known: Entry, forms: int) -> Entry:
    """Return ``unit`` with the translation of ``known``, which has the same msgctxt and msgid.

    What the source says comes from ``unit``: references, notes, how it is written.  What people say
    comes from ``known``: the translation, comments, their flags, whether it is fuzzy, and a plural
    that somebody wrote by hand.  ``known`` itself is returned where nothing has changed, so that
    its lines stay as they are; notes whose lines a tool has wrapped have not changed.
    """
    if _says_the_same(unit, known):
        return known
    if unit.plural is not None and unit.plural != known.plural:
        known = known.change(plural_strings=known.plural_strings or (known.msgstr,) * forms)
        return fuzzy(unit, known) if any(known.plural_strings) else _entry(unit, known)
    entry = _entry(unit, known)
    if known.fuzzy:
        entry = _marked(entry, known.previous_msgid, known.previous_msgctxt, known.previous_plural)
    if _words(entry.extracted) == _words(known.extracted):
        entry = entry.change(extracted=known.extracted)
    return known if entry == known else entry


def fuzzy(unit: Entry, predecessor: Entry) -> Entry:
    """Return ``unit`` with the translation of a like message, marked with what has changed since.

    A predecessor that was itself still fuzzy hands on the msgid that its translation was made for.
    """
    entry = _entry(unit, predecessor.change(flags=(FUZZY, *predecessor.flags)))
    handed_on = predecessor.previous_msgid if predecessor.fuzzy else None
    if handed_on is None or handed_on == unit.msgid:
        return _marked(entry, predecessor.msgid, predecessor.msgctxt, predecessor.plural)
    return _marked(entry, handed_on, predecessor.previous_msgctxt, predecessor.previous_plural)


def donated(known: Entry, donor: Entry) -> Entry:
    """Return ``known``, which nobody has translated, with the translation and comments of ``donor``."""
    return known.change(
        msgstr=donor.msgstr,
        plural_strings=donor.plural_strings,
        comments=tuple(dict.fromkeys((*known.comments, *donor.comments))),
        flags=tuple(dict.fromkeys((*known.flags, *_of_people(donor.flags)))),
    )


def suggested(known: Entry, donor: Entry) -> Entry:
    """Return ``known``, which nobody has translated, with that of ``donor``, for a person to look at."""
    return known.change(msgstr=donor.msgstr, flags=tuple(dict.fromkeys((FUZZY, *known.flags))))


def obsolete(entry: Entry) -> Entry:
    """Return ``entry`` as one that the source no longer has: what people wrote, and nothing else."""
    kept = (
        entry
        if entry.fuzzy
        else entry.change(previous_msgid=None, previous_msgctxt=None, previous_plural=None)
    )
    flags = tuple(flag for flag in entry.flags if not _of_the_source(flag))
    return kept.change(extracted=(), references=(), flags=flags, obsolete=True)


def typed(entry: Entry) -> bool:
    """Tell whether a person has written anything here: a translation, a comment, a flag."""
    return any(entry.strings) or bool(entry.comments) or bool(_of_people(entry.flags))


def _says_the_same(unit: Entry, known: Entry) -> bool:
    """Tell whether ``known`` is as it should be, by the quickest look; most entries are."""
    return (
        known.references == unit.references
        and known.extracted == unit.extracted
        and known.flags == unit.flags
        and known.plural == unit.plural
        and known.previous_msgid is known.previous_msgctxt is known.previous_plural is None
        and not known.obsolete
    )


def _entry(unit: Entry, known: Entry) -> Entry:
    """Return ``unit`` with what people say in ``known``."""
    flags = dict.fromkeys((*([FUZZY] if known.fuzzy else []), *unit.flags, *_of_people(known.flags)))
    by_hand = unit.plural is None and known.plural is not None
    return Entry(
        unit.msgid,
        known.msgstr,
        unit.msgctxt,
        known.plural if by_hand else unit.plural,
        known.plural_strings if by_hand or unit.plural is not None else (),
        comments=known.comments,
        extracted=unit.extracted,
        references=unit.references,
        flags=known.flags if flags.keys() == set(known.flags) else tuple(flags),
    )


def _marked(entry: Entry, msgid: str | None, msgctxt: str | None, plural: str | None) -> Entry:
    """Return ``entry`` with its previous msgid, if it has one, and a note of what has changed since."""
    change = "" if msgid is None else mark(msgid, entry.msgid)
    if not change and plural is not None and entry.plural is not None:
        change = mark(plural, entry.plural)
    extracted = (*entry.extracted, change) if change else entry.extracted
    return entry.change(
        extracted=extracted, previous_msgid=msgid, previous_msgctxt=msgctxt, previous_plural=plural,
    )  # fmt: skip


def _words(notes: Iterable[str]) -> list[str]:
    return " ".join(notes).split()


def _of_people(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag != FUZZY and not _of_the_source(flag))


def _of_the_source(flag: str) -> bool:
    found = _FORMAT.fullmatch(flag)
    is_format = found is not None and found["language"] in _PROGRAMMED
    return is_format or flag in _WRAPPING or flag.startswith(_RANGE)
