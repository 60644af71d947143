"""Where a report in each form says that a rule found something: the file and the line to edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Place = tuple[str, int]
FORMS = ("json", "html", "sarif", "junit")


def asked(folder: Path) -> list[str]:
    """Return the arguments that write a report in every form into ``folder``, and text to standard output."""
    pairs = (("--format", form, "--output", str(folder / form)) for form in FORMS)
    return [word for pair in pairs for word in pair] + ["--format", "text"]


def places_in_html(text: str, rule: str) -> set[Place]:
    document = BeautifulSoup(text, "lxml")
    mend = document.find("section", attrs={"aria-labelledby": "mend"})
    assert isinstance(mend, Tag)
    return set(_rows(mend, rule))


def _rows(mend: Tag, rule: str) -> Iterator[Place]:
    for heading in mend.find_all("h3"):
        table = heading.find_next("table")
        assert isinstance(table, Tag)
        for row in table.select("tbody tr:has(td)"):  # others name a verdict
            cells = [cell.get_text() for cell in row.find_all("td")]
            if cells[2] == rule:
                yield heading.get_text(), int(cells[0])


def places_in_sarif(text: str, rule: str) -> set[Place]:
    (run,) = json.loads(text)["runs"]
    places = (one["locations"][0]["physicalLocation"] for one in run["results"] if one["ruleId"] == rule)
    return {(unquote(one["artifactLocation"]["uri"]), one["region"]["startLine"]) for one in places}


def places_in_junit(text: str, rule: str) -> set[Place]:
    suites = ET.fromstring(text.encode())  # noqa: S314 - our own
    cases = suites.iterfind(f"testsuite[@name='{rule}']/testcase")
    return {
        (case.get("file", ""), int(case.get("line", "0")))
        for case in cases
        if case.find("failure") is not None
    }
