"""Judges: candidate and catalogs → findings → report, open or closed gate."""

from __future__ import annotations
