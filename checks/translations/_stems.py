"""Words without their endings, in the languages that the Snowball project knows."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from Stemmer import Stemmer

_STEMMERS: Final = {
    "sv": "swedish",
    "en": "english",
    "de": "german",
    "da": "danish",
    "nb": "norwegian",
    "no": "norwegian",
    "nl": "dutch",
    "fi": "finnish",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
}


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return ``word``, in small letters, without its ending; as it is where nobody knows the language."""
    name = _STEMMERS.get(language)
    return word if name is None else str(_stemmer(name).stemWord(word))


@cache
def _stemmer(name: str) -> Stemmer:
    from Stemmer import Stemmer  # noqa: PLC0415 - for those who judge catalogs

    return Stemmer(name)
