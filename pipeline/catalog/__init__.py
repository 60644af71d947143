"""Templates and catalogs: what translators get, and how their work outlives every change of the source.

Nothing here reads or writes a file; ``pipeline.po`` makes text of what these functions return.
"""

from __future__ import annotations

from pipeline.catalog.header import Origin
from pipeline.catalog.memory import Memory
from pipeline.catalog.merge import Changes, Merge, merge
from pipeline.catalog.statistics import Statistics, statistics
from pipeline.catalog.template import template

__all__ = ["Changes", "Memory", "Merge", "Origin", "Statistics", "merge", "statistics", "template"]
