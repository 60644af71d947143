"""The words of a draft in one language: fixed ones from ``words.toml``, those of rules from catalogs."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checks.languages import primary
from tolkbar.language import LANGUAGES, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.model import Message
    from tolkbar.statement.flaws import Situation


class Words(NamedTuple):
    """What a draft is written with: ``locale`` for dates and lists; ``say`` translates what rules say."""

    locale: str
    fixed: Mapping[str, str]
    situations: Mapping[str, str]
    say: Callable[[Message], str]

    def __call__(self, name: str, **values: object) -> str:
        """Return the words called ``name``, their fields filled."""
        return self.fixed[name].format(**values)

    def situation(self, situation: Situation) -> str:
        """Return how a situation goes on behind "usage": "without vision"."""
        return self.situations[situation]


@cache
def words_of(tag: str, locale: str) -> Words | None:
    """Return the words in the language with a tag; None where no draft can be written in it."""
    language = primary(tag)
    if language not in LANGUAGES:
        return None
    table = dict(_tables()[language])
    situations = table.pop("situations")
    return Words(locale, table, situations, translator(language))


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
