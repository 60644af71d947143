"""An open document → its structure tree, read without recursion: loops broken, limits kept, gaps told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec.structs import replace

from checks.documents.objects import as_dictionary, resolved
from checks.documents.opened import Gap, why
from checks.documents.structure.attributes import read_attributes
from checks.documents.structure.nodes import NO_PARENT, Leaf, Node
from checks.documents.structure.parents import read_parents
from checks.documents.structure.roles import read_role_map, standard_type, type_of
from checks.documents.structure.tree import Structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

ELEMENTS: Final = 120_000
LEAVES: Final = 500_000
DEPTH: Final = 200  # levels; real documents have about 30
TEXT: Final = 10_000  # characters of one alternative text and the like

_LIMIT: Final = Gap("structure", "limit")


class _FullError(Exception):
    """There are more elements than are read."""


def read_structure(opened: Opened) -> Structure | None:
    """Return the tags of a document; None where it has none (no entry StructTreeRoot)."""
    root = opened.catalog.dictionary("/StructTreeRoot")
    if root is None:
        return None
    role_map = read_role_map(root)
    tree = _Tree(opened, role_map, root.dictionary("/ClassMap"))
    tree.read(root)
    return Structure(
        nodes=tuple(tree.whole_nodes()),
        role_map=role_map,
        language=opened.catalog.text("/Lang"),
        parents=read_parents(root, tree.numbers),
    )


class _Waiting(NamedTuple):
    """A kid that is still to be read, and the number of the element that it is a kid of."""

    kid: Any  # as pypdf has it, perhaps a reference
    parent: int
    depth: int


class _Tree:
    """The elements of one tree in document order, as they are met.

    What is read of each is kept, and its dictionary let go: there may be very many.
    """

    def __init__(self, opened: Opened, role_map: Mapping[str, str], classes: Dictionary | None) -> None:
        self._opened = opened
        self._role_map = role_map
        self._classes = classes
        self.numbers: dict[int, int] = {}  # by the id of the element's dictionary
        self._nodes: list[Node] = []  # without their kids
        self._kids: list[list[int | Leaf]] = []
        self._direct: list[Dictionary] = []  # elements whose id lasts only as long as they do
        self._roles: dict[str, str] = {}
        self._leaves = 0

    def read(self, root: Dictionary) -> None:
        """Read all elements that ``root`` leads to, each once."""
        waiting = [_Waiting(kid, NO_PARENT, 0) for kid in reversed(_kids(root))]
        gaps: set[Gap] = set()
        while waiting and _LIMIT not in gaps:
            try:
                waiting += self._read(waiting.pop())
            except _FullError:
                gaps.add(_LIMIT)
            except MemoryError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever pypdf raises, this one is not known
                gaps.add(Gap("structure", why(error)))
        self._opened.gaps += sorted(gaps)

    def _read(self, one: _Waiting) -> list[_Waiting]:
        """Read one kid; return its own kids, the last one first."""
        element = self._element(resolved(one.kid), one.parent)
        if element is None:
            return []
        if one.depth == DEPTH or len(self._nodes) == ELEMENTS or self._leaves > LEAVES:
            raise _FullError
        number = self._add(element, one.parent)
        return [_Waiting(below, number, one.depth + 1) for below in reversed(_kids(element))]

    def whole_nodes(self) -> Iterator[Node]:
        """Yield the nodes with their kids, and the page on which each begins as far as anything tells."""
        pages = self._pages()
        for node, kids, page in zip(self._nodes, self._kids, pages, strict=True):
            yield replace(node, kids=tuple(kids), page=page)

    def _pages(self) -> list[int]:
        """Return the page of each element: its own, that of what it holds, or that of what it stands in."""
        pages = [node.page for node in self._nodes]
        for number in reversed(range(len(pages))):
            if not pages[number]:
                held = (pages[kid] if isinstance(kid, int) else kid.page for kid in self._kids[number])
                pages[number] = next(filter(None, held), 0)
        for number, node in enumerate(self._nodes):
            if not pages[number] and node.parent != NO_PARENT:
                pages[number] = pages[node.parent]
        return pages

    def _element(self, kid: Any, parent: int) -> Dictionary | None:  # noqa: ANN401 - any object of PDF
        """Return ``kid`` where it is an element that was not met yet; note what else it is."""
        if isinstance(kid, int):
            self._add_leaf(parent, Leaf(self._page(parent), int(kid)))
            return None
        found = as_dictionary(kid)
        kind = None if found is None else found.name("/Type") or "StructElem"
        if found is None or (kind == "StructElem" and found.id not in self.numbers):
            return found
        page = self._named_page(found) or self._page(parent)
        if kind == "MCR":
            mcid = found.integer("/MCID")
            if mcid is not None:
                self._add_leaf(parent, Leaf(page, mcid, _lasting(found, "/Stm")))
        elif kind == "OBJR":
            self._add_leaf(parent, Leaf(page, object=_lasting(found, "/Obj")))
        return None

    def _add(self, element: Dictionary, parent: int) -> int:
        number = len(self._nodes)
        self._nodes.append(self._node(element, parent))
        self.numbers[element.id] = number
        self._kids.append([])
        if parent != NO_PARENT:
            self._kids[parent].append(number)
        if element.id < 0:
            self._opened.forget(element)
        else:
            self._direct.append(element)
        return number

    def _node(self, element: Dictionary, parent: int) -> Node:
        name = type_of(element)
        if name not in self._roles:
            self._roles[name] = standard_type(name, self._role_map)
        return Node(
            type=name,
            role=self._roles[name],
            parent=parent,
            page=self._named_page(element) or self._page(parent),
            names_parent="/P" in element.keys,
            language=_text(element, "/Lang"),
            alt=_text(element, "/Alt"),
            actual_text=_text(element, "/ActualText"),
            expansion=_text(element, "/E"),
            id=_identifier(element),
            title=_text(element, "/T"),
            attributes=read_attributes(element, self._classes),
        )

    def _add_leaf(self, parent: int, leaf: Leaf) -> None:
        if parent != NO_PARENT and (leaf.object or leaf.mcid >= 0):
            self._kids[parent].append(leaf)
            self._leaves += 1

    def _named_page(self, holder: Dictionary) -> int:
        page = holder.identity("/Pg")
        return 0 if page is None else self._opened.page_numbers.get(page, 0)

    def _page(self, number: int) -> int:
        return 0 if number == NO_PARENT else self._nodes[number].page


def _kids(holder: Dictionary) -> tuple[Any, ...]:
    """Return the kids of an element or of the root, references not followed."""
    listed = holder.references("/K", LEAVES)
    return listed or holder.items("/K")


def _lasting(holder: Dictionary, key: str) -> int:
    """Return the id of what ``key`` refers to; 0 for what stands there itself, whose id ends with it."""
    known = holder.identity(key)
    return known if known is not None and known < 0 else 0


def _text(element: Dictionary, key: str) -> str | None:
    text = element.text(key)
    return text if text is None else text[:TEXT]


def _identifier(element: Dictionary) -> str | None:
    octets = element.octets("/ID")
    return None if octets is None else octets[:TEXT].decode("latin-1")
