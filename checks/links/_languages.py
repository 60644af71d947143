"""In which language something is that a link leads to, and whether the link says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from checks.languages import agree, primary
from checks.links._documents import document_at
from checks.subjects.page import language_of

_WORD: Final = re.compile(r"\w+")
# What documents of public bodies are translated into, and what stands before the name of a language.
_OFFERED: Final = (
    "sv en de fi nb da fr es it pt nl pl ro ru uk et lv lt hu cs sk sl hr bs sr sq el tr ar fa so ti se"
).split()
_SAID: Final = re.compile(
    r"\b(?:på|in|auf) +([^\W\d_]{4,20}(?:(?:,| och| and| und|/) *[^\W\d_]{4,20}){0,4})", re.IGNORECASE
)

if TYPE_CHECKING:
    from checks.subjects import Link
    from pipeline.page import Element


def language_of_target(link: Link) -> str:
    """Return the language of the page or PDF that ``link`` leads to; empty where it says none."""
    site, path = link.page.site, link.destination.path
    if path.lower().endswith(".pdf"):
        document = document_at(site, path)
        return document.language if document else ""
    facts = site.facts(path)
    return facts.language if facts else ""


def stated_language(link: Link) -> str:
    """Return the language that the words of a link to a document say it is in: "policyn på engelska".

    Empty where they name none, several, or the page's own.
    """
    text, reader = link.label.text, primary(link.page.facts.language)
    words = (word for found in _SAID.finditer(text) for word in _WORD.findall(found[1]))
    named = {language for word in words if (language := _language_called(word, reader))}
    return next(iter(named)) if len(named) == 1 and reader not in named else ""


@lru_cache(maxsize=4096)
def _language_called(word: str, reader: str) -> str:
    """Return the tag of the European language that is called so by the reader, in English or German."""
    return next((tag for tag in _OFFERED if word.casefold() in _names(tag, reader) - {tag}), "")


def announces(link: Link, language: str) -> bool:
    """Return whether ``link`` says that it leads to something in ``language``: marked, or in words."""
    if link.reference.language and agree(link.reference.language, language):
        return True
    places = link.page.site.placing.places(link.page.facts.path)
    element = places.element(link.position) if places else None
    return element is not None and (_is_marked(element, language) or _is_named(element, link, language))


def _is_marked(element: Element, language: str) -> bool:
    marked = [language_of(element), *(part.attr("lang") or "" for part in element.select("[lang]"))]
    return any(primary(one) == primary(language) for one in marked)


def _is_named(element: Element, link: Link, language: str) -> bool:
    alternatives = (part.attr("alt") or "" for part in element.select("[alt]"))
    said = [element.text, element.attr("aria-label") or "", element.attr("title") or "", *alternatives]
    names = _names(primary(language), primary(link.page.facts.language))
    return not names.isdisjoint(_WORD.findall(" ".join(said).casefold()))


@lru_cache(maxsize=256)
def _names(language: str, reader: str) -> frozenset[str]:
    """Return what ``language`` is called: by its tag, by itself, by its reader, in English and German."""
    names = {language}
    for other in (language, reader, "en", "de"):
        try:
            name = Locale.parse(other).languages.get(language, "")
        except (UnknownLocaleError, ValueError):
            continue
        names.add(name.casefold())
    return frozenset(filter(None, names))
