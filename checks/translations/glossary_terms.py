"""Terms of the glossary are translated as it says."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import primary
from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalog, Translation
from checks.translations._stems import stem
from checks.values.wording import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects.glossary import Glossary

_WORD: Final = re.compile(r"[^\W\d_]+")
_BRACKETED: Final = re.compile(r"\s*\(([^()]*)\)")
_CHOICE: Final = re.compile(r" / | oder | eller | or ")
_PARTICIPLES: Final = ("ande", "ende")
_SHORTER: Final = 2  # letters by which a form may be shorter than the word in the glossary
_COMPOUNDED: Final = 4  # letters of a stem that may be a part of a longer word


class Use(NamedTuple):
    """A term that stands in the source text of a translation, and how the glossary translates it."""

    translation: Translation
    term: str
    wanted: str

    @property
    def entry(self) -> object:
        """Return the entry that it stands in."""
        return self.translation.entry


class GlossaryTerms(Rule[Catalog, Use]):
    """An authority or a form that has three names is three things to a reader who does not know it.

    Use the word that the glossary gives, in the form that the sentence needs. Where the glossary is
    wrong, mend the glossary; where the word means something else here, the flag no-glossary-terms
    and a comment say so.
    """

    id = "glossary-terms"
    title = msg("Terms are translated as the glossary says")
    severity = Severity.ADVISORY
    fault = Fault.WORDS
    quality = Quality.TERMINOLOGY

    def applicability(self, catalog: Catalog) -> Iterator[Use]:
        """Yield the terms of the site's glossary in each source text; of two that overlap, the longer."""
        if catalog.glossary is None:
            return
        terms = _terms(catalog.glossary, catalog.source, catalog.language)
        for translation in catalog.translations():
            if not translation.is_address:
                yield from _uses(translation, terms)

    def expectation(self, use: Use) -> Verdict:
        """Require the words of one of the glossary's translations, inflected or in a compound."""
        translation = use.translation
        found = _stems(plain(translation.msgstr), primary(translation.language))
        if any(_has(found, way, primary(translation.language)) for way in ways(use.wanted)):
            return PASSED
        return Failed(
            msg(
                'The glossary translates "{term}" as "{wanted}". Use its word.',
                term=use.term,
                wanted=use.wanted,
            )
        )


class _Term(NamedTuple):
    """A term in the source language with its stems; ``is_name`` where its letter case tells it apart."""

    text: str
    stems: tuple[str, ...]
    wanted: str


@cache
def _terms(glossary: Glossary, source: str, language: str) -> tuple[_Term, ...]:
    """Return the terms, the longest first; those that list several words are for people to read."""
    pairs = [(_BRACKETED.sub("", term).strip(), wanted) for term, wanted in glossary.pairs(source, language)]
    terms = [
        _Term(term, _stems(term, primary(source)), wanted)
        for term, wanted in pairs
        if " / " not in term and _WORD.search(term)
    ]
    return tuple(sorted(terms, key=lambda term: -len(term.stems)))


def _uses(translation: Translation, terms: tuple[_Term, ...]) -> Iterator[Use]:
    words = _WORD.findall(plain(translation.msgid))
    stems = list(_stems(plain(translation.msgid), primary(translation.source)))
    for term in terms:
        at = _find(stems, term.stems)
        if at is not None and _is_meant(term.text, words[at : at + len(term.stems)], at, translation.msgid):
            stems[at : at + len(term.stems)] = [""] * len(term.stems)
            yield Use(translation, term.text, term.wanted)


def _find(stems: list[str], wanted: tuple[str, ...]) -> int | None:
    """Return where the stems of a term stand together."""
    if wanted[0] not in stems:
        return None
    starts = (index for index, stem in enumerate(stems) if stem == wanted[0])
    return next((index for index in starts if tuple(stems[index : index + len(wanted)]) == wanted), None)


def _is_meant(term: str, words: list[str], at: int, text: str) -> bool:
    """Return whether ``words``, whose stems are the term's, are the term and not another word.

    A capitalised word is a name: the authority Sida, not a page. A stemmer takes derivations for
    forms: tillgänglig for tillgänglighet, bristande for brist.
    """
    if term[0].isupper() and " " not in term:
        return words[0][0].isupper() and (at > 0 or text.strip(" :") == words[0])
    own = _WORD.findall(term)
    return all(_is_form(word.lower(), base.lower()) for word, base in zip(words, own, strict=True))


def _is_form(word: str, base: str) -> bool:
    is_derived = word.endswith(_PARTICIPLES) and not base.endswith(_PARTICIPLES)
    return len(word) >= len(base) - _SHORTER and not is_derived


def ways(wanted: str) -> Iterator[str]:
    """Yield the translations that are allowed: those apart by a slash or "or", with brackets or in them."""
    yield from _CHOICE.split(_BRACKETED.sub("", wanted))
    for bracketed in _BRACKETED.findall(wanted):
        yield from _CHOICE.split(bracketed)


def _has(found: tuple[str, ...], way: str, language: str) -> bool:
    stems = _stems(way, language)
    return bool(stems) and all(any(_is_in(stem, word) for word in found) for stem in stems)


def _is_in(stem: str, word: str) -> bool:
    return stem == word or (len(stem) >= _COMPOUNDED and stem in word)


@lru_cache(maxsize=4096)
def _stems(text: str, language: str) -> tuple[str, ...]:
    """Return the words of ``text`` without their endings, where a stemmer knows the language."""
    return tuple(stem(word.lower(), language) for word in _WORD.findall(text))
