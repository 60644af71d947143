"""What earlier runs found out about catalogs, for as long as everything that it depends on is the same.

The verdicts on a catalog follow from its bytes, its settings and its glossary; those on all catalogs of a
language together from what each of them says to the others (``checks.subjects.wordings``) and from the words
that are spelt right.  Where what is kept does not hold together, the catalog is judged.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checks.dom.witness import digest
from checks.hearing import packing
from checks.hearing.cabinet import Cabinet
from checks.hearing.court import CatalogCase
from checks.hearing.version import code_version
from checks.subjects.glossary import right_words
from checks.subjects.wordings import Wordings
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from checks.hearing.cabinet import Store
    from checks.hearing.court import Court
    from checks.hearing.testimony import Speech, Testimony
    from checks.model import AnyRule
    from checks.subjects.catalog_file import CatalogFile
    from checks.subjects.glossary import Glossary

_INDEX: Final = "kinds of catalogs"
_SAID: Final = "catalogs"
_WORDINGS: Final = "wordings"
_TOGETHER: Final = "languages"


class Binder:
    """What is kept of the catalogs of one run."""

    def __init__(self, court: Court, store: Store) -> None:
        """Open what ``store`` keeps for the rules of ``court``."""
        self._court = court
        self._cabinet = Cabinet(store, _INDEX, _kind(court), (_SAID, _WORDINGS, _TOGETHER))
        self._met: set[str] = set()
        self._glossaries: dict[Path, Glossary | None] = {}  # by the folder of catalogs
        self._grounds: dict[CatalogFile, str] = {}
        self._said: dict[CatalogFile, bytes] = {}  # of catalogs that nobody has taken yet
        self._speeches: dict[CatalogFile, Speech] = {}
        self._doubtful = False  # whether the speeches may not be what the wordings are

    def holds(self, case: CatalogCase) -> bool:
        """Return whether what is known of a catalog is still so."""
        file = case.file
        self._met.add(file.path)
        try:
            self._grounds[file] = file.grounds(file.read(), self._glossary(file))
        except TolkbarError:  # whoever judges it will say so
            return False
        row = self._row(_SAID, file.path)
        if row is None or packing.grounds_of(row) != self._grounds[file]:
            return False
        self._said[file] = row
        return True

    def take(self, case: CatalogCase) -> Testimony | None:
        """Return what is known of a catalog, but for its wordings; None where it is known no more."""
        order = self._court.order_catalog
        found = _said(self._said.pop(case.file, None), self._grounds.get(case.file), order)
        if found and found.speech:
            self._speeches[case.file] = found.speech
        return found

    def keep(self, case: CatalogCase, found: Testimony) -> None:
        """Keep what was found out about a catalog, if bytes can carry it."""
        file = case.file
        wordings = found.wordings and packing.spoken(found.wordings)
        if found.wordings:
            self._speeches[file] = found.wordings.language, digest(wordings) or ""
            self._doubtful |= wordings is None
        row = packing.joined(found.content or "", {}, found._replace(speech=self._speeches.get(file)))
        if row is None or (found.wordings and wordings is None) or not packing.is_text(file.path):
            return
        self._cabinet.write(_SAID, file.path, row)
        if wordings is not None:
            self._cabinet.write(_WORDINGS, file.path, wordings)

    def tidy(self) -> None:
        """Forget the catalogs that there are no more."""
        self._cabinet.tidy((_SAID, _WORDINGS), lambda path: path not in self._met)

    def together(self) -> Iterator[tuple[str, Testimony]]:
        """Yield each language with what came of its catalogs together, in this run or an earlier one."""
        by_language: defaultdict[str, list[CatalogFile]] = defaultdict(list)
        for file, (language, _) in self._speeches.items():
            by_language[language].append(file)
        for language, files in sorted(by_language.items()):
            yield language, self._compared(language, files)

    def _compared(self, language: str, files: Sequence[CatalogFile]) -> Testimony:
        speeches = [(file.path, self._speeches[file]) for file in files]
        grounds = digest(packing.plain((speeches, sorted(self._right(files)))))
        kept = _said(self._row(_TOGETHER, language), grounds, self._court.order_together)
        if kept is not None:
            return kept
        several = [self._wordings(file) for file in files]
        found = self._court.together(language, several, self._right(files))
        row = packing.joined(grounds or "", {}, found)
        if row and not self._doubtful:
            self._cabinet.write(_TOGETHER, language, row)
        return found

    def _row(self, piece: str, key: str) -> bytes | None:
        return self._cabinet.read(piece, key) if packing.is_text(key) else None

    def _right(self, files: Iterable[CatalogFile]) -> frozenset[str]:
        return right_words(map(self._glossary, files))

    def _glossary(self, file: CatalogFile) -> Glossary | None:
        folder = file.file.parent
        if folder not in self._glossaries:
            self._glossaries[folder] = file.glossary()
        return self._glossaries[folder]

    def _wordings(self, file: CatalogFile) -> Wordings:
        """Return what a catalog says: heard in this run, kept by an earlier one, or else heard once more."""
        language, mark = self._speeches[file]
        if file in self._court.wordings:
            return self._court.wordings[file]
        kept = self._cabinet.read(_WORDINGS, file.path)
        if kept is not None and digest(kept) == mark:
            with suppress(ValueError):
                return packing.wordings(kept)
        self._doubtful = True
        return self._court.hear(CatalogCase(file)).wordings or Wordings(language, (), ())


def _said(row: bytes | None, grounds: str | None, order: Sequence[AnyRule]) -> Testimony | None:
    """Return what a ``row`` keeps, if it stands on these ``grounds`` and speaks of the rules in ``order``."""
    try:
        found = packing.said_on(grounds, row) if row and grounds else None
    except ValueError:
        return None
    return found if found and found.fits(order) else None


def _kind(court: Court) -> str:
    """Return the digest of all that is the same for every catalog of a run, and that verdicts depend on."""
    rules = [
        f"{type(rule).__module__}.{type(rule).__qualname__}"
        for rule in (*court.order_catalog, *court.order_together)
    ]
    return digest(repr((code_version(), rules)).encode()) or ""
