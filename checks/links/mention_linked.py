"""Where the text sends readers to a heading of the page, a link takes them there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_SENDS: Final = re.compile(
    r"\b(?:under|avsnittet|rubriken|section|heading|unter|siehe|Abschnitt|Überschrift)\s+[\"'“”„‘’«»]?(?=[^\W\d_])"
)
_TWO_WORDS: Final = re.compile(r"\w\W+\w")  # one word alone is said without the heading being meant


@dataclass(frozen=True, slots=True)
class Mention:
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
        headings = _headings(page.dom)
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


@once
def _headings(dom: Dom) -> tuple[str, ...]:
    """Return the headings of two words and more, the longest first: it is the one that is meant."""
    texts = {" ".join(node.text.split()) for node in dom.all(*_HEADINGS)}
    return tuple(sorted(filter(_TWO_WORDS.search, texts), key=lambda text: (-len(text), text)))


def _is_linked(node: Node, heading: str) -> bool:
    links = (one for one in node.descendants if one.tag == "a" and one.has("href"))
    return any(heading in " ".join(link.text.split()) for link in links)
