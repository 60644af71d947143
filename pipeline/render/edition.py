"""What all pages of one edition share."""

from __future__ import annotations

import traceback
import weakref
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from html import escape
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from pipeline.config import CONTACTS_FILE, DOCUMENTS_FILE
from pipeline.errors import SourceError
from pipeline.model import Location, msg
from pipeline.render.language import foreign
from pipeline.shell import TEMPLATES
from pipeline.trace import mark
from pipeline.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import CodeType

    from jinja2 import Environment

    from pipeline.config import Contact, Document, Language, Site
    from pipeline.po import Catalog
    from pipeline.segment.model import Unit
    from pipeline.wording import Wording

SHELL, CONTACTS, DOCUMENTS = 1, 2, 3
"""The numbers of three sources of every page in its trace; its own file is number 0 (``trace.PAGE``)."""

TEMPLATE = mark(0, 1, SHELL)
"""Says that what follows is the page template's, after a text that is somebody else's."""

_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What Python raises for faults of a template that Jinja has no name for."""


class Head(Struct, frozen=True):
    """What other pages need to know of a page in one edition.

    ``path`` is its file below the edition's root; ``title_language`` the source language where the
    title has no translation yet, else None.
    """

    path: str
    title: str
    title_language: str | None


@dataclass(frozen=True)
class Edition:
    """All pages in one language.

    ``heads`` are the pages that are in the edition, ``elsewhere`` the source edition's: what is not
    here is linked to there.  ``documents`` are found by their file's name, ``template_files`` by theirs
    below ``source/templates``; ``template_code`` are those that one of the editions has compiled.
    """

    site: Site
    language: Language
    heads: Mapping[str, Head]
    elsewhere: Mapping[str, Head]
    contacts: Mapping[str, Contact]
    documents: Mapping[str, Document]
    shell_units: Mapping[str, Unit]
    template_files: Mapping[str, Path]
    template_code: dict[str, CodeType]
    shell_catalog: Callable[[], Catalog | Wording | None]

    @cached_property
    def shell(self) -> Translator:
        """The translations of the site's own texts."""
        return Translator(self.shell_catalog())

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The files besides a page's own that its parts come from, as numbered in its trace, from 1."""
        known = (f"{TEMPLATES}/page.html", CONTACTS_FILE, DOCUMENTS_FILE)
        templates = (f"{TEMPLATES}/{name}" for name in self.template_files)
        return tuple(
            dict.fromkeys((*known, *templates, *(unit.source for unit in self.shell_units.values())))
        )

    @cached_property
    def shell_lines(self) -> dict[int, int]:
        """The lines of the site's own units in their catalog, by unit."""
        lines = {unit.number: self.shell(unit).line for unit in self.shell_units.values()}
        return {number: line for number, line in lines.items() if line}

    @property
    def tag(self) -> str:
        """The edition's language tag; also the name of its folder."""
        return self.language.tag

    @property
    def locale(self) -> str:
        """The CLDR locale of its numbers and dates."""
        return self.language.locale

    @cached_property
    def cards(self) -> dict[str, str]:
        """The contact cards made so far, by contact."""
        return {}

    @cached_property
    def scripts(self) -> dict[tuple[str, ...], str]:
        """The contacts for machines made so far, by the contacts that a page shows."""
        return {}

    @cached_property
    def own_htmls(self) -> dict[str, str]:
        """The site's own texts made so far, by msgid."""
        return {}

    @cached_property
    def templates(self) -> Environment:
        """The site's templates; ``_()`` in them gives the edition's words, marked with their origin.

        They know the edition only as long as somebody else does: what is made again and again in one
        process must not fill the memory with editions that nobody has any more.
        """
        from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - for pages that changed
        from markupsafe import Markup  # noqa: PLC0415 - as above

        from pipeline.render.compiled import Compiled  # noqa: PLC0415 - as above
        from pipeline.render.lines import LineMarks  # noqa: PLC0415 - as above

        own: Edition = weakref.proxy(self)
        environment = Environment(
            loader=FunctionLoader(partial(Edition._template, own)),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=[LineMarks],
            bytecode_cache=Compiled(self.template_code),
        )
        environment.extend(source_number=partial(Edition._source_number, own))
        environment.globals["_"] = cache(lambda msgid: Markup(own.own_html(msgid) + TEMPLATE))  # noqa: S704 - escaped
        return environment

    def render(self, template: str, **given: object) -> str:
        """Return what a template makes of ``given``; raise SourceError, with the line, where it cannot."""
        from jinja2 import TemplateError, TemplateNotFound  # noqa: PLC0415 - as above

        try:
            return self.templates.get_template(template).render(given)
        except TemplateNotFound as error:
            raise SourceError(
                msg("There is no template {name}. Put it there.", name=str(error.name)),
                _place_in_template(error) or Location(f"{TEMPLATES}/{template}", 1),
            ) from None
        except (TemplateError, *_FAULTS) as error:
            raise SourceError(
                msg("The template does not work: {reason}.", reason=str(error).rstrip(".")),
                _place_in_template(error) or Location(f"{TEMPLATES}/{template}", 1),
            ) from None

    def _template(self, name: str) -> tuple[str, str, None] | None:
        """Return a template's text, and its name for tracebacks; nothing but the known files is read."""
        path = self.template_files.get(name)
        return (path.read_text("utf-8"), f"{TEMPLATES}/{name}", None) if path else None

    def _source_number(self, template: str) -> int | None:
        """Return the number of a template in the trace; a card's markup belongs to the contact's record."""
        return None if template == "contact.html" else self.sources.index(f"{TEMPLATES}/{template}") + 1

    def own_text(self, msgid: str) -> str:
        """Return one of the site's own texts in the edition's language, as plain text."""
        unit = self.shell_units.get(msgid)
        return self.shell(unit).text if unit else msgid

    def own_html(self, msgid: str) -> str:
        """Return one of the site's own texts as HTML, marked with where it comes from."""
        if msgid not in self.own_htmls:
            unit = self.shell_units.get(msgid)
            place = mark(unit.number, unit.line, self.sources.index(unit.source) + 1) if unit else ""
            html = escape(self.own_text(msgid))
            is_usable = self.shell(unit).state.is_usable if unit else self.tag == self.site.language
            self.own_htmls[msgid] = place + (html if is_usable else foreign(html))
        return self.own_htmls[msgid]


