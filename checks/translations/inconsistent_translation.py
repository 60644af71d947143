"""The same text is translated alike on all pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalogs, Shared
from checks.values.wording import excerpt
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Wording


class InconsistentTranslation(Rule[Catalogs, Shared]):
    """A heading that is called one thing in the menu and another on its page makes people look twice.

    Choose one of the translations for all places. Where the text means different things, the source
    can tell them apart with a context, or the flag no-inconsistent-translation and a comment say why.
    """

    id = "inconsistent-translation"
    title = msg("The same text is translated alike everywhere")
    severity = Severity.ADVISORY
    fault = Fault.WORDS
    quality = Quality.INCONSISTENCY

    def applicability(self, catalogs: Catalogs) -> Iterator[Shared]:
        """Yield every translation of a text that more than one entry has, beside the commonest of them."""
        by_text: defaultdict[tuple[str | None, str], list[Wording]] = defaultdict(list)
        for wording in catalogs.wordings():
            if not wording.is_plural:
                by_text[wording.context, wording.msgid].append(wording)
        for same in by_text.values():
            if len(same) > 1:
                commonest = Counter(each.msgstr for each in same).most_common(1)[0][0]
                model = next(each for each in same if each.msgstr == commonest)
                yield from (Shared(each, model) for each in same)

    def expectation(self, target: Shared) -> Verdict:
        """Require the same words, in whatever letter case."""
        one, other = target.wording.msgstr, target.other.msgstr
        if one == other or one.casefold().split() == other.casefold().split():
            return PASSED
        return Failed(
            msg(
                '{place} translates the same text "{other}". Choose one of the two.',
                place=target.other.where,
                other=excerpt(target.other.msgstr),
            )
        )
