"""Every rule there is, in one tuple, and the ways to choose among them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from checks import (
    accessibility,
    contacts,
    editions,
    external,
    html,
    links,
    pdf,
    statement,
    translations,
    waivers,
)
from pipeline.errors import TolkbarError
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Collection

    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    *accessibility.RULES,
    *html.RULES,
    *links.RULES,
    *external.RULES,
    *editions.RULES,
    *statement.RULES,
    *contacts.RULES,
    *translations.RULES,
    *pdf.RULES,
    *waivers.RULES,
)
BY_ID: Final = {rule.id: rule for rule in RULES}
FAMILIES: Final = tuple(dict.fromkeys(rule.family for rule in RULES))


def find(rule_id: str) -> AnyRule:
    """Return the rule with this id; raises ``TolkbarError`` that names the likely ones."""
    _require([rule_id], BY_ID)
    return BY_ID[rule_id]


def select(
    ids: Collection[str] = (), families: Collection[str] = (), skip: Collection[str] = ()
) -> tuple[AnyRule, ...]:
    """Return the rules with these ``ids`` or of these ``families`` (all where none is named), less ``skip``.

    Raises ``TolkbarError`` for a rule or a family that does not exist.
    """
    _require([*ids, *skip], BY_ID)
    _require(families, FAMILIES)
    wanted = (rule for rule in RULES if not (ids or families) or rule.id in ids or rule.family in families)
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
