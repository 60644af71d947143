"""The fields of a form, and what is filled in (ISO 32000-1, 12.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from checks.documents.objects import as_dictionary, as_name, as_text, resolved
from checks.documents.opened import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

LARGEST: Final = 20_000  # fields of a form
_ANCESTORS: Final = 32  # of a field, that it inherits from
_LONGEST: Final = 500  # characters that are kept of a value
_READ_ONLY: Final = 1 << 0
_PUSH_BUTTON: Final = 1 << 16


class Field(Struct, frozen=True):
    """One field: a name, and the widgets on the pages in which it is seen.

    ``kind`` is "Tx" (text), "Btn" (button), "Ch" (choice) or "Sig" (signature); values are as
    people read them, several joined with a comma.
    """

    page: int  # of its first widget; 0: it is seen nowhere
    name: str
    kind: str
    flags: int = 0
    alternate_name: str | None = None  # what assistive technology says for the name
    language: str | None = None
    value: str = ""
    default: str = ""
    widgets: tuple[int, ...] = ()  # ids of annotations

    @property
    def is_read_only(self) -> bool:
        """Return whether nobody can fill it in."""
        return bool(self.flags & _READ_ONLY)

    @property
    def is_push_button(self) -> bool:
        """Return whether it does something and holds nothing."""
        return self.kind == "Btn" and bool(self.flags & _PUSH_BUTTON)


def read_fields(opened: Opened) -> tuple[Field, ...]:
    """Return the fields of ``opened``: in the order of their widgets, then those without one."""
    nodes: dict[int, Dictionary] = {}
    widgets: dict[int, list[tuple[int, int]]] = {}
    for page, widget in opened.annotations:
        if widget.name("/Subtype") == "Widget":
            node = _field_of(widget)
            nodes[node.id] = node
            widgets.setdefault(node.id, []).append((page, widget.id))
    for node in tree(opened):
        if _is_terminal(node):
            nodes.setdefault(node.id, node)
    return tuple(_field(node, widgets.get(key, [])) for key, node in nodes.items())


def tree(opened: Opened) -> Iterator[Dictionary]:
    """Yield the dictionaries of the form, fields and widgets, parents first, each once."""
    form = opened.catalog.dictionary("/AcroForm")
    waiting = list(form.references("/Fields", LARGEST)[::-1]) if form is not None else []
    met: set[int] = set()
    left = LARGEST
    while waiting:
        node = as_dictionary(resolved(waiting.pop()))
        if node is None or node.id in met:
            continue
        met.add(node.id)
        yield node
        kids = node.references("/Kids", left + 1)
        left -= len(kids)
        if left < 0:
            opened.gaps.append(Gap("fields", "limit"))
            return
        waiting += kids[::-1]


def _is_terminal(node: Dictionary) -> bool:
    """Return whether ``node`` is a field with a name that holds no others: its kids are widgets."""
    first = next(iter(node.references("/Kids", 1)), None)
    kid = as_dictionary(resolved(first))
    return "/T" in node and (kid is None or "/T" not in kid)


def _field_of(widget: Dictionary) -> Dictionary:
    """Return the field that ``widget`` belongs to: itself, or the nearest above it that has a name."""
    for node in _lineage(widget):
        if "/T" in node:
            return node
    return widget


def _lineage(node: Dictionary) -> Iterator[Dictionary]:
    """Yield ``node`` and what it inherits from, nearest first."""
    above: Dictionary | None = node
    met: set[int] = set()
    while above is not None and above.id not in met and len(met) < _ANCESTORS:
        met.add(above.id)
        yield above
        above = above.dictionary("/Parent")


def _field(node: Dictionary, widgets: list[tuple[int, int]]) -> Field:
    lineage = list(_lineage(node))
    names = [name for above in lineage if (name := above.text("/T")) is not None]
    flags = _inherited(lineage, "/Ff")
    return Field(
        page=widgets[0][0] if widgets else 0,
        name=".".join(reversed(names))[:_LONGEST],
        kind=as_name(_inherited(lineage, "/FT")) or "",
        flags=int(flags) if isinstance(flags, int) else 0,
        alternate_name=node.text("/TU"),
        language=node.text("/Lang"),
        value=_readable(_inherited(lineage, "/V")),
        default=_readable(_inherited(lineage, "/DV")),
        widgets=tuple(widget for _, widget in widgets),
    )


def _inherited(lineage: list[Dictionary], key: str) -> Any:  # noqa: ANN401 - any object of PDF
    return next((value for node in lineage if (value := node.value(key)) is not None), None)


def _readable(value: object) -> str:
    """Return a value as people read it; a signature and what is no value is empty."""
    several = value if isinstance(value, list) else [value]
    texts = (_of_one(resolved(one)) for one in several[:_LONGEST])
    return ", ".join(text for text in texts if text)[:_LONGEST]


def _of_one(value: object) -> str:
    stream = as_dictionary(value)
    if stream is not None:
        return (stream.data or b"")[:_LONGEST].decode("latin-1")
    return as_text(value) or as_name(value) or ""
