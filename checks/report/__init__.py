"""A report as people and machines read it: one module a form, each a function from it to text."""

from __future__ import annotations

from checks.report.annotations import render as github
from checks.report.earl import render as earl
from checks.report.html import Progress, counts
from checks.report.html import render as html
from checks.report.junit import render as junit
from checks.report.machine import render as json
from checks.report.sarif import render as sarif
from checks.report.text import Look
from checks.report.text import render as text

__all__ = ["Look", "Progress", "counts", "earl", "github", "html", "json", "junit", "sarif", "text"]
