"""Fills the slots of a skeleton for one page of one edition."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from pipeline import skeleton as slots
from pipeline.formats import file_label, in_language
from pipeline.markup import restore
from pipeline.render.card import contact_card
from pipeline.render.edition import DOCUMENTS, relative
from pipeline.render.language import language_mark
from pipeline.trace import BACK, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipeline.render.edition import Edition
    from pipeline.segment.model import Segmented
    from pipeline.skeleton import Markup, Pieces, Slot
    from pipeline.translate import Translation


class Filler:
    """Turns pieces into HTML for ``page`` of ``edition``; ``texts`` are its units' translations in order.

    ``around`` is the language of the text that is being filled: the edition's, but within a unit that
    is not translated the source's.  ``missing`` are the units shown in the source language, ``contacts``
    the contacts whose cards have been filled in.
    """

    def __init__(self, edition: Edition, page: Segmented, texts: Sequence[Translation]) -> None:
        """Prepare to fill the page's slots."""
        self.edition = edition
        self.page = page
        self.texts = texts
        self.path = edition.heads[page.page].path
        self.source_language = edition.site.language
        self.tag = self.around = edition.tag
        self.missing = {number for number, text in enumerate(texts, 1) if not text.state.is_usable}
        self.contacts: dict[str, None] = {}

    def fill(self, pieces: Pieces) -> str:
        """Return the HTML of ``pieces``."""
        return "".join(
            [piece if isinstance(piece, str) else _FILL[type(piece)](self, piece) for piece in pieces]
        )

    def unit_text(self, slot: slots.UnitText) -> str:
        """Return a unit's text, in fallback marked with its language."""
        text, placeholders = self.texts[slot.unit - 1].text, self.page.unit(slot.unit).placeholders
        if slot.marked and not placeholders:  # most are so
            return _escaped(text)
        language = self.language_of(slot.unit)
        mark = "" if slot.marked else self.language_mark(language)
        html = self.restored(text, placeholders, language) if placeholders else _escaped(text)
        return f"<span{mark}>{html}</span>" if mark else html

    def restored(self, text: str, placeholders: Mapping[str, Markup], language: str) -> str:
        """Return the HTML of a text in ``language`` that has markup in it."""
        outer, self.around = self.around, language
        html = self.fill(restore(text, placeholders))
        self.around = outer
        return html

    def unit_attribute(self, slot: slots.UnitAttribute) -> str:
        """Return the value of a translated attribute."""
        return escape(self.texts[slot.unit - 1].text)

    def unit_language(self, slot: slots.UnitLanguage) -> str:
        """Return the language of an element whose units are shown in the source language."""
        return self.language_mark(self.language_of(*slot.units)) if self.missing else ""

    def language_of(self, *units: int) -> str:
        """Return the language that units are shown in: the source's where any of them has to be."""
        return self.tag if self.missing.isdisjoint(units) else self.source_language

    def language_mark(self, language: str) -> str:
        """Return the attributes of a part in ``language``: none in that of the text around."""
        return language_mark(language, self.around)

    def page_link(self, slot: slots.PageLink) -> str:
        """Return the address of a page: here, or in the source edition where this one has it not."""
        fragment = f"#{escape(slot.fragment)}" if slot.fragment else ""
        foreign = "" if slot.page in self.edition.heads else f' hreflang="{self.source_language}"'
        return f' href="{self.page_address(slot.page)}{fragment}"{foreign}'

    def page_address(self, page: str) -> str:
        """Return the address of a page: that of the source edition where this one has it not."""
        head = self.edition.heads.get(page)
        if head:
            return self.address(head.path)
        there = f"{self.source_language}/{self.edition.elsewhere[page].path}"
        return escape(relative(there, f"{self.edition.tag}/{self.path}"))

    def page_title(self, slot: slots.PageTitle) -> str:
        """Return the title of another page, marked with its language."""
        head = self.edition.heads.get(slot.page)
        is_translated = head is not None and not head.title_language
        title = (head or self.edition.elsewhere[slot.page]).title
        return self.part(title, self.edition.tag if is_translated else self.source_language)

    def part(self, text: str, language: str) -> str:
        """Return ``text`` as HTML, marked with its language where that is another than around it."""
        mark = self.language_mark(language)
        return f"<span{mark}>{escape(text)}</span>" if mark else escape(text)

    def file_link(self, slot: slots.FileLink) -> str:
        """Return the address of a picture or other file."""
        return self.address(slot.path) + (f"#{escape(slot.fragment)}" if slot.fragment else "")

    def address(self, path: str) -> str:
        """Return the address of a file of the edition, as this page writes it."""
        return escape(relative(path, self.path))

    def document_link(self, slot: slots.DocumentLink) -> str:
        """Return the address of a document, with its language and type as its record says."""
        document = self.edition.documents[slot.file]
        fragment = f"#{escape(slot.fragment)}" if slot.fragment else ""
        foreign = f' hreflang="{document.language}"' if document.language != self.edition.tag else ""
        place = document.places.get("language", document.location)
        said = f'{mark(0, place.line, DOCUMENTS)}{foreign} type="application/pdf"{BACK}'
        return f' href="{self.address(f"documents/{slot.file}")}{fragment}"{said}'

    def document_title(self, slot: slots.DocumentTitle) -> str:
        """Return a document's own title, marked with its language."""
        document = self.edition.documents[slot.file]
        return self.part(document.title, document.language)

    def document_label(self, slot: slots.DocumentLabel) -> str:
        """Return language, format and size of a document."""
        document, edition = self.edition.documents[slot.file], self.edition
        locale = edition.locale if self.around == edition.tag else edition.site.languages[0].locale
        label = file_label(document.format, document.size, locale)
        if document.language != self.around:
            label = f"{in_language(document.language, locale)}, {label}"
        return f" ({escape(label)})"

    def contact(self, slot: slots.ContactCard) -> str:
        """Return a contact's card."""
        self.contacts[slot.contact] = None
        return contact_card(self.edition, slot.contact)

    def filtered(self, slot: slots.Filtered) -> str:
        """Return content for some languages where this is one of them."""
        return self.fill(slot.pieces) if slot.locale_filter.admits(self.edition.tag) else ""


def _escaped(text: str) -> str:
    """Return ``text`` as HTML; most needs no escape, and to see that is quicker than to look for each."""
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


_FILL: dict[type[Slot], Callable[[Filler, Any], str]] = {
    slots.UnitText: Filler.unit_text,
    slots.UnitAttribute: Filler.unit_attribute,
    slots.UnitLanguage: Filler.unit_language,
    slots.PageLink: Filler.page_link,
    slots.PageTitle: Filler.page_title,
    slots.FileLink: Filler.file_link,
    slots.DocumentLink: Filler.document_link,
    slots.DocumentTitle: Filler.document_title,
    slots.DocumentLabel: Filler.document_label,
    slots.ContactCard: Filler.contact,
    slots.Filtered: Filler.filtered,
}