def _place_in_template(error: Exception) -> Location | None:
    """Return the innermost line of a template that an error came through; Jinja names it in the traceback."""
    frames = ((frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__))
    places = [Location(name, line) for name, line in frames if name.startswith(f"{TEMPLATES}/")]
    return places[-1] if places else None


def address(edition: Edition, path: str) -> str:
    """Return the canonical address of a page: absolute, without ``index.html``."""
    return f"{edition.site.address}/{edition.tag}/{_folder(path)}"


@lru_cache(maxsize=1 << 14)  # every edition and the sitemap name every page of every edition
def _folder(path: str) -> str:
    return quote(path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path)


def alternates(page: str, editions: Mapping[str, Edition]) -> list[tuple[str, str]]:
    """Return (language, address) of the page in every edition that has it."""
    return [(tag, address(e, e.heads[page].path)) for tag, e in editions.items() if page in e.heads]


def relative(path: str, origin: str) -> str:
    """Return the address of the file ``path`` as the page ``origin`` writes it; both are below one root."""
    return _from_folder(path, origin.rpartition("/")[0])


@lru_cache(maxsize=1 << 16)
def _from_folder(path: str, folder: str) -> str:
    there, here = path.split("/"), folder.split("/") if folder else []
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(there, here, strict=False)))
    return "../" * (len(here) - shared) + _quoted("/".join(there[shared:]))


_quoted = lru_cache(maxsize=1 << 14)(quote)  # however a page is reached, its address ends the same
