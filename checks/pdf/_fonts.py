"""Rules on the fonts that text is shown in, and on the characters that are used of them."""

from __future__ import annotations

from abc import abstractmethod
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.documents.fonts import Font, Glyph
from checks.model import PASSED, UNJUDGED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents import Facts
    from pipeline.model import Message

_SHOWN: Final = 5  # characters that a message names


class FontRule(FactsRule[Font]):
    """A rule on fonts; where content was not read to its end, there may be others."""

    severity = Severity.BLOCKING
    parts = ("fonts", "content")

    def targets(self, facts: Facts) -> Iterator[Font]:
        """Yield the fonts that the rule is about, in the order of their first use."""
        return (font for font in facts.fonts if self.concerns(font))

    @abstractmethod
    def concerns(self, font: Font) -> bool:
        """Return whether the rule is about ``font``."""


class GlyphRule(FontRule):
    """A rule on what single character codes show or mean; one finding for all of a font."""

    def judge(self, font: Font) -> Verdict:
        """Require that no character is at fault; a font that could not be followed may hide one."""
        faulty = [glyph for glyph in font.glyphs if self.is_fault(glyph)]
        if faulty:
            return Failed(self.message(font, shown(faulty)))
        return PASSED if self.is_known(font) else UNJUDGED

    @abstractmethod
    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether ``glyph`` is at fault."""

    @abstractmethod
    def message(self, font: Font, characters: str) -> Message:
        """Return what is wrong with these characters of ``font``, and what to do."""

    def is_known(self, font: Font) -> bool:
        """Return whether what the rule asks of ``font`` is known: by default, what its program draws."""
        return not font.unknown


class MeaningRule(GlyphRule):
    """A rule on what character codes mean to who has them read out."""

    requirements = wcag("1.1.1")

    def is_known(self, font: Font) -> bool:
        """Return whether what the codes of ``font`` mean could be read."""
        return font.is_mapped


def shown(glyphs: Iterable[Glyph]) -> str:
    """Return the first of ``glyphs`` for a message: as characters, or as codes where they mean none."""
    names = [_shown(glyph) for glyph in glyphs]
    return ", ".join(islice(names, _SHOWN)) + (" …" if len(names) > _SHOWN else "")


def _shown(glyph: Glyph) -> str:
    if glyph.text and glyph.text.isprintable() and not glyph.text.isspace():
        return glyph.text
    octets = glyph.code.to_bytes(4).lstrip(b"\0") or b"\0"
    return f"<{octets.hex().upper()}>"
