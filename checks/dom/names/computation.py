"""The computation of names and descriptions (accname 1.2, 4.3.2), in its steps 2A to 2I."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from checks.dom.aria import ROLES
from checks.dom.exposure import is_programmatically_hidden
from checks.dom.names.content import generated, rendered_children, spaced
from checks.dom.names.controls import embedded_value
from checks.dom.names.native import names_from_content, native_descriptions, native_names, tooltips
from checks.dom.roles import role
from checks.dom.styles import style
from checks.dom.tree import Node, Run, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.dom.tree import Dom

DEEPEST: Final = 60  # elements in one another, each some steps of recursion; a name is a phrase
LENGTH: Final = 10_000  # characters; nobody listens to a longer name
_STEPS: Final = 50_000  # the least that a page has for all its names, whatever refers to whatever
_STEPS_FOR_EACH: Final = 10
_ENDLESS: Final = "…"  # what stands for text that a page makes us go round in circles for
_NO_TEXT: Final = {"br": "\n", "noscript": "", "script": "", "style": "", "template": "", "wbr": ""}


class Way(Enum):
    """How the computation came to an element."""

    ROOT = auto()  # it is the one whose name is wanted
    REFERENCE = auto()  # by aria-labelledby, aria-describedby, or as what its host language names another by
    CONTENT = auto()  # as part of something else's content


@once
def accessible_name(node: Node) -> str:
    """Return its accessible name, white space collapsed; empty where it has none."""
    if _is_naming_prohibited(node):
        return ""
    return _flat(_Computation(node).alternative(node, Way.ROOT))


@once
def accessible_description(node: Node) -> str:
    """Return its accessible description, white space collapsed; empty where it has none.

    What is its name already does not describe it once more.
    """
    name = accessible_name(node)
    referred = _flat(_Computation(node, following=False).of_all(node.refer("aria-describedby")))
    if referred or node.get("aria-description").strip():
        return referred or _flat(node.get("aria-description"))
    for source in (*native_descriptions(node), *tooltips(node)):
        text = _flat(_Computation(node).of_source(source))
        if text and text != name:
            return text
    return ""


class _Computation:
    """The computation of one name: what it remembers on its way through the page.

    ``following`` says whether ``aria-labelledby`` is followed, which it is only once.
    """

    def __init__(self, root: Node, *, following: bool = True) -> None:
        """Begin at ``root``."""
        self._root = root
        self._following = following
        self._in_hidden = False  # an element that is hidden was referred to: so is what stands in it
        self._open: set[Node] = set()  # whose content is being read
        self._labels: set[Node] = set()  # that have been read
        self._jumps = 0  # how often the text depended on where the computation came from
        self._depth = 0
        self._fuel = _fuel(root.dom)

    def alternative(self, node: Node, way: Way) -> str:
        """Return the text alternative of ``node`` (step 2)."""
        if node is self._root and way is Way.CONTENT:
            self._jumps += 1
            return ""
        if not self._in_hidden and is_programmatically_hidden(node):  # 2A
            return ""
        if self._following and node.has("aria-labelledby"):  # 2B
            text = self._labelled_by(node)
            if text:
                return text
        value = embedded_value(node) if node is not self._root else None  # 2C
        if value is not None:
            return self.of_source(value)
        label = node.get("aria-label")[:LENGTH].strip()  # 2D
        if label and node.tag != "slot":
            return label
        return self._by_markup(node, way)

    def of_all(self, nodes: Iterable[Node]) -> str:
        """Return the texts of elements that are referred to, with spaces between."""
        return " ".join(_up_to_length(filter(None, map(self._of_referred, nodes))))

    def of_source(self, source: str | Sequence[Node]) -> str:
        """Return the words, or the texts of the elements."""
        return source[:LENGTH] if isinstance(source, str) else self.of_all(source)

    def _labelled_by(self, node: Node) -> str:
        self._following = False
        self._jumps += 1
        text = self.of_all(node.refer("aria-labelledby"))
        self._following = True
        return text if text.strip() else ""

    def _of_referred(self, node: Node) -> str:
        if node in self._open or node in self._labels:
            self._jumps += 1
            return ""
        before = self._in_hidden
        self._in_hidden = before or is_programmatically_hidden(node)
        text = self.alternative(node, Way.REFERENCE)
        self._in_hidden = before
        return text

    def _by_markup(self, node: Node, way: Way) -> str:
        """Return the text by the host language's means, by content, or by a tooltip (2E, 2F, 2H, 2I)."""
        is_decorative = role(node) == "none"
        if not is_decorative:
            for source in native_names(node):
                text = self.of_source(source)
                if text.strip():
                    return text
        if way is not Way.ROOT or _is_named_from_content(node):
            text = self._content(node)
            if text.strip():
                return text
        return "" if is_decorative else next(filter(str.strip, tooltips(node)), "")[:LENGTH]

    def _content(self, node: Node) -> str:
        """Return the text of what stands in ``node`` (2F.i to iv); kept where it is the same for all."""
        key = (_Computation, self._following, self._in_hidden)
        if key in node.memory:
            known: str = node.memory[key]
            return known
        jumps = self._jumps
        text = self._read(node)
        if jumps == self._jumps:
            node.memory[key] = text
        return text

    def _read(self, node: Node) -> str:
        if self._depth > DEEPEST or not self._fuel.burn(len(node.children) + 1):
            self._jumps += 1
            return _ENDLESS
        if node.tag == "label":
            self._labels.add(node)
            self._jumps += 1
        self._open.add(node)
        self._depth += 1
        text = "".join(_up_to_length(self._pieces(node)))[:LENGTH]
        self._depth -= 1
        self._open.discard(node)
        return text

    def _pieces(self, node: Node) -> Iterator[str]:
        """Yield the texts of what stands in ``node``, boxes with spaces around."""
        yield generated(node, "before")
        for child in rendered_children(node):
            yield child.data if isinstance(child, Run) else self._of_child(child)
        yield generated(node, "after")

    def _of_child(self, child: Node) -> str:
        if child.tag in _NO_TEXT or child in self._open:
            return _NO_TEXT.get(child.tag, "")
        return spaced(self.alternative(child, Way.CONTENT), style(child))


class _Fuel:
    """How far the computations of a page's names may still go: what refers in circles must not hang us."""

    def __init__(self, dom: Dom) -> None:
        """Begin with steps enough for every page that makes sense."""
        self._steps = _STEPS + _STEPS_FOR_EACH * len(dom.nodes)

    def burn(self, steps: int) -> bool:
        """Take ``steps``; return whether there were enough."""
        self._steps -= steps
        return self._steps > 0


def _fuel(dom: Dom) -> _Fuel:
    if _Fuel not in dom.memory:
        dom.memory[_Fuel] = _Fuel(dom)
    found: _Fuel = dom.memory[_Fuel]
    return found


def _is_naming_prohibited(node: Node) -> bool:
    kind = role(node)
    return kind is not None and kind in ROLES and "aria-label" in ROLES[kind].prohibited


def _is_named_from_content(node: Node) -> bool:
    kind = role(node)
    from_role = kind is not None and kind in ROLES and ROLES[kind].from_content
    return from_role or names_from_content(node)


def _up_to_length(texts: Iterable[str]) -> Iterator[str]:
    """Yield ``texts`` until they are too long to be listened to."""
    length = 0
    for text in texts:
        yield text
        length += len(text)
        if length > LENGTH:
            return


def _flat(text: str) -> str:
    """Return a flat string: without spaces at its ends, and single ones within."""
    return " ".join(text.split())
