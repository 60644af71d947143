"""The flat tree of a page: what its shadow roots and slots make of the parsed one (CSS Scoping 1, 3.2).

Rules ask many questions of few elements; so the parsed tree is walked once, and every element
becomes a node with plain attributes.  The rooms above remember their answers on it (``once``).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, wraps
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast

from checks.dom.shadows import build_shadows
from checks.dom.witness import Witness
from pipeline.page import Element, Namespace, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, MutableMapping, Sequence

    from turbohtml import Document

S = TypeVar("S", bound="Remembering")
T = TypeVar("T")
_HTML: Final = Namespace.HTML  # of an Enum, slow to look up for every element
DEPTH: Final = (
    200  # browsers hang what is nested deeper where their limit is; so do we, and recursion is safe
)


class Surroundings(Protocol):
    """What a page can reach of its site.  A path is one below the site's root."""

    shared: MutableMapping[Hashable, Any]  # what the pages of a site have in common: parsed style sheets
    witness: Witness  # hears what is asked here

    def follow(self, address: str, origin: str | None = None) -> str | None:
        """Return the file that ``address`` leads to, as it stands in the file ``origin`` (None: in the page).

        None where it leads elsewhere, or to no file.
        """

    def read(self, path: str) -> bytes | None:
        """Return the content of the file ``path``; None where it is missing, unreadable or too large."""

    def at(self, path: str, base: str | None) -> Surroundings:
        """Return the surroundings of another page, the file ``path``, whose ``<base href>`` is ``base``."""


class Nowhere:
    """The surroundings of a page that stands alone."""

    def __init__(self) -> None:
        """Share nothing yet."""
        self.shared: MutableMapping[Hashable, Any] = {}
        self.witness = Witness()

    def follow(self, address: str, origin: str | None = None) -> str | None:  # noqa: ARG002 - as Surroundings
        """Lead nowhere."""
        return None

    def read(self, path: str) -> bytes | None:  # noqa: ARG002 - as Surroundings
        """Read nothing."""
        return None

    def at(self, path: str, base: str | None) -> Nowhere:  # noqa: ARG002 - as Surroundings
        """Stay."""
        return self


class Scope:
    """One tree of nodes: the document, or the shadow root of ``host``.  Ids are unique in it."""

    __slots__ = ("host", "ids")

    def __init__(self, host: Node | None = None) -> None:
        """Begin with no ids."""
        self.host = host
        self.ids: dict[str, Node] = {}


class Run:
    """A run of text."""

    __slots__ = ("data", "parent")

    def __init__(self, data: str, parent: Node) -> None:
        """Stand in ``parent``."""
        self.data = data
        self.parent = parent


