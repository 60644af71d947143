"""Sound and film can be stopped, and have something in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.media.audio_alternative import AudioAlternative
from checks.accessibility.media.autoplay_control import AutoplayControl
from checks.accessibility.media.autoplay_length import AutoplayLength
from checks.accessibility.media.autoplay_sound import AutoplaySound
from checks.accessibility.media.silent_video_alternative import SilentVideoAlternative
from checks.accessibility.media.video_captions import VideoCaptions
from checks.accessibility.media.video_transcript import VideoTranscript

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    AutoplaySound(),
    AutoplayControl(),
    AutoplayLength(),
    VideoCaptions(),
    AudioAlternative(),
    SilentVideoAlternative(),
    VideoTranscript(),
)
