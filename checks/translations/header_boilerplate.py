"""The header of a catalog is filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnHeaders
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Header

# What xgettext and msginit leave for people to fill in.
_BOILERPLATE: Final = {
    "Project-Id-Version": re.compile(r"PACKAGE( VERSION)?|PROJECT VERSION"),
    "PO-Revision-Date": re.compile(r"YEAR-MO-DA HO:MI\+ZONE"),
    "POT-Creation-Date": re.compile(r"YEAR-MO-DA HO:MI\+ZONE"),
    "Last-Translator": re.compile(r"FULL NAME <EMAIL@ADDRESS>"),
    "Language-Team": re.compile(r"LANGUAGE <LL@li\.org>|LANGUAGE"),
    "Content-Type": re.compile(r".*charset=CHARSET"),
    "Plural-Forms": re.compile(r"nplurals=INTEGER; plural=EXPRESSION;?"),
}


class HeaderBoilerplate(OnHeaders):
    """Who finds a fault in a translation wants to tell somebody, and the header names nobody.

    Fill in the header: who translated, for which project, when. Editors for catalogs do that
    themselves once they know your name.
    """

    id = "header-boilerplate"
    title = msg("The headers of catalogs are filled in")
    severity = Severity.ADVISORY
    quality = Quality.NON_CONFORMANCE

    def expectation(self, header: Header) -> Verdict:
        """Require that nothing is left of what tools put there."""
        for name, pattern in _BOILERPLATE.items():
            value = header.fields.get(name, "")
            if pattern.fullmatch(value):
                return Failed(msg("{name} is still {value}. Fill it in.", name=name, value=value))
        return PASSED
