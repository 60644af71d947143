"""Every block of text is in the language that it is marked with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.detection import may_be_foreign, recognise
from checks.dom.rendering import is_rendered
from checks.dom.tree import Node, once
from checks.editions._texts import blocks
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom

_LEAST: Final = 6  # words: fewer may be a name, and are never told apart for sure
_SHORTEST: Final = 25  # characters that so many words have at least
_MOST: Final = 0.75  # of the text under one lang: with more of it foreign, the lang is wrong, not the blocks


class Block(NamedTuple):
    """The text of a block in the language that it inherits from ``holder``.

    ``found`` is another language, which it certainly is in.
    """

    element: Node
    holder: Node
    text: str
    found: str | None

    @property
    def language(self) -> str:
        """Return the language that it is marked with."""
        return self.holder.get("lang")

    @property
    def is_foreign(self) -> bool:
        """Return whether it is in another language for sure."""
        return self.found is not None


class BlockLanguage(Rule[Page, Block]):
    """A paragraph in another language than its page is read with the wrong sounds, and not understood.

    Translate it. Where it stays as it is, a quotation or the title of a document, mark it: lang="en".
    """

    id = "block-language"
    title = msg("Paragraphs are in the language that they are marked with")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.2")
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Block]:
        """Yield the blocks of some words; none under a lang that does not fit most of its text."""
        found = _blocks(page.dom) if page.html is not None else ()
        letters: defaultdict[Node, int] = defaultdict(int)
        for block in found if any(block.is_foreign for block in found) else ():
            letters[block.holder] += len(block.text) if block.is_foreign else 0
            letters[block.holder] -= int(_MOST * len(block.text))
        return (block for block in found if letters[block.holder] <= 0)

    def expectation(self, block: Block) -> Verdict:
        """Require that it may well be in that language."""
        if not block.is_foreign or not is_rendered(block.element):
            return PASSED
        return Failed(
            msg(
                'This text is in "{found}", but marked as "{language}". Translate it, or mark it with '
                'lang="{found}".',
                found=block.found or "",
                language=block.language,
            )
        )


@once
def _blocks(dom: Dom) -> tuple[Block, ...]:
    """Return the blocks of a page that have enough words to tell."""
    found = []
    for around in blocks(dom):
        text = " ".join(around.texts)
        words = text.lower().split() if len(text) >= _SHORTEST and not around.is_kept else ()
        if len(words) >= _LEAST:
            language = around.holder.get("lang")
            told = recognise(text, language) if may_be_foreign(words, language) else None
            found.append(Block(around.block, around.holder, text, None if told == language else told))
    return tuple(found)
