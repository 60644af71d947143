"""Where the text sends readers to a heading of the page, a link takes them there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_HEADINGS: Final = "h1, h2, h3, h4, h5, h6"
_MOST: Final = 500  # headings of a page that are looked for in its text
_LONGEST: Final = 200  # characters of a heading that somebody writes out
_WORDS: Final = "under avsnittet rubriken section heading unter siehe Abschnitt Überschrift".split()
_SENDS: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\s+[\"'“”„‘’«»]?(?=[^\W\d_])")
_TWO_WORDS: Final = re.compile(r"\w\W+\w")  # one word alone is said without the heading being meant


class Mention(NamedTuple):
    """A heading that the text in ``element`` sends readers to, and whether a link takes them there."""

    element: Node
    heading: str
    is_linked: bool


class MentionLinked(Rule[Page, Mention]):
    """Who cannot skim a page has to read all of it to get where "You find us under Contact us" sends them.

    Make the words a link to the heading: give the heading an id and link to # and the id.
    """

    id = "mention-linked"
    title = msg("Headings that the text sends readers to are linked")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Mention]:
        """Yield the headings of two words and more that a text names after "under", "section" or "see"."""
        headings = _mentioned(page)
        for node in page.dom.all("p", "li", "dd", "td") if headings else ():
            text = " ".join(node.text.split())
            for sends in _SENDS.finditer(text):
                heading = next((one for one in headings if text.startswith(one, sends.end())), None)
                if heading is not None:
                    yield Mention(node, heading, _is_linked(node, heading))

    def expectation(self, mention: Mention) -> Verdict:
        """Require a link with these words."""
        if mention.is_linked:
            return PASSED
        return Failed(
            msg('"{heading}" is a heading on this page. Make it a link to there.', heading=mention.heading)
        )


def _mentioned(page: Page) -> list[str]:
    """Return the headings of two words and more that the text of the page names, without its flat tree.

    The longest come first: it is the one that is meant.
    """
    texts = {" ".join(element.text.split()) for element in page.all(_HEADINGS)[:_MOST]}
    headings = tuple(text for text in texts if len(text) <= _LONGEST and _TWO_WORDS.search(text))
    if not headings:
        return []
    written = page.tree.document.text
    said = (" ".join(written[end : end + 2 * _LONGEST].split()) for end in _sends(written))
    found = {heading for text in said if text.startswith(headings) for heading in headings}
    return sorted(found, key=lambda text: (-len(text), text))


def _sends(text: str) -> Iterator[int]:
    """Yield where ``text`` goes on behind each word that sends readers somewhere."""
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            sends = _SENDS.match(text, at)
            if sends is not None:
                yield sends.end()
            at = text.find(word, at + 1)


def _is_linked(node: Node, heading: str) -> bool:
    links = (one for one in node.descendants if one.tag == "a" and one.has("href"))
    return any(heading in " ".join(link.text.split()) for link in links)
