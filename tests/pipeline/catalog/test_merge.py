"""How translators' work outlives changes of the source: what is kept, what is offered, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest

from pipeline import po
from pipeline.catalog import Changes, Memory
from pipeline.catalog import merge as merge_catalogs
from pipeline.errors import ConfigError
from pipeline.model import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.catalog import Merge, Origin

    Pot = Callable[..., po.Catalog]
    Make = Callable[..., po.Catalog]
    Run = Callable[..., Merge]

OLD = "Stadshuset har öppet måndag till fredag klockan 9–16 hela året."
NEW = "Stadshuset har öppet måndag till torsdag klockan 9–16 hela året."
GERMAN = "Das Rathaus ist das ganze Jahr über montags bis freitags von 9 bis 16 Uhr geöffnet."


class TestTheSameMessage:
    def test_keeps_translation_comments_and_peoples_flags(self, pot: Pot, catalog: Make, merged: Run) -> None:
        known = po.Entry("a", "b", comments=("Asked Anna.",), flags=("no-link-name",))
        assert merged(pot("a"), catalog(known)).catalog.entries == (known,)

    def test_takes_no_persons_flag_for_a_format(self, pot: Pot, catalog: Make, merged: Run) -> None:
        known = po.Entry("a", "b", comments=("Asked Anna.",), flags=("no-number-format", "no-c-format"))
        result = merged(pot("a"), catalog(known))
        assert result.catalog.entries[0].flags == ("no-number-format",)

    def test_takes_references_notes_and_format_flags_from_the_template(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        known = po.Entry(
            "a", "b", extracted=("old",), references=("old.md",), flags=("no-wrap", "no-link-name")
        )
        unit = po.Entry("a", extracted=("new",), references=("new.md",), flags=("c-format",))
        result = merged(pot(unit), catalog(known))
        assert result.catalog.entries == (unit.change(msgstr="b", flags=("c-format", "no-link-name")),)
        assert result.changes == Changes(updated=1)

    def test_stays_fuzzy_as_long_as_a_person_leaves_it_so(self, pot: Pot, catalog: Make, merged: Run) -> None:
        known = po.Entry("a b", "c", flags=("fuzzy",), previous_msgid="a", extracted=("a {+b+}",))
        assert merged(pot("a b"), catalog(known)).catalog.entries == (known,)

    def test_loses_previous_msgid_and_mark_when_a_person_has_cleared_the_flag(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        mended = po.Entry("a b", "c", previous_msgid="a", extracted=("a {+b+}",))
        assert merged(pot("a b"), catalog(mended)).catalog.entries == (po.Entry("a b", "c"),)

    def test_fuzzy_by_a_persons_own_hand_needs_no_previous_msgid(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        doubted = po.Entry("a", "b", flags=("fuzzy",))
        assert merged(pot("a"), catalog(doubted)).catalog.entries == (doubted,)

    def test_keeps_a_plural_that_somebody_wrote_by_hand(self, pot: Pot, catalog: Make, merged: Run) -> None:
        by_hand = po.Entry("%d fil", plural="%d filer", plural_strings=("%d Datei", "%d Dateien"))
        assert merged(pot("%d fil"), catalog(by_hand)).catalog.entries == (by_hand,)

    def test_in_another_context_is_another_message(self, pot: Pot, catalog: Make, merged: Run) -> None:
        result = merged(pot(po.Entry("Kontakt", msgctxt="slug")), catalog(po.Entry("Kontakt", "Kontakt!")))
        assert result.catalog.active == (po.Entry("Kontakt", msgctxt="slug"),)


class TestAMessageThatIsGone:
    def test_becomes_obsolete_with_what_people_wrote(self, pot: Pot, catalog: Make, merged: Run) -> None:
        gone = po.Entry(
            "a",
            "b",
            comments=("Asked.",),
            extracted=("note",),
            references=("x.md",),
            flags=("no-wrap", "no-x"),
        )
        result = merged(pot(), catalog(gone))
        assert result.catalog.entries == (
            po.Entry("a", "b", comments=("Asked.",), flags=("no-x",), obsolete=True),
        )
        assert result.changes == Changes(obsolete=1)

    def test_is_kept_for_a_comment_even_without_a_translation(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        result = merged(pot(), catalog(po.Entry("a", comments=("How do we say this?",))))
        assert result.catalog.obsolete == (po.Entry("a", comments=("How do we say this?",), obsolete=True),)

    def test_is_removed_when_nobody_wrote_anything(self, pot: Pot, catalog: Make, merged: Run) -> None:
        result = merged(pot(), catalog(po.Entry("a", extracted=("note",), flags=("no-wrap",))))
        assert result.catalog.entries == ()
        assert result.changes == Changes(removed=1)

    def test_stays_obsolete_for_ever_in_the_order_of_leaving(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        first = catalog(
            po.Entry("Ett", "Eins"), po.Entry("Helt annat", "Zwei"), po.Entry("Tredje gången", "Drei")
        )
        second = merged(pot("Ett", "Tredje gången"), first).catalog
        third = merged(pot("Tredje gången"), second).catalog
        assert [entry.msgid for entry in third.obsolete] == ["Helt annat", "Ett"]

    def test_gets_its_translation_back_when_it_returns(self, pot: Pot, catalog: Make, merged: Run) -> None:
        known = po.Entry("a", "b", comments=("Asked.",), flags=("no-x",))
        gone = merged(pot(), catalog(known)).catalog
        back = merged(pot("a"), gone)
        assert back.catalog.entries == (known,)
        assert back.changes == Changes(revived=1)

    def test_returns_fuzzy_if_it_left_fuzzy(self, pot: Pot, catalog: Make, merged: Run) -> None:
        known = po.Entry("a b", "c", flags=("fuzzy",), previous_msgid="a", extracted=("a {+b+}",))
        gone = merged(pot(), catalog(known)).catalog
        assert merged(pot("a b"), gone).catalog.entries == (known,)


class TestAChangedMessage:
    def test_gets_the_translation_of_the_like_one_as_fuzzy_marked_with_the_change(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        known = po.Entry(OLD, GERMAN, comments=("Asked.",), extracted=("Paragraph",), flags=("no-x",))
        result = merged(pot(po.Entry(NEW, extracted=("Paragraph",), references=("x.md",))), catalog(known))
        assert result.catalog.active == (
            po.Entry(
                NEW,
                GERMAN,
                comments=("Asked.",),
                extracted=("Paragraph", "… öppet måndag till [-fredag-]{+torsdag+} klockan 9–16 hela året."),
                references=("x.md",),
                flags=("fuzzy", "no-x"),
                previous_msgid=OLD,
            ),
        )
        assert result.changes == Changes(fuzzy=1, obsolete=1)

    def test_gives_the_old_translation_back_when_the_source_takes_the_old_wording_back(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        changed = merged(pot(NEW), catalog(po.Entry(OLD, GERMAN))).catalog
        assert merged(pot(OLD), changed).catalog.active == (po.Entry(OLD, GERMAN),)

    def test_that_changes_again_keeps_the_msgid_its_translation_was_made_for(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        newer = NEW.replace("9–16", "10–15")
        once = merged(pot(NEW), catalog(po.Entry(OLD, GERMAN))).catalog
        (entry,) = merged(pot(newer), once).catalog.active
        assert (entry.msgstr, entry.previous_msgid) == (GERMAN, OLD)
        assert entry.extracted == (
            "… öppet måndag till [-fredag-]{+torsdag+} klockan [-9–16-]{+10–15+} hela året.",
        )

    def test_that_changes_again_leaves_no_half_finished_obsolete_entries(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        once = merged(pot(NEW), catalog(po.Entry(OLD, GERMAN))).catalog
        twice = merged(pot(NEW.replace("9–16", "10–15")), once).catalog
        assert [entry.msgid for entry in twice.obsolete] == [OLD]

    def test_in_a_context_names_the_context_of_its_predecessor(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        known = po.Entry("Internationellt arbete", "Internationale Arbeit", "title")
        (entry,) = merged(
            pot(po.Entry("Internationella arbeten", msgctxt="title")), catalog(known)
        ).catalog.active
        assert (entry.previous_msgctxt, entry.previous_msgid) == ("title", "Internationellt arbete")

    @pytest.mark.parametrize(("context", "other"), [("slug", None), (None, "slug"), ("slug", "title")])
    def test_never_descends_from_a_message_of_another_context(
        self, pot: Pot, catalog: Make, merged: Run, context: str | None, other: str | None
    ) -> None:
        known = po.Entry("internationellt-arbete", "internationale-arbeit", context)
        memory = Memory(lambda: [(catalog(known), None)])
        unit = po.Entry("internationellt-arbeten", msgctxt=other)
        (entry,) = merged(pot(unit), catalog(known), memory).catalog.active
        assert entry.state is State.UNTRANSLATED

    def test_that_nothing_is_like_waits_for_a_translation(self, pot: Pot, catalog: Make, merged: Run) -> None:
        result = merged(pot("Kommunfullmäktige sammanträder."), catalog(po.Entry(OLD, GERMAN)))
        assert result.catalog.active == (po.Entry("Kommunfullmäktige sammanträder."),)
        assert result.changes == Changes(new=1, obsolete=1)

    def test_does_not_descend_from_a_heading_that_it_begins_with(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        paragraph = (
            "Kontakta oss om du vill veta mer om hur staden arbetar internationellt med sina vänorter."
        )
        heading = po.Entry("Kontakta oss", "Kontakt")
        assert merged(pot("Kontakta oss", paragraph), catalog(heading)).changes == Changes(new=1, unchanged=1)

    def test_does_not_descend_from_one_without_a_translation(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        assert merged(pot(NEW), catalog(po.Entry(OLD))).changes == Changes(new=1, removed=1)

    def test_shares_its_predecessor_with_no_other(self, pot: Pot, catalog: Make, merged: Run) -> None:
        other = NEW.replace("hela året", "om vintern")
        result = merged(pot(other, NEW), catalog(po.Entry(OLD, GERMAN))).catalog.active
        assert [entry.state for entry in result] == [State.UNTRANSLATED, State.FUZZY]

    def test_descends_from_the_like_one_that_stood_in_its_place(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        def room(number: int) -> str:
            return f"Sammanträdesrum {number} på plan två i Stadshuset"

        old = catalog(
            *(po.Entry(text, text.upper()) for text in (room(11), "Karta", room(24), "Meny", room(37)))
        )
        result = merged(pot(room(31), "Karta", room(27), "Meny", room(14)), old).catalog.active
        assert [entry.previous_msgid for entry in result] == [room(11), None, room(24), None, room(37)]

    def test_may_descend_from_an_obsolete_one(self, pot: Pot, catalog: Make, merged: Run) -> None:
        (entry,) = merged(pot(NEW), catalog(po.Entry(OLD, GERMAN, obsolete=True))).catalog.active
        assert (entry.msgstr, entry.previous_msgid, entry.fuzzy) == (GERMAN, OLD, True)

    def test_may_descend_from_one_that_the_page_still_has(self, pot: Pot, catalog: Make, merged: Run) -> None:
        result = merged(pot(OLD, NEW), catalog(po.Entry(OLD, GERMAN)))
        assert result.catalog.entries[1].previous_msgid == OLD
        assert result.changes == Changes(fuzzy=1, unchanged=1)

    def test_prefers_what_vanished_from_its_page_to_what_became_obsolete_earlier(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        vanished = OLD.replace("hela året", "om sommaren och hösten")
        old = catalog(po.Entry(vanished, "vanished"), po.Entry(OLD, GERMAN, obsolete=True))
        assert merged(pot(NEW), old).catalog.active[0].msgstr == "vanished"

    def test_that_a_translator_has_emptied_is_not_filled_again(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        old = catalog(po.Entry(NEW), po.Entry(OLD, GERMAN, obsolete=True))
        assert merged(pot(NEW), old).changes == Changes(unchanged=1)

    def test_among_thousands_finds_its_predecessor(self, pot: Pot, catalog: Make, merged: Run) -> None:
        def rule(number: int) -> str:
            return f"Paragraf {number}: avgiften är {number * 7} kronor och betalas till konto {number * 13}."

        old = catalog(*(po.Entry(rule(number), f"Nr. {number}") for number in range(2000)))
        units = [
            rule(number).replace("kronor", "euro") if number % 50 == 0 else rule(number)
            for number in range(2000)
        ]
        result = merged(pot(*units), old).catalog.active
        wrong = [entry for number, entry in enumerate(result) if entry.msgstr != f"Nr. {number}"]
        assert (wrong, sum(entry.fuzzy for entry in result)) == ([], 40)


class TestAPlural:
    UNIT = po.Entry("%d fil", plural="%d filer")

    def test_waits_with_as_many_forms_as_the_language_has(self, pot: Pot, catalog: Make, merged: Run) -> None:
        assert merged(pot(self.UNIT), catalog()).catalog.entries[0].plural_strings == ("", "")

    def test_that_was_none_before_gets_the_translation_for_all_forms_as_fuzzy(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        (entry,) = merged(pot(self.UNIT), catalog(po.Entry("%d fil", "%d Datei"))).catalog.entries
        assert (entry.plural_strings, entry.fuzzy) == (("%d Datei", "%d Datei"), True)

    def test_whose_other_form_changed_is_fuzzy_and_says_what_it_was(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        known = po.Entry("%d fil", plural="%d gamla filer", plural_strings=("%d Datei", "%d alte Dateien"))
        (entry,) = merged(pot(self.UNIT), catalog(known)).catalog.entries
        assert (entry.fuzzy, entry.previous_plural) == (True, "%d gamla filer")
        assert entry.extracted == ("%d [-gamla-] filer",)


class TestTheFile:
    def test_of_a_new_page_is_new(self, pot: Pot, merged: Run) -> None:
        result = merged(pot("a"), None)
        assert (result.changed, result.changes) == (True, Changes(new=1))
        assert result.catalog.header["Language"] == "de"

    def test_in_an_unknown_language_has_no_plural_rule(self, pot: Pot, origin: Origin) -> None:
        with pytest.raises(ConfigError, match="xx is no language that CLDR knows"):
            merge_catalogs(pot("a"), None, "xx", Memory(), path="xx.po", origin=origin)

    @pytest.mark.parametrize("width", [40, 78, 10_000])
    def test_that_a_tool_has_wrapped_stays_as_the_tool_left_it(
        self, pot: Pot, catalog: Make, merged: Run, width: int
    ) -> None:
        unit = po.Entry(
            NEW, extracted=("A note that is long enough to be wrapped by a tool",), references=("x.md",)
        )
        text = po.write(merged(pot(unit, "b"), catalog(po.Entry(OLD, GERMAN))).catalog)
        wrapped = str(polib.pofile(text, wrapwidth=width))
        result = merged(pot(unit, "b"), po.read(wrapped, "de.po"))
        assert not result.changed
        assert po.write(result.catalog) == wrapped

    def test_follows_the_order_of_the_template(self, pot: Pot, catalog: Make, merged: Run) -> None:
        old = catalog(po.Entry("a", "1"), po.Entry("b", "2"))
        result = merged(pot("b", "a"), old)
        assert (result.changed, result.changes) == (True, Changes(unchanged=2))

    def test_with_windows_line_ends_keeps_them_in_new_entries_too(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        result = merged(pot("a", "b"), catalog(po.Entry("a", "1"), newline="\r\n"))
        assert po.write(result.catalog).count("\n") == po.write(result.catalog).count("\r\n")

    def test_keeps_what_people_wrote_in_the_header_and_at_the_end(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        text = f"# Anna, 2026.\n{po.write(catalog(po.Entry('a', 'b')))}\n# To be continued."
        result = merged(pot("a", "c"), po.read(text, "de.po"))
        assert po.write(result.catalog) == text.replace("\n\n# To be", '\n\nmsgid "c"\nmsgstr ""\n\n# To be')

    def test_touches_only_the_lines_of_the_message_that_changed(
        self, pot: Pot, catalog: Make, merged: Run
    ) -> None:
        text = po.write(catalog(po.Entry("a", "1"))) + '\nmsgid ""\n"wrapped "\n"by hand"\nmsgstr ""\n"2"\n'
        unit = po.Entry("a", references=("x.md",))
        result = merged(pot(unit, "wrapped by hand"), po.read(text, "de.po"))
        assert po.write(result.catalog) == text.replace('msgid "a"', '#: x.md\nmsgid "a"')
