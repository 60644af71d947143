"""What came back, beside the catalogs as they stand now: what is taken over, and what is not.

Three versions of a translation are compared: the exported one, by its stamp, the one in the file and the
one in the catalog.  What only the file has changed is taken over; what only the catalog has changed stays;
what both have changed is contested.  Nothing that came back empty empties anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.locales import catalog_name
from pipeline.model import Location, State, msg
from pipeline.placeholder import problems
from pipeline.po.encoding import FORBIDDEN
from pipeline.po.patch import Edit
from pipeline.translate import SLUG, makes_address
from tolkbar.exchange.bundle import name_of, stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.locales import Locales
    from pipeline.model import Message
    from pipeline.po import Entry, Key
    from tolkbar.exchange.bundle import Bundle, Text

_LINE_END: Final = "\n"


class Refusal(NamedTuple):
    """A text that is not taken over, and why."""

    text: Text
    why: Message


@dataclass(slots=True)
class Judgement:
    """What came of a bundle.

    ``edits`` are what is taken over, by the catalog's path.  ``refused`` would break a page, ``contested``
    texts have changed in the catalog, too; ``gone`` ones have a translation and are no longer in the
    source.  ``known`` counts the texts that the site has, ``empty`` those that nobody has translated.
    """

    edits: dict[str, list[Edit]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    contested: list[Refusal] = field(default_factory=list)
    gone: list[Refusal] = field(default_factory=list)
    known: int = 0
    empty: int = 0

    @property
    def taken(self) -> list[Edit]:
        """Return the edits of all catalogs."""
        return [edit for edits in self.edits.values() for edit in edits]


def judge(bundle: Bundle, locales: Locales, language: str, *, overwrite: bool = False) -> Judgement:
    """Return what is to become of the texts of ``bundle`` in the catalogs of ``language``.

    Contested texts are taken over where ``overwrite`` says so.  Raises CatalogError for a catalog that
    is damaged.
    """
    judge = _Judge(locales, language, overwrite=overwrite)
    for text in bundle.texts:
        judge.hear(text)
    return judge.found


class _Page:
    """The messages of one catalog that the source still has, by their keys and by their names."""

    def __init__(self, page: str, path: str, entries: Iterator[Entry]) -> None:
        self.path = path
        self.entries: Mapping[Key, Entry] = {entry.key: entry for entry in entries if not entry.obsolete}
        self._page = page
        self._names: dict[str, Entry] | None = None

    def named(self, name: str) -> Entry | None:
        """Return the message that exports call ``name``."""
        if self._names is None:
            self._names = {name_of(self._page, entry): entry for entry in self.entries.values()}
        return self._names.get(name)


class _Judge:
    """Hears one text after the other."""

    def __init__(self, locales: Locales, language: str, *, overwrite: bool) -> None:
        self.found = Judgement()
        self._locales, self._language, self._overwrite = locales, language, overwrite
        self._there = set(locales.pages(language))
        self._pages: dict[str, _Page] = {}
        self._heard: dict[tuple[str, Key], Text] = {}

    def hear(self, text: Text) -> None:
        """Decide about one text."""
        page = self._page(text.page)
        entry = self._entry(page, text)
        if isinstance(entry, Refusal):
            self.found.refused.append(entry)
        elif entry is None:
            if not _is_untouched(text) and not text.entry.obsolete:
                self.found.gone.append(Refusal(text, _GONE))
        else:
            self.found.known += 1
            self._compare(page, text, entry)

    def _page(self, name: str) -> _Page:
        if name not in self._pages:
            catalog = self._locales.catalog(self._language, name) if name in self._there else None
            entries = iter(catalog.entries if catalog else ())
            self._pages[name] = _Page(name, catalog_name(self._language, name), entries)
        return self._pages[name]

    def _entry(self, page: _Page, text: Text) -> Entry | Refusal | None:
        """Return the catalog's message that ``text`` is about; a tool may have wrapped its source text."""
        entry = page.entries.get(text.entry.key)
        if entry is None and text.name:
            entry = page.named(text.name)
            is_other = entry is not None and entry.msgid.split() != text.entry.msgid.split()
            if is_other and not _is_untouched(text):
                return Refusal(text, _OTHER_SOURCE)
        return entry

    def _compare(self, page: _Page, text: Text, entry: Entry) -> None:
        theirs = text.entry
        earlier = self._heard.setdefault((text.page, entry.key), text)
        is_same = (theirs.strings, theirs.fuzzy) == (entry.strings, entry.fuzzy)
        if earlier is not text:
            self.found.refused.append(Refusal(text, _twice(earlier)))
        elif is_same or _is_untouched(text):
            self.found.empty += not any(theirs.strings) and not any(entry.strings)
            self._take(page, text, entry, entry.strings, fuzzy=entry.fuzzy)
        elif fault := next(faults(entry, theirs), None):
            self.found.refused.append(Refusal(text, fault))
        elif _has_changed(text, entry) and not self._overwrite:
            self.found.contested.append(Refusal(text, _contested(page, entry)))
        else:
            self._take(page, text, entry, theirs.strings, fuzzy=theirs.fuzzy)

    def _take(self, page: _Page, text: Text, entry: Entry, strings: tuple[str, ...], *, fuzzy: bool) -> None:
        """Take over a translation, and what the translator has remarked beside it."""
        new = tuple(_remarks(text.entry, entry))
        if (strings, fuzzy) == (entry.strings, entry.fuzzy) and not new:
            return
        comments = (*entry.comments, *new) if new else None
        edit = Edit(entry.key, entry.strings, strings, entry.plural, fuzzy, comments)
        self.found.edits.setdefault(page.path, []).append(edit)


