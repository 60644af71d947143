"""What WAI-ARIA says of roles, states and properties: tables, read once from ``roles.txt`` and ``attributes.txt``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Role:
    """One role.

    ``required`` are the states and properties that an author must set, ``supported`` all that it may
    have beside the global ones, ``prohibited`` those that it must not; ``owned`` its required owned
    elements ("group>option": groups that own options), ``context`` its required context roles, and
    ``implicit`` the values of states that are not set.
    """

    name: str
    parents: tuple[str, ...] = ()
    abstract: bool = False
    required: frozenset[str] = frozenset()
    supported: frozenset[str] = frozenset()
    prohibited: frozenset[str] = frozenset()
    owned: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    implicit: Mapping[str, str] | None = None
    from_content: bool = False
    presentational_children: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """A state or property: its value ``type``, and the ``values`` that a token may have."""

    name: str
    type: str
    values: frozenset[str]
    is_global: bool


def inherits(role: str | None, ancestor: str) -> bool:
    """Return whether ``role`` is ``ancestor``, or a subclass of it."""
    return role is not None and role in ROLES and ancestor in _ANCESTRY[role]


def _lines(name: str) -> Iterator[str]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _read_attributes() -> Iterator[Attribute]:
    is_global = True
    for line in _lines("attributes.txt"):
        if line.startswith("["):
            is_global = line == "[global]"
            continue
        name, kind, *values = line.split()
        yield Attribute(name, kind, frozenset(values), is_global)


def _read_roles() -> Iterator[tuple[str, list[str], dict[str, list[str]]]]:
    """Yield name, parents and characteristics, as they are written."""
    traits: dict[str, list[str]] = {}
    for line in _lines("roles.txt"):
        if line.startswith(" "):
            trait, *words = line.split()
            traits[trait] = words
        else:
            name, _, parents = line.partition(":")
            traits = {}
            yield name, parents.split(), traits


def _roles() -> dict[str, Role]:
    written = {name: (parents, traits) for name, parents, traits in list(_read_roles())}
    return {name: _role(name, parents, traits) for name, (parents, traits) in written.items()}


def _role(name: str, parents: list[str], traits: dict[str, list[str]]) -> Role:
    supported = frozenset(word for above in _ANCESTRY[name] for word in _SUPPORTED[above])
    return Role(
        name,
        tuple(parents),
        "abstract" in traits,
        frozenset(traits.get("requires", ())),
        supported,
        frozenset(traits.get("prohibits", ())),
        tuple(traits.get("owns", ())),
        tuple(traits.get("within", ())),
        dict(pair.split("=") for pair in traits.get("default", ())),
        "content" in traits,
        "presentational" in traits,
    )


def _ancestry(written: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}

    def above(name: str) -> frozenset[str]:
        if name not in found:
            found[name] = frozenset({name}).union(*map(above, written[name]))
        return found[name]

    for name in written:
        above(name)
    return found


_WRITTEN: Final = list(_read_roles())
_ANCESTRY: Final = _ancestry({name: parents for name, parents, _ in _WRITTEN})
_SUPPORTED: Final = {
    name: (*traits.get("requires", ()), *traits.get("supports", ())) for name, _, traits in _WRITTEN
}
ATTRIBUTES: Final[Mapping[str, Attribute]] = {attribute.name: attribute for attribute in _read_attributes()}
ROLES: Final[Mapping[str, Role]] = _roles()
