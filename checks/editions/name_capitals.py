"""The name that an abbreviation stands for has its capitals in one way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.rendering import is_rendered
from checks.editions._texts import blocks, whole_text
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORT: Final = re.compile(r"\(([A-ZÅÄÖ]{3,8})\)")
_AROUND: Final = frozenset({"html", "body", "main", "section"})  # other blocks have their texts
_BEFORE: Final = 160  # characters in which the name stands, before its abbreviation
_BETWEEN: Final = frozenset("för och i av på till of the for and in on to und für der des die das im".split())
_SEVERAL: Final = 3  # capitals that say that every word of the name has one


class Named(NamedTuple):
    """A name of several ``words`` in the block ``element``, each of which gives its abbreviation a letter."""

    element: Node
    name: str
    words: tuple[str, ...]


class NameCapitals(Rule[Page, Named]):
    """A name with capitals in one part and none in another looks like a slip, and is found less easily.

    Write the name as those who bear it do: in Swedish mostly with a capital in the first word alone.
    """

    id = "name-capitals"
    title = msg("Names have their capitals in one way")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Named]:
        """Yield the names before an abbreviation in brackets that is made of their first letters."""
        for around in blocks(page.dom) if _SHORT.search(whole_text(page)) else ():
            block = around.block
            if block.tag in _AROUND or not any(map(_SHORT.search, around.texts)):
                continue
            text = " ".join(block.text.split())
            for short in _SHORT.finditer(text):
                named = _named(block, text, short)
                if named is not None and is_rendered(block):
                    yield named

    def expectation(self, named: Named) -> Verdict:
        """Require that all words have a capital where most have."""
        small = [word for word in named.words if word[0].islower()]
        if not small or len(named.words) - len(small) < _SEVERAL:
            return PASSED
        return Failed(
            msg(
                'The name "{name}" has a capital in most words, and none in "{word}". Write it in one way.',
                name=named.name,
                word=small[0],
            )
        )


def _named(block: Node, text: str, short: re.Match[str]) -> Named | None:
    """Return the words before an abbreviation that begin with its letters, but for small ones between."""
    start = max(0, short.start() - _BEFORE)
    found = list(_WORD.finditer(text, start, short.start()))
    telling = [word for word in found if word[0].lower() not in _BETWEEN]
    words = telling[-len(short[1]) :]
    if "".join(word[0][0] for word in words).upper() != short[1]:
        return None
    return Named(block, text[words[0].start() : short.start()].strip(), tuple(word[0] for word in words))
