"""What editors do to a paragraph between two visits, done by chance from one seed.

Every edit knows what it was made from, so that a merge can be asked for the predecessor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import prose, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_NUMBER = re.compile(r"(?<![\w<])\d{1,6}(?![\w>])")
_SENTENCE_END = re.compile(r"(?<=[.?]) (?=[A-ZÅÄÖ])")
_WORD = re.compile(r"(?<![\w<])\w{4,}(?![\w>])")
_CLAUSES = (
    "enligt det nya beslutet", "i mån av plats", "om inget annat sägs", "i samråd med grannarna",
    "utan extra kostnad",
    "men bara för den som är folkbokförd här", "på samma villkor för alla", "så att fler kan delta",
    "även när det gäller mindre ärenden", "i den takt som ekonomin tillåter",
)  # fmt: skip
_PHRASES = {
    phrase: tuple(other for other in phrases if other != phrase)
    for phrases in vocabulary.SLOTS.values()
    for phrase in phrases
}
_PHRASE = re.compile(
    "|".join(rf"\b{re.escape(phrase)}\b" for phrase in sorted(_PHRASES, key=len, reverse=True))
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after an edit, and the part that was cut off into a paragraph of its own, if any."""

    text: str
    rest: str = ""


def edit(rng: Random, text: str, theme: prose.Theme) -> Edited:
    """Return ``text`` changed in one of the ways that editors change texts; never unchanged."""
    while True:
        edited = rng.choice(_KINDS)(rng, text, theme)
        if edited and edited.text != text:
            return edited


def _change_phrase(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    """Say one thing in other words: another month, another body, another document."""
    found = list(_PHRASE.finditer(text))
    if not found:
        return None
    phrase = rng.choice(found)
    return Edited(_replace(text, phrase, rng.choice(_PHRASES[phrase[0]])))


def _change_word(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    """Replace one word by any other."""
    found = list(_WORD.finditer(text))
    if not found:
        return None
    return Edited(_replace(text, rng.choice(found), rng.choice(vocabulary.SERVICES)[1]))


def _change_number(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    return Edited(_replace(text, rng.choice(found), str(rng.randint(2, 2031))))


def _add_clause(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    clause = rng.choice(_CLAUSES)
    return Edited(f"{text[:-1]}, {clause}." if text.endswith(".") else f"{text}, {clause}")


def _add_sentence(rng: Random, text: str, theme: prose.Theme) -> Edited | None:
    if not text.endswith("."):
        return None
    added = prose.fill(rng, rng.choice(vocabulary.SENTENCES), theme)
    return Edited(rng.choice((f"{text} {added}", f"{added} {text}")))


def _remove_sentence(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    parts = _sentences(text)
    if len(parts) < 2:  # noqa: PLR2004  something must be left
        return None
    dropped = rng.randrange(len(parts))
    return Edited(" ".join(parts[:dropped] + parts[dropped + 1 :]))


def _split(rng: Random, text: str, _theme: prose.Theme) -> Edited | None:
    """Make two paragraphs of one; the longer is the edited one, the shorter the rest."""
    parts = _sentences(text)
    if len(parts) < 2:  # noqa: PLR2004  two paragraphs need two sentences
        return None
    cut = rng.randrange(1, len(parts))
    shorter, longer = sorted((" ".join(parts[:cut]), " ".join(parts[cut:])), key=len)
    return Edited(longer, shorter)


_KINDS: tuple[Callable[[Random, str, prose.Theme], Edited | None], ...] = (
    _change_phrase, _change_word, _change_number, _add_clause, _add_sentence, _remove_sentence, _split,
)  # fmt: skip


def _replace(text: str, found: re.Match[str], new: str) -> str:
    return f"{text[: found.start()]}{new}{text[found.end() :]}"


def _sentences(text: str) -> list[str]:
    return _SENTENCE_END.split(text)
