"""What the page calls its parts."""

from __future__ import annotations

from typing import Final

from pipeline.model import msg

LABELS: Final = {
    "title": msg("Report of the rules"),
    "skip": msg("To the content"),
    "open": msg("The gate is open: nothing found stops publishing."),
    "closed": msg("The gate is closed: what is marked as blocking must be mended before publishing."),
    "made": msg("Made on"),
    "standard": msg("Judged by"),
    "pages": msg("Pages"),
    "images": msg("Images"),
    "documents": msg("Documents"),
    "catalogs": msg("Catalogs"),
    "summary": msg("Summary"),
    "found": msg("What was found"),
    "judged": msg("What was judged"),
    "kind": msg("Kind"),
    "number": msg("Number"),
    "change": msg("Change"),
    "blocking": msg("Blocking"),
    "advisory": msg("Advisory"),
    "review": msg("For a person to judge"),
    "accepted": msg("Accepted by waivers"),
    "contents": msg("On this page"),
    "progress": msg("Translations"),
    "language": msg("Language"),
    "page": msg("Page"),
    "translated": msg("Translated"),
    "fuzzy": msg("To review"),
    "untranslated": msg("Untranslated"),
    "share": msg("Share translated"),
    "mend": msg("What to mend"),
    "nothing": msg("Nothing."),
    "line": msg("Line"),
    "fault": msg("What is wrong, and what to do"),
    "rule": msg("Rule"),
    "weight": msg("Weight"),
    "seen": msg("Seen in"),
    "more": msg("more"),
    "unlisted": msg("Lines that are not listed"),
    "questions": msg("What a person must judge"),
    "rules": msg("The rules that found something"),
    "verdicts": msg("Verdicts on documents"),
    "verdict": msg("Verdict"),
    "unlisted_documents": msg("Documents that are not listed"),
    "criteria": msg("Success criteria and clauses"),
    "explained": msg(
        "Machines find a part of what keeps people out. Each criterion also needs a person who tests it."
    ),
    "criterion": msg("Criterion"),
    "clause": msg("Clause"),
    "by_machine": msg("Rules that test it"),
    "result": msg("Result"),
    "places_judged": msg("Findings by page"),
}
