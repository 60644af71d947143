"""An open document → what its pages show."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from checks.documents.content.asides import letters, looks
from checks.documents.content.nouns import Content, Form, PageContent
from checks.documents.content.order import Place, orders
from checks.documents.content.standing import stood
from checks.documents.content.state import area
from checks.documents.content.tally import Room, Tally
from checks.documents.content.text import quoted, written
from checks.documents.fonts.attempt import attempt
from checks.documents.pages import resources, shown
from checks.documents.structure import Element, Structure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.documents.content.asides import Aside
    from checks.documents.content.desk import Desk
    from checks.documents.content.marks import Mark, Sheet
    from checks.documents.content.standing import Stood
    from checks.documents.content.text import Decode
    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened
    from checks.documents.pages import Box

KEPT: Final = 1_000  # characters of one element's text
_PAPER: Final[Box] = (0.0, 0.0, 612.0, 792.0)  # where a page does not say its size


def read_content(opened: Opened, desk: Desk, structure: Structure | None, decode: Decode) -> Content:
    """Return what the pages of ``opened`` show, read at ``desk``; ``decode`` turns strings into text."""
    structure = structure or Structure(language=opened.catalog.text("/Lang"))
    reader = _Reader(desk, structure, decode)
    pages = [_page(opened, desk, reader, number) for number in range(1, len(opened.pages) + 1)]
    attempt(lambda: desk.read(_asides(opened, desk)), desk.note)
    found = tuple(orders(reader.places, structure))
    return Content(tuple(pages), tuple(reader.forms()), reader.texts, found)


def _page(opened: Opened, desk: Desk, reader: _Reader, number: int) -> PageContent:
    """Return one page; where something in it is broken, a gap in its place."""
    found = attempt(lambda: reader.page(number, opened.pages[number - 1]), desk.note)
    return found or PageContent(page=number, is_whole=False)


def _asides(opened: Opened, desk: Desk) -> Iterator[Aside]:
    yield from looks(opened)
    for font in tuple(desk.fonts.values()):
        yield from letters(font)


class _Reader:
    """Reads pages in turn; what is on a page is forgotten before the next is read, but for its facts."""

    def __init__(self, desk: Desk, structure: Structure, decode: Decode) -> None:
        self.texts: dict[int, str] = {}  # by the number of the element
        self.places: dict[int, Place] = {}
        self._desk = desk
        self._structure = structure
        self._decode = decode
        self._times: Counter[Sheet] = Counter()
        self._room = Room()

    def page(self, number: int, page: Dictionary) -> PageContent:
        """Read one page."""
        sheet = self._desk.page(number, page, _paper(page), resources(page))
        is_read = sheet.is_whole
        found = stood(sheet, number, self._structure)
        if is_read and not sheet.is_whole:
            self._desk.miss("limit")
        self._times.update(placed.form for placed in sheet.placed if placed.form is not None)
        for owner, marks in _by_owner(found, self._structure).items():
            self._keep_text(owner, marks)
            if not page.integer("/Rotate"):
                self._keep_place(owner, number, marks)
        content = Tally(number, found, self._structure, self._decode, self._room).content(sheet)
        if not self._room.things:
            self._desk.miss("limit")
        return content

    def forms(self) -> Iterator[Form]:
        """Yield the forms that are painted."""
        forms = self._desk.forms.values()
        times = self._times + Counter(_inner(forms))
        waiting = [form for form in forms if times[form] > 1]
        while waiting:
            for inner in _inner((waiting.pop(),)):
                if times[inner] == 1:
                    times[inner] = 2
                    waiting.append(inner)
        for form in forms:
            yield Form(form.page, max(1, min(2, times[form])), form.is_reference, form.has_identifiers)

    def _keep_text(self, owner: int, marks: Sequence[Mark]) -> None:
        known = self.texts.get(owner, "")
        wanted = min(KEPT - len(known), self._room.characters)
        if wanted > 0:
            pieces = (piece for mark in marks for piece in mark.pieces)
            text = written(pieces, self._decode, wanted)[:wanted]
            self._room.characters -= len(text)
            if text:
                self.texts[owner] = f"{known} {text}" if known else text

    def _keep_place(self, owner: int, page: int, marks: Sequence[Mark]) -> None:
        boxes = [mark.box for mark in marks if mark.box is not None]
        text = self.texts.get(owner)
        if boxes and text and owner not in self.places:
            left, bottom, right, top = zip(*boxes, strict=True)
            box = (min(left), min(bottom), max(right), max(top))
            self.places[owner] = Place(page, box, quoted(text))


def _by_owner(found: Sequence[Stood], structure: Structure) -> dict[int, list[Mark]]:
    """Return the marks whose text is an element's own, in the element's language."""
    owned: dict[int, list[Mark]] = defaultdict(list)
    for one in found:
        owner = one.standing.owner
        if owner is None or one.standing.is_artifact or not one.mark.pieces:
            continue
        if one.standing.language == Element(structure, owner).language:
            owned[owner].append(one.mark)
    return owned


def _inner(forms: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield the forms that ``forms`` paint, as often as they do."""
    return (placed.form for form in forms for placed in form.placed if placed.form is not None)


def _paper(page: Dictionary) -> Box:
    """Return what is shown of a page, which is never nothing."""
    box = shown(page)
    return box if box is not None and area(box) > 0 else _PAPER
