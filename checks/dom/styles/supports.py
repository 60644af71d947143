"""Feature queries: whether browsers of today understand what ``@supports`` asks (CSS Conditional 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.styles.declarations import longhands, write
from checks.dom.styles.media import condition, significant
from checks.dom.styles.properties import PROPERTIES
from checks.dom.styles.selectors import selectors
from checks.dom.styles.shorthands import LONGHANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tinycss2.ast import Node as Token


def supports(tokens: Sequence[Token]) -> bool:
    """Return whether a feature query is true; of a property that is not known here, assume it."""
    tokens = significant(tokens)
    if len(tokens) > 2 and tokens[0].type == "ident" and tokens[1] == ":":
        return _declaration(tokens)  # @import … supports(display: grid)
    return condition(tokens, _judge) is True


def _judge(token: Token) -> bool | None:
    if token.type == "function":
        if token.lower_name == "selector":
            return selectors(write(token.arguments, cased=True)) is not None
        return token.lower_name in {"font-format", "font-tech"}
    if token.type != "() block":
        return None
    inside = significant(token.content)
    if len(inside) > 2 and inside[0].type == "ident" and inside[1] == ":":
        return _declaration(token.content)
    return condition(inside, _judge)


def _declaration(tokens: Sequence[Token]) -> bool:
    name, _, value = write(tokens, cased=False).partition(":")
    name, value = name.strip(), value.strip()
    if name.startswith(("-moz-", "-ms-", "-o-")):
        return False
    return any(True for _ in longhands(name, value)) if name in PROPERTIES or name in LONGHANDS else True
