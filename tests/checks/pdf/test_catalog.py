"""What documents say of themselves, in the ways that programs write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.model import Gate, Outcome
from checks.pdf.catalog import RULES as CATALOG
from checks.registry import select
from checks.specimens import specimen
from checks.subjects import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

RULES = select(families=["pdf"])
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def failed(judged: Judged, text: str) -> set[str]:
    report = judged({"a.pdf": specimen(text)}, CATALOG)
    return {finding.rule.id for finding in report.findings if finding.outcome is Outcome.FAILED}


def test_a_healthy_document_meets_every_rule_of_pdf_ua_and_the_publishing_policy(judged: Judged) -> None:
    report = judged({"a.pdf": specimen()}, RULES)
    assert not [finding for finding in report.findings if finding.rule.pdfua]
    assert report.gate is Gate.OPEN


@pytest.mark.parametrize(
    "written",
    [
        f'<rdf:Description xmlns:pdfuaid="{PDFUA}" pdfuaid:part="1"/>',
        f'<rdf:Description xmlns:pdfuaid="{PDFUA}"><pdfuaid:part> 1 </pdfuaid:part></rdf:Description>',
        f'<rdf:Description/><rdf:Description xmlns:pdfuaid="{PDFUA}" pdfuaid:part="01"/>',
    ],
)
def test_the_mark_of_pdf_ua_may_be_written_in_several_ways(judged: Judged, written: str) -> None:
    title = '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="Taxa"/>'
    packet = f'metadata\n  <rdf:RDF xmlns:rdf="{RDF}">{title}{written}</rdf:RDF>'
    assert not failed(judged, packet)


@pytest.mark.parametrize("part", ["", "x", "1.0", "II", "-1", "\u0661"])
def test_a_part_that_is_no_number_is_none(judged: Judged, part: str) -> None:
    written = (
        f"<pdfuaid:part>{part}</pdfuaid:part>"
        '<dc:title><rdf:Alt><rdf:li xml:lang="sv">Taxa</rdf:li></rdf:Alt></dc:title>'
    )
    assert failed(judged, f"metadata\n  {written}") == {"pdf-ua-part"}


def test_a_prefix_may_be_missing(judged: Judged) -> None:
    written = f'<part xmlns="{PDFUA}">1</part><dc:title>Taxa</dc:title>'
    assert failed(judged, f"metadata\n  {written}") == {"pdf-ua-part-prefix"}


def test_metadata_that_cannot_be_read_say_nothing(judged: Judged) -> None:
    assert failed(judged, "metadata\n  <x:xmpmeta>") == {"pdf-ua-identifier", "pdf-metadata-title"}


def test_of_metadata_that_are_too_large_nobody_can_tell(judged: Judged) -> None:
    report = judged({"a.pdf": specimen("metadata\n  <?xpacket" + " " * 2_000_001)}, CATALOG)
    assert report.findings == ()  # another rule says so, once
    assert report.outcomes["a.pdf"]["pdf-ua-identifier"] is Outcome.CANNOT_TELL


def test_values_of_another_type_are_as_good_as_none(judged: Judged) -> None:
    text = "catalog /MarkInfo << /Marked /true >> /ViewerPreferences << /DisplayDocTitle (true) >> /Lang /sv"
    assert failed(judged, text) == {"pdf-marked", "pdf-title-shown", "pdf-metadata-language"}


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", specimen()[:900], specimen("encrypt -1852 hemligt"), b"x" * 1000]
)
def test_of_a_document_that_cannot_be_read_one_rule_speaks(judged: Judged, content: bytes) -> None:
    report = judged({"a.pdf": content}, RULES)
    assert [finding.rule.id for finding in report.findings] == ["pdf-readable"]
    assert report.gate is Gate.CLOSED
    on_documents = {rule.id for rule in RULES if rule.subject is Document}
    outcomes = {outcome for rule, outcome in report.outcomes["a.pdf"].items() if rule in on_documents}
    assert outcomes == {Outcome.INAPPLICABLE}


def test_a_document_whose_later_version_is_broken_off_is_damaged(judged: Judged) -> None:
    report = judged({"a.pdf": specimen() + b"90 0 obj\n(" + b"x" * 2000}, RULES)
    (message,) = (str(finding.message) for finding in report.findings if finding.rule.id == "pdf-readable")
    assert message.startswith("The end of the document is missing")


def test_a_site_without_documents_has_nothing_to_be_read(judged: Judged) -> None:
    assert judged({"index.html": "<html>"}, RULES).outcomes["."]["pdf-readable"] is Outcome.INAPPLICABLE
