"""Rules on catalogs: what translators wrote."""

from __future__ import annotations
