"""Instructions name what they are about by more than its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility._perceived import holders, perceived
from checks.accessibility.text._looks import Looks, looks_in, signals_in
from checks.accessibility.text._passages import language
from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.rendering import visible_text
from checks.dom.styles import style
from checks.dom.tree import Run, once
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom, Node


class Instruction(NamedTuple):
    """A phrase in the block ``element`` that tells what to press by its looks."""

    element: Node
    looks: Looks

    def names(self, thing: Node) -> bool:
        """Return whether the text has the name of ``thing`` as it is written there."""
        name = accessible_name(thing)
        return len(name) > 1 and name in _text(self.element)


class VisualReference(Rule[Page, Instruction]):
    """Who does not see a page does not find "the green button", nor "the link to the right".

    Say what the thing is called, too: "Press the green button Send".
    """

    id = "visual-reference"
    title = msg("Instructions name what they are about, not only its looks or its place")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.3")
    act = ("9bd38c",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Instruction]:
        """Yield the instructions in Swedish, English and German that have words on looks in them."""
        for block in _asking(page.dom):
            yield from (Instruction(block, looks) for looks in looks_in(_text(block), language(block)))

    def expectation(self, instruction: Instruction) -> Verdict:
        """Require a name, or other words, that say which thing is meant, where the page has such things."""
        phrase = " ".join(instruction.looks.phrase.split())
        if _is_all_that_is_said(instruction):
            return Failed(
                msg(
                    '"{phrase}" tells what is meant by its looks alone. Say what it is called, too.',
                    phrase=phrase,
                )
            )
        return CannotTell(
            msg(
                '"{phrase}": does the page tell those who do not see it, too, what is meant?',
                phrase=phrase,
            )
        )


@once
def _asking(dom: Dom) -> list[Node]:
    """Return the blocks of text that may tell what to press or where to look, in document order."""
    found: dict[Node, None] = {}
    signals = signals_in(dom.text)  # of most pages none or one
    for node in holders(dom) if signals else ():
        for run in perceived(node):
            text = run.data.lower()
            if any(signal in text for signal in signals) and signals_in(text):
                found[_block(node)] = None
    return list(found)


def _block(node: Node) -> Node:
    """Return what a text in ``node`` is a line of."""
    while node.parent is not None and style(node)["display"].startswith("inline"):
        node = node.parent
    return node


@once
def _text(block: Node) -> str:
    """Return the text of a block without that of the blocks in it."""
    parts: list[str] = []
    waiting = block.children[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, Run):
            parts.append(child.data if perceived(child.parent) else " ")
        elif style(child)["display"].startswith("inline"):
            waiting.extend(reversed(child.children))
        else:
            parts.append(" ")
    return " ".join("".join(parts).split())


def _is_all_that_is_said(instruction: Instruction) -> bool:
    """Return whether there are such things, and neither another text nor a name tells which is meant."""
    looks, dom = instruction.looks, instruction.element.dom
    others = (node for node in holders(dom) if _block(node) is not instruction.element)
    if not looks.is_bare or any(looks.is_meant_by(run.data) for node in others for run in perceived(node)):
        return False
    things = list(exposed(dom, *looks.roles))
    return bool(things) and not any(
        looks.is_said_by(_said(thing)) or instruction.names(thing) for thing in things
    )


def _said(thing: Node) -> str:
    return f"{accessible_name(thing)} {visible_text(thing)}"
