"""An open document → its structure tree, read without recursion: loops broken, limits kept, gaps told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.documents.objects import as_dictionary
from checks.documents.opened import Gap
from checks.documents.structure.attributes import read_attributes
from checks.documents.structure.nodes import NO_PARENT, Leaf, Node
from checks.documents.structure.parents import read_parents
from checks.documents.structure.roles import read_role_map, standard_type, type_of
from checks.documents.structure.tree import Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

ELEMENTS: Final = 200_000
LEAVES: Final = 500_000
DEPTH: Final = 200  # levels; real documents have about 30
TEXT: Final = 10_000  # characters of one alternative text and the like

_LIMIT: Final = Gap("structure", "limit")


def read_structure(opened: Opened) -> Structure | None:
    """Return the tags of a document; None where it has none (no entry StructTreeRoot)."""
    root = opened.catalog.dictionary("/StructTreeRoot")
    if root is None:
        return None
    tree = _Tree(opened)
    tree.read(root)
    role_map = read_role_map(root)
    return Structure(
        nodes=tuple(_nodes(tree, role_map, root.dictionary("/ClassMap"))),
        role_map=role_map,
        language=opened.catalog.text("/Lang"),
        parents=read_parents(root, tree.numbers),
    )


class _Waiting(NamedTuple):
    """A kid that is still to be read, and the number of the element that it is a kid of."""

    kid: Any  # as pypdf has it
    parent: int
    depth: int


class _Tree:
    """The elements of one tree in document order, as they are met: what they are, how they hang together."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.numbers: dict[int, int] = {}  # by the id of the element's dictionary
        self.elements: list[Dictionary] = []
        self.parents: list[int] = []
        self.kids: list[list[int | Leaf]] = []
        self.pages: list[int] = []
        self._leaves = 0

    def read(self, root: Dictionary) -> None:
        """Read all elements that ``root`` leads to, each once."""
        waiting = [_Waiting(kid, NO_PARENT, 0) for kid in reversed(root.items("/K"))]
        while waiting:
            kid, parent, depth = waiting.pop()
            if self._leaves > LEAVES or len(self.elements) > ELEMENTS:
                self._opened.gaps.append(_LIMIT)
                return
            element = self._element(kid, parent)
            if element is None:
                continue
            if depth == DEPTH:
                self._opened.gaps.append(_LIMIT)
                return
            number = self._add(element, parent)
            waiting += [_Waiting(below, number, depth + 1) for below in reversed(element.items("/K"))]

    def _element(self, kid: Any, parent: int) -> Dictionary | None:  # noqa: ANN401 - any object of PDF
        """Return ``kid`` where it is an element that was not met yet; note what else it is."""
        if isinstance(kid, int):
            self._add_leaf(parent, Leaf(self._page(parent), int(kid)))
            return None
        found = as_dictionary(kid)
        kind = None if found is None else found.name("/Type") or "StructElem"
        if found is None or (kind == "StructElem" and found.id not in self.numbers):
            return found
        if kind == "MCR":
            self._add_leaf(parent, self._marked_content(found, parent))
        elif kind == "OBJR":
            self._add_leaf(parent, self._object(found, parent))
        return None

    def _add(self, element: Dictionary, parent: int) -> int:
        number = len(self.elements)
        self.numbers[element.id] = number
        self.elements.append(element)
        self.parents.append(parent)
        self.kids.append([])
        self.pages.append(self._named_page(element) or self._page(parent))
        if parent != NO_PARENT:
            self.kids[parent].append(number)
        return number

    def _add_leaf(self, parent: int, leaf: Leaf | None) -> None:
        if leaf is not None and parent != NO_PARENT:
            self.kids[parent].append(leaf)
            self._leaves += 1

    def _marked_content(self, reference: Dictionary, parent: int) -> Leaf | None:
        mcid = reference.integer("/MCID")
        if mcid is None:
            return None
        stream = reference.dictionary("/Stm")
        return Leaf(
            self._named_page(reference) or self._page(parent), mcid, 0 if stream is None else stream.id
        )

    def _object(self, reference: Dictionary, parent: int) -> Leaf | None:
        found = reference.dictionary("/Obj")
        if found is None:
            return None
        return Leaf(self._named_page(reference) or self._page(parent), object=found.id)

    def _named_page(self, holder: Dictionary) -> int:
        page = holder.dictionary("/Pg")
        return 0 if page is None else self._opened.page_numbers.get(page.id, 0)

    def _page(self, number: int) -> int:
        return 0 if number == NO_PARENT else self.pages[number]


def _nodes(tree: _Tree, role_map: dict[str, str], classes: Dictionary | None) -> Iterator[Node]:
    roles: dict[str, str] = {}
    pages = _pages(tree)
    for number, element in enumerate(tree.elements):
        name = type_of(element)
        if name not in roles:
            roles[name] = standard_type(name, role_map)
        yield Node(
            type=name,
            role=roles[name],
            parent=tree.parents[number],
            kids=tuple(tree.kids[number]),
            page=pages[number],
            names_parent="/P" in element,
            language=_text(element, "/Lang"),
            alt=_text(element, "/Alt"),
            actual_text=_text(element, "/ActualText"),
            expansion=_text(element, "/E"),
            id=_identifier(element),
            title=_text(element, "/T"),
            attributes=read_attributes(element, classes),
        )


def _pages(tree: _Tree) -> list[int]:
    """Return the page on which each element begins: its own, that of what it holds, of what it stands in."""
    pages = list(tree.pages)
    for number in reversed(range(len(pages))):
        if not pages[number]:
            held = (pages[kid] if isinstance(kid, int) else kid.page for kid in tree.kids[number])
            pages[number] = next(filter(None, held), 0)
    for number, parent in enumerate(tree.parents):
        if not pages[number] and parent != NO_PARENT:
            pages[number] = pages[parent]
    return pages


def _text(element: Dictionary, key: str) -> str | None:
    text = element.text(key)
    return text if text is None else text[:TEXT]


def _identifier(element: Dictionary) -> str | None:
    octets = element.octets("/ID")
    return None if octets is None else octets[:TEXT].decode("latin-1")
