"""No document runs programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.documents.actions import Action
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_ADDRESS: Final = "javascript:"
_SHOWN: Final = 60  # characters of a script
_FORMAT: Final = (
    re.compile(  # what Acrobat writes for the format of a date or a number: it reads and writes nothing else
        r"\s*(?:AF(?:Date|Number|Percent|Special|Time|Range|Simple|MergeChange|ExtractNums|MakeNumber)\w*"
        r"\((?:[^()]|\([^()]*\)){0,500}\)\s*;?\s*){1,5}"
    )
)


class PdfJavascript(FactsRule[Action]):
    """Programs in documents are how malware travels; many offices open no document that has one.

    Delete them in Acrobat under All Tools > Use JavaScript, or with Redact > Sanitize Document. What a form
    must reckon or test, do in a form on the site.
    """

    id = "pdf-javascript"
    title = msg("Documents contain no JavaScript")
    severity = Severity.BLOCKING
    parts = ("actions",)

    def targets(self, facts: Facts) -> Iterator[Action]:
        """Yield each script once, at the first place that it hangs on."""
        met: set[str] = set()
        for action in facts.actions.all:
            text = _script(action)
            if text is not None and text not in met:
                met.add(text)
                yield action

    def judge(self, action: Action) -> Verdict:
        """Allow none but the formats of dates and numbers that Acrobat's own fields have."""
        script = _script(action) or ""
        if _FORMAT.fullmatch(script):
            return PASSED
        return Failed(
            msg(
                "The document contains a program in JavaScript: {script}. Delete it in Acrobat, under Use "
                "JavaScript or with Redact > Sanitize Document.",
                script=_short(script),
            )
        )


def _script(action: Action) -> str | None:
    address = (action.address or "").strip()
    if address.lower().startswith(_ADDRESS):
        return address[len(_ADDRESS) :]
    return action.script if action.kind == "JavaScript" or action.script else None


def _short(script: str) -> str:
    text = " ".join(script[: 4 * _SHOWN].split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
