"""States and properties as they stand on elements: what the rules of this shelf judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.dom.aria import ATTRIBUTES
from checks.dom.tree import Dom, Node, once
from pipeline.page import Namespace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 40  # letters; what is longer is no slip of the keyboard


class State(NamedTuple):
    """An attribute whose name begins with ``aria-``, as it is set on ``element``."""

    element: Node
    name: str

    @property
    def value(self) -> str:
        """Return its value."""
        return self.element.attributes[self.name]

    @property
    def is_known(self) -> bool:
        """Return whether WAI-ARIA has it."""
        return self.name in ATTRIBUTES


@once
def states(dom: Dom) -> list[State]:
    """Return everything on the page that begins with ``aria-``, in document order."""
    names = {name for name in dom.attributes if name.startswith("aria-")}
    return [State(node, name) for node in dom.having(*names) for name in node.attributes if name in names]


def known_states(dom: Dom) -> Iterator[State]:
    """Yield the states and properties of WAI-ARIA on elements of HTML and SVG, in document order."""
    return (state for state in states(dom) if state.is_known and is_html_or_svg(state.element))


def is_html_or_svg(node: Node) -> bool:
    """Return whether it is an element of HTML or SVG: ACT's rules on roles leave out those of MathML."""
    return node.is_html or node.element.namespace is Namespace.SVG


def likely(word: str, words: Iterable[str]) -> str | None:
    """Return which of ``words`` may be meant by ``word``; None where none is like it."""
    if len(word) > _LONGEST:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - most pages have no slips

    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=75)
    return found[0] if found else None


def listed(words: Iterable[str]) -> str:
    """Return names for a message, in the order of the alphabet."""
    return ", ".join(sorted(words))
