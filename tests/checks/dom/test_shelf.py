from __future__ import annotations

from checks.dom.shelf import Shelf, shelf
from checks.dom.tree import Nowhere
from checks.dom.witness import Witness


class Counting:
    """Finds answers, and remembers for which keys it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def take(self, kept: Shelf, key: str, weight: int = 1) -> None:
        def find() -> tuple[str, int]:
            self.asked.append(key)
            return key.upper(), weight

        assert kept.take(key, find) == key.upper()


def test_an_answer_is_found_once() -> None:
    kept, counting = Shelf(10, Witness()), Counting()
    for key in "abab":
        counting.take(kept, key)
    assert counting.asked == ["a", "b"]


def test_nothing_is_an_answer_too() -> None:
    kept = Shelf(10, Witness())
    assert kept.take("a", lambda: (None, 1)) is None
    assert kept.take("a", lambda: ("found again", 1)) is None


def test_what_nobody_asked_for_longest_makes_room() -> None:
    kept, counting = Shelf(2, Witness()), Counting()
    for key in "abaca":
        counting.take(kept, key)
    counting.take(kept, "b")
    assert counting.asked == ["a", "b", "c", "b"]


def test_a_heavy_answer_makes_room_for_itself_and_then_for_others() -> None:
    kept, counting = Shelf(10, Witness()), Counting()
    for key, weight in (("a", 1), ("b", 1000), ("b", 1000), ("a", 1), ("b", 1000)):
        counting.take(kept, key, weight)
    assert counting.asked == ["a", "b", "a", "b"]


def test_pages_share_a_shelf_by_its_name() -> None:
    around = Nowhere()
    assert shelf(around, "sheets", 1) is shelf(around, "sheets", 1)
    assert shelf(around, "sheets", 1) is not shelf(around, "texts", 1)
