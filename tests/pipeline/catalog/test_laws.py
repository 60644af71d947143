"""What holds for any history of a page: its source changes, translators work, catalogs are merged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from pipeline import po
from pipeline.catalog import Memory, Origin, merge, template
from pipeline.catalog.likeness import likeness

ORIGIN = Origin("p", "r", datetime(2026, 11, 23, tzinfo=UTC))

words = st.sampled_from(
    "staden kommunen söker bidrag projekt varje år lokala europeiska frågor inom EU 2026 2027".split()
)
texts = st.lists(words, min_size=1, max_size=7).map(" ".join)
units = st.builds(
    po.Entry, texts, msgctxt=st.sampled_from([None, None, "slug"]), extracted=st.sampled_from([(), ("note",)])
)
sources = st.lists(units, max_size=8)
work = st.randoms(use_true_random=False)


def run(source: list[po.Entry], old: po.Catalog | None, memory: Memory) -> po.Catalog:
    """Merge, write and read, as a run does."""
    wanted = template("page.pot", source, "p", "r")
    result = merge(wanted, old, "de", memory, path="de.po", origin=ORIGIN)
    return po.read(po.write(result.catalog), "de.po")


def translate(catalog: po.Catalog, work: object) -> po.Catalog:
    """Let a translator do something to about half of the entries, each time something new."""

    def touched(entry: po.Entry) -> po.Entry:
        action = work.choice(["leave", "leave", "translate", "mend", "comment", "doubt"])  # type: ignore[attr-defined]
        mark = f"{work.getrandbits(40):x}"  # type: ignore[attr-defined]
        if entry.obsolete or action == "leave":
            return entry
        if action == "comment":
            return entry.change(comments=(*entry.comments, mark))
        if action == "doubt":
            return entry.change(flags=("fuzzy",)) if entry.msgstr else entry
        return entry.change(msgstr=mark, flags=(), previous_msgid=None, previous_msgctxt=None)

    return replace(catalog, entries=tuple(map(touched, catalog.entries)))


def strings(catalog: po.Catalog) -> set[str]:
    return {entry.msgstr for entry in catalog.entries if entry.msgstr}


def comments(catalog: po.Catalog) -> set[str]:
    return {comment for entry in catalog.entries for comment in entry.comments}


@given(st.lists(sources, min_size=1, max_size=4), work)
def test_nothing_that_a_person_typed_is_ever_lost(history: list[list[po.Entry]], work: object) -> None:
    catalog: po.Catalog | None = None
    for source in history:
        before = catalog
        catalog = run(source, before, Memory())
        if before:
            assert strings(before) <= strings(catalog)
            assert comments(before) <= comments(catalog)
        catalog = translate(catalog, work)


@given(st.lists(sources, min_size=1, max_size=4), work)
def test_finished_translations_stay_with_their_message(history: list[list[po.Entry]], work: object) -> None:
    catalog: po.Catalog | None = None
    finished: dict[po.Key, str] = {}
    for source in history:
        catalog = translate(run(source, catalog, Memory()), work)
        for entry in catalog.entries:
            if entry.msgstr and not entry.fuzzy:
                finished[entry.key] = entry.msgstr
            elif not entry.obsolete:
                finished.pop(entry.key, None)
        now = {entry.key: entry.msgstr for entry in catalog.entries if not entry.fuzzy}
        assert finished.items() <= now.items()


@given(sources, sources, sources, work)
def test_a_second_run_changes_no_byte(
    first: list[po.Entry], second: list[po.Entry], other: list[po.Entry], work: object
) -> None:
    catalog = translate(run(first, None, Memory()), work)
    elsewhere = translate(run(other, None, Memory()), work)
    pages = [(elsewhere, template("other.pot", other[:2], "p", "r"))]
    once = run(second, catalog, Memory(lambda: pages))
    assert po.write(run(second, once, Memory(lambda: pages))) == po.write(once)


@given(sources, sources, sources, sources, work)
def test_a_second_run_over_all_pages_changes_no_byte(
    one: list[po.Entry], two: list[po.Entry], one_now: list[po.Entry], two_now: list[po.Entry], work: object
) -> None:
    catalogs = [translate(run(source, None, Memory()), work) for source in (one, two)]
    sources_now = [one_now, two_now]
    wanted = [template("page.pot", source, "p", "r") for source in sources_now]

    def run_all(before: list[po.Catalog]) -> list[po.Catalog]:
        memory = Memory(lambda: list(zip(before, wanted, strict=True)))
        return [run(source, catalog, memory) for source, catalog in zip(sources_now, before, strict=True)]

    once = run_all(catalogs)
    assert [po.write(catalog) for catalog in run_all(once)] == [po.write(catalog) for catalog in once]


@given(sources, sources, work)
def test_a_catalog_has_exactly_the_messages_of_its_page_and_each_only_once(
    first: list[po.Entry], second: list[po.Entry], work: object
) -> None:
    catalog = run(second, translate(run(first, None, Memory()), work), Memory())
    assert [entry.key for entry in catalog.active] == list(dict.fromkeys(unit.key for unit in second))
    assert max(Counter(entry.key for entry in catalog.entries).values(), default=1) == 1


@given(sources, sources, work)
def test_a_new_fuzzy_translation_says_what_it_was_made_for_and_is_used_once(
    first: list[po.Entry], second: list[po.Entry], work: object
) -> None:
    before = translate(run(first, None, Memory()), work)
    known = {entry.key: entry for entry in before.entries}
    made = [entry for entry in run(second, before, Memory()).active if entry.fuzzy and entry.key not in known]
    assert all(entry.previous_msgid and entry.extracted for entry in made)
    assert all(entry.msgctxt == entry.previous_msgctxt for entry in made)
    translations = Counter(entry.msgstr for entry in made)
    assert max(translations.values(), default=1) == 1


@given(st.text(), st.text())
def test_likeness_is_a_share_the_same_in_both_directions_and_whole_only_for_equal_texts(
    one: str, other: str
) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert (likeness(one, other) == 1) == (one == other != "")
    assert likeness(one, one) == bool(one)
