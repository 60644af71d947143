"""Which pages each edition has, what they are called and where they lie."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from pipeline.errors import CatalogError, SourceError
from pipeline.model import Location, Policy, State, msg
from pipeline.render.edition import Edition, Head
from pipeline.shell import NAME as SHELL
from pipeline.state import digest
from pipeline.translate import Translation, Translator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import CodeType

    from pipeline.config import Language
    from pipeline.locales import Locales
    from pipeline.segment.model import Segmented, Unit
    from pipeline.site import Source
    from pipeline.state import State as RunState


class Name(Struct, frozen=True):
    """What a page is called in one language: its own part of the address, and its title.

    ``complete`` tells whether the page may be in an edition that omits what is not translated;
    ``path`` and ``line`` where the slug stands, in the catalog or the source.
    """

    slug: str
    title: str
    title_language: str | None
    complete: bool
    path: str
    line: int

    @property
    def in_catalog(self) -> bool:
        """Whether the slug is a translator's."""
        return self.path.endswith(".po")


def texts_of(page: Segmented, translator: Translator, language: str) -> list[Translation]:
    """Return the translations of a page's units, in their order; units for other languages are done."""
    return [translator(unit) if unit.is_for(language) else _not_wanted(unit) for unit in page.units]


def plan_editions(source: Source, locales: Locales, state: RunState) -> dict[str, Edition]:
    """Return the site's editions by language, the source language's first.

    Raises SourceError or CatalogError where two pages of an edition would have one address.
    """
    names = {language.tag: _names(source, locales, language, state) for language in source.site.languages}
    heads: dict[str, dict[str, Head]] = {}
    for language in source.site.languages:
        heads[language.tag] = _heads(names[language.tag], language)
    elsewhere = heads[source.site.language]
    by_file = {document.file: document for document in source.documents.values()}
    shell_units = {unit.msgid: unit for unit in source.shell}
    template_code: dict[str, CodeType] = {}
    return {
        language.tag: Edition(
            site=source.site,
            language=language,
            heads=heads[language.tag],
            elsewhere=elsewhere,
            contacts=source.contacts,
            documents=by_file,
            shell_units=shell_units,
            template_files=source.templates,
            template_code=template_code,
            shell_catalog=partial(locales.wording, language.tag, SHELL),
        )
        for language in source.site.languages
    }


def heads_key(editions: Mapping[str, Edition]) -> str:
    """Return a digest of where all pages of all editions lie and what they are called."""
    return digest(msgspec.msgpack.encode([(tag, edition.heads) for tag, edition in editions.items()]))


def named_key(edition: Edition, editions: Mapping[str, Edition], page: str, linked: Iterable[str]) -> str:
    """Return a digest of the heads that ``page`` of ``edition`` shows.

    Those are its own, where it lies in every edition, and the heads of the pages that it has ``linked``;
    where one of them is not in the edition, the source language's.
    """
    alternates = [(tag, other.heads[page].path) for tag, other in editions.items() if page in other.heads]
    shown = [edition.heads.get(each) or (each, edition.elsewhere.get(each)) for each in (page, *linked)]
    return digest(msgspec.msgpack.encode((alternates, shown)))


def _names(source: Source, locales: Locales, language: Language, state: RunState) -> dict[str, Name]:
    """Return what every page is called in a language; what earlier runs knew is looked up."""
    known = state.table(f"names {language.tag}")
    names = {}
    for page in source.files:
        key = _name_key(source, locales, page, language)
        kept = known.get(page)
        if kept and kept[0] == key:
            names[page] = Name(*kept[1:])
        else:
            names[page] = _name(source, locales, page, language)
            known[page] = [_name_key(source, locales, page, language), *astuple(names[page])]
    for page in known.keys() - names.keys():
        del known[page]
    return names


def _name_key(source: Source, locales: Locales, page: str, language: Language) -> str:
    return f"{language.policy} {source.keys[page]} {locales.catalog_key(language.tag, page)}"


def _name(source: Source, locales: Locales, page_name: str, language: Language) -> Name:
    page = source.page(page_name)
    catalog = locales.wording(language.tag, page_name)
    translator = Translator(catalog)
    title = translator(page.unit(page.title))
    slug = translator(page.unit(page.slug)) if page.slug else None
    in_catalog = catalog is not None and slug is not None and slug.state.is_usable
    return Name(
        slug=slug.text if slug else "",
        title=title.text,
        title_language=None if title.state.is_usable else source.site.language,
        complete=language.policy is not Policy.OMIT or _is_complete(page, translator, language.tag),
        path=catalog.path if catalog and in_catalog else page.source,
        line=(slug.line or 0) if slug and in_catalog else page.unit(page.slug).line if page.slug else 1,
    )


def _is_complete(page: Segmented, translator: Translator, language: str) -> bool:
    return all(text.state.is_usable for text in texts_of(page, translator, language))


def _heads(names: Mapping[str, Name], language: Language) -> dict[str, Head]:
    """Return the pages of an edition; folders are called what their start pages are."""
    heads: dict[str, Head] = {}
    taken: dict[str, str] = {}
    for page, name in names.items():
        if language.policy is Policy.OMIT and not name.complete:
            continue
        path = _path(page, names)
        if path in taken:
            raise _collision(names, page, taken[path])
        taken[path] = page
        heads[page] = Head(path, name.title, name.title_language)
    return heads


def _collision(names: Mapping[str, Name], page: str, other: str) -> CatalogError | SourceError:
    """Return the error for two pages with one address: the translation's, if one of the two is translated."""
    if not names[page].in_catalog and names[other].in_catalog:
        page, other = other, page
    name = names[page]
    return (CatalogError if name.in_catalog else SourceError)(
        msg("“{slug}” is the address of {other} already. Choose another.", slug=name.slug, other=other),
        Location(name.path, name.line),
    )


def _path(page: str, names: Mapping[str, Name]) -> str:
    *folders, own = page.split("/")
    parts = []
    for depth in range(1, len(folders) + 1):
        start = names.get("/".join((*folders[:depth], "index")))
        parts.append(start.slug if start else folders[depth - 1])
    return "/".join((*parts, "index.html" if own == "index" else f"{names[page].slug}.html"))


def _not_wanted(unit: Unit) -> Translation:
    return Translation(unit.msgid, State.TRANSLATED)
