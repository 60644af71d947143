"""How far a catalog has come, in messages and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline import po
from pipeline.catalog import Statistics, statistics

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., po.Catalog]


def test_messages_are_counted_by_state_and_obsolete_ones_not_at_all(catalog: Make) -> None:
    counted = statistics(
        catalog(
            po.Entry("ett ord", "ein Wort"),
            po.Entry("två till", "zwei mehr", flags=("fuzzy",)),
            po.Entry("ännu tre ord"),
            po.Entry("borta med vinden", "fort", obsolete=True),
        )
    )
    assert counted == Statistics(translated=1, fuzzy=1, untranslated=1, words=7, words_left=5)
    assert counted.total == 3
    assert counted.share == pytest.approx(1 / 3)


def test_a_page_without_messages_is_finished(catalog: Make) -> None:
    assert statistics(catalog()).share == 1


@pytest.mark.parametrize(
    ("msgid", "words"),
    [
        ("Läs <a1>policyn</a1> före<br2/>ansökan.", 4),
        ("<x1/>", 0),
        ("682,4 kB – e-post kl. 9.00", 5),
        ("5 < 6", 2),
        ("…", 0),
    ],
)
def test_words_are_what_a_person_reads(catalog: Make, msgid: str, words: int) -> None:
    assert statistics(catalog(po.Entry(msgid, "x"))).words == words
