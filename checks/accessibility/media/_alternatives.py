"""What a page offers in place of a recording: words, and ways to where words may be (WCAG 1.2.1, 1.2.8)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.media._elements import Player, player
from checks.dom.exposure import is_exposed, is_programmatically_hidden
from checks.dom.names import accessible_name
from checks.dom.rendering import is_rendered, is_text_visible, is_visible
from checks.dom.tree import Dom, Run, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.subjects import Page

FEWEST: Final = 5  # words that may tell what a recording tells
_WORD: Final = re.compile(r"\w{2,}")
_LEADING: Final = ("a", "area", "button", "embed", "frame", "iframe", "object", "script", "summary")
_PICTURES: Final = ("canvas", "img", "svg")


def recordings(page: Page) -> Iterator[Player]:
    """Yield the ``audio`` elements that play by themselves, or have controls that are seen and met."""
    for element in page.dom.all("audio"):
        can_play = element.has("controls") and is_visible(element) and is_exposed(element)
        found = player(element) if element.is_html and (element.has("autoplay") or can_play) else None
        if found is not None and found.seconds != 0:
            yield found


def films(page: Page) -> Iterator[Player]:
    """Yield the ``video`` elements that are seen."""
    for element in page.dom.all("video"):
        found = player(element) if element.is_html and is_visible(element) else None
        if found is not None and found.seconds != 0:
            yield found


def silent_films(page: Page) -> Iterator[Player]:
    """Yield the films that certainly have no sound."""
    return (film for film in films(page) if film.recording is not None and not film.recording.has_sound)


def says_nothing(dom: Dom, *, to_the_eye: bool) -> bool:
    """Return whether a page certainly has no text in place of a recording: hardly a word, and no way on.

    Such text is met by assistive technology; ``to_the_eye`` tells whether it has to be seen as well.
    """
    return not _leads_on(dom) and (_seen if to_the_eye else _met)(dom) < FEWEST


@once
def _leads_on(dom: Dom) -> bool:
    return any(node.tag != "a" or node.has("href") for node in dom.all(*_LEADING))


@once
def _met(dom: Dom) -> int:
    """Return how many words assistive technology meets."""
    return _count(dom, _runs(dom))


@once
def _seen(dom: Dom) -> int:
    """Return how many of them are seen."""
    return _count(dom, filter(is_text_visible, _runs(dom)))


def _count(dom: Dom, runs: Iterable[Run]) -> int:
    texts = [run.data for run in runs]
    texts += [accessible_name(node) for node in dom.all(*_PICTURES) if is_exposed(node)]
    return sum(len(_WORD.findall(text)) for text in texts)


def _runs(dom: Dom) -> Iterator[Run]:
    for node in dom.nodes:
        runs = [child for child in node.children if isinstance(child, Run)]
        if runs and is_rendered(node) and not is_programmatically_hidden(node):
            yield from runs
