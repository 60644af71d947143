"""Who listens to a page is told its parts, each with a name in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polib
import pytest

from tests.browser.conftest import LANGUAGES
from tests.browser.tree import Node, landmarks, nameless

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.visitor import Visitor

PARTS: Final = (
    ("banner", ""),
    ("navigation", "Språk"),
    ("navigation", "Huvudmeny"),
    ("main", ""),
    ("contentinfo", ""),
    ("navigation", "Om webbplatsen"),
)
PLANTED: Final = {
    "nothing": ("<p>Ring oss.</p>", []),
    "a link": ('<a href="#h"><img src="data:," alt=""></a>', ["link"]),
    "a picture": ('<img src="data:,">', ["image"]),
    "a field": ("<p>Namn <input></p>", ["textbox"]),
    "a menu": ('<nav><a href="#h">Hit</a></nav>', ["navigation"]),
}


def test_everything_that_needs_a_name_has_one(visitor: Visitor, pages: list[str]) -> None:
    found = {address: nameless(visitor.open(address)) for address in pages}
    assert {address: roles for address, roles in found.items() if roles} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_edition_has_its_parts_in_its_own_words(
    visit: Callable[..., Visitor], own_home: str, own_site: Path, language: str
) -> None:
    page = visit(own_home).open(f"{language}/index.html")
    assert landmarks(page) == [Node(role, _in(language, name, own_site)) for role, name in PARTS]


@pytest.mark.parametrize(("body", "roles"), PLANTED.values(), ids=PLANTED)
def test_what_has_no_name_is_found(visit: Callable[..., Visitor], body: str, roles: list[str]) -> None:
    page = visit("about:blank").open()
    page.set_content(f'<!DOCTYPE html><html lang="sv"><title>Kontakt</title><h1 id="h">Kontakt</h1>{body}')
    assert nameless(page) == roles


def _in(language: str, name: str, site: Path) -> str:
    """Return the name in a language, as another reader of catalogs than ours finds it."""
    if language == "sv" or not name:
        return name
    catalog = polib.pofile(str(site / f"locales/{language}/LC_MESSAGES/shell.po"))
    return next(str(entry.msgstr) for entry in catalog if entry.msgid == name)