class Node:
    """One element of the flat tree.

    ``element`` is the parsed one, for its place; ``tag`` and ``attributes`` are as parsed (HTML's in
    lower case); ``parent`` and ``children`` are those of the flat tree, ``texts`` the children that are
    text and not only space; ``order`` counts nodes in its order, and ``end`` is the number of the first
    node behind its descendants.
    """

    __slots__ = (
        "attributes",
        "children",
        "dom",
        "element",
        "end",
        "is_html",
        "memory",
        "order",
        "parent",
        "scope",
        "tag",
        "texts",
    )

    def __init__(self, element: Element, parent: Node | None, scope: Scope, dom: Dom) -> None:
        """Read off ``element``; its children follow."""
        self.element = element
        self.tag = element.tag
        self.attributes = _attributes(element)
        self.is_html = element.namespace is _HTML
        self.parent = parent
        self.children: list[Node | Run] = []
        self.texts: list[Run] = []
        self.scope = scope
        self.dom = dom
        self.order = self.end = -1  # until its turn comes
        self.memory: dict[Any, Any] = {}

    def __repr__(self) -> str:
        """Return the start tag, for who debugs."""
        return f"<{self.tag}{''.join(f' {name}={value!r}' for name, value in self.attributes.items())}>"

    def get(self, name: str, default: str = "") -> str:
        """Return the value of an attribute."""
        return self.attributes.get(name, default)

    def has(self, name: str) -> bool:
        """Return whether it has an attribute of this name, empty or not."""
        return name in self.attributes

    def tokens(self, name: str) -> list[str]:
        """Return the words of an attribute, in lower case: ``["button"]`` of ``role="Button"``."""
        value = self.attributes.get(name)
        return value.lower().split() if value else []

    @property
    def elements(self) -> Iterator[Node]:
        """Yield the children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    @property
    def ancestors(self) -> Iterator[Node]:
        """Yield the elements around it, from the nearest."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def with_ancestors(self) -> Iterator[Node]:
        """Yield it and the elements around it."""
        yield self
        yield from self.ancestors

    @property
    def descendants(self) -> Sequence[Node]:
        """Return all elements in it, in order."""
        return self.dom.nodes[self.order + 1 : self.end]

    @property
    def runs(self) -> Iterator[Run]:
        """Yield all text in it, in order."""
        if self.end == self.order + 1:  # nothing but text, as most that is asked for its text
            return iter(cast("list[Run]", self.children))
        return self._runs_below()

    def _runs_below(self) -> Iterator[Run]:
        waiting: list[Node | Run] = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Run):
                yield child
            else:
                waiting.extend(reversed(child.children))

    @property
    def text(self) -> str:
        """Return all text in it, seen or not."""
        return "".join([run.data for run in self.runs])

    def refer(self, name: str) -> list[Node]:
        """Return the elements of its tree that the ids in attribute ``name`` mean, without the dead ones."""
        ids = self.scope.ids
        return [ids[word] for word in self.attributes.get(name, "").split() if word in ids]


