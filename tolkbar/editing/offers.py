"""What a translator is offered: the glossary's words, and how texts nearly the same were translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from checks.translations.glossary_terms import GlossaryTerms, ways
from pipeline.closeness import Translations
from pipeline.placeholder import Placeholder, tokens
from tolkbar.editing.remarks import alone, written
from tolkbar.editing.wording import Part, Parts, read

if TYPE_CHECKING:
    from checks.subjects import Catalog
    from pipeline import po
    from pipeline.config import Site


class Term(Struct, frozen=True):
    """A term of the glossary that the source text has, in whatever form, and its words in the language."""

    term: str
    ways: tuple[str, ...]


class Near(Struct, frozen=True):
    """A translation of a text that is ``percent`` the same; ``place`` is its line in a catalog."""

    percent: int
    source: str
    parts: Parts
    place: str


def terms(catalog: Catalog, entry: po.Entry) -> tuple[Term, ...]:
    """Return the terms in ``entry``, found as the rule on terms finds them."""
    copied = written(entry, (entry.msgid,) * max(len(entry.strings), 1))
    uses = GlossaryTerms().applicability(alone(catalog, copied))
    found = {use.term: tuple(dict.fromkeys(filter(None, ways(use.wanted)))) for use in uses}
    return tuple(Term(term, words) for term, words in found.items())


class Memory:
    """Knows how the texts of one site have been translated so far, for as long as the site is open."""

    def __init__(self, site: Site) -> None:
        """Prepare to look; nothing is read yet."""
        self._site = site
        self._translations: dict[str, Translations] = {}

    def near(self, catalog: Catalog, entry: po.Entry) -> tuple[Near, ...]:
        """Return translations of texts like ``entry`` of ``catalog``, the likest first, none that it has."""
        language = catalog.language
        if language not in self._translations:
            known = Translations(self._site.root, self._site.language, language)
            self._translations[language] = known
        found = self._translations[language].near(entry.msgid, entry.msgctxt)
        return tuple(
            Near(match.percent, match.msgid, fitted(match.msgstr, entry.msgid), str(match.place))
            for match in found
            if match.msgstr not in entry.strings
        )


def fitted(msgstr: str, msgid: str) -> Parts:
    """Return the translation of another text as one of ``msgid``: without placeholders that it lacks."""
    parts = read(msgstr, msgid)
    return tuple(part if part.chip else Part(text=_without_tags(part.text)) for part in parts)


def _without_tags(text: str) -> str:
    return "".join(token for token in tokens(text) if not isinstance(token, Placeholder))
