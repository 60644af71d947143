"""Everything works without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.keyboard.aria_hidden_focus import AriaHiddenFocus
from checks.accessibility.keyboard.character_shortcut import CharacterShortcut
from checks.accessibility.keyboard.focus_leaves import FocusLeaves
from checks.accessibility.keyboard.focus_visible import FocusVisible
from checks.accessibility.keyboard.frame_tab_order import FrameTabOrder
from checks.accessibility.keyboard.keyboard_trap import KeyboardTrap
from checks.accessibility.keyboard.motion_alternative import MotionAlternative
from checks.accessibility.keyboard.motion_off import MotionOff
from checks.accessibility.keyboard.scrollable_focus import ScrollableFocus
from checks.accessibility.keyboard.tab_order import TabOrder
from checks.accessibility.keyboard.trap_explained import TrapExplained

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    FocusVisible(),
    KeyboardTrap(),
    TrapExplained(),
    FocusLeaves(),
    TabOrder(),
    AriaHiddenFocus(),
    FrameTabOrder(),
    ScrollableFocus(),
    CharacterShortcut(),
    MotionAlternative(),
    MotionOff(),
)
