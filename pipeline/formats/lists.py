"""Words in a row: A, B och C."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from pipeline.formats.languages import locale

if TYPE_CHECKING:
    from collections.abc import Sequence


def enumerate_words(words: Sequence[str], language: str) -> str:
    """Return ``words`` as a sentence lists them: ``A, B och C``, ``A, B and C``; "" for none."""
    return format_list(words, locale=locale(language))
