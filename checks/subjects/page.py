"""One page: its tree, and what rules ask of it, found once and remembered.

A page is parsed once for all rules.  What stands in a ``<template>`` is no part of it.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from checks.dom.frames import dismantle
from checks.dom.tree import Dom, Node
from checks.dom.witness import Asked, Question
from checks.model import Place
from checks.subjects.contacts import Contacts
from pipeline.model import Location
from pipeline.page import Element, Tree, read_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from turbohtml import Document

    from checks.dom.tree import Surroundings

HTML_SPACE = " \t\n\f\r"


class Medium(StrEnum):
    """How a browser reads a file, as its name's ending tells a web server."""

    HTML = "text/html"
    XHTML = "application/xhtml+xml"
    SVG = "image/svg+xml"
    XML = "application/xml"  # no page, but judged as one by who asks for it


MEDIA = {".html": Medium.HTML, ".htm": Medium.HTML, ".xhtml": Medium.XHTML, ".svg": Medium.SVG}


def medium_of(path: str) -> Medium | None:
    """Return how the page ``path`` is read, or None where it is no page."""
    return MEDIA.get(path[path.rfind(".") :].lower()) if "." in path else None


class Part(Protocol):
    """A target that is an element and what its rule wants to know about it."""

    @property
    def element(self) -> Element | Node:
        """Return where it stands."""


class Written(Protocol):
    """A target that is a piece of the written page, and perhaps of no element."""

    @property
    def location(self) -> Location:
        """Return where it begins."""


class Page:
    """One page as a visitor gets it.  ``path`` is its name for people."""

    def __init__(
        self,
        tree: Tree,
        surroundings: Surroundings | None = None,
        reading_limits: Mapping[str, float] = MappingProxyType({}),
        today: date | None = None,
    ) -> None:
        """Take over a parsed page, what it can reach of its site, how hard texts may be, the day."""
        self.tree = tree
        self.surroundings = surroundings
        self.reading_limits = reading_limits
        self._today = today
        self.site_language = ""  # of the source of its site, where that is known
        self.path = tree.path
        self.medium = medium_of(tree.path) or (Medium.XML if tree.path.endswith(".xml") else Medium.HTML)
        self.memory: dict[Any, Any] = {}
        self._found: dict[str, tuple[Element, ...]] = {}

    @classmethod
    def read(cls, content: str | bytes, path: str, surroundings: Surroundings | None = None) -> Page:
        """Parse ``content``, the page called ``path``."""
        return cls(read_page(content, path), surroundings)

    @property
    def today(self) -> date | None:
        """Return the day that dates are compared with, None where they are not; who asks is noted."""
        if self.surroundings is not None:
            day = None if self._today is None else self._today.isoformat()
            self.surroundings.witness.note(Question(Asked.DAY), day)
        return self._today

    @cached_property
    def dom(self) -> Dom:
        """Return what a browser would know of the page."""
        return Dom(self.tree.document, self.surroundings)

    @cached_property
    def contacts(self) -> Contacts:
        """Return what the page says of how to reach somebody."""
        return Contacts(self.dom, self.site_language)

    def all(self, selector: str) -> tuple[Element, ...]:
        """Return the elements that a CSS ``selector`` matches, in order; each search is made once."""
        if selector not in self._found:
            found = self.tree.document.select(selector)
            if self.has_templates:
                found = [element for element in found if not in_template(element)]
            self._found[selector] = tuple(found)
        return self._found[selector]

    @cached_property
    def root(self) -> Element | None:
        """Return the document element: ``html``, or ``svg`` in a drawing; None in an empty drawing."""
        if self.medium is Medium.SVG:
            return next(iter(self.all("svg")), None)
        return self.tree.document.root

    @cached_property
    def html(self) -> Element | None:
        """Return the document element of a web page; None for a drawing or other XML."""
        return None if self.medium in {Medium.SVG, Medium.XML} else self.tree.document.root

    @property
    def is_html(self) -> bool:
        """Return whether it is served as ``text/html``; XHTML and drawings are not."""
        return self.medium is Medium.HTML

    @property
    def sends_on(self) -> bool:
        """Return whether the page only sends its visitor to another one (``<meta http-equiv=refresh>``)."""
        try:
            refresh = self.tree.document.meta_refresh()
        except ValueError:  # the parser stumbles over a time of ".", which browsers take for 0
            return False
        return refresh is not None and bool(refresh[1])

    def by_id(self, name: str) -> Element | None:
        """Return the first element with this id."""
        return self._ids.get(name)

    def place(self, target: Element | Node | Part | Written, attribute: str | None) -> Place:
        """Return where an element, or its attribute, stands, or a piece of the written page."""
        location = getattr(target, "location", None)
        if isinstance(location, Location):
            return Place(location)
        found: Any = getattr(target, "element", target)
        element: Element = found.element if isinstance(found, Node) else found
        tree = self.tree
        line: int | None = getattr(target, "line", None)  # of targets that know better than their element
        location = tree.locate_attribute(element, attribute) if attribute else tree.locate(element)
        if line is not None and not attribute:
            location = max(location, Location(location.path, line))
        return Place(location, element.css_path())

    @cached_property
    def _ids(self) -> dict[str, Element]:
        return {element.attr("id") or "": element for element in reversed(self.all("[id]"))}

    def dismantle(self) -> None:
        """Free the memory of what has been found; nothing more can be asked."""
        dom: Dom | None = vars(self).get("dom")
        if dom is not None:
            dismantle(dom)
        vars(self).clear()

    @cached_property
    def has_templates(self) -> bool:
        """Return whether some of its elements are no part of it."""
        return self.tree.document.find("template") is not None


def base_of(document: Document) -> str | None:
    """Return the ``<base href>`` that the addresses of a page are relative to, if it has one."""
    base = document.select_one("base[href]")
    return None if base is None or in_template(base) else base.attr("href")


def language_of(element: Element) -> str:
    """Return the language that ``element`` is marked with: the nearest ``lang``; empty where unknown."""
    marked = element.closest("[lang]")
    return (marked.attr("lang") or "").strip() if marked is not None else ""


def in_template(element: Element) -> bool:
    """Return whether ``element`` only stands ready for scripts."""
    return element.closest("template") not in {None, element}
