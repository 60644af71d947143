"""What the rules that ask for links to numbers and mailboxes share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import in_text
from checks.subjects.contacts import Mention, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node
    from checks.subjects import Page
    from checks.subjects.contacts import Kind


class Shown(NamedTuple):
    """A number or a mailbox in the text, and whether a link on the page leads there."""

    mention: Mention
    is_linked: bool

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.mention.node


def shown(page: Page, kind: Kind) -> Iterator[Shown]:
    """Yield what of this kind people read; what stands in a link of whatever sort is linked."""
    linked = {mention.said.key for mention in page.contacts.of(kind, sources=[Source.LINK])}
    for mention in in_text(page, kind):
        yield Shown(mention, mention.said.key in linked or _in_link(mention.node))


def _in_link(node: Node) -> bool:
    return any(one.tag == "a" and one.has("href") for one in node.with_ancestors)
