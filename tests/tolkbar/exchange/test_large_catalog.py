"""A catalog of three thousand messages with everything that PO knows goes out and comes back whole."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pipeline.po import Entry
from tests.tolkbar.exchange.texts import PAGES, bundle_of, told
from tolkbar.exchange.formats import format_of

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 3_000
WORDS = [
    *"Läs <a1>mer</a1> om <strong>bygglov</strong>, <br2/> &".split(),
    *("=1+1;", "'så'", '"avgifter"', "7–9", "\\", "\t", "@\n"),
]


def message(number: int, chance: random.Random) -> Entry:
    """Return a message with a choice of what PO knows."""

    def some(most: int = 8) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    def perhaps(text: str) -> str | None:
        return text if chance.random() < 0.3 else None

    plural, previous = perhaps(some()), perhaps(some())
    return Entry(
        f"{some()} {number}",
        chance.choice(["", some()]) if plural is None else "",
        perhaps(f"sammanhang {number % 7}"),
        plural,
        () if plural is None else tuple(chance.choice(["", some()]) for _ in range(chance.randint(1, 6))),
        tuple(some().replace("\n", "") for _ in range(chance.randint(0, 2))),
        tuple(some().replace("\n", "") for _ in range(chance.randint(0, 3))),
        (f"source/pages/{number % 9}.md",),
        tuple(
            chance.sample(
                ["fuzzy", "no-wrap", "python-brace-format", "no-number-format"], chance.randint(0, 3)
            )
        ),
        previous,
        perhaps("förut"),
        perhaps(some()) if previous is not None else None,
        chance.random() < 0.1,
    )


@pytest.mark.parametrize("suffix", [".po", ".xlf", ".csv"])
def test_nothing_is_lost(suffix: str, tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - chance that repeats itself
    bundle = bundle_of([(PAGES[number % len(PAGES)], message(number, chance)) for number in range(SIZE)])
    form = format_of(tmp_path / f"all{suffix}")
    back = form.read(form.write(bundle), f"all{suffix}")
    assert told(back) == told(bundle)
    assert {(text.page, text.stamp) for text in back.texts if any(text.entry.strings)} == {
        (text.page, text.stamp) for text in bundle.texts if any(text.entry.strings)
    }
    assert form.write(back) == form.write(bundle), "a second round changes no byte"
