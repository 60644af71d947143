"""In which language something is that a link leads to, and whether the link says so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from checks.languages import agree, primary
from checks.links._documents import document_at
from checks.subjects.page import language_of

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


def announces(link: Link, language: str) -> bool:
    """Return whether ``link`` says that it leads to something in ``language``: marked, or in words."""
    if link.reference.language and agree(link.reference.language, language):
        return True
    places = link.page.site.places(link.page.facts.path)
    element = places.element(link.position) if places else None
    return element is not None and (_is_marked(element, language) or _is_named(element, link, language))


def _is_marked(element: Element, language: str) -> bool:
    marked = [language_of(element), *(part.attr("lang") or "" for part in element.select("[lang]"))]
    return any(primary(one) == primary(language) for one in marked)


def _is_named(element: Element, link: Link, language: str) -> bool:
    alternatives = (part.attr("alt") or "" for part in element.select("[alt]"))
    said = [element.text, element.attr("aria-label") or "", element.attr("title") or "", *alternatives]
    names = _names(primary(language), primary(link.page.facts.language))
    return not names.isdisjoint(re.findall(r"\w+", " ".join(said).casefold()))


@lru_cache(maxsize=256)
def _names(language: str, reader: str) -> frozenset[str]:
    """Return what ``language`` is called: by its tag, by itself, by its reader, in English."""
    names = {language}
    for other in (language, reader, "en"):
        try:
            name = Locale.parse(other).languages.get(language, "")
        except (UnknownLocaleError, ValueError):
            continue
        names.add(name.casefold())
    return frozenset(filter(None, names))
