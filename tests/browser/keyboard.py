"""A walk through a page with the keyboard alone: where Tab stops, in which order, and if one sees where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from tests.browser.sight import contrasting, picture

if TYPE_CHECKING:
    from playwright.sync_api import JSHandle, Page

_SCRIPT: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_FOCUSED: Final = """(keyboard) => {
  const element = keyboard.active();
  return [keyboard.name(element), keyboard.surroundings(element), keyboard.outlined(element)];
}"""


def walk(page: Page) -> list[str]:
    """Walk through a page just opened with Tab, and back with Shift+Tab; return what went wrong.

    Tab must stop at every interactive thing once, in the order of the document, and then leave the page;
    Shift+Tab the other way round.
    """
    keyboard = page.evaluate_handle(_SCRIPT)
    names: list[str] = keyboard.evaluate("keyboard => keyboard.names()")
    forwards = _steps(page, keyboard, "Tab", len(names))
    backwards = _steps(page, keyboard, "Shift+Tab", len(names))
    return _complaints("Tab", names, forwards) + _complaints("Shift+Tab", names[::-1], backwards)


def unseen(page: Page) -> list[str]:
    """Walk through a page just opened with Tab; return the names of the things whose focus cannot be seen.

    It is seen where as many pixels change by 3:1 as a line of two pixels around the thing has (WCAG 2.4.13).
    """
    keyboard = page.evaluate_handle(_SCRIPT)
    stops: int = keyboard.evaluate("keyboard => keyboard.names().length")
    found: list[str] = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        name, part, line = keyboard.evaluate(_FOCUSED)
        with_focus = picture(page, part)
        keyboard.evaluate("keyboard => keyboard.active().blur()")  # Tab goes on from here all the same
        if contrasting(page, with_focus, picture(page, part)) < line:
            found.append(name)
    return found


def _steps(page: Page, keyboard: JSHandle, key: Literal["Tab", "Shift+Tab"], stops: int) -> list[str]:
    """Return the names of what the focus meets in as many steps as there are stops, and in one more.

    The last should lead out of the page, to no name; a browser without a window of its own may begin anew.
    """
    met: list[str] = []
    for _ in range(stops + 1):
        page.keyboard.press(key)
        met.append(keyboard.evaluate("keyboard => keyboard.name(keyboard.active())"))
    return met


def _complaints(key: str, expected: list[str], met: list[str]) -> list[str]:
    """Compare, the last step apart: with no name it left the page, with the first one it began anew."""
    *inside, last = met
    if inside == expected:
        return [] if last in {"", expected[0]} else [f"{key} does not get out of {last}"]
    missed = [f"{key} passes by {name}" for name in expected if name not in inside]
    strange = [f"{key} stops at {name or 'nothing'}" for name in inside if name not in expected]
    return missed + strange or [
        f"{key} meets {', '.join(inside)}; in the document stand {', '.join(expected)}"
    ]
