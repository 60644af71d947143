"""No text stands twice in a row."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.rendering import is_rendered
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
_FEW: Final = re.compile(r"\w\W+\w+\W+\w")  # three words, which are not there twice by chance
_LONGEST: Final = 8  # words of what is left of a link, or of a heading
_ENDS: Final = (".", "!", "?", ":", "…", ")", "”", "“", '"', "»")
_WORD: Final = re.compile(r"\w+")


class Follower(NamedTuple):
    """A block of text, ``element``, the words of the block ``before`` it and what comes ``after`` it."""

    element: Node
    before: Node
    after: Node | None


class RepeatedText(Rule[Page, Follower]):
    """Words that stand twice in a row look like a slip, and who listens to the page hears all of it twice.

    Remove one of the two. Where a link or a heading was meant, make it one.
    """

    id = "repeated-text"
    title = msg("No text stands twice in a row")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Follower]:
        """Yield the blocks of some words, and no more than words, that stand right behind another."""
        parents = dict.fromkeys(node.parent for node in page.dom.all(*_BLOCKS) if node.parent is not None)
        for parent in parents:
            children = [child for child in parent.children if isinstance(child, Node)]
            for (before, node), after in zip(pairwise(children), [*children[2:], None], strict=False):
                if _is_text(before) and _is_text(node) and _FEW.search(node.text):
                    yield Follower(node, before, after)

    def expectation(self, follower: Follower) -> Verdict:
        """Require other words than those of the block before, and no loose piece of its beginning."""
        text, before = (" ".join(node.text.split()) for node in (follower.element, follower.before))
        is_twice = text == before and follower.element.tag == follower.before.tag
        if not (is_twice or _is_left_over(follower, text, before)) or not is_rendered(follower.element):
            return PASSED
        return Failed(
            msg('"{text}" stands here again. Remove it, or make it a link or a heading.', text=text)
        )


def _is_text(node: Node) -> bool:
    """Return whether ``node`` is a block with words only: no picture, field, link or other element in it."""
    return node.tag in _BLOCKS and bool(node.texts) and node.end == node.order + 1


def _is_left_over(follower: Follower, text: str, before: str) -> bool:
    """Return whether a paragraph is but the first words of the one before, and heads nothing itself."""
    heads = follower.after is not None and follower.after.tag not in _BLOCKS[1:7]
    is_paragraph = follower.element.tag == follower.before.tag == "p"
    if heads or not is_paragraph or not before.startswith(f"{text} "):
        return False
    return len(_WORD.findall(text)) <= _LONGEST and not text.endswith(_ENDS)