class Dom:
    """The flat tree of one page.

    ``nodes`` holds every element in its order, ``written`` those with text directly in them; ``is_flat``
    says that they stand as they were parsed; ``surroundings`` lead to style sheets and frames; ``frame``
    is the element of another page that shows this one, and None for a page in a window.
    """

    def __init__(
        self, document: Document, surroundings: Surroundings | None = None, frame: Node | None = None
    ) -> None:
        """Walk the parsed ``document``."""
        self.document = document
        self.surroundings = surroundings or Nowhere()
        self.frame = frame
        self.scope = Scope()
        self.nodes: list[Node] = []
        self.written: list[Node] = []
        self.memory: dict[Any, Any] = {}
        self.is_flat = True
        self._by_tag: defaultdict[str, list[Node]] = defaultdict(list)
        self._by_attribute: defaultdict[str, list[Node]] = defaultdict(list)
        self._by_element: dict[Element, Node] = {}
        self.root: Node | None = None
        if document.root is not None:
            build_shadows(document)
            self._grow(document.root)
            self._measure()
            self.root = self.nodes[0]

    def all(self, *tags: str) -> list[Node]:
        """Return the elements with one of these tags (every namespace), in order."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], [])
        return together([self._by_tag[tag] for tag in tags if tag in self._by_tag])

    def having(self, *names: str) -> list[Node]:
        """Return the elements with one of these attributes, empty or not, in order."""
        if len(names) == 1:
            return self._by_attribute.get(names[0], [])
        found = [self._by_attribute[name] for name in names if name in self._by_attribute]
        return together(found) if len(found) <= 1 else in_order(set().union(*found))

    @property
    def tags(self) -> Collection[str]:
        """Return the tags of all elements on the page."""
        return self._by_tag.keys()

    @property
    def attributes(self) -> Collection[str]:
        """Return the names of all attributes on the page."""
        return self._by_attribute.keys()

    @cached_property
    def text(self) -> str:
        """Return all text on the page, run by run, on lines of their own: for a first look at all of it."""
        return "\n".join([run.data for node in self.written for run in node.texts])

    def by_id(self, name: str) -> Node | None:
        """Return the first element of the document, not of a shadow tree, with this id."""
        return self.scope.ids.get(name)

    def node(self, element: Element) -> Node | None:
        """Return the node of a parsed element; None where the flat tree leaves it out."""
        return self._by_element.get(element)

    def dismantle(self) -> None:
        """Take the nodes apart and forget all answers; nothing more can be asked.

        Its memory is free at once then; as a web of cycles it would stay until somebody looks for it.
        """
        for node in self.nodes:
            del node.children, node.dom, node.memory, node.parent, node.scope, node.texts
        vars(self).clear()

    def _grow(self, root: Element) -> None:
        waiting = [(Node(root, None, self.scope, self), 0)]
        while waiting:
            node, depth = waiting.pop()
            self._add(node)
            inside, scope = self._inside(node, depth)
            children, below = node.children, []
            for child in inside:
                if isinstance(child, Text):
                    data = child.data
                    run = Run(data, node)
                    children.append(run)
                    if data and not data.isspace():
                        node.texts.append(run)
                elif isinstance(child, Element):
                    inner = Node(child, node, scope if scope.host is None else _scope(child, scope), self)
                    children.append(inner)
                    below.append((inner, depth + 1))
            if below:
                below.reverse()
                waiting += below
            if node.texts:
                self.written.append(node)

    def _measure(self) -> None:
        """Find where each element ends: where the last in it does, which is the first of them from behind."""
        for node in reversed(self.nodes):
            if node.end < 0:
                node.end = node.order + 1
            if node.parent is not None and node.parent.end < 0:
                node.parent.end = node.end

    def _inside(self, node: Node, depth: int) -> tuple[Iterable[object], Scope]:
        """Return the flat tree's children of ``node``: a shadow root's, what a slot shows, or its own.

        With them goes the tree that they are of, but for what slots show.
        """
        element, scope = node.element, node.scope
        if depth >= DEPTH - 1:
            self.is_flat = self.is_flat and not element.children
            return element.descendants if depth < DEPTH else (), scope
        if element.shadow_root is not None:
            scope = Scope(node)
        elif scope.host is None:
            return element.children, scope
        self.is_flat = False
        return element.flattened_children, scope

    def _add(self, node: Node) -> None:
        node.order = len(self.nodes)
        self.nodes.append(node)
        self._by_tag[node.tag].append(node)
        self._by_element[node.element] = node
        attributes = node.attributes
        for name in attributes:
            self._by_attribute[name].append(node)
        if attributes.get("id"):
            node.scope.ids.setdefault(attributes["id"], node)


def nearest(dom: Dom, marks: Iterable[Node]) -> list[Node | None]:
    """Return for each element, by its number, which of ``marks`` is nearest: itself or one around it.

    ``marks`` come in document order.
    """
    found: list[Node | None] = [None] * len(dom.nodes)
    for mark in marks:
        found[mark.order : mark.end] = [mark] * (mark.end - mark.order)
    return found


def together(lists: Sequence[list[Node]]) -> list[Node]:
    """Return the nodes of some lists, which have none in common, in document order."""
    return lists[0] if len(lists) == 1 else in_order(chain.from_iterable(lists))


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Return ``nodes`` of one page in document order."""
    return sorted(nodes, key=attrgetter("order"))


def _scope(child: object, scope: Scope) -> Scope:
    """Return the scope of ``child``: what a slot shows belongs to the tree around its host."""
    if scope.host is None or not isinstance(child, Element) or child.assigned_slot is None:
        return scope
    return scope.host.scope


def _attributes(element: Element) -> dict[str, str]:
    """Return the attributes as they are written; the parser splits some into words."""
    written = element.attrs
    if not written:
        return {}
    return {
        name: value if isinstance(value, str) else element.attr(name) or "" for name, value in written.items()
    }


class Remembering(Protocol):
    """What can be asked ``once``: a node, a page."""

    @property
    def memory(self) -> dict[Any, Any]:
        """Return the answers so far."""


def once(find: Callable[[S], T]) -> Callable[[S], T]:
    """Let a question about a node, a style or a page be answered once: the answer is kept in its memory."""

    @wraps(find)
    def ask(asked: S) -> T:
        memory = asked.memory
        if ask in memory:
            answer: T = memory[ask]
            return answer
        answer = memory[ask] = find(asked)
        return answer

    return ask
