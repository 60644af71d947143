"""A document that people cannot open or that is not to be published closes the gate, named where it lies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from checks.specimens import specimen
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

DOCUMENT = "source/documents/policy.pdf"


def damaged() -> bytes:
    """Return a document whose beginning and end are there, and rubbish between them."""
    healthy = pdf()
    rubbish = bytes(number * 7919 % 251 for number in range(len(healthy)))
    end = healthy.rindex(b"startxref")
    return healthy[:16] + rubbish[16:end] + healthy[end:]


PASSWORD, NO_PAGE = specimen("encrypt -1852 hemligt"), specimen("pages /Kids [] /Count 0")
HARMFUL = {
    "pdf-javascript": "catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
    "pdf-title-telling": "info /Title null\nmetadata\n  <dc:title>policy_v3.docx</dc:title>",
    "pdf-tags": "catalog /StructTreeRoot null",
    "pdf-permissions": "encrypt -1852",
    "pdf-font-embedded": "descriptor /FontFile2 null",
}


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param(PASSWORD, "asks for a password. Publish it without one.", id="password"),
        pytest.param(damaged(), "because it is damaged. Export it anew", id="rubbish"),
        pytest.param(NO_PAGE, "has no page. Export it anew", id="no page"),
    ],
)
def test_a_document_that_nobody_can_open_is_not_published(
    site: PublishedSite, run: Run, document: bytes, message: str
) -> None:
    before = site.published()
    site.write(DOCUMENT, document)
    text, report = (run("publish", "--site", site.root, "--format", form) for form in ("text", "json"))

    assert (text.status, report.status) == (1, 1)
    assert site.published() == before
    assert f"{DOCUMENT}\n" in text.out
    found = blocking(report)
    assert {finding["rule"] for finding in found} == {"pdf-readable"}  # nothing else is judged of it
    for finding in found:
        assert message in finding["message"]
        assert finding["trace"]["source"]["path"] == DOCUMENT


@pytest.mark.parametrize("rule", HARMFUL)
def test_a_document_that_can_be_read_is_not_published_with_a_fault_either(
    site: PublishedSite, run: Run, rule: str
) -> None:
    before = site.published()
    site.write(DOCUMENT, specimen(HARMFUL[rule]))
    outcome = run("publish", "--site", site.root, "--format", "json")

    assert outcome.status == 1
    assert site.published() == before
    found = [finding for finding in blocking(outcome) if finding["rule"] == rule]
    assert {finding["trace"]["source"]["path"] for finding in found} == {DOCUMENT}


def test_once_the_document_is_mended_the_site_is_published(site: PublishedSite, run: Run) -> None:
    site.write(DOCUMENT, NO_PAGE)
    assert run("publish", "--site", site.root).status == 1

    site.write(DOCUMENT, pdf())
    assert run("publish", "--site", site.root).status == 0
    assert site.published()["sv/documents/policy.pdf"] == pdf()


def blocking(outcome: Outcome) -> list[dict[str, Any]]:
    """Return what a JSON report finds that closes the gate."""
    found = json.loads(outcome.out)["findings"]
    return [one for one in found if (one["severity"], one["outcome"]) == ("blocking", "failed")]
