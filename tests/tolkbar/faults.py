"""What tests of faulty input share: files, faults for them, and how a run that stops is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

INDEX, CARE = "source/pages/index.md", "source/pages/omsorg/hemtjanst.html"
SITE, CONTACTS = "source/site.toml", "source/contacts.toml"
DOCUMENTS, POLICY = "source/documents/documents.toml", "source/documents/policy.pdf"
GERMAN, GERMAN_CARE = (f"locales/de/LC_MESSAGES/{page}.po" for page in ("index", "omsorg/hemtjanst"))
IMAGE = "source/images/hast.svg"
SENTENCE = "Lesen Sie über <a1>unsere Pflege</a1> oder <a2>rufen Sie an</a2>."
DEAD_LINK = (INDEX, "(kontakt.md)", "(kontakt.md#ingenstans)")


def refusal(site: PublishedSite, run: Run, command: str = "publish") -> str:
    """Return why a run stopped; it has changed neither a catalog nor what is published."""
    before = site.kept()
    complaint = run(command, "--site", site.root).complaint.removeprefix("tolkbar: ")
    assert site.kept() == before
    return complaint


def failed(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the findings of a JSON report that are more than questions for a person."""
    return [one for one in json.loads(outcome.out)["findings"] if one["outcome"] == "failed"]
