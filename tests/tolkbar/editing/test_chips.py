"""What people call the placeholders of a text: so that none is mistaken for another, or for a word."""

from __future__ import annotations

from pipeline.model import msg
from pipeline.po import Entry
from tolkbar.editing.chips import chips, named


def tokens(entry: Entry) -> dict[str, str]:
    return {tag.tag: tag.token for chip in chips(entry, str) for tag in chip.tags}


def test_a_link_is_called_a_link_and_stands_for_its_words() -> None:
    link, line = chips(Entry("Läs <a1>policyn <em>nu</em></a1> här.<br2/>Sen."), str)[::2]
    assert (link.label, link.about) == ("link 1", "policyn nu")
    assert [tag.token for tag in link.tags] == ["[link 1]", "[/link 1]"]
    assert (line.label, line.about, line.tags[0].token) == ("line break 2", "", "[line break 2]")


def test_a_value_stands_for_what_visitors_see() -> None:
    (value,) = chips(Entry("Projektet <x1/>.", extracted=("Paragraph", "x1: Tolkbar")), str)
    assert (value.label, value.about) == ("value 1", "Tolkbar")


def test_an_element_that_nobody_has_a_word_for_keeps_its_name() -> None:
    assert tokens(Entry("Tryck <kbd>Esc</kbd>.")) == {"<kbd>": "[kbd]", "</kbd>": "[/kbd]"}


def test_a_text_that_says_the_same_in_brackets_gets_other_signs() -> None:
    assert tokens(Entry("Läs [link 1] <a1>här</a1>.")) == {"<a1>": "⟦link 1⟧", "</a1>": "⟦/link 1⟧"}


def test_a_text_that_has_all_signs_shows_the_tags_as_they_are() -> None:
    assert tokens(Entry("[link 1] ⟦link 1⟧ ⟪link 1⟫ <a1>här</a1>.")) == {"<a1>": "<a1>", "</a1>": "</a1>"}


def test_two_placeholders_never_have_the_same_name() -> None:
    def say(_: object) -> str:
        return "Ding"

    names = chips(Entry("<em>a</em> <strong>b</strong>"), say)
    assert [tag.token for chip in names for tag in chip.tags] == ["<em>", "</em>", "<strong>", "</strong>"]


def test_a_sentence_names_placeholders_as_the_person_sees_them() -> None:
    known = chips(Entry("Läs <a1>här</a1>."), str)
    assert str(named(msg("{tag} is missing.", tag="<a1>"), known)) == "[link 1] is missing."
