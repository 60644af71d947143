"""One page of one edition: the shell around the filled skeleton."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from pipeline.formats import direction, long_date, own_name
from pipeline.model import Policy
from pipeline.render.card import structured_data
from pipeline.render.edition import TEMPLATE, address, alternates, relative
from pipeline.render.fill import Filler
from pipeline.render.language import plain, settled
from pipeline.trace import mark, unmark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pipeline.render.edition import Edition
    from pipeline.segment.model import Segmented
    from pipeline.trace import Place
    from pipeline.translate import Translation

Item = tuple[str, str | None, str, bool]
"""A menu's item: title, its language where it is not the page's, address, whether it is this page."""


@dataclass(frozen=True, slots=True)
class Shell:
    """What the template ``page.html`` is given as ``page``."""

    language: str
    direction: str
    title: Markup
    title_language: str | None
    description: Markup | None
    canonical: str
    alternates: list[tuple[str, str]]
    x_default: str
    switcher: list[tuple[str, str, str, bool]]
    menu: list[Item]
    footer: list[Item]
    notice: bool
    content: Markup
    json_ld: Markup
    root: str
    home: str
    updated: tuple[str, str] | None
    is_start: bool


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A finished page, and where each of its places comes from (see ``trace``)."""

    html: str
    places: list[Place]


def render_page(
    page: Segmented, texts: Sequence[Translation], edition: Edition, editions: Mapping[str, Edition]
) -> RenderedPage:
    """Return ``page`` in ``edition``; ``texts`` are its units' translations, ``editions`` all of the site.

    Raises SourceError for a template that asks for what there is not.
    """
    shell = _shell(page, texts, edition, editions)
    site = {"name": _own(edition, edition.site.name), "organisation": _organisation(edition)}
    html = edition.render("page.html", page=shell, site=site)
    html = settled(html, edition.site.language, edition.tag)
    return RenderedPage(*unmark(TEMPLATE + html + "\n"))


def _shell(
    page: Segmented, texts: Sequence[Translation], edition: Edition, editions: Mapping[str, Edition]
) -> Shell:
    head = edition.heads[page.page]
    filler = Filler(edition, page, texts)
    content = filler.fill(page.skeleton)
    others = alternates(page.page, editions)
    return Shell(
        language=edition.tag,
        direction=direction(edition.tag),
        title=_unit(page, texts, page.title),
        title_language=head.title_language,
        description=_unit(page, texts, page.description) if page.description else None,
        canonical=address(edition, head.path),
        alternates=others,
        x_default=dict(others)[edition.site.language],
        switcher=_switcher(page.page, edition, editions),
        menu=_items(edition.site.menu, page.page, edition),
        footer=_items(edition.site.footer, page.page, edition),
        notice=_needs_notice(texts, edition),
        content=Markup(content + TEMPLATE),  # noqa: S704 - made of escaped parts
        json_ld=structured_data(edition, filler.contacts),
        root="../" * head.path.count("/"),
        home=filler.page_address("index") if "index" in edition.elsewhere else "./",
        updated=(page.updated.isoformat(), long_date(page.updated, edition.locale)) if page.updated else None,
        is_start=page.page == "index",
    )


class Marked(Markup):
    """HTML that carries the mark of where it comes from; equal to all that reads the same."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Tell whether a reader sees the same; templates compare titles with the site's name."""
        return isinstance(other, str) and _as_read(self) == _as_read(other)

    def __ne__(self, other: object) -> bool:
        """Tell whether a reader sees anything else; ``str`` would compare the marks too."""
        return not self == other

    def __hash__(self) -> int:
        """Return the hash of what a reader sees."""
        return hash(_as_read(self))


def _as_read(html: str) -> str:
    return plain(unmark(html)[0])


def _unit(page: Segmented, texts: Sequence[Translation], number: int) -> Markup:
    return Marked(mark(number, page.unit(number).line) + escape(texts[number - 1].text))


def _own(edition: Edition, msgid: str) -> Markup:
    return Marked(edition.own_html(msgid) + TEMPLATE)


def _organisation(edition: Edition) -> dict[str, object]:
    organisation = edition.site.organisation
    return {"name": _own(edition, organisation.name), "url": organisation.url}


def _switcher(
    page: str, edition: Edition, editions: Mapping[str, Edition]
) -> list[tuple[str, str, str, bool]]:
    origin = f"{edition.tag}/{edition.heads[page].path}"
    return [
        (tag, own_name(tag), relative(f"{tag}/{other.heads[page].path}", origin), tag == edition.tag)
        for tag, other in editions.items()
        if page in other.heads
    ]


def _items(pages: Sequence[str], current: str, edition: Edition) -> list[Item]:
    origin = edition.heads[current].path
    heads = [(page, edition.heads[page]) for page in pages if page in edition.heads]
    return [(h.title, h.title_language, relative(h.path, origin), page == current) for page, h in heads]


def _needs_notice(texts: Sequence[Translation], edition: Edition) -> bool:
    if edition.language.policy is not Policy.FALLBACK or edition.tag == edition.site.language:
        return False
    missing = sum(not text.state.is_usable for text in texts)
    return missing > edition.language.notice_above * len(texts)
