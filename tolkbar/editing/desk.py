"""Opens, judges and saves single units: what the page asks for, without the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.errors import CatalogError
from pipeline.locales import catalog_name
from pipeline.model import Location, Message, State, msg
from pipeline.po.patch import Conflict, Edit
from pipeline.saving import edit_catalog
from pipeline.translate import SLUG, makes_address
from tolkbar.editing.chips import chips, named
from tolkbar.editing.editable import Editable, editable
from tolkbar.editing.remarks import Remark, related, remarks, written
from tolkbar.editing.wording import Part, faults, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.subjects import Catalog
    from pipeline import po
    from tolkbar.editing.offers import Memory
    from tolkbar.editing.shelf import Shelf

    Say = Callable[[Message], str]


class Which(Struct, frozen=True):
    """A unit by what its catalog knows it by."""

    language: str
    page: str
    msgid: str
    context: str | None = None


class Draft(Struct, frozen=True):
    """What a person has written: one list of parts for each form."""

    forms: tuple[tuple[Part, ...], ...]


class Saved(Struct, frozen=True, tag="saved", tag_field="outcome"):
    """It stands in the catalog; ``unit`` is as it is now."""

    unit: Editable
    sentence: str


class Refused(Struct, frozen=True, tag="refused", tag_field="outcome"):
    """It must not stand there: ``remarks`` say why, and what to do."""

    remarks: tuple[Remark, ...]
    sentence: str


class Taken(Struct, frozen=True, tag="conflict", tag_field="outcome"):
    """Somebody else has written there meanwhile: ``unit`` is as it is now, nothing was changed."""

    unit: Editable
    sentence: str


Outcome = Saved | Refused | Taken


class Desk:
    """Where one site's units are translated, for readers of one language."""

    def __init__(self, shelf: Shelf, memory: Memory, say: Say) -> None:
        """Take the catalogs, what has been translated so far, and how to speak."""
        self._shelf = shelf
        self._memory = memory
        self._say = say

    def open(self, which: Which) -> Editable:
        """Return a unit as it stands in its catalog now; raise CatalogError where it does not."""
        catalog, entry = self._find(which)
        return editable(catalog, which.page, entry, self._memory.near(catalog, entry), self._say)

    def judge(self, which: Which, draft: Draft) -> tuple[Remark, ...]:
        """Return what stands against saving ``draft``, else what the rules say of it."""
        catalog, entry = self._find(which)
        strings, refusals = self._worded(entry, draft)
        if refusals:
            return refusals
        changed = written(entry, strings)
        others = related(changed, catalog, self._shelf.catalogs(which.language))
        return remarks(catalog, changed, others, chips(entry, self._say), self._say)

    def save(self, which: Which, draft: Draft, seen: tuple[str, ...], *, ready: bool) -> Outcome:
        """Write ``draft`` into the catalog, as ready or as fuzzy, where that is still what was ``seen``.

        Raises CatalogError and PublishError as :func:`pipeline.saving.edit_catalog` does.
        """
        _, entry = self._find(which)
        strings, refusals = self._worded(entry, draft)
        if refusals:
            return Refused(refusals, self._say(msg("Nothing was saved. Mend this first.")))
        name = catalog_name(which.language, which.page)
        edit = Edit(entry.key, seen, strings, entry.plural, fuzzy=any(strings) and not ready)
        result = edit_catalog(self._shelf.site.root, name, [edit])
        unit = self.open(which)
        if isinstance(result, Conflict):
            return Taken(unit, self._say(_TAKEN))
        return Saved(unit, self._say(msg("Saved in {place}.", place=f"{unit.catalog}:{unit.line}")))

    def waiting(self, language: str, pages: tuple[str, ...], state: State) -> Iterator[Which]:
        """Yield the units of ``pages`` that are in ``state``, in the order of their catalogs."""
        for page in pages:
            catalog = self._shelf.catalog(language, page)
            for entry in catalog.content.active if catalog else ():
                if entry.state is state:
                    yield Which(language, page, entry.msgid, entry.msgctxt)

    def _find(self, which: Which) -> tuple[Catalog, po.Entry]:
        catalog = self._shelf.catalog(which.language, which.page)
        entries = catalog.content.active if catalog else ()
        entry = next((each for each in entries if each.key == (which.context, which.msgid)), None)
        if catalog is None or entry is None:
            raise CatalogError(_GONE, Location(catalog_name(which.language, which.page), 1))
        return catalog, entry

    def _worded(self, entry: po.Entry, draft: Draft) -> tuple[tuple[str, ...], tuple[Remark, ...]]:
        """Return the strings of ``draft``, and why they must not be saved."""
        texts = [write(form, entry.msgid) for form in draft.forms]
        strings = tuple(text for text in texts if isinstance(text, str))
        refusals = [text for text in texts if isinstance(text, Message)]
        if len(draft.forms) != len(entry.strings):
            refusals.append(msg("The number of plural forms has changed. Open the text again."))
        for number, text in enumerate(strings):
            refusals += faults(entry.plural if number and entry.plural else entry.msgid, text)
            if entry.msgctxt == SLUG and text and not makes_address(text):
                refusals.append(msg("“{slug}” makes no address. Use a–z, 0–9 and single hyphens.", slug=text))
        known = chips(entry, self._say)
        said = dict.fromkeys(self._say(named(refusal, known)) for refusal in refusals)
        return strings, tuple(Remark(sentence, "blocking") for sentence in said)


_GONE = msg("This text is no longer in the catalog: the source has changed. Load the page again.")
_TAKEN = msg("Somebody has changed this translation since you opened it. Compare the two, then choose one.")
