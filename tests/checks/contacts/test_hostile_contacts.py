"""Pages that were made to be slow, and data that were made to be broken, come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.registry import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

RULES = select(families=["contacts"])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<p>" + "0 " * 50_000, id="zeros"),
        pytest.param("<p>" + "021-39 26 36 " * 20_000, id="one number after another"),
        pytest.param("<a href=tel:+4621392636>021-39 26 36</a>" * 5_000, id="one line of links"),
        pytest.param("<p>" + "9–" * 50_000, id="hours without end"),
        pytest.param("<p>" + "721 87 Västerås " * 10_000, id="postcodes"),
        pytest.param("<p>1" + " " * 500_000 + "1", id="half a million spaces"),
        pytest.param("<p>" + "a@" * 50_000, id="half addresses"),
        pytest.param("<p>" + "1\u200b" * 50_000, id="invisible characters"),
        pytest.param("<div class=h-card>" * 3_000 + "021-39 26 36", id="cards in cards"),
        pytest.param(f'<script type="application/ld+json">{"[" * 100_000}</script>', id="deep data"),
        pytest.param(
            '<script type="application/ld+json">['
            + '{"name":"a","telephone":"021-39 26 36"},' * 5_000
            + "{}]</script>",
            id="the same person 5,000 times",
        ),
        pytest.param("<a href='mailto:" + "a@b.se," * 20_000 + "'>x</a>", id="a mail to everybody"),
        pytest.param(
            '<script type="application/ld+json">{"telephone": {}, "address": [{"postalCode": null}]'
            "}</script><script type='application/ld+json'></script>",
            id="data of the wrong kind",
        ),
    ],
)
def test_a_page_that_was_made_to_be_slow_is_judged(judged: Callable[..., Report], content: str) -> None:
    alternates = "".join(f'<link rel="alternate" hreflang="{tag}" href="{tag}.html">' for tag in ("sv", "de"))
    pages = {f"{tag}.html": f'<html lang="{tag}">{alternates}{content}' for tag in ("sv", "de")}
    assert judged(pages, RULES).subjects["pages"] == 2
