"""Text and what is behind it, for the two rules of contrast (WCAG 1.4.3 and 1.4.6)."""

from __future__ import annotations

import math
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility._behaviour import hides_shadows
from checks.dom.aria import inherits
from checks.dom.focus import is_disabled
from checks.dom.names import accessible_name, labels
from checks.dom.rendering import shows_text
from checks.dom.roles import role
from checks.dom.styles import Style, is_complete, style
from checks.dom.styles.backdrop import Appearance, appearances, is_surely_behind, looks
from checks.dom.tree import Dom, Node, in_order, once
from checks.model import PASSED, CannotTell, Failed, Verdict
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LARGE: Final = 24.0  # pixels: 18 points
LARGE_BOLD: Final = 14 * 4 / 3
BOLD: Final = 700
_SHOWN: Final = 6  # kinds of elements that are named
_contrast: Final = attrgetter("contrast")


class Writing(NamedTuple):
    """Text directly in one element."""

    element: Node

    @property
    def text(self) -> str:
        """Return the run of it that says most."""
        texts = [" ".join(run.data.split()) for run in self.element.texts]
        return max(texts, key=lambda text: sum(map(str.isalnum, text)))

    @property
    def looks(self) -> tuple[Appearance, ...]:
        """Return how it can look; nothing where that is not known."""
        return appearances(self.element) or ()

    @property
    def best(self) -> Appearance:
        """Return how it looks where its contrast is highest."""
        return max(self.looks, key=_contrast)

    @property
    def colours(self) -> tuple[str, str]:
        """Return the colours of the text and of what is behind it there: ``#rrggbb``."""
        return self.best.text.hexadecimal, self.best.behind.hexadecimal

    @property
    def is_language(self) -> bool:
        """Return whether it says something in letters or digits; else it is decoration."""
        return any(character.isalnum() for character in self.text)

    @property
    def is_symbol(self) -> bool:
        """Return whether it may be a letter that stands for a picture, as X does for closing."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def is_sure(self) -> bool:
        """Return whether the colours are certainly these, and nothing else makes the text readable."""
        return (
            is_complete(self.element.dom)
            and style(self.element)["text-shadow"] == "none"
            and is_surely_behind(self.element)
        )


class Pale(NamedTuple):
    """Texts in the same two colours that certainly have not the contrast they need, ``needed``.

    There are ``number`` of them in elements called ``tags``; ``element`` has the first.
    """

    element: Node
    needed: float
    number: int
    tags: tuple[str, ...]


class Doubtful(NamedTuple):
    """The texts of a page that may be too pale: ``number`` of them, ``text`` in ``element`` the first."""

    element: Node
    text: str
    number: int


class Strength(NamedTuple):
    """How well the text of a style can be read: the contrast that it has in any case, and its size."""

    least: float
    is_large: bool


class Need(NamedTuple):
    """The contrast that large text and other text need."""

    large: float
    other: float

    def of(self, writing: Writing) -> float:
        """Return the contrast that ``writing`` needs."""
        return self.large if _is_large(style(writing.element)) else self.other

    def is_met_by(self, strength: Strength) -> bool:
        """Return whether all text of this strength has it, wherever it stands."""
        return strength.least >= (self.large if strength.is_large else self.other)

    def is_met(self, writing: Writing) -> bool | None:
        """Return whether ``writing`` has it where it stands: at its best (ACT: highest possible contrast).

        None in doubt.
        """
        if not writing.is_language:
            return True
        if not writing.looks:
            return None
        certain = writing.best.contrast < self.of(writing) and not writing.is_symbol and writing.is_sure
        return False if certain else None


class Unseen(NamedTuple):
    """Text that a script writes: ``element`` is the root of its page."""

    element: Node


Target = Writing | Pale | Doubtful | Unseen


def judged(dom: Dom, need: Need) -> Iterator[Target]:
    """Yield the texts of a page that meet ``need``; those that do not by their colours; all others as one.

    Colours are chosen in a style sheet, and so mended once for all texts that have them.  Of the texts
    that meet it anywhere, the first of its strength speaks for all.
    """
    doubtful: list[Writing] = []
    pale: dict[tuple[str, str, float], list[Writing]] = {}
    weak: list[Node] = []
    for strength, alike in writings(dom).items():
        if need.is_met_by(strength):
            yield Writing(alike[0])
        else:
            weak += alike
    for writing in map(Writing, in_order(weak)):
        is_met = need.is_met(writing)
        if is_met is None:
            doubtful.append(writing)
        elif is_met:
            yield writing
        else:
            pale.setdefault((*writing.colours, need.of(writing)), []).append(writing)
    for (_, _, needed), same in pale.items():
        tags = tuple(dict.fromkeys(writing.element.tag for writing in same))
        yield Pale(same[0].element, needed, len(same), tags)
    if doubtful:
        yield Doubtful(doubtful[0].element, doubtful[0].text, len(doubtful))
    if dom.root is not None and hides_shadows(dom):
        yield Unseen(dom.root)


@once
def writings(dom: Dom) -> dict[Strength, list[Node]]:
    """Return by its strength what has visible text, but for that of what is disabled.

    Text in the colour behind it is not among them.
    """
    disabled = _of_disabled(dom)
    found: dict[Strength, list[Node]] = {}
    for node in dom.written:
        strength = _strength(style(node)) if node.is_html and shows_text(node) else None
        if strength is not None and node not in disabled:
            found.setdefault(strength, []).append(node)
    return found


@once
def _strength(found: Style) -> Strength | None:
    """Return how strong text of a style is; None where it has the colour of what is behind it."""
    contrasts = [look.contrast for look in looks(found) or ()]
    if contrasts and max(contrasts) <= 1:
        return None
    return Strength(min(contrasts, default=0.0), _is_large(found))


@once
def _is_large(found: Style) -> bool:
    """Return whether text of a style is large scale text (WCAG)."""
    size = found.length("font-size") or 0.0
    return size >= LARGE or (size >= LARGE_BOLD - 0.01 and (found.number("font-weight") or 0) >= BOLD)


@once
def _of_disabled(dom: Dom) -> Collection[Node]:
    """Return what is part of a disabled control or group, or of the name of one."""
    if not dom.having("disabled", "aria-disabled"):
        return ()
    disabled = [node for node in dom.nodes if is_disabled(node) and _is_operable(node)]
    named = filter(accessible_name, disabled)
    naming = (label for node in named for label in (*labels(node), *node.refer("aria-labelledby")))
    found: set[Node] = set()
    for whole in (*disabled, *naming):
        if whole not in found:
            found.update((whole, *whole.descendants))
    return found


def _is_operable(node: Node) -> bool:
    own = role(node)
    return inherits(own, "widget") or inherits(own, "group") or inherits(own, "input")


def judge(target: Target) -> Verdict:
    """Require that the text has the contrast that it needs."""
    if isinstance(target, Pale):
        return _too_pale(target)
    if isinstance(target, Unseen):
        return CannotTell(
            msg("A script writes into shadow roots here. Look whether the text in them can be read.")
        )
    if isinstance(target, Doubtful):
        return CannotTell(
            msg(
                'Texts that may be too pale: {number}, the first is "{text}". A picture, a shadow, what lies '
                "over what, or a sheet that could not be read decides. Look whether they can be read.",
                number=target.number,
                text=target.text,
            )
        )
    return PASSED


def _too_pale(pale: Pale) -> Failed:
    writing = Writing(pale.element)
    colour, behind = writing.colours
    facts: dict[str, str | float] = {
        "text": writing.text,
        "ratio": math.floor(writing.best.contrast * 100) / 100,
        "colour": colour,
        "behind": behind,
        "needed": pale.needed,
    }
    if pale.number == 1:
        return Failed(
            msg(
                'The contrast of "{text}" is {ratio}:1, {colour} on {behind}; it needs {needed}:1. '
                "Choose a darker or a lighter colour.",
                **facts,
            )
        )
    return Failed(
        msg(
            "The contrast of {colour} on {behind} is {ratio}:1; it needs {needed}:1. "
            "Choose a darker or a lighter colour. "
            'So are {number} texts in {tags}, the first is "{text}".',
            number=pale.number,
            tags=", ".join(pale.tags[:_SHOWN]),
            **facts,
        )
    )
