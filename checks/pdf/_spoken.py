"""The text of a document by its languages, for the rules that listen to it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.structure import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

LONGEST: Final = 60_000  # characters that tell the language of a document


class Spoken(NamedTuple):
    """Text, and the language that is stated for it; ``path`` is its place in the tags, if it is a part."""

    page: int
    path: str
    language: str
    text: str


def document(facts: Facts) -> Spoken | None:
    """Return the text in the language of the document; None where it states none, or has no text in it."""
    language = facts.catalog.language if facts.catalog is not None else None
    if not language or facts.content is None:
        return None
    own = (spoken.text for spoken in texts(facts) if spoken.language == language)
    text = _joined(chain(own, (page.text for page in facts.content.pages)))
    return Spoken(0, "", language, text) if any(map(str.isalpha, text)) else None


def texts(facts: Facts) -> Iterator[Spoken]:
    """Yield the texts of structure elements for which a language is stated, in document order."""
    if facts.content is None or facts.structure is None:
        return
    for number, text in sorted(facts.content.texts.items()):
        element = Element(facts.structure, number)
        if element.language:
            yield Spoken(element.page, element.path, element.language, text)


def _joined(texts: Iterator[str]) -> str:
    found: list[str] = []
    size = 0
    for text in texts:
        found.append(text)
        size += len(text)
        if size > LONGEST:
            break
    return " ".join(found)
