"""The catalog that merging is measured with: known predecessors, and a merge that finds them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bench.edits import edit
from bench.merge import Case, case, right
from bench.prose import PLACES, Theme, paragraph
from bench.site import seeded
from bench.vocabulary import SERVICES
from pipeline.catalog import Memory, Origin, merge

MESSAGES, CHANGED = 3_000, 150


@pytest.fixture(scope="module")
def made() -> Case:
    return case(MESSAGES, CHANGED, seed=5)


def test_the_same_seed_gives_the_same_catalog(made: Case) -> None:
    assert case(MESSAGES, CHANGED, seed=5) == made
    assert case(MESSAGES, CHANGED, seed=6) != made


def test_as_many_messages_as_promised_are_changed_and_all_others_stay(made: Case) -> None:
    before = {entry.msgid for entry in made.old.entries}
    after = {entry.msgid for entry in made.template.entries}
    assert (len(before), len(made.predecessors)) == (MESSAGES, CHANGED)
    assert before - after == set(made.predecessors.values())
    assert set(made.predecessors) <= after - before


def test_an_edit_always_changes_the_text() -> None:
    rng = seeded(5, "edits")
    theme = Theme(SERVICES[0], PLACES[0], ("https://bjorkstad.example",))
    texts = [paragraph(rng, theme) for _ in range(200)]
    assert all(edit(rng, text, theme).text not in {"", text} for text in texts)


def test_our_merge_finds_nearly_all_predecessors(made: Case) -> None:
    origin = Origin("bench", "https://bjorkstad.example", datetime(2026, 1, 1, tzinfo=UTC))
    merged = merge(made.template, made.old, "de", Memory(), path="de.po", origin=origin)
    assert right(merged.catalog, made.predecessors) >= 0.97


def test_a_merge_that_finds_nothing_is_seen(made: Case) -> None:
    assert right(made.template, made.predecessors) == 0