def faults(entry: Entry, theirs: Entry) -> Iterator[Message]:
    """Yield what keeps the translation in ``theirs`` from standing in ``entry``."""
    strings = theirs.strings
    if entry.plural != theirs.plural or len(strings) < len(entry.strings) or not all(strings):
        yield _OTHER_FORMS
        return
    for form, string in enumerate(strings):
        yield from _faults(entry.msgid, entry.plural, string, form)
    if entry.msgctxt == SLUG and not makes_address(strings[0]):
        yield msg("“{slug}” makes no address. Use a–z, 0–9 and single hyphens.", slug=strings[0])


def _faults(msgid: str, plural: str | None, string: str, form: int) -> Iterator[Message]:
    """Yield what is wrong with one string; a plural's first form may translate either of the two texts."""
    if found := FORBIDDEN.search(string):
        yield msg("A catalog cannot hold the character {code}; remove it.", code=f"U+{ord(found[0]):04X}")
    wanted = msgid if plural is None or not form else plural
    wrong = problems(wanted, string)
    if plural is None or (wrong and problems(plural, string)):
        yield from wrong
    for side in (str.startswith, str.endswith):
        if side(wanted, _LINE_END) != side(string, _LINE_END):
            yield msg("It must begin and end with a line break where the source text does. Correct that.")


def _is_untouched(text: Text) -> bool:
    """Tell whether the file brings nothing: no translation, or the exported one."""
    return not any(text.entry.strings) or stamp_of(text.entry) == text.stamp


def _has_changed(text: Text, entry: Entry) -> bool:
    """Tell whether the catalog has another translation than the one that was exported.

    Where the file no longer tells which that was, any that is in use counts as one.
    """
    if text.stamp is None:
        return entry.state is State.TRANSLATED
    return stamp_of(entry) != text.stamp


def _remarks(theirs: Entry, ours: Entry) -> Iterator[str]:
    """Yield the translator's comments that we do not have, whoever has wrapped their lines."""
    known = " ".join(" ".join(ours.comments).split())
    for line in theirs.comments:
        words = " ".join(line.split())
        if words and words not in known and not FORBIDDEN.search(words):
            yield words


def _twice(earlier: Text) -> Message:
    return msg("This text stands on line {line}, too. Remove one of the two.", line=earlier.entry.line)


def _contested(page: _Page, entry: Entry) -> Message:
    place = str(Location(page.path, entry.line))
    return msg("Its translation in the catalog has changed since the export: {place}.", place=place)


_GONE: Final = msg("This text is no longer in the source. Its translation is left out.")
_OTHER_SOURCE: Final = msg(
    "The source text is not as it was exported. Restore it: "
    "spreadsheets turn some texts into dates or numbers."
)
_OTHER_FORMS: Final = msg("A form of the plural is missing. Translate all of them.")
