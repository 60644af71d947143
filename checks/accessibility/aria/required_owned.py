"""A whole holds nothing but its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.aria._states import listed
from checks.dom.aria import ROLES
from checks.dom.exposure import exposed, owned
from checks.dom.roles import role
from checks.dom.tree import Node, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLES: Final = tuple(name for name, entry in ROLES.items() if entry.owned)


class RequiredOwned(Rule[Page, Node]):
    """A list with something else in it is counted and announced wrongly, or not as a list at all.

    Put everything in a list into items, and everything in a table into rows and cells. What is no part stands
    before or behind the whole.
    """

    id = "required-owned"
    title = msg("A whole holds nothing but its parts")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    act = ("bc4a75",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the exposed elements whose role is a whole of others, and that are not just being filled."""
        wholes = exposed(page.dom, *_WHOLES)
        return (node for node in wholes if not _is_busy(node)) if page.dom.having("aria-busy") else wholes

    def expectation(self, whole: Node) -> Verdict:
        """Require that its children in the accessibility tree are parts of it."""
        stray = next(_strays(whole), None)
        if stray is None:
            return PASSED
        name = role(whole) or ""
        return Failed(
            msg(
                "In the {role} stands something else: {tag}. There may only be: {parts}.",
                role=name,
                tag=stray.tag,
                parts=listed(ROLES[name].owned),
            )
        )


def _strays(whole: Node) -> Iterator[Node]:
    """Yield what the whole owns and should not; a group that it may have holds the same as itself."""
    parts = ROLES[role(whole) or ""].owned
    waiting = [whole]
    while waiting:
        for child in owned(waiting.pop()):
            kind = role(child)
            if kind not in parts:
                yield child
            elif kind == "group":
                waiting.append(child)


@once
def _is_busy(node: Node) -> bool:
    if node.get("aria-busy").strip().lower() == "true":
        return True
    return node.parent is not None and _is_busy(node.parent)
