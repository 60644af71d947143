"""The page that this project exists for, as it stands on the city's site: what rules can know of it is found.

The text is the city's and is not kept here; it is read where TOLKBAR_CONTENT says.
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.judge import judge
from checks.model import Outcome
from checks.registry import RULES
from checks.subjects import gather

if TYPE_CHECKING:
    from checks.model import Finding

CONTENT = Path(os.environ.get("TOLKBAR_CONTENT", Path(__file__).parents[3] / "shared" / "content"))
TEXT = CONTENT / "internationellt-arbete.txt"
OURS = Path(__file__).parents[2] / "source" / "pages" / "internationellt-arbete.md"
HEADINGS = {line.strip("# ") for line in OURS.read_text("utf-8").splitlines() if line.startswith("## ")}
SIZES = {"682.4": 682_400, "349.9": 349_900, "280.8": 280_800, "226.8": 226_800}
HEAD = '<!DOCTYPE html>\n<html lang="sv">\n<head><title>Internationellt arbete</title></head>'

pytestmark = pytest.mark.skipif(
    not TEXT.is_file(), reason=f"{TEXT} is not there; TOLKBAR_CONTENT can name it"
)


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """Put the text into plain HTML, its documents beside it, and judge it by every rule."""
    site = tmp_path_factory.mktemp("site")
    blocks = [block for block in TEXT.read_text("utf-8").split("\n\n") if block.strip()]
    body = "\n".join(_html(block, number) for number, block in enumerate(blocks))
    (site / "index.html").write_text(f"{HEAD}\n<body><main>\n{body}\n</main></body>\n</html>\n", "utf-8")
    for number, size in SIZES.items():
        (site / f"{number}.pdf").write_bytes(b"%PDF-1.7\n".ljust(size))
    report = judge(gather([site]), RULES)
    return [finding for finding in report.findings if finding.outcome is Outcome.FAILED]


def _html(block: str, number: int) -> str:
    text = escape(block.strip(), quote=False)
    if number == 0:
        return f"<h1>{text}</h1>"
    if text in HEADINGS:
        return f"<h2>{text}</h2>"
    if document := next((number for number in SIZES if number in text), None):
        return f'<p><a href="{document}.pdf">{text}</a></p>'
    return f"<p>{text.replace(chr(10), '<br>')}</p>"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("document-label", "682.4 kB"),
        ("document-label", "349.9 kB"),
        ("document-label", "280.8 kB"),
        ("document-label", "226.8 kB"),
        ("document-label-form", "Pdf"),
        ("abbreviation-explained", "SIDA"),
        ("typed-list", "4 lines"),
        ("mention-linked", "Kontakta oss"),
        ("email-linked", "charlotta.filling@vasteras.se"),
        ("phone-linked", "tel:+4621392636"),
        ("repeated-text", "Europa Direkt"),
        ("name-capitals", "demokrati"),
        ("download-language", 'hreflang="en"'),
        ("download-language", 'hreflang="de"'),
    ],
)
def test_a_fault_that_rules_can_know_is_found(findings: list[Finding], rule: str, words: str) -> None:
    said = [_said(finding) for finding in findings if finding.rule.id == rule]
    assert any(words in sentence for sentence in said), said


@pytest.mark.parametrize("right", ["Västerås förbindelser", "EU-samordnare", "kluster –", "721 87"])
def test_what_is_right_is_left_alone(findings: list[Finding], right: str) -> None:
    assert [sentence for sentence in map(_said, findings) if right in sentence] == []


def _said(finding: Finding) -> str:
    return finding.message.msgid.format_map(dict(finding.message.arguments))
