"""Which role an element has: the one it is given, its own, or the one that is left of both.

The words are ACT's: explicit, implicit and semantic role; marked as decorative.
"""

from __future__ import annotations

from checks.dom.roles.explicit import (
    explicit_role,
    has_global_attribute,
    is_conflicted,
    marked_as_decorative,
)
from checks.dom.roles.implicit import implicit_role, stand_in_role
from checks.dom.roles.semantic import having_role, role

__all__ = [
    "explicit_role",
    "has_global_attribute",
    "having_role",
    "implicit_role",
    "is_conflicted",
    "marked_as_decorative",
    "role",
    "stand_in_role",
]
