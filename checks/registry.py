"""Every rule there is, in one order, and the ways to choose among them.

A shelf is imported when somebody asks for what stands on it: who judges a page does not wait for the two
hundred rules on documents and catalogs.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from pipeline.errors import TolkbarError
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from checks.model import AnyRule

    RULES: tuple[AnyRule, ...]
    BY_ID: Mapping[str, AnyRule]

_SHELVES: Final = {  # rooms of checks, in the order of their rules: is there a rule on pages?
    "accessibility": True,
    "html": True,
    "links": True,
    "external": False,
    "editions": True,
    "statement": True,
    "contacts": True,
    "translations": False,
    "pdf.labels": True,
    "pdf.policy": False,
    "pdf.catalog": False,
    "pdf.structure": False,
    "pdf.interaction": False,
    "pdf.content": False,
    "pdf.fonts": False,
    "pdf.advice": False,
    "waivers": False,
}


def _family(shelf: str) -> str:
    return shelf.partition(".")[0]


FAMILIES: Final = tuple(dict.fromkeys(map(_family, _SHELVES)))


def __getattr__(name: str) -> object:
    """Return ``RULES``, all of them, or ``BY_ID``, the same by their ids, once somebody asks for them."""
    if name == "RULES":
        return _every()
    if name == "BY_ID":
        return _by_id()
    raise AttributeError(name)


@cache
def _every() -> tuple[AnyRule, ...]:
    return _on(_SHELVES)


@cache
def _by_id() -> Mapping[str, AnyRule]:
    return {rule.id: rule for rule in _every()}


def _on(shelves: Iterable[str]) -> tuple[AnyRule, ...]:
    return tuple(rule for shelf in shelves for rule in import_module(f"checks.{shelf}").RULES)


def find(rule_id: str) -> AnyRule:
    """Return the rule with this id; raises ``TolkbarError`` that names the likely ones."""
    _require([rule_id], _by_id())
    return _by_id()[rule_id]


def select(
    ids: Collection[str] = (),
    families: Collection[str] = (),
    skip: Collection[str] = (),
    *,
    for_pages: bool = False,
) -> tuple[AnyRule, ...]:
    """Return the rules with these ``ids`` or of these ``families`` (all where none is named), less ``skip``.

    ``for_pages`` may leave out what never judges a page: for those who have nothing else.
    Raises ``TolkbarError`` for a rule or a family that does not exist.
    """
    if ids or skip:
        _require([*ids, *skip], _by_id())
    _require(families, FAMILIES)
    shelves = (shelf for shelf, is_for_pages in _SHELVES.items() if is_for_pages or not for_pages)
    if families and not ids:
        shelves = (shelf for shelf in shelves if _family(shelf) in families)
    wanted = (
        rule for rule in _on(shelves) if not (ids or families) or rule.id in ids or rule.family in families
    )
    return tuple(rule for rule in wanted if rule.id not in skip)


def _require(names: Collection[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            likely = get_close_matches(name, known, cutoff=0.4) or (
                sorted(known) if known is FAMILIES else []
            )
            raise TolkbarError(
                msg(
                    "There is no rule or family {name}. There is: {likely}.",
                    name=name,
                    likely=", ".join(likely),
                )
                if likely
                else msg("There is no rule {name}. Copy its name from a report, as page-title.", name=name)
            )
