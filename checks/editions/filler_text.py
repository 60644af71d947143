"""No text only fills a space."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.editions._texts import Piece, is_seen, pieces, whole_text
from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN: Final = re.compile(r"\blorem\s+ipsum\b|\bdolor\s+sit\s+amet\b", re.IGNORECASE)
_MARK: Final = re.compile(r"(?<![\w-])(?:TODO|FIXME|TBD|XXXX+)(?![\w-])")
_FEW: Final = 8  # children of an element with little text in it
# "TODO", "TODO: …" and "[TODO]", but not "TODO lists" or "see TODO".
_LEFT: Final = re.compile(
    rf"^\W*(?:{_MARK.pattern})\W*$|(?:{_MARK.pattern})\s?[:–]|[\[(](?:{_MARK.pattern})[\])]"
)
_ALL: Final = frozenset({"es", "pt", "gl", "ast"})  # languages in which TODO means all
_LONGEST: Final = 60  # characters of a text that is nothing but a stand-in
_SIGNS: Final = ("lorem", "Lorem", "LOREM", "dolor", "DOLOR", "TODO", "FIXME", "TBD", "XXXX")


class FillerText(Rule[Page, Piece]):
    """Lorem ipsum and TODO say that a page was published before it was written.

    Write the text, or remove what it should have filled.
    """

    id = "filler-text"
    title = msg("Texts are written")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Piece]:
        """Yield the text that may only fill a space, other than the hints in fields."""
        found = pieces(page)
        whole = whole_text(page)
        signs = [sign for sign in _SIGNS if sign in whole]  # on most pages none, and then none is looked for
        stand_ins = _stand_ins()
        for piece in found:
            is_stand_in = len(piece.text) < _LONGEST and _plain(piece.text) in stand_ins
            if is_stand_in or (signs and any(sign in piece.text for sign in signs)):
                yield piece

    def expectation(self, piece: Piece) -> Verdict:
        """Require that it does not, or that nobody sees it; a text may also be about what TODO means."""
        found = _filler(piece)
        if found is None or piece.attribute == "placeholder" or not is_seen(piece):
            return PASSED
        if _MARK.fullmatch(found) and not _LEFT.search(piece.text):
            return CannotTell(
                msg("{text} may only fill the space. See whether something is still to be done.", text=found),
                piece.attribute,
            )
        return Failed(
            msg("{text} only fills the space. Write what belongs here, or remove it.", text=found),
            piece.attribute,
        )


def _filler(piece: Piece) -> str | None:
    """Return what in the text only fills a space."""
    found = _LATIN.search(piece.text)
    if found is None and _language(piece) not in _ALL:
        found = _MARK.search(piece.text)
    if found is not None:
        return found[0]
    return piece.text.strip() if _plain(piece.text) in _stand_ins() and _is_whole(piece) else None


def _is_whole(piece: Piece) -> bool:
    """Return whether the text is all that its element says, or its attribute."""
    if piece.attribute is not None or len(piece.element.children) == 1:
        return True
    is_small = len(piece.element.children) <= _FEW
    return is_small and _plain(" ".join(piece.element.text.split())) == _plain(piece.text)


def _plain(text: str) -> str:
    """Return ``text`` in small letters, without what stands around its words."""
    return text.strip(" \n\t.:!…[]()").lower()


@cache
def _stand_ins() -> frozenset[str]:
    lines = Path(__file__).with_name("stand_ins.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _language(piece: Piece) -> str:
    marked = (primary(node.get("lang")) for node in piece.element.with_ancestors if node.get("lang"))
    return next(marked, "")
