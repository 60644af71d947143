"""Links with the same name lead to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._alike import Alike, alike, with_frames
from checks.accessibility.names._links import named_links
from checks.accessibility.names._sameness import Sameness
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LinkSameName(Rule[Page, Alike]):
    """In a list of links, two "Contact" that lead to different pages cannot be told apart.

    Say in each link what is special about it: "Contact the school", "Contact the library".
    """

    id = "link-same-name"
    title = msg("Links with the same name lead to the same")
    severity = Severity.ADVISORY
    requirements = wcag("2.4.9")
    act = ("b20e66",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Alike]:
        """Yield the links that have a name in common, in the page and its frames."""
        return alike(link for dom in with_frames(page.dom) for link in named_links(dom))

    def expectation(self, links: Alike) -> Verdict:
        """Require the same file, the same content, or a page that sends on to it."""
        facts: dict[str, str | int] = {"name": links.name, "number": len(links.nodes)}
        match links.sameness:
            case Sameness.SAME:
                return PASSED
            case Sameness.DIFFERENT:
                return Failed(
                    msg(
                        '"{name}" is the name of {number} links that lead to different pages. '
                        "Name them apart.",
                        **facts,
                    )
                )
            case _:
                return CannotTell(
                    msg('"{name}" is the name of {number} links. Do they lead to the same content?', **facts)
                )
