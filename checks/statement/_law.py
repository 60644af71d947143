"""By which country's law an accessibility statement is written, and by which it should be."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from checks.subjects.statement import Statement, statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.dom.tree import Node
    from checks.subjects import Page

SWEDEN: Final = "sweden"
_FINNISH: Final = re.compile(r"sv-fi", re.IGNORECASE)


class Ruled(NamedTuple):
    """A ``statement`` that answers to Sweden's law, and the words of other countries' laws in it."""

    statement: Statement
    foreign: tuple[str, ...]

    @property
    def element(self) -> Node:
        """Return where it begins."""
        return self.statement.element


def swedish_statement(page: Page) -> Iterator[Ruled]:
    """Yield the statement of ``page``, if it is one that Sweden's law asks for.

    It is in Swedish, and not from Finland; or it names Sweden's law, or has an edition in Swedish.
    """
    statement = statement_of(page)
    if statement is None or _is_from_finland(page):
        return
    in_swedish = statement.language == "sv" or _has_swedish_edition(page)
    if in_swedish or _laws()[SWEDEN].search(statement.text):
        others = (pattern.search(statement.text) for law, pattern in _laws().items() if law != SWEDEN)
        yield Ruled(statement, tuple(found[0] for found in others if found))


def _has_swedish_edition(page: Page) -> bool:
    return any((link.attr("hreflang") or "").lower().startswith("sv") for link in page.all("link[hreflang]"))


def _is_from_finland(page: Page) -> bool:
    """Return whether it says that it is Finland's Swedish, or has its address there."""
    if page.html is not None and _FINNISH.fullmatch(page.html.attr("lang") or ""):
        return True
    canonical = page.all('link[rel~="canonical" i][href]')
    return any((_host(link.attr("href") or "") or "").endswith(".fi") for link in canonical)


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


@cache
def _laws() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(Path(__file__).with_name("law.toml").read_text(encoding="utf-8"))
    return {law: re.compile(table["words"], re.IGNORECASE) for law, table in data.items()}
