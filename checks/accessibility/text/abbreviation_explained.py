"""An abbreviation is explained where a page uses it first."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.text._passages import in_capitals
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.dom.tree import Node

# Not what is part of an address, or stands before a number: EN 301 549, SE-721 87.
_ABBREVIATION: Final = re.compile(r"[A-ZÅÄÖÜ](?<![\w.\-/@].)[A-ZÅÄÖÜ]{1,5}(?![\w@]|\.\w|[ \u00a0-]?\d)")
_SHOUTING: Final = re.compile(r"[A-ZÅÄÖÜ]{2,}[ \-]+[A-ZÅÄÖÜ]{2,}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 100  # characters before and behind, in which its words may stand
_NUMERAL: Final = re.compile(r"[IVXLCM]+")
_KNOWN: Final = Path(__file__).with_name("abbreviations.txt")


class FirstUse(NamedTuple):
    """Where a page uses an abbreviation first."""

    element: Node
    abbreviation: str
    is_explained: bool


class AbbreviationExplained(Rule[Page, FirstUse]):
    """Who does not know what an abbreviation stands for cannot even look it up in a dictionary.

    Write it out at its first use, with the abbreviation in brackets: "Statistiska centralbyrån
    (SCB)". Or mark it up: <abbr title="Statistiska centralbyrån">SCB</abbr>.
    """

    id = "abbreviation-explained"
    title = msg("Abbreviations are explained at their first use")
    severity = Severity.ADVISORY
    requirements = wcag("3.1.4")
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[FirstUse]:
        """Yield the first use of each abbreviation that not everybody knows."""
        used: set[str] = set()
        for passage in in_capitals(page.dom):
            known = _known().get(passage.language, frozenset())
            for found in _ABBREVIATION.finditer(passage.text):
                abbreviation = found[0]
                if abbreviation in used or abbreviation in known or _is_no_abbreviation(found):
                    continue
                used.add(abbreviation)
                is_explained = (
                    _is_in_brackets(found) or _is_marked_up(passage.element) or _is_spelled_out(found)
                )
                yield FirstUse(passage.element, abbreviation, is_explained)

    def expectation(self, use: FirstUse) -> Verdict:
        """Require an explanation there."""
        if use.is_explained:
            return PASSED
        return Failed(
            msg(
                '"{abbreviation}" is not explained. Write out what it stands for, the first time.',
                abbreviation=use.abbreviation,
            )
        )


def _is_no_abbreviation(found: re.Match[str]) -> bool:
    """Return whether it is a numeral, or stands among other words in capitals."""
    around = found.string[max(found.start() - 10, 0) : found.end() + 10]
    return bool(_NUMERAL.fullmatch(found[0]) or _SHOUTING.search(around))


def _is_in_brackets(found: re.Match[str]) -> bool:
    """Return whether it stands in brackets behind its explanation, or the explanation behind it."""
    before, after = found.string[: found.start()].rstrip(), found.string[found.end() :].lstrip()
    return after.startswith(("(", "=")) or (before.endswith("(") and after.startswith((")", ",")))


def _is_spelled_out(found: re.Match[str]) -> bool:
    """Return whether words beside it begin with its letters, as in "BBV: a basic block vector"."""
    text, start, end = found.string, found.start(), found.end()
    beside = (text[max(start - _NEAR, 0) : start], text[end : end + _NEAR])
    initials = ("".join([word[0] for word in _WORD.findall(side)]).upper() for side in beside)
    return len(found[0]) > 2 and any(found[0] in side for side in initials)  # noqa: PLR2004 - two letters meet by chance


def _is_marked_up(node: Node) -> bool:
    return any(above.tag in {"abbr", "dfn"} and above.get("title").strip() for above in node.with_ancestors)


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """Return the well-known abbreviations of each language."""
    lines = (line for line in _KNOWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    listed = {tag: frozenset(words.split()) for tag, _, words in (line.partition(":") for line in lines)}
    everywhere = listed.pop("*")
    return {tag: words | everywhere for tag, words in listed.items()} | {"": everywhere}
