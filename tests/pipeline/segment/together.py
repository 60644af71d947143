"""Units and skeleton put together again, and what a browser makes of the result."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pipeline.markup import restore
from pipeline.page import Element, Text, read_page
from pipeline.skeleton import Filtered, UnitAttribute, UnitLanguage, UnitText
from pipeline.trace import unmark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.segment.model import Segmented, Unit
    from pipeline.skeleton import Pieces, Slot


def put_together(page: Segmented) -> str:
    """Return a page's own content, in its own language, with nothing but its units and skeleton."""

    def filled(pieces: Pieces) -> str:
        return "".join(piece if isinstance(piece, str) else slot(piece) for piece in pieces)

    def slot(piece: object) -> str:
        match piece:
            case UnitText(unit=number):
                unit = page.unit(number)
                return filled(restore(unit.msgid, unit.placeholders))
            case UnitAttribute(unit=number):
                return escape(page.unit(number).msgid)
            case UnitLanguage():
                return ""
            case Filtered(pieces=inner):
                return filled(inner)
            case _:
                raise AssertionError(piece)

    return unmark(filled(page.skeleton))[0]


def all_slots(skeleton: Pieces, units: Iterable[Unit]) -> Iterator[Slot]:
    """Yield every slot of a page, those in its units' placeholders too."""
    yield from _slots(skeleton)
    for unit in units:
        if unit.placeholders:
            for markup in unit.placeholders.values():
                yield from _slots((*markup.opening, *markup.closing))


def _slots(pieces: Pieces) -> Iterator[Slot]:
    for piece in pieces:
        if isinstance(piece, str):
            continue
        if isinstance(piece, Filtered):
            yield from _slots(piece.pieces)
        else:
            yield piece


def outline(html: str, element: Element | None = None, *, preserved: bool = False) -> list[object]:
    """Return what a browser makes of some HTML: elements, attributes and text.

    White space counts where it is preserved only; that words keep apart is a law of ``markup``.
    """
    if element is None:
        body = read_page(html, "x").document.find("body")
        assert body is not None
        return outline(html, body)
    found: list[object] = []
    for child in element.children:
        last = found[-1] if found else None
        if isinstance(child, Text):
            text = child.data if preserved else "".join(child.data.replace("\xa0", "").split())
            found = [*found[:-1], last + text] if isinstance(last, str) else [*found, text]
        elif isinstance(child, Element):
            keeps = preserved or child.tag in ("pre", "textarea")
            names = (name for name in child.attrs if not name.startswith("its-"))
            attributes = {name: " ".join(str(child.attrs[name]).split()) for name in names}
            found.append((child.tag, attributes, outline(html, child, preserved=keeps)))
    return [part for part in found if part != ""]
