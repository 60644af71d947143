"""Titles, dates and names of documents as people and programs write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checks.judge import judge
from checks.pdf.policy import RULES
from checks.specimens import specimen
from checks.subjects import gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.model import Report

    Judged = Callable[..., Report]


def reported(judged: Judged, rule_id: str, text: str, *, name: str = "a.pdf", settings: str = "") -> bool:
    rules = [rule for rule in RULES if rule.id == rule_id]
    return bool(judged({name: specimen(text)}, rules, settings=settings).findings)


@pytest.mark.parametrize(
    ("title", "is_telling"),
    [
        ("Taxa för bygglov 2026", True),
        ("Dokumenthanteringsplan", True),
        ("Mall för detaljplaner", True),
        ("Document management", True),
        ("Presentation av budgeten", True),
        ("Microsoft Office i skolan", True),
        ("PM 2026-03", True),
        ("Taxa.docx", False),
        ("Microsoft Word - Taxa", False),
        ("MICROSOFT POWERPOINT - budget.pptx", False),
        ("taxa_bygglov_v3", False),
        ("Dokument1", False),
        ("untitled", False),
        ("Namnlös-2", False),
        ("PowerPoint-Präsentation", False),
        ("Skannat dokument 14", False),
        ("Utan titel", False),
        ("Bok1", False),
        ("Bok om Västerås", True),
        ("Publikation", True),
    ],
)
def test_a_title_is_an_authors_or_a_programs(judged: Judged, title: str, *, is_telling: bool) -> None:
    text = f"info /Title ({title})\nmetadata\n  <dc:title>{title}</dc:title>"
    assert reported(judged, "pdf-title-telling", text) is not is_telling


def test_titles_are_compared_where_there_are_two(judged: Judged) -> None:
    assert not reported(judged, "pdf-title-agreement", "info /Title ( )")
    assert not reported(judged, "pdf-title-agreement", "catalog /Metadata null")
    assert reported(judged, "pdf-title-agreement", "info /Title (bygglov)")


DAY = "today = 2026-11-23"


@pytest.mark.parametrize(
    ("created", "modified", "is_sane"),
    [
        ("D:20260302093000+01'00'", "D:20260302093000+01'00'", True),
        ("D:20260302093000Z", "D:20260302093000Z00'00'", True),
        ("D:20260302093000+01'00", "20260302", True),
        ("D:2026", "D:202603", True),
        ("D:20260302", "D:2026", True),
        ("D:20260302093000-11'00'", "D:20260302093000+13'00'", True),
        ("D:20261124", "D:20261124", True),  # in another zone
        ("D:20260229", "D:20260302", False),
        ("D:20260302250000", "D:20260302", False),
        ("D:19260302", "D:20260302", False),
        ("2/3/2026 9:30", "2/3/2026", False),
        ("D:20260302093000+99'00'", "D:20260302", False),
        ("D:20261224", "D:20261224", False),
        ("D:20260302", "D:20250302", False),
    ],
)
def test_dates_are_sane(judged: Judged, created: str, modified: str, *, is_sane: bool) -> None:
    dates = f"info /CreationDate ({created}) /ModDate ({modified})"
    assert reported(judged, "pdf-dates", dates, settings=DAY) is not is_sane


@pytest.mark.parametrize(
    ("written", "is_sane"),
    [
        ("2026", True),
        ("2026-03-02", True),
        ("2026-03-02T09:30", True),
        ("2026-03-02T09:30:00.1234567Z", True),
        ("2026-13-02", False),
        ("Mon Mar 02 09:30:00 CET 2026", False),
        ("1904-01-01T00:00:00Z", False),
    ],
)
def test_dates_of_metadata_are_sane(judged: Judged, written: str, *, is_sane: bool) -> None:
    text = f"info /CreationDate null /ModDate null\nmetadata\n  <xmp:CreateDate>{written}</xmp:CreateDate>"
    assert reported(judged, "pdf-dates", text, settings=DAY) is not is_sane


def test_a_document_that_is_judged_alone_is_not_from_tomorrow_either(tmp_path: Path) -> None:
    alone = tmp_path / "a.pdf"
    alone.write_bytes(specimen("info /CreationDate (D:20261224) /ModDate (D:20261224)"))
    rules = [rule for rule in RULES if rule.id == "pdf-dates"]
    assert not judge(gather([alone]), rules).findings
    [finding] = judge(gather([alone], date(2026, 11, 23)), rules).findings
    assert "still to come" in str(finding.message)


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("taxa-2026.pdf", ""),
        ("r12_taxa.v3.pdf", ""),
        ("Taxa.pdf", "taxa.pdf"),
        ("taxa.PDF", "taxa.pdf"),
        ("taxa 2026.pdf", "taxa-2026.pdf"),
        ("Grünflächen – Maß.pdf", "grunflachen-mass.pdf"),
        ("計画.pdf", "dokument.pdf"),
        (".pdf.pdf", "pdf.pdf"),
    ],
)
def test_a_plain_name_is_proposed(judged: Judged, name: str, better: str) -> None:
    rules = [rule for rule in RULES if rule.id == "pdf-file-name"]
    messages = [str(one.message) for one in judged({name: specimen()}, rules).findings]
    assert [message.rpartition(" ")[2].removesuffix(".") for message in messages] == [better] * bool(better)


@pytest.mark.parametrize(
    ("language", "is_known"), [("sv", True), ("SV-se", True), ("qaa", True), ("swe", False), ("p-pt", False)]
)
def test_a_language_is_one_that_there_is(judged: Judged, language: str, *, is_known: bool) -> None:
    assert reported(judged, "pdf-language", f"catalog /Lang ({language})") is not is_known
