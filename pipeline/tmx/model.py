"""What a TMX file holds: units, each a text in some languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT = "x-context"
"""The property that keeps a message's msgctxt; Okapi and Weblate name it so, too."""


class Translation(Struct, frozen=True):
    """A text of one language and what it is in another, inline codes as placeholders."""

    source: str
    target: str
    context: str | None = None
    line: int = 0


class Unit(Struct, frozen=True):
    """One ``tu``: its texts by language, the first of each; ``raw`` is the element as XML."""

    texts: Mapping[str, str]
    context: str | None
    line: int
    raw: str


class Memory(Struct, frozen=True):
    """One TMX file; ``header`` is its element as XML, ``language`` the one that most units come from."""

    header: str
    language: str
    units: tuple[Unit, ...] = ()

    def translations(self, source: str, target: str) -> Iterator[Translation]:
        """Yield what is translated from one language (BCP 47) into another."""
        for unit in self.units:
            text, translated = text_in(unit.texts, source), text_in(unit.texts, target)
            if text and translated:
                yield Translation(text, translated, unit.context, unit.line)


def text_in(texts: Mapping[str, str], language: str) -> str | None:
    """Return the text in a language: in the very one, else in one of its regions, ``en-GB`` for ``en``.

    Where a region is asked for, what names none will do, too; another region's will not.
    """
    wanted = normal(language)
    if wanted in texts:
        return texts[wanted]
    main, _, region = wanted.partition("-")
    if region:
        return texts.get(main)
    return next((text for tag, text in texts.items() if tag.partition("-")[0] == main), None)


def normal(language: str) -> str:
    """Return a tag as it is compared: tools write ``sv-SE``, ``SV_se``."""
    return language.strip().replace("_", "-").lower()
