"""It can be seen which element has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.keyboard._scripts import Sign, all_signs
from checks.dom.focus import tab_stops
from checks.dom.rendering import is_visible
from checks.dom.styles import Style, in_state, is_complete, spreads, style
from checks.dom.styles.properties import PROPERTIES
from checks.dom.tree import Node, once
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Message

_FOCUS: Final = ("focus", "focus-visible", "focus-within")
_UNSEEN: Final = frozenset({"cursor", "pointer-events", "user-select", "will-change"})
_SHOW_IT_INSIDE: Final = frozenset({"audio", "iframe", "object", "textarea", "video"})  # a caret, or parts
_BUTTONS: Final = frozenset("button checkbox color file image radio range reset submit".split())


class Stop(NamedTuple):
    """What Tab reaches, and whether its focus is seen; those of which nobody can tell are one, ``number``."""

    element: Node
    is_seen: bool | None
    number: int = 1


class FocusVisible(Rule[Page, Stop]):
    """Who uses the keyboard must see where they are; without a mark, they press keys blindly.

    Do not take away the browser's outline, or draw a mark of your own that is as plain: outline: 3px solid.
    """

    id = "focus-visible"
    title = msg("It can be seen what has the focus")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.7")
    act = ("oj04fd",)

    def applicability(self, page: Page) -> Iterator[Stop]:
        """Yield what Tab reaches; all that a person must look at as one."""
        doubtful: list[Node] = []
        for node in tab_stops(page.dom) if page.is_html else ():
            is_seen = _is_seen(node)
            if is_seen is None:
                doubtful.append(node)
            else:
                yield Stop(node, is_seen)
        if doubtful:
            yield Stop(doubtful[0], None, len(doubtful))

    def expectation(self, stop: Stop) -> Verdict:
        """Require that something of it, or around it, looks different while it has the focus."""
        if stop.is_seen:
            return PASSED
        if stop.is_seen is None:
            return CannotTell(_question(stop))
        return Failed(
            msg(
                "Nothing shows that the element {tag} has the focus. "
                "Remove outline: none from its styles, or draw an outline of your own.",
                tag=stop.element.tag,
            )
        )


def _question(stop: Stop) -> Message:
    if stop.number == 1:
        return msg(
            "The element {tag} has no outline when it has the focus. See what else shows it.",
            tag=stop.element.tag,
        )
    return msg(
        "{number} elements have no outline when they have the focus, the first is {tag}. "
        "See what else shows it.",
        number=stop.number,
        tag=stop.element.tag,
    )


def _is_seen(node: Node) -> bool | None:
    """Return whether the focus of ``node`` is seen; None where something else may show it."""
    if _shows_it_inside(node) or (_has_outline(node) and is_visible(node)):
        return True
    if _changes(style(node), in_state(node, "focus")) or _changes_around(node):
        return True
    return False if _is_certain(node) else None


def _shows_it_inside(node: Node) -> bool:
    """Return whether it shows the focus in its content, whatever its box looks like."""
    if node.tag == "input":
        return node.get("type").strip().lower() not in _BUTTONS and _has_caret(node)
    return node.tag in _SHOW_IT_INSIDE or (node.has("contenteditable") and _has_caret(node))


def _has_caret(node: Node) -> bool:
    return style(node)["caret-color"] != "transparent"


def _has_outline(node: Node) -> bool:
    """Return whether it gets an outline: the browser's, where no style sheet says otherwise."""
    focused = in_state(node, "focus")
    return focused.declared("outline-style") is None or _outlines(style(node), focused)


def _outlines(rest: Style, focused: Style) -> bool:
    """Return whether the focus brings an outline, or changes it."""
    return _draws(focused) and (not _draws(rest) or _differs(rest, focused, is_outline=True))


@once
def _draws(found: Style) -> bool:
    colour = found.colour("outline-color")
    is_seen = colour is None or colour.alpha > 0
    return found["outline-style"] not in {"none", "hidden"} and found.length("outline-width") != 0 and is_seen


def _changes(rest: Style, focused: Style) -> bool:
    return _differs(rest, focused, is_outline=False)


def _differs(rest: Style, focused: Style, *, is_outline: bool) -> bool:
    """Return whether the outline, or all but that, is another; styles are shared, and so are the answers."""
    known: dict[tuple[Style, bool], bool] = focused.memory.setdefault(_differs, {})
    key = rest, is_outline
    if key not in known:
        known[key] = _looks_other(rest, focused, is_outline=is_outline)
    return known[key]


def _looks_other(rest: Style, focused: Style, *, is_outline: bool) -> bool:
    names = focused.declared_otherwise(rest)
    if any(name.startswith("--") for name in names):  # what uses these variables is not known
        names = names.union(PROPERTIES)
    seen = (name for name in names - _UNSEEN if name.startswith("outline") == is_outline)
    return any(rest[name] != focused[name] for name in seen)


def _changes_around(node: Node) -> bool:
    """Return whether an element around it looks different with the focus in it."""
    return any(map(_changes_with_focus_within, node.ancestors))


@once
def _changes_with_focus_within(node: Node) -> bool:
    rest, focused = style(node), in_state(node, "focus-within")
    return _changes(rest, focused) or _outlines(rest, focused)


def _is_certain(node: Node) -> bool:
    """Return whether nothing else can show it: other elements, generated boxes, scripts, a sheet not read."""
    if not is_visible(node) or not is_complete(node.dom) or spreads(node.dom, *_FOCUS):
        return False
    return Sign.HEARS_FOCUS not in all_signs(node.dom)
