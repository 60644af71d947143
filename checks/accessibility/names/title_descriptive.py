"""The title says what the page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.values.vague import has_letters, is_file_name, is_numbered, plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class TitleDescriptive(Rule[Page, Node]):
    """The title is what screen readers say first of a page, and what search engines and tabs show of it.

    Say what this page is about first, and whose site it is on behind it.
    """

    id = "title-descriptive"
    title = msg("The title says what the page is about")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")
    act = ("c4a8a4",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the first title with words, of a web page."""
        if page.html is None:
            return
        title = next((node for node in page.dom.all("title") if node.is_html), None)
        if title is not None and title.text.strip():
            yield title

    def expectation(self, title: Node) -> Verdict:
        """Require more than a template's placeholder or the name of a file; a main heading says enough.

        Whether that heading says what the page is about is asked once, with the other headings.
        """
        text = " ".join(title.text.split())
        if is_numbered(text, "title") or is_file_name(text) or not has_letters(text):
            return Failed(
                msg(
                    'The title "{text}" does not say what the page is about. Say it in a few words.',
                    text=text,
                )
            )
        if _says_a_main_heading(title, plain(text)):
            return PASSED
        return CannotTell(msg('Does the title "{text}" say what this page is about?', text=text))


def _says_a_main_heading(title: Node, text: str) -> bool:
    """Return whether ``text`` begins with all that a heading of the first level says."""
    said = (plain(accessible_name(node)) for node in exposed(title.dom, "heading") if node.tag == "h1")
    return any(f"{text} ".startswith(f"{words} ") for words in said if words)
