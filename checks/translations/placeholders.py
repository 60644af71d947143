"""Every translation has exactly the placeholders of what it translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalog, Translation
from pipeline.model import msg
from pipeline.placeholder import markup_like, nests, problems, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


class Placeholders(Rule[Catalog, Translation]):
    """A placeholder stands for a link, an emphasis, a line break: without it the page has none.

    Copy each placeholder of the source text once, with its closing half, and put it around the
    words that it belongs to. Their order may change; one that stands inside another stays inside it.
    """

    id = "placeholders"
    title = msg("Translations have the placeholders of their source text")
    severity = Severity.BLOCKING
    fault = Fault.WORDS
    quality = Quality.MARKUP

    def applicability(self, catalog: Catalog) -> Iterator[Translation]:
        """Yield the translations in use that have a placeholder, or should have one.

        What stands between angle brackets in the source and is none, is words: ``git add <file>``.
        """
        for translation in catalog.translations():
            has_tags = "<" in translation.msgid or "<" in translation.msgstr
            if has_tags and _has_placeholders_only(translation.msgid):
                yield translation

    def expectation(self, translation: Translation) -> Verdict:
        """Require each placeholder once, well nested, and nothing else that looks like one."""
        found = problems(translation.msgid, translation.msgstr)
        return Failed(found[0]) if found else PASSED


def _has_placeholders_only(msgid: str) -> bool:
    words = (token for token in tokens(msgid) if isinstance(token, str))
    return nests(msgid) and not any(map(markup_like, words))
