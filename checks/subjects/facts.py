"""What is remembered of a page when its tree is gone: little enough for 30,000 pages in memory.

Addresses are shared between pages (the menu of a site says the same on each), anchors are one
string; the place of an element is found again by reading the page once more, which happens only
for the few pages with a finding.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from checks.subjects.contacts import Card, Said  # noqa: TC001 - who unpacks facts needs them
from checks.subjects.page import Medium, Page, base_of, language_of
from checks.subjects.references import REFRESH, Reference, References
from checks.subjects.shape import NO_SHAPE, Shape, shape_of
from checks.subjects.statement import Grades, statement_of
from pipeline.page import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.page import Element

_SEPARATOR = "\0"  # no parsed attribute holds one
_LABEL_AFTER = 40  # characters of text behind a link that may belong to its label


class Label(NamedTuple):
    """What a link to a download says about it, in the text and just behind, and in which language."""

    text: str
    language: str


class Facts(NamedTuple):
    """What other pages need to know of the page ``path`` (below the site's root), and what it needs of them.

    ``alternates`` has the positions of those of its ``references`` that lead to other editions, ``labels``
    the words of links to downloads by their position; ``anchors`` are its ids, and the names of its links;
    ``said`` and ``cards`` what it says of how to reach somebody, ``size`` how many elements it has, ``shape``
    which of them stand where, ``statement`` the grades of an accessibility statement: these are empty where
    nobody asks.
    """

    path: str
    folder: str
    medium: Medium
    language: str
    base: str | None
    sends_on: bool
    anchors: str
    references: tuple[Reference, ...]
    alternates: tuple[int, ...]
    labels: dict[int, Label]
    said: tuple[Said, ...] = ()
    cards: tuple[Card, ...] = ()
    size: int = 0
    shape: Shape = NO_SHAPE
    statement: Grades | None = None

    @property
    def names(self) -> Iterator[str]:
        """Yield every id of the page, and every name of a link."""
        return filter(None, self.anchors.split(_SEPARATOR))

    def has_anchor(self, name: str) -> bool:
        """Return whether an element has this id, or an ``<a>`` this name; takes as long as there are many."""
        return f"{_SEPARATOR}{name}{_SEPARATOR}" in self.anchors


class Memory:
    """Reads facts off pages; what pages have in common is kept once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._references = References()
        self._said: dict[Said, Said] = {}
        self._cards: dict[Card, Card] = {}
        self._shapes: dict[Shape, Shape] = {}

    def facts(self, page: Page, path: str, *, contacts: bool = True) -> Facts:
        """Return what to remember of ``page``, whose path below the root is ``path``.

        Without ``contacts`` it is only asked where its addresses lead.
        """
        references: list[Reference] = []
        labels: dict[int, Label] = {}
        for at, (reference, element) in enumerate(self._references.read(page)):
            if self._references.is_download(reference):
                labels[at] = Label(_label(element), language_of(element))
            references.append(reference)
        mentions, cards = (page.contacts.mentions, page.contacts.cards) if contacts else ((), ())
        return Facts(
            path=path,
            folder=intern(path.rpartition("/")[0]),
            medium=page.medium,
            language=intern(language_of(page.root)) if page.root is not None else "",
            base=base_of(page.tree.document),
            sends_on=any(one.attribute == REFRESH for one in references) and page.sends_on,
            anchors=_anchors(page),
            references=tuple(references),
            alternates=tuple(at for at, reference in enumerate(references) if reference.is_alternate),
            labels=labels,
            said=tuple(self._said.setdefault(one.said, one.said) for one in mentions),
            cards=tuple(self._cards.setdefault(one.card, one.card) for one in cards),
            size=len(page.dom.nodes) if contacts else 0,
            shape=shape_of(page) if contacts else NO_SHAPE,
            statement=_grades(page) if contacts else None,
        )

    def shared(self, facts: Facts) -> Facts:
        """Return ``facts`` that another process or an earlier run read, with what pages share kept once."""
        return facts._replace(
            folder=intern(facts.folder),
            language=intern(facts.language),
            references=tuple(map(self._references.shared, facts.references)),
            said=tuple(self._said.setdefault(one, one) for one in facts.said),
            cards=tuple(self._cards.setdefault(one, one) for one in facts.cards),
            shape=self._shapes.setdefault(facts.shape, facts.shape),
        )


def _grades(page: Page) -> Grades | None:
    statement = statement_of(page)
    return None if statement is None else statement.grades


def _label(link: Element) -> str:
    following = link.next_sibling
    after = following.data[:_LABEL_AFTER] if isinstance(following, Text) else ""
    return " ".join(f"{link.text} {after}".split())


def _anchors(page: Page) -> str:
    names = [
        name
        for element in page.all("[id], a[name]")
        for name in (element.attr("id"), element.attr("name") if element.tag == "a" else None)
        if name
    ]
    return _SEPARATOR + _SEPARATOR.join(names) + _SEPARATOR if names else ""
