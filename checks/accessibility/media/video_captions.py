"""A video that promises captions has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.media._elements import Player, player
from checks.dom.rendering import is_visible
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_CUE: Final = re.compile(rb"-->[^\n\r]*\r?[\n\r]\s*\S")
_KINDS: Final = frozenset({"captions", "subtitles", ""})


class VideoCaptions(Rule[Page, Player]):
    """Who is deaf or hard of hearing, or has the sound off, follows a video by its captions.

    Write what is said, and what is heard, in a WebVTT file, and name it in a track element:
    <track kind="captions" src="film.vtt" srclang="sv">.
    """

    id = "video-captions"
    title = msg("The captions of videos are there")
    severity = Severity.BLOCKING
    requirements = wcag("1.2.2")

    def applicability(self, page: Page) -> Iterator[Player]:
        """Yield the videos that are seen and have sound, or may have some."""
        for element in page.dom.all("video"):
            found = player(element) if element.is_html and is_visible(element) else None
            if found is not None and (found.recording is None or found.recording.has_sound):
                yield found

    def expectation(self, video: Player) -> Verdict:
        """Require words in the captions that come with it; whether they are right, a person must hear."""
        tracks = [node for node in video.element.elements if node.tag == "track" and _is_of_captions(node)]
        empty = next((track for track in tracks if _has_words(track) is False), None)
        if empty is not None:
            return Failed(
                msg("The captions {source} are empty. Write down what is heard.", source=empty.get("src"))
            )
        if any(map(_has_words, tracks)) or (video.recording is not None and video.recording.has_captions):
            return PASSED
        return CannotTell(
            msg(
                "No captions come with this video. If it has sound, see whether they are part of its picture."
            )
        )


def _is_of_captions(track: Node) -> bool:
    return track.get("kind").strip().lower() in _KINDS


def _has_words(track: Node) -> bool | None:
    """Return whether there are words in a track; None where its file cannot be read."""
    source = track.get("src").strip()
    if not source:
        return False
    surroundings = track.dom.surroundings
    path = surroundings.follow(source)
    content = surroundings.read(path) if path is not None else None
    return None if content is None else bool(_CUE.search(content))
