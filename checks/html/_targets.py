"""Targets of rules that most pages give no cause to: what is wrong, or else the page as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Node
    from checks.subjects import Page

T = TypeVar("T")


def faults_or_page(page: Page, faults: Iterable[T]) -> Iterator[T | Node]:
    """Yield ``faults``; of a page that is served as HTML and has none, its document element, which passes."""
    is_clean = True
    for fault in faults:
        is_clean = False
        yield fault
    if is_clean and page.is_html and page.dom.root is not None:
        yield page.dom.root
