"""A page is no harder to read than its site wants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.text._passages import language
from checks.accessibility.text._readability import INDEXES, parse
from checks.dom.exposure import exposed, is_exposed
from checks.dom.tree import Node, nearest
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Dom

_FEWEST: Final = 100  # words: an index of less says little
_PARAGRAPHS: Final = ("p", "li", "dd")
_AROUND: Final = frozenset({"nav", "header", "footer"})


class Reading(NamedTuple):
    """The main content of a page with its index, and the limit that it has to keep."""

    element: Node
    language: str
    value: float
    limit: float


class ReadingIndex(Rule[Page, Reading]):
    """Long sentences of long words shut out who reads slowly, learns the language, or is tired.

    Make two sentences of a long one, and use the words that people use. A site sets its own limit in
    site.toml, below the language: reading_index = 45. Without one it is LIX 50 for Swedish, and 30
    for the reading ease of English and German, behind which texts count as very difficult.
    """

    id = "reading-index"
    title = msg("Pages are no harder to read than the site wants")
    severity = Severity.ADVISORY
    requirements = wcag("3.1.5")
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Reading]:
        """Yield the main content of a page that has enough of it, in a language with an index."""
        main = next(exposed(page.dom, "main"), page.dom.root)
        tag = language(main) if main is not None else ""
        if main is not None and tag in INDEXES:
            text = parse(list(_paragraphs(page.dom, main, tag)))
            if len(text.words) >= _FEWEST:
                index = INDEXES[tag]
                yield Reading(main, tag, index.compute(text), page.reading_limits.get(tag, index.limit))

    def expectation(self, reading: Reading) -> Verdict:
        """Require that the limit is kept."""
        index = INDEXES[reading.language]
        if index.is_kept(reading.value, reading.limit):
            return PASSED
        return Failed(
            msg(
                "This page is hard to read: its {index} is {value}, and the limit {limit}. "
                "Shorten its sentences, and use plain words.",
                index=index.name,
                value=round(reading.value),
                limit=round(reading.limit),
            )
        )


def _paragraphs(dom: Dom, main: Node, tag: str) -> Iterator[str]:
    """Yield the text of the paragraphs in ``main`` that are in its language."""
    paragraphs = dom.all(*_PARAGRAPHS)
    nearest_paragraph, around = nearest(dom, paragraphs), nearest(dom, dom.all(*_AROUND))
    links = nearest(dom, dom.all("a"))
    holders = {nearest_paragraph[node.parent.order] for node in paragraphs if node.parent is not None}
    for node in paragraphs:
        if main.order < node.order < main.end and language(node) == tag and is_exposed(node):
            holds_others = node.tag != "p" and node in holders
            if not (holds_others or around[node.order] or _is_all_links(node, links)):
                yield node.text


def _is_all_links(node: Node, links: Sequence[Node | None]) -> bool:
    """Return whether no word of ``node`` stands outside of links: it is an entry of a menu, no sentence."""
    return all(links[one.order] for one in (node, *node.descendants) if one.texts)
