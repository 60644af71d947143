"""The report as one page for people: a summary that a manager reads, then what to mend, then the evidence.

It needs no script, no network and no other file; it is itself a page that the rules find nothing in.
"""

from __future__ import annotations

from checks.report.html.kinds import counts
from checks.report.html.page import Progress, render

__all__ = ["Progress", "counts", "render"]
