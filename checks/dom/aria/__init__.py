"""What WAI-ARIA says of roles, states and properties, as its tables in this folder have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HERE: Final = Path(__file__).parent


class Role(NamedTuple):
    """One role.

    ``required`` are the states and properties that an author must set, ``required_if_focusable``
    those where an element can be focused; ``supported`` all that it may have beside the global ones,
    ``prohibited`` those that it must not; ``implicit`` the values where none is set.  ``owned`` and
    ``context`` are its required owned elements and context roles.
    """

    name: str
    parents: tuple[str, ...]
    abstract: bool
    required: frozenset[str]
    required_if_focusable: frozenset[str]
    supported: frozenset[str]
    prohibited: frozenset[str]
    owned: frozenset[str]
    context: frozenset[str]
    implicit: Mapping[str, str]
    from_content: bool
    presentational_children: bool


class Attribute(NamedTuple):
    """A state or property: the type of its value, and the tokens that it may have."""

    name: str
    type: str
    values: frozenset[str]
    is_global: bool


def inherits(role: str | None, ancestor: str) -> bool:
    """Return whether ``role`` is ``ancestor``, or a subclass of it."""
    return role is not None and ancestor in _ANCESTRY.get(role, ())


def lines(table: str) -> Iterator[str]:
    """Yield the lines of one of the tables, without remarks."""
    for line in (_HERE / table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _attributes() -> Iterator[Attribute]:
    section = ""
    for line in lines("attributes.txt"):
        if line.startswith("["):
            section = line
        else:
            name, kind, *values = line.split()
            yield Attribute(name, kind, frozenset(values), section == "[global]")


def _entries() -> Iterator[tuple[str, list[str], dict[str, list[str]]]]:
    """Yield each role's name, its parents, and its characteristics by their keyword."""
    traits: dict[str, list[str]] = {}
    for line in lines("roles.txt"):
        if line.startswith(" "):
            keyword, *words = line.split()
            traits[keyword] = words
        else:
            name, _, parents = line.partition(":")
            traits = {}
            yield name, parents.split(), traits


def _ancestry(parents: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}

    def climb(name: str) -> frozenset[str]:
        if name not in found:
            found[name] = frozenset({name}).union(*map(climb, parents[name]))
        return found[name]

    for name in parents:
        climb(name)
    return found


def _role(name: str, parents: list[str], traits: Mapping[str, list[str]]) -> Role:
    return Role(
        name,
        tuple(parents),
        "abstract" in traits,
        frozenset(traits.get("requires", ())),
        frozenset(traits.get("focusable", ())),
        frozenset().union(*(_OWN_STATES[above] for above in _ANCESTRY[name])),
        frozenset(traits.get("prohibits", ())),
        frozenset(traits.get("owns", ())),
        frozenset(traits.get("within", ())),
        dict(pair.split("=") for pair in traits.get("default", ())),
        "content" in traits,
        "presentational" in traits,
    )


_ENTRIES: Final = list(_entries())
_ANCESTRY: Final = _ancestry({name: parents for name, parents, _ in _ENTRIES})
_OWN_STATES: Final = {
    name: {*traits.get("requires", ()), *traits.get("supports", ())} for name, _, traits in _ENTRIES
}
ATTRIBUTES: Final[Mapping[str, Attribute]] = {attribute.name: attribute for attribute in _attributes()}
ROLES: Final[Mapping[str, Role]] = {name: _role(name, parents, traits) for name, parents, traits in _ENTRIES}
