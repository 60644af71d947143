"""Who comes to the site gets past its menu, through it, and to the same page in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.conftest import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser.visitor import Visitor

CURRENT: Final = '.languages [aria-current="true"]'
HERE: Final = ':is(.menu, .colophon) [aria-current="page"]'


@pytest.fixture
def page(visit: Callable[..., Visitor], own_home: str) -> Page:
    """Return the page in front of the editions."""
    return visit(own_home).open()


def each_page(page: Page, language: str) -> Iterator[str]:
    """Go to each page of an edition, from its start page through menu and foot; yield their addresses."""
    page.get_by_role("link", name={"sv": "Svenska", "en": "English", "de": "Deutsch"}[language]).click()
    page.wait_for_url(f"**/{language}/*")
    links = page.locator(":is(.menu, .colophon nav) a")
    addresses: list[str] = links.evaluate_all("links => links.map((link) => link.href)")
    assert len(addresses) > 1
    for address in addresses:
        page.goto(address)
        yield address


def follow(page: Page, selector: str) -> None:
    """Follow a link with the keyboard."""
    link = page.locator(selector)
    address: str = link.evaluate("link => link.href")
    link.press("Enter")
    page.wait_for_url(address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_stop_leads_past_the_menu(page: Page, language: str) -> None:
    for address in each_page(page, language):
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("href") == "#main"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main, footer') !== null"), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_says_where_one_is(page: Page, language: str) -> None:
    for address in each_page(page, language):
        assert page.locator(HERE).evaluate_all("links => links.map((link) => link.href)") == [address]
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_one_key_away_and_so_is_the_way_back(page: Page, language: str) -> None:
    for address in each_page(page, language):
        headings = page.get_by_role("heading").count()
        for other in set(LANGUAGES) - {language}:
            follow(page, f'.languages [hreflang="{other}"]')
            assert page.locator("html").get_attribute("lang") == other
            assert page.locator(CURRENT).get_attribute("lang") == other
            assert page.get_by_role("heading").count() == headings
            follow(page, f'.languages [hreflang="{language}"]')
            assert page.url == address


def test_where_one_is_can_be_seen_without_the_colours(visit: Callable[..., Visitor], own_home: str) -> None:
    page = visit(own_home).open("sv/kontakt.html", forced_colors="active")
    marks = page.locator(".menu a").evaluate_all(
        "links => links.map((link) => getComputedStyle(link).borderBlockEndColor)"
    )
    assert len(marks) == 3
    assert marks[0] == marks[1] != marks[2]
