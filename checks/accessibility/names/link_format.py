"""A link to a file that is no page says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from checks.accessibility.names._links import address_of, named_links
from checks.dom.names import accessible_description, accessible_name
from checks.dom.rendering import visible_text
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING: Final = re.compile(r"\.(docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|epub|pdf|zip)$", re.IGNORECASE)
_WORDS: Final = {
    "doc": r"docx?|word",
    "docx": r"docx?|word",
    "ppt": r"pptx?|powerpoint",
    "pptx": r"pptx?|powerpoint",
    "xls": r"xlsx?|excel",
    "xlsx": r"xlsx?|excel",
}


class LinkFormat(Rule[Page, Node]):
    """A file opens in another program, or fills up a telephone; who knows that can decide.

    Say the format in the link, behind its words: "Ansökan om skolskjuts (docx)".
    """

    id = "link-format"
    title = msg("Links to files say their format")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links to files that are no pages; PDF documents of this site have rules of their own."""
        for link in named_links(page.dom):
            ending = _ending(link)
            if ending and (ending != "pdf" or link.dom.surroundings.follow(address_of(link)) is None):
                yield link

    def expectation(self, link: Node) -> Verdict:
        """Require that name, description or visible text name the format."""
        ending = _ending(link)
        said = " ".join((accessible_name(link), accessible_description(link), visible_text(link)))
        if re.search(rf"\b(?:{_WORDS.get(ending, ending)})\b", said, re.IGNORECASE):
            return PASSED
        return Failed(
            msg(
                'The link "{name}" does not say that it leads to a file. Add ({ending}).',
                name=accessible_name(link),
                ending=ending,
            )
        )


def _ending(link: Node) -> str:
    found = _ENDING.search(unquote(re.split(r"[?#]", address_of(link), maxsplit=1)[0]))
    return found[1].lower() if found else ""
