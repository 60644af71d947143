"""Whatever a translator types closes the gate (exit 1) or is text: it never becomes markup."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.tolkbar.faults import GERMAN, INDEX, SENTENCE, failed

if TYPE_CHECKING:
    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run

HOSTILE = {
    "script": SENTENCE.replace(" oder", " oder<script>alert()</script>"),
    "script in a placeholder": SENTENCE.replace("unsere Pflege", "<script>alert()</script>"),
    "address": SENTENCE.replace("<a1>", '<a1 href="javascript:alert(1)">'),
    "event handler": SENTENCE.replace("<a2>", "<a2 onclick='alert(1)'>"),
    "picture": f"{SENTENCE}<img src=x onerror=alert(1)>",
    "unknown": f"{SENTENCE} <a3>Mehr</a3>.",
    "element": f"<strong>{SENTENCE}</strong>",
    "missing": "Lesen Sie über unsere Pflege oder <a2>rufen Sie an</a2>.",
    "all missing": "Lesen Sie.",
    "doubled": f"{SENTENCE} <a1>Mehr</a1>.",
    "badly nested": "Lesen Sie über <a1>unsere <a2>Pflege</a1> oder rufen Sie an</a2>.",
    "inside another": "Lesen Sie über <a1>unsere Pflege oder <a2>rufen Sie an</a2></a1>.",
    "not closed": SENTENCE.replace("</a2>", ""),
    "not opened": SENTENCE.replace("<a1>", ""),
    "as empty": SENTENCE.replace("<a1>unsere Pflege</a1>", "<a1/>"),
}
"""What a translator may have typed in place of ``SENTENCE``."""


def only_finding(site: PublishedSite, run: Run) -> dict[str, object]:
    """Return the one finding that closes the gate; text and JSON name it, nothing has changed."""
    before = site.kept()
    text, report = (run("publish", "--site", site.root, "--format", form) for form in ("text", "json"))
    assert (text.status, report.status) == (1, 1)
    assert "Nothing was published: the gate is closed." in report.err
    assert site.kept() == before
    findings = failed(report)
    assert len(findings) == 1
    finding = findings[0]
    assert text.out.startswith(f"{finding['path']}\n  {finding['line']}: {finding['message']} [")
    return finding


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_a_faulty_translation_closes_the_gate_with_its_line_in_the_catalog(
    site: PublishedSite, run: Run, typed: str
) -> None:
    site.edit(GERMAN, SENTENCE, typed.replace('"', '\\"'))
    finding = only_finding(site, run)

    assert finding["rule"] == "placeholders"
    assert finding["severity"] == "blocking"
    line = site.line(GERMAN, 'msgid "Läs om <a1>')
    assert (finding["path"], finding["line"]) == (GERMAN, line)
    assert finding["trace"]["catalog"] == {"path": GERMAN, "line": line}  # type: ignore[index]
    assert finding["trace"]["source"]["path"] == INDEX  # type: ignore[index]


BREAKING_OUT = (
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onerror="alert(1)',
    "' onload='alert(1)' x='",
    "</title></head><script>alert(1)</script>",
    "&quot;><svg onload=alert(1)>",
    "--><script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'page.html' %}",
    "\\u003cscript>alert(1)</script>",
)
WORDS = {
    "alternative text": "Ein Pferd",
    "title": "Startseite",
    "description": "Alles über die Stadt.",
    "heading": "Willkommen",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("typed", BREAKING_OUT)
def test_no_translation_becomes_markup_even_if_published_against_all_advice(
    site: PublishedSite, run: Run, words: str, typed: str
) -> None:
    site.edit(GERMAN, f'"{words}"', f'"{words} {po_text(typed)}"')
    wanted = site.published().keys()

    assert run("publish", "--site", site.root, "--fail-on", "never").status == 0
    assert site.published().keys() == wanted
    for name in wanted:
        if name.endswith(".html"):
            assert harmless(site.read(f"output/{name}"))


@pytest.mark.parametrize("name", ["Strateg", "Omsorg", "Telefon", "Lillköpings stad"])
def test_no_text_of_the_page_shell_becomes_markup_or_ends_the_data_for_machines(
    site: PublishedSite, run: Run, name: str
) -> None:
    catalog = "locales/de/LC_MESSAGES/shell.po"
    before = re.search(rf'msgid "{name}"\nmsgstr "(.*)"', site.read(catalog))
    assert before
    for typed in ("</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', '","x":"', "49"):
        site.edit(catalog, before[0], f'msgid "{name}"\nmsgstr "{po_text(typed)}"')
        assert run("publish", "--site", site.root, "--fail-on", "never").status == 0
        site.edit(catalog, f'msgid "{name}"\nmsgstr "{po_text(typed)}"', before[0])
        assert harmless(site.read("output/de/kontakt.html"))


def po_text(text: str) -> str:
    """Return ``text`` as it stands between the quotation marks of a PO file."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def harmless(html: str) -> bool:
    """Tell whether a page runs nothing and embeds nothing but its own picture."""
    page = BeautifulSoup(html, "html.parser")
    for script in page.find_all("script"):
        assert script["type"] == "application/ld+json"
        assert json.loads(script.string or "")["@context"] == "https://schema.org"
    for element in page.find_all():
        assert not any(name.startswith("on") for name in element.attrs), element
        assert not str(element.get("href", "")).startswith("javascript:")
    assert {image["src"] for image in page.find_all("img")} <= {"images/hast.svg"}
    assert page.find_all("svg") == []
    assert len(page.find_all("main")) == 1
    return True
