"""The marks of one page, with what they stand in → what rules read of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from checks.documents.content.marks import ARTIFACT, SPAN
from checks.documents.content.nouns import Crossed, PageContent, Pale, Span, Speechless, Stated, Untagged
from checks.documents.content.state import IDENTITY, UNIT, area, box_in, common, product
from checks.documents.content.text import QUOTED, quoted, written
from checks.documents.structure import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.documents.content.marks import Placed, Sheet
    from checks.documents.content.standing import Standing, Stood
    from checks.documents.content.text import Decode
    from checks.documents.structure import Structure

T = TypeVar("T")

KEPT: Final = 2_000  # of what stands in no tag
_SPANS: Final = 200  # of a page
_LANGUAGES: Final = 50
_PALE: Final = 50
_PLACED: Final = 5_000  # images and forms on a page whose size is added up
_BOLD: Final = ("bold", "black", "heavy", "semibold")


class Room:
    """What may still be kept of a document: characters of its text, and single things on its pages."""

    def __init__(self) -> None:
        """Begin with room for a thousand pages and more."""
        self.characters = 1_000_000
        self.things = 20_000

    def take(self, things: Iterable[T], most: int) -> tuple[T, ...]:
        """Return the first of ``things``, as many as there is room for."""
        taken = tuple(islice(things, min(most, self.things)))
        self.things -= len(taken)
        return taken


class Tally:
    """Counts what one page shows."""

    def __init__(
        self, page: int, found: Sequence[Stood], structure: Structure, decode: Decode, room: Room
    ) -> None:
        """Count what is in ``found``."""
        self._page = page
        self._found = found
        self._structure = structure
        self._decode = decode
        self._room = room

    def content(self, sheet: Sheet) -> PageContent:
        """Return what rules read of the page, whose stream is ``sheet``."""
        sheets = {sheet: None} | {placed.form: None for placed in _placed(sheet) if placed.form is not None}
        hidden = sum(one.hidden for one in sheets)
        loose = [one for one in self._found if _is_loose(one)]
        text = self._text(loose, min(KEPT, self._room.characters))
        self._room.characters -= len(text)
        return PageContent(
            page=self._page,
            letters=sum(one.letters for one in sheets) - hidden,
            hidden=hidden,
            covered=_covered(sheet),
            pictures=sum(
                one.images for one in self._found if one.images and self._says_nothing(one.standing)
            ),
            painted=sum(one.mark.painted for one in self._found),
            marks=sum(bool(one.mark.tag) for one in self._found),
            text=text,
            untagged=self._untagged(loose),
            artifacts=self._crossed([one for one in self._found if _is_artifact_in_tagged(one)]),
            tagged=self._crossed([one for one in self._found if _is_tagged_in_artifact(one)]),
            spans=self._room.take(self._spans(), _SPANS),
            languages=self._room.take(self._languages(), _LANGUAGES),
            speechless=self._speechless(),
            pale=self._room.take(self._pale(), _PALE),
            is_whole=all(one.is_whole for one in sheets),
        )

    def _untagged(self, loose: Sequence[Stood]) -> Untagged | None:
        texts, images, drawings = (
            sum(one.mark.texts for one in loose),
            sum(one.images for one in loose),
            sum(one.mark.drawings for one in loose),
        )
        if not texts + images + drawings:
            return None
        return Untagged(self._page, texts, images, drawings, self._quoted(loose))

    def _crossed(self, crossed: Sequence[Stood]) -> Crossed | None:
        if not crossed:
            return None
        first = crossed[0]
        return Crossed(self._page, len(crossed), self._path(first.above), self._quoted(crossed))

    def _spans(self) -> Iterator[Span]:
        for one in self._found:
            said = one.mark.properties
            texts = (said.actual_text, said.alt, said.expansion)
            if one.mark.tag == SPAN and any(text is not None for text in texts):
                shown = (None if text is None else quoted(text) for text in texts)
                yield Span(self._page, self._path(one.standing), one.standing.language, *shown)

    def _languages(self) -> Iterator[Stated]:
        met: set[str | None] = {None}
        for one in self._found:
            language = one.mark.properties.language
            if language not in met:
                met.add(language)
                yield Stated(self._page, self._path(one.standing), language or "")

    def _speechless(self) -> Speechless | None:
        silent = [one for one in self._found if one.mark.pieces and _has_no_language(one.standing)]
        if not silent:
            return None
        number = sum(len(one.mark.pieces) for one in silent)
        return Speechless(self._page, number, self._path(silent[0].standing), self._quoted(silent))

    def _pale(self) -> Iterator[Pale]:
        for one in self._found:
            for pale in one.mark.pale if not one.standing.is_artifact else ():
                text = quoted(written(pale.run, self._decode, 2 * QUOTED))
                family = (pale.run[0].font.dictionary.name("/BaseFont") or "").lower()
                is_bold = any(weight in family for weight in _BOLD)
                if any(map(str.isalnum, text)):
                    path = self._path(one.standing)
                    yield Pale(self._page, path, text, pale.colour, pale.ground, pale.size, is_bold)

    def _says_nothing(self, standing: Standing) -> bool:
        """Return whether an image that is painted there has no text that stands for it."""
        if standing.is_artifact:
            return False
        owner = self._owner(standing)
        while owner is not None:
            if owner.node.alt or owner.node.actual_text:
                return False
            owner = owner.parent
        return True

    def _text(self, found: Iterable[Stood], limit: int) -> str:
        pieces = (piece for one in found for piece in one.mark.pieces)
        return written(pieces, self._decode, limit)[:limit]

    def _quoted(self, found: Iterable[Stood]) -> str:
        """Return the beginning of a text for a message, which quotes it."""
        return quoted(self._text(found, 2 * QUOTED)) or "…"

    def _owner(self, standing: Standing) -> Element | None:
        return None if standing.owner is None else Element(self._structure, standing.owner)

    def _path(self, standing: Standing) -> str:
        owner = self._owner(standing)
        return "" if owner is None else owner.path


def _is_loose(one: Stood) -> bool:
    return one.standing.owner is None and not one.standing.is_artifact


def _has_no_language(standing: Standing) -> bool:
    return standing.language is None and not standing.is_artifact


def _is_artifact_in_tagged(one: Stood) -> bool:
    return one.mark.tag == ARTIFACT and one.standing.owner is not None


def _is_tagged_in_artifact(one: Stood) -> bool:
    return one.own is not None and one.above.is_artifact


def _placed(sheet: Sheet) -> Iterator[Placed]:
    """Yield what is painted on a page, also in the forms on it, with its place on the page."""
    waiting = [(sheet, IDENTITY)]
    left = _PLACED
    while waiting and left > 0:
        outer, matrix = waiting.pop()
        for placed in islice(outer.placed, left):
            left -= 1
            found = placed._replace(matrix=product(placed.matrix, matrix))
            yield found
            if placed.form is not None:
                waiting.append((placed.form, found.matrix))


def _covered(sheet: Sheet) -> float:
    """Return the share of a page that its images cover; what lies on one another counts once in each."""
    images = (placed.matrix for placed in _placed(sheet) if placed.form is None)
    shown = sum(area(common(box_in(UNIT, matrix), sheet.bounds)) for matrix in images)
    return min(1.0, shown / area(sheet.bounds))
