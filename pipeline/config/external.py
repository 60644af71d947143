"""The table ``[external]`` of ``source/site.toml``: how other servers are asked about links to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pipeline.config import kinds
from pipeline.config.records import read_values, setting
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.config.located import Node

MOST: Final = 500
"""Requests under way at a time; more than a machine has files to open."""

_UNITS: Final = {"m": 60, "h": 3_600, "d": 86_400}
DAY: Final = _UNITS["d"]
_SPAN: Final = re.compile(r"([0-9]{1,4})([mhd])|0")


def span(text: str) -> float | None:
    """Return the seconds in ``30m``, ``12h``, ``7d`` or ``0``; None for anything else."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    return float(int(found[1]) * _UNITS[found[2]]) if found[2] else 0.0


def _between(least: float, most: float, *, whole: bool = False) -> Callable[[Node], float]:
    """Return the kind of value that is a number from ``least`` to ``most``."""

    def read(node: Node) -> float:
        value = node.value
        types = int if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, types) or not least <= value <= most:
            raise node.error(
                msg(
                    'The key "{key}" needs a number from {least} to {most}, as in {example}.',
                    key=node.key,
                    least=least,
                    most=most,
                    example=node.example,
                )
            )
        return value

    return read


def _age(node: Node) -> float:
    seconds = span(kinds.text(node))
    if seconds is None:
        raise node.error(
            msg(
                'The key "{key}" needs minutes, hours or days, as in {example}.',
                key=node.key,
                example=node.example,
            )
        )
    return seconds


_COUNT: Final = _between(1, MOST, whole=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class External:
    """How other servers are asked; None where the command's own value holds.

    Times are in seconds.  ``exclude`` has patterns of addresses that are left out, ``proxy`` the address
    of the one server that asks all others in our stead.
    """

    exclude: tuple[str, ...] = field(
        default=(), metadata=setting(kinds.list_of(kinds.text), 'exclude = ["https://intern.example/*"]')
    )
    cache_age: float | None = field(default=None, metadata=setting(_age, 'cache_age = "1d"'))
    concurrency: float | None = field(default=None, metadata=setting(_COUNT, "concurrency = 64"))
    per_server: float | None = field(default=None, metadata=setting(_COUNT, "per_server = 6"))
    pause: float | None = field(default=None, metadata=setting(_between(0, DAY), "pause = 0.05"))
    timeout: float | None = field(default=None, metadata=setting(_between(0.01, DAY), "timeout = 20"))
    retries: float | None = field(
        default=None, metadata=setting(_between(0, MOST, whole=True), "retries = 2")
    )
    proxy: str | None = field(
        default=None, metadata=setting(kinds.web_address, 'proxy = "http://proxy.example:3128"')
    )


def external(node: Node) -> External:
    """Read the table at ``node``; raise ConfigError for a key that is wrong."""
    return External(**read_values(External, node))
