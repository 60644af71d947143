"""Fills the slots of a skeleton for one page of one edition."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline.formats import direction, file_label, in_language
from pipeline.markup import restore
from pipeline.render.card import contact_card
from pipeline.render.edition import relative
from pipeline import skeleton as slots

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.render.edition import Edition
    from pipeline.segment.model import Segmented
    from pipeline.skeleton import Pieces, Slot
    from pipeline.translate import Translation


class Filler:
    """Turns pieces into HTML for ``page`` of ``edition``; ``texts`` are its units' translations in order."""

    def __init__(self, edition: Edition, page: Segmented, texts: Sequence[Translation]) -> None:
        """Prepare to fill the page's slots."""
        self.edition = edition
        self.page = page
        self.texts = texts
        self.path = edition.heads[page.page].path
        self.source_language = edition.site.language

    def fill(self, pieces: Pieces) -> str:
        """Return the HTML of ``pieces``."""
        return "".join(
            piece if isinstance(piece, str) else _FILL[type(piece)](self, piece) for piece in pieces
        )

    def unit_text(self, slot: slots.UnitText) -> str:
        translation = self.texts[slot.unit - 1]
        text, placeholders = translation.text, self.page.unit(slot.unit).placeholders
        html = self.fill(restore(text, placeholders)) if placeholders else escape(text, quote=False)
        if translation.state.is_usable or slot.marked:
            return html
        return f"<span{self.language_mark(self.source_language)}>{html}</span>"

    def unit_attribute(self, slot: slots.UnitAttribute) -> str:
        return escape(self.texts[slot.unit - 1].text)

    def unit_language(self, slot: slots.UnitLanguage) -> str:
        usable = all(self.texts[unit - 1].state.is_usable for unit in slot.units)
        return "" if usable else self.language_mark(self.source_language)

    def language_mark(self, language: str) -> str:
        """Return the attributes of a part in ``language``: nothing where it is the page's own (WCAG 3.1.2)."""
        if language == self.edition.tag:
            return ""
        turned = direction(language) != direction(self.edition.tag)
        return f' lang="{escape(language)}"' + (f' dir="{direction(language)}"' if turned else "")

    def page_link(self, slot: slots.PageLink) -> str:
        fragment = f"#{escape(slot.fragment)}" if slot.fragment else ""
        head = self.edition.heads.get(slot.page)
        if head:
            return f' href="{self.address(head.path)}{fragment}"'
        there = f"{self.source_language}/{self.edition.elsewhere[slot.page].path}"
        address = quote(relative(there, f"{self.edition.tag}/{self.path}"))
        return f' href="{address}{fragment}" hreflang="{self.source_language}"'

    def page_title(self, slot: slots.PageTitle) -> str:
        head = self.edition.heads.get(slot.page)
        if head and not head.title_language:
            return escape(head.title)
        title = (head or self.edition.elsewhere[slot.page]).title
        return f"<span{self.language_mark(self.source_language)}>{escape(title)}</span>"

    def file_link(self, slot: slots.FileLink) -> str:
        return self.address(slot.path) + (f"#{escape(slot.fragment)}" if slot.fragment else "")

    def address(self, path: str) -> str:
        """Return the address of a file of the edition, as this page writes it."""
        return escape(quote(relative(path, self.path)))

    def document_link(self, slot: slots.DocumentLink) -> str:
        document = self.edition.documents[slot.file]
        fragment = f"#{escape(slot.fragment)}" if slot.fragment else ""
        foreign = f' hreflang="{document.language}"' if document.language != self.edition.tag else ""
        return f' href="{self.address(f"documents/{slot.file}")}{fragment}"{foreign} type="application/pdf"'

    def document_title(self, slot: slots.DocumentTitle) -> str:
        document = self.edition.documents[slot.file]
        mark = self.language_mark(document.language)
        return f"<span{mark}>{escape(document.title)}</span>" if mark else escape(document.title)

    def document_label(self, slot: slots.DocumentLabel) -> str:
        document, locale = self.edition.documents[slot.file], self.edition.locale
        label = file_label(document.format, document.size, locale)
        if document.language != self.edition.tag:
            label = f"{in_language(document.language, locale)}, {label}"
        return f" ({escape(label)})"

    def contact(self, slot: slots.ContactCard) -> str:
        return contact_card(self.edition, slot.contact)

    def filtered(self, slot: slots.Filtered) -> str:
        return self.fill(slot.pieces) if slot.locale_filter.admits(self.edition.tag) else ""


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
