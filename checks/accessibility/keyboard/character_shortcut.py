"""No letter alone is a shortcut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility._behaviour import code_of, followed, unasked
from checks.accessibility.keyboard._scripts import Script, Sign, scripts
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom

# if (event.key === "s") …, in a handler that does not ask for anything else.
_CHARACTER: Final = re.compile(r"""\s*if\s*\(\s*(?:event\.)?key\s*={2,3}\s*(["'])(?P<key>.)\1\s*\)[^?]*""")
# A literal that may be such a key, a space that a key is compared with, and ways to ask for keys by number.
_MAY_BE_ONE: Final = re.compile(
    r"""(["'`])[^\s\\]\1|(?:={2,3}|\bcase)\s*(["'`]) \2|\b(?:keyCode|which|charCode)\b|\.code\b"""
)
_COMPARED: Final = re.compile(r"\.key\b(?P<rest>\s*[!=]==?)?")
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
        """Yield the first script that may listen for characters; who looks into it looks into the others."""
        hearing = [script for script in scripts(page.dom) if Sign.HEARS_KEYS in script.signs]
        if hearing and not _hear_only_names(page.dom, hearing):
            yield hearing[0]

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


def _hear_only_names(dom: Dom, hearing: list[Script]) -> bool:
    """Return whether scripts compare keys with names alone, such as Escape, and no character comes up."""
    texts = [script.text or code_of(script.element).text for script in hearing]
    if not all(map(_compares_only, (followed(dom, text) for text in texts))):
        return False
    names = [name for name in dom.attributes if name.startswith("on")]
    handlers = (node.get(name) for name in names for node in dom.having(name))
    return not any(_MAY_BE_ONE.search(text) for text in (unasked(dom), *texts, *handlers))


def _compares_only(code: str) -> bool:
    """Return whether code asks for the key of an event, and does nothing with it but compare."""
    found = [match["rest"] for match in _COMPARED.finditer(code)]
    return bool(found) and None not in found
