"""Faults planted into a healthy site in three languages, and how many of them are found."""

from __future__ import annotations

from bench.faults.search import rows

__all__ = ["rows"]
