"""Structured data on a page: the people and organisations that its JSON-LD describes (schema.org)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from checks.dom.tree import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

MOST: Final = 10_000  # things in one script


@dataclass(slots=True)
class Data:
    """A thing that JSON-LD describes, as far as one can reach it; ``is_readable`` False for broken JSON."""

    script: Node
    run: Run | None
    is_readable: bool = True
    name: str = ""
    role: str = ""
    telephones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    postcodes: list[tuple[str, str]] = field(default_factory=list)  # with their towns
    streets: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.script


def read_data(script: Node) -> Iterator[Data]:
    """Yield what ``script`` describes."""
    run = next((child for child in script.children if isinstance(child, Run)), None)
    try:
        content = json.loads(run.data if run is not None else "")
    except (ValueError, RecursionError):
        yield Data(script, run, is_readable=False)
        return
    waiting: list[Any] = [content]
    read = 0
    while waiting and read < MOST:
        read += 1
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield _thing(item, script, run)
            waiting.extend(value for key, value in item.items() if key not in {"address", "contactPoint"})


def _thing(item: dict[str, Any], script: Node, run: Run | None) -> Data:
    """Return one thing, with what its points of contact and its address say."""
    thing = Data(script, run, name=_text(item.get("name")), role=_text(item.get("jobTitle")))
    for part in (item, *_parts(item, "contactPoint"), *_parts(item, "contactPoints")):
        thing.telephones += _texts(part.get("telephone"))
        thing.emails += [one.removeprefix("mailto:") for one in _texts(part.get("email"))]
    for place in _parts(item, "address"):
        codes, towns = _texts(place.get("postalCode")), _texts(place.get("addressLocality"))
        thing.postcodes += [(code, towns[0] if towns else "") for code in codes]
        thing.streets += _texts(place.get("streetAddress"))
        thing.countries += _texts(place.get("addressCountry"))
    return thing


def _parts(item: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = item.get(key)
    values = value if isinstance(value, list) else [value]
    return [part for part in values if isinstance(part, dict)]


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]


def _text(value: object) -> str:
    return " ".join(next(iter(_texts(value)), "").split())
