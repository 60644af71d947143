"""axe-core finds nothing on any page, in light colours or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.audit import Axe
    from tests.browser.visitor import Scheme, Visitor

FAULTY = """
<!DOCTYPE html><html lang="sv"><title>Kontakt</title>
<style>
  @media (prefers-color-scheme: dark) { body { background: #333; color: #444 } }
</style>
<main><h1>Kontakta oss</h1>{more}</main>
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visitor: Visitor, pages: list[str], axe: Axe, scheme: Scheme) -> None:
    page = visitor.open(pages[0], scheme=scheme)
    found = {}
    for address in pages:
        page.goto(visitor.home + address)
        found[address] = axe(page)
    assert {address: violations for address, violations in found.items() if violations} == {}


@pytest.mark.parametrize(
    ("scheme", "more", "rules"),
    [
        ("light", "<p>Ring oss.</p>", []),
        ("light", '<img src="data:,">', ["image-alt"]),
        ("light", '<p><a href="#">A</a> <a href="#"></a></p>', ["link-name"]),
        ("dark", "<p>Ring oss.</p>", ["color-contrast", "color-contrast"]),
    ],
)
def test_it_finds_what_is_planted(
    visit: Callable[..., Visitor], axe: Axe, scheme: Scheme, more: str, rules: list[str]
) -> None:
    page = visit("about:blank").open(scheme=scheme)
    page.set_content(FAULTY.replace("{more}", more))
    assert [violation.partition(":")[0] for violation in axe(page)] == rules
