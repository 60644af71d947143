"""Paragraphs that move between pages take their translation with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import po
from pipeline.catalog import Changes, Memory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.catalog import Merge

    Pot = Callable[..., po.Catalog]
    Make = Callable[..., po.Catalog]
    Run = Callable[..., Merge]

TEXT = "Du kan söka bidrag till internationella projekt hela året."
CHANGED = "Du kan söka bidrag till europeiska projekt hela året."
GERMAN = "Zuschüsse zu internationalen Projekten können ganzjährig beantragt werden."


def memory_of(*pages: tuple[po.Catalog, po.Catalog | None]) -> Memory:
    return Memory(lambda: pages)


def test_a_moved_paragraph_keeps_its_translation_and_is_not_fuzzy(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    left = catalog(po.Entry(TEXT, GERMAN, comments=("Asked.",), flags=("no-x",)), path="a.po")
    result = merged(pot(TEXT), None, memory_of((left, pot())))
    assert result.catalog.entries == (po.Entry(TEXT, GERMAN, comments=("Asked.",), flags=("no-x",)),)
    assert result.changes == Changes(revived=1)


def test_a_paragraph_of_a_page_that_is_gone_can_move_too(pot: Pot, catalog: Make, merged: Run) -> None:
    left = catalog(po.Entry(TEXT, GERMAN), path="a.po")
    assert merged(pot(TEXT), None, memory_of((left, None))).changes == Changes(revived=1)


def test_a_paragraph_that_both_pages_have_is_translated_once(pot: Pot, catalog: Make, merged: Run) -> None:
    other = catalog(po.Entry(TEXT, GERMAN), path="a.po")
    assert merged(pot(TEXT), None, memory_of((other, pot(TEXT)))).changes == Changes(revived=1)


def test_a_page_that_no_longer_has_the_paragraph_comes_first(pot: Pot, catalog: Make, merged: Run) -> None:
    has = catalog(po.Entry(TEXT, "has"), path="a.po")
    had = catalog(po.Entry(TEXT, "had", obsolete=True), path="b.po")
    result = merged(pot(TEXT), None, memory_of((has, pot(TEXT)), (had, pot())))
    assert result.catalog.entries[0].msgstr == "had"


def test_the_own_obsolete_translation_goes_before_any_other_pages(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    own = catalog(po.Entry(TEXT, "own", obsolete=True))
    had = catalog(po.Entry(TEXT, "had", obsolete=True), path="b.po")
    assert merged(pot(TEXT), own, memory_of((had, pot()))).catalog.entries[0].msgstr == "own"


def test_a_waiting_message_is_filled_when_another_page_has_been_translated(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    waiting = catalog(po.Entry(TEXT, comments=("How?",)))
    other = catalog(po.Entry(TEXT, GERMAN, comments=("So.",)), path="a.po")
    result = merged(pot(TEXT), waiting, memory_of((other, pot(TEXT))))
    assert result.catalog.entries == (po.Entry(TEXT, GERMAN, comments=("How?", "So.")),)


def test_a_fuzzy_translation_is_not_handed_on(pot: Pot, catalog: Make, merged: Run) -> None:
    other = catalog(po.Entry(TEXT, GERMAN, flags=("fuzzy",)), path="a.po")
    assert merged(pot(TEXT), None, memory_of((other, pot(TEXT)))).changes == Changes(new=1)


def test_a_paragraph_that_moved_and_changed_is_fuzzy(pot: Pot, catalog: Make, merged: Run) -> None:
    for template in (pot(), pot(TEXT)):
        other = catalog(po.Entry(TEXT, GERMAN), path="a.po")
        (entry,) = merged(pot(CHANGED), None, memory_of((other, template))).catalog.entries
        assert (entry.msgstr, entry.previous_msgid) == (GERMAN, TEXT)


def test_between_pages_the_likeness_must_be_greater_than_within_one(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    distant = "Du kan söka bidrag till lokala eller regionala insatser under våren."
    known = po.Entry(TEXT, GERMAN)
    assert merged(pot(distant), catalog(known)).changes.fuzzy == 1
    assert merged(pot(distant), None, memory_of((catalog(known, path="a.po"), None))).changes.fuzzy == 0


def test_what_vanished_here_goes_before_what_another_page_has(pot: Pot, catalog: Make, merged: Run) -> None:
    own = catalog(po.Entry(TEXT, GERMAN))
    other = catalog(po.Entry(CHANGED.replace("europeiska", "nordiska"), "other"), path="a.po")
    assert merged(pot(CHANGED), own, memory_of((other, None))).catalog.active[0].msgstr == GERMAN


def test_another_pages_translation_is_written_with_this_files_line_ends(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    other = catalog(po.Entry(TEXT, GERMAN), path="a.po")
    result = merged(
        pot("a", TEXT), catalog(po.Entry("a", "b"), newline="\r\n"), memory_of((other, pot(TEXT)))
    )
    text = po.write(result.catalog)
    assert text.count("\n") == text.count("\r\n")


def test_other_pages_are_read_only_when_a_message_has_no_translation_here(
    pot: Pot, catalog: Make, merged: Run
) -> None:
    def pages() -> Iterator[tuple[po.Catalog, None]]:
        raise AssertionError("nothing is missing")

    assert merged(pot("a"), catalog(po.Entry("a", "b")), Memory(pages)).changes == Changes(unchanged=1)


def test_other_pages_are_read_once_for_a_whole_run(pot: Pot, catalog: Make, merged: Run) -> None:
    reads = []

    def pages() -> Iterator[tuple[po.Catalog, None]]:
        reads.append(1)
        yield catalog(po.Entry(TEXT, GERMAN), path="a.po"), None

    memory = Memory(pages)
    for units in ((TEXT,), (CHANGED,), ("a",)):
        merged(pot(*units), None, memory)
    assert reads == [1]


def elsewhere(*entries: po.Entry) -> Memory:
    """Return the memory of a site that has nothing of its own."""
    return Memory(elsewhere=lambda: entries)


class TestElsewhere:
    """What was delivered, or kept from another site: offered, and never used unseen."""

    def test_the_same_text_is_offered_for_review(self, pot: Pot, merged: Run) -> None:
        result = merged(pot(TEXT), None, elsewhere(po.Entry(TEXT, GERMAN)))
        assert result.catalog.entries == (po.Entry(TEXT, GERMAN, flags=("fuzzy",)),)
        assert result.changes == Changes(fuzzy=1)

    def test_it_is_offered_to_a_message_that_has_waited_too(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        old = catalog(po.Entry(TEXT, comments=("Frågad.",), flags=("no-x",)))
        result = merged(pot(TEXT), old, elsewhere(po.Entry(TEXT, GERMAN)))
        assert result.catalog.entries[0].flags == ("fuzzy", "no-x")
        assert result.catalog.entries[0].comments == ("Frågad.",)
        assert result.changes == Changes(fuzzy=1)

    def test_it_never_takes_the_place_of_a_translation(self, pot: Pot, catalog: Make, merged: Run) -> None:
        old = catalog(po.Entry(TEXT, "own"))
        assert merged(pot(TEXT), old, elsewhere(po.Entry(TEXT, GERMAN))).changes == Changes(unchanged=1)

    def test_a_page_of_the_site_knows_better(self, pot: Pot, catalog: Make, merged: Run) -> None:
        here = catalog(po.Entry(TEXT, "here"), path="a.po")
        memory = Memory(lambda: [(here, None)], lambda: [po.Entry(TEXT, GERMAN)])
        assert merged(pot(TEXT), None, memory).catalog.entries == (po.Entry(TEXT, "here"),)

    def test_a_like_text_is_offered_with_what_has_changed(self, pot: Pot, merged: Run) -> None:
        [entry] = merged(pot(CHANGED), None, elsewhere(po.Entry(TEXT, GERMAN))).catalog.entries
        assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (GERMAN, True, TEXT)

    def test_the_translation_for_the_same_context_comes_first(self, pot: Pot, merged: Run) -> None:
        told = (po.Entry("Start", "Anfang"), po.Entry("Start", "Startseite", "title"))
        [entry] = merged(pot(po.Entry("Start", msgctxt="title")), None, elsewhere(*told)).catalog.entries
        assert entry.msgstr == "Startseite"

    def test_nothing_is_read_where_nothing_is_missing(self, pot: Pot, catalog: Make, merged: Run) -> None:
        def told() -> Iterator[po.Entry]:
            raise AssertionError("nothing is missing")

        memory = Memory(elsewhere=told)
        assert merged(pot("a"), catalog(po.Entry("a", "b")), memory).changes == Changes(unchanged=1)
