"""Space is made by style sheets, not by paragraphs without words, line breaks or typed spaces."""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.exposure import is_exposed
from checks.dom.styles import style
from checks.dom.tree import Node, Run
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMPTY: Final = msg("This paragraph is empty. Remove it, and make space with the style sheet.")
_BREAKS: Final = msg("Line breaks follow one another here. Make paragraphs, and space with the style sheet.")
_SPACES: Final = msg("Spaces are typed in a row here. Remove them, and make space with the style sheet.")
_TYPED: Final = re.compile("\u00a0(?: ?\u00a0){2}")
_FREE: Final = frozenset({"normal", "nowrap", "pre-line"})  # elsewhere spaces are kept, as in program code


class Space(NamedTuple):
    """Where a page makes space; ``fault`` says what is wrong with it."""

    element: Node
    fault: Message | None


class EmptyParagraph(Rule[Page, Space]):
    """Some screen readers stop at an empty paragraph, or at each line break, and say "blank".

    Remove it. Set space between paragraphs in the style sheet, with margin, and between words with padding.
    """

    id = "empty-paragraph"
    title = msg("No space is made by empty paragraphs, line breaks or typed spaces")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Space]:
        """Yield the paragraphs that assistive technology meets, and what is spaced by breaks or spaces."""
        for node in page.dom.all("p"):
            if is_exposed(node):
                yield Space(node, _EMPTY if _is_empty_paragraph(node) else None)
        parents = dict.fromkeys(line.parent for line in page.dom.all("br") if line.parent is not None)
        for node in parents:
            if is_exposed(node) and not _is_empty_paragraph(node):
                yield from (Space(first, _BREAKS) for first in islice(_rows(node), 1))
        for node in page.dom.written if _TYPED.search(page.dom.text) else ():
            if any(_TYPED.search(run.data) for run in node.texts) and _is_in_prose(node):
                yield Space(node, _SPACES)

    def expectation(self, space: Space) -> Verdict:
        """Require words in paragraphs, and neither breaks nor spaces in rows."""
        return PASSED if space.fault is None else Failed(space.fault)


def _is_empty_paragraph(node: Node) -> bool:
    return node.tag == "p" and not node.texts and all(map(_is_blank, node.children))


def _is_blank(child: Node | Run) -> bool:
    return not child.data.strip() if isinstance(child, Run) else child.tag == "br"


def _rows(node: Node) -> Iterator[Node]:
    """Yield the first of line breaks between which nothing stands."""
    for is_blank, children in groupby(node.children, _is_blank):
        breaks = [child for child in children if isinstance(child, Node)]
        if is_blank and len(breaks) > 1:
            yield breaks[0]


def _is_in_prose(node: Node) -> bool:
    """Return whether spaces in ``node`` are met, and none but typed ones are kept."""
    return is_exposed(node) and not _is_empty_paragraph(node) and style(node)["white-space"] in _FREE
