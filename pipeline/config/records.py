"""Tables read into dataclasses: each field says how its key is read and what a right one looks like.

A field with a :func:`setting` is a key of the table and required unless the dataclass has a default; a
field without one is filled by the loader.  The same description finds unknown, missing and wrong keys.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.config.located import shown
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from _typeshed import DataclassInstance

    from pipeline.config.located import Node
    from pipeline.errors import ConfigError

_LIKE_ENOUGH = 0.6
"""Share of letters that a misspelt key has in common with the one it was meant to be."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a key is read: ``read`` turns its node into the value or raises; ``example`` is TOML."""

    read: Callable[[Node], object]
    example: str
    required: bool = True


def setting(read: Callable[[Node], object], example: str) -> dict[str, Setting]:
    """Return the ``metadata`` of a dataclass field that is read with ``read``."""
    return {"setting": Setting(read, example)}


def read_values(
    shape: type[DataclassInstance], node: Node, given: Mapping[str, object] | None = None
) -> dict[str, Any]:
    """Return the arguments with which to call ``shape``: what the table at ``node`` holds, else ``given``.

    Raises ConfigError for the first key that is unknown, wrong or missing.
    """
    settings, known = _settings(shape), given or {}
    table = node.table()
    for key in table:
        if key not in settings:
            raise _unknown_key(node, key, settings)
    for key, described in settings.items():
        if described.required and key not in table and key not in known:
            message = msg(
                'The key "{key}" is missing in {table}; add {example}.',
                key=key,
                table=node.table_name,
                example=described.example,
            )
            raise node.error(message)
    values = {key: settings[key].read(node.child(key, settings[key].example)) for key in table}
    return {**known, **values}


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that ``word`` was probably meant to be, None if none is like it."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - needed for errors only
    from rapidfuzz.process import extractOne  # noqa: PLC0415 - see above

    best = extractOne(
        word, list(known), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_LIKE_ENOUGH
    )
    return best[0] if best else None


@cache
def _settings(shape: type[DataclassInstance]) -> dict[str, Setting]:
    """Return the keys of ``shape`` with their settings."""
    described = {}
    for field in fields(shape):
        if "setting" in field.metadata:
            found: Setting = field.metadata["setting"]
            optional = field.default is not MISSING or field.default_factory is not MISSING
            described[field.name] = Setting(found.read, found.example, not optional)
    return described


def _unknown_key(node: Node, key: str, known: Iterable[str]) -> ConfigError:
    """Return the error for ``key``, which has no meaning in this table."""
    meant = closest(key[:100], known)
    if meant:
        message = msg(
            'The key "{key}" is unknown in {table}; did you mean "{meant}"?',
            key=shown(key),
            table=node.table_name,
            meant=meant,
        )
    else:
        message = msg(
            'The key "{key}" is unknown in {table}; the keys there are {known}.',
            key=shown(key),
            table=node.table_name,
            known=", ".join(known),
        )
    return node.child(key).error(message)
