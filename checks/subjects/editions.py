"""Which pages of a site are editions of one another.

Pages say so with ``hreflang``.  Where they do not, a site tells by its folders: ``sv/kontakt.html`` and
``en/kontakt.html``, each in the language of its folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.languages import X_DEFAULT, agree, is_known, primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.subjects.links import SitePage
    from checks.subjects.site import Site

_SIZE: Final = 0.1  # by how much the number of elements differs in what is still a translation
_FEW: Final = 6
_TAG: Final = 2  # letters of a language's folder


def editions_of(page: SitePage) -> dict[str, SitePage]:
    """Return the editions of ``page`` by their primary language, itself among them.

    The default for other languages has the key ``x-default``.
    """
    announced = ((link.reference.language.lower(), link.leads_to) for link in page.alternates)
    found = {
        language if language == X_DEFAULT else primary(language): edition
        for language, edition in announced
        if edition is not None
    }
    found = found or dict(_in_folders(page))
    own = primary(page.facts.language)
    return {own: page, **found} if own else found


def language_folders(site: Site) -> Mapping[str, str]:
    """Return the folders of ``site`` that are named after the language of their pages, with that language."""
    found: dict[str, str] = {}
    for path, facts in site.pages.items():
        folder, slash, _ = path.partition("/")
        if slash and len(primary(folder)) == _TAG and is_known(folder) and agree(folder, facts.language):
            found[folder] = primary(folder)
    return found


def are_alike(page: SitePage, original: SitePage) -> bool:
    """Return whether two editions have about the same elements, as translations have."""
    one, other = page.facts.size, original.facts.size
    return abs(one - other) <= max(_FEW, _SIZE * max(one, other))


def _in_folders(page: SitePage) -> Iterator[tuple[str, SitePage]]:
    """Yield the pages of the same name in the folders of other languages, and in the root of the site."""
    folders, path = page.site.language_folders, page.facts.path
    folder, _, rest = path.partition("/")
    own = rest if folder in folders else path
    for other in (*(f"{name}/" for name in folders), ""):
        facts = page.site.pages.get(f"{other}{own}")
        if facts is not None and facts.path != path and not agree(facts.language, page.facts.language):
            language = primary(facts.language)
            if language and (not other or language == folders[other[:-1]]):
                yield language, page.beside(facts)
