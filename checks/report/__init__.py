"""A report as people and machines read it: one module a form, each a function from it to text."""

from __future__ import annotations

from checks.report.annotations import render as github
from checks.report.earl import render as earl
from checks.report.junit import render as junit
from checks.report.machine import render as json
from checks.report.sarif import render as sarif
from checks.report.text import Look
from checks.report.text import render as text

__all__ = ["Look", "earl", "github", "json", "junit", "sarif", "text"]
