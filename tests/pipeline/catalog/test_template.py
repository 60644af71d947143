"""What translators get to translate: each message once, and the same bytes for the same source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import po
from pipeline.catalog import template

if TYPE_CHECKING:
    from collections.abc import Callable

    Pot = Callable[..., po.Catalog]


def test_a_template_has_a_header_without_a_date_and_messages_without_translations(pot: Pot) -> None:
    assert (
        po.write(pot(po.Entry("Kontakta oss", "Kontakt", "title", references=("kontakt.md",))))
        == """\
msgid ""
msgstr ""
"Project-Id-Version: Västerås stad\\n"
"Report-Msgid-Bugs-To: https://internationellt.example\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#: kontakt.md
msgctxt "title"
msgid "Kontakta oss"
msgstr ""
"""
    )


def test_the_same_units_give_the_same_bytes(pot: Pot) -> None:
    units = [po.Entry("b", extracted=("note",)), po.Entry("a", references=("x.md",))]
    assert po.write(pot(*units)) == po.write(pot(*units))


def test_the_same_message_twice_is_one_with_everything_that_is_said_of_it(pot: Pot) -> None:
    first = po.Entry("a", extracted=("Heading", "Both"), references=("x.md",), flags=("no-wrap",))
    second = po.Entry("a", extracted=("Both", "Paragraph"), references=("y.md", "x.md"))
    assert pot(first, "b", second).entries == (
        po.Entry(
            "a", extracted=("Heading", "Both", "Paragraph"), references=("x.md", "y.md"), flags=("no-wrap",)
        ),
        po.Entry("b"),
    )


def test_the_same_words_in_two_contexts_are_two_messages(pot: Pot) -> None:
    assert len(pot("Kontakt", po.Entry("Kontakt", msgctxt="slug")).entries) == 2


def test_a_note_of_several_lines_becomes_several_lines(pot: Pot) -> None:
    (entry,) = pot(po.Entry("a", extracted=("one\n  two\n\n",))).entries
    assert entry.extracted == ("one", "two")


def test_what_is_written_is_read_as_the_same_template(pot: Pot) -> None:
    made = pot(po.Entry("a\nb", extracted=("one\ntwo",)), po.Entry("%d fil", plural="%d filer"))
    assert po.read(po.write(made), made.path).entries == made.entries


def test_a_template_without_messages_is_a_header() -> None:
    assert template("x.pot", (), "p", "r").entries == ()
