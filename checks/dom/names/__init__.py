"""How elements are called: accessible names and descriptions.

Sources: Accessible Name and Description Computation 1.2, HTML-AAM 1.0 (4), SVG-AAM 1.0 (8), and
ACT's glossary (accessible name; programmatic label).
"""

from __future__ import annotations

from checks.dom.names.computation import accessible_description, accessible_name
from checks.dom.names.labels import labels

__all__ = ["accessible_description", "accessible_name", "labels"]
