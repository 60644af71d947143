"""Every unit of a language that may not be published half done is translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalog
from pipeline.model import Policy, State, msg
from pipeline.po import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 60  # characters of a msgid that are enough to recognise it


class CatalogComplete(Rule[Catalog, Entry]):
    """A page with Swedish sentences between the German ones helps neither reader.

    Translate the entry in the catalog. Where it is marked fuzzy, the source has changed: compare,
    correct the translation and remove the mark. A language that may be published half done says so
    with its policy in site.toml: fallback or omit.
    """

    id = "catalog-complete"
    title = msg("Catalogs are complete where nothing may be missing")
    severity = Severity.BLOCKING
    fault = Fault.WORDS
    quality = Quality.UNTRANSLATED

    def applicability(self, catalog: Catalog) -> Iterator[Entry]:
        """Yield the entries in use, where the language's policy is to block."""
        if not catalog.is_template and catalog.policy is Policy.BLOCK:
            yield from catalog.content.active

    def expectation(self, entry: Entry) -> Verdict:
        """Require a translation that nobody has doubts about."""
        if entry.state is State.UNTRANSLATED:
            return Failed(
                msg('"{text}" is not translated yet. Write its translation.', text=_excerpt(entry.msgid))
            )
        if entry.state is State.FUZZY:
            return Failed(
                msg(
                    'The translation of "{text}" is marked fuzzy. Check it and remove the mark.',
                    text=_excerpt(entry.msgid),
                )
            )
        return PASSED


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
