"""Rules on what assistive technology meets: WCAG, the W3C ACT rules, and our own."""

from __future__ import annotations
