"""No letter alone is a shortcut."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility.keyboard._scripts import Script, Sign, scripts
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

# if (event.key === "s") …, in a handler that does not ask for anything else.
_CHARACTER: Final = re.compile(r"""\s*if\s*\(\s*(?:event\.)?key\s*={2,3}\s*(["'])(?P<key>.)\1\s*\)[^?]*""")
_WHOLE_PAGE: Final = frozenset({"body", "html"})


class CharacterShortcut(Rule[Page, Script]):
    """Who speaks to the computer, or hits keys by accident, sets off shortcuts that are a single letter.

    Let shortcuts need Ctrl, Alt or Meta, count only where they belong, or be turned off.
    """

    id = "character-shortcut"
    title = msg("No letter alone is a shortcut")
    severity = Severity.BLOCKING
    requirements = wcag("2.1.4")
    act = ("ffbc54",)

    def applicability(self, page: Page) -> Iterator[Script]:
        """Yield the first script that listens for keys; who looks into it will look into the others."""
        hearing = (script for script in scripts(page.dom) if Sign.HEARS_KEYS in script.signs)
        yield from islice(hearing, 1)

    def expectation(self, script: Script) -> Verdict:
        """Find the plain case; what others do, and whether they can be turned off, a person must try."""
        found = _CHARACTER.fullmatch(script.text)
        if found is not None and script.element.tag in _WHOLE_PAGE and len(scripts(script.element.dom)) == 1:
            return Failed(
                msg(
                    'The key "{key}" alone is a shortcut. Let it need Ctrl or Alt, or be turned off.',
                    key=found["key"],
                ),
                script.attribute,
            )
        return CannotTell(
            msg(
                "A script listens for keys. "
                "See that no letter alone sets anything off, or that it can be turned off."
            ),
            script.attribute,
        )
