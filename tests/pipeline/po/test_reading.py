"""What a PO file says, however its lines are written."""

from __future__ import annotations

import pytest

from pipeline import po
from pipeline.model import State

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def entry(text: str) -> po.Entry:
    """Return the only entry of a catalog with ``text``."""
    (only,) = po.read(f"{HEADER}\n{text}", "de.po").entries
    return only


def test_an_entry_holds_all_that_stands_above_it_sorted_by_kind() -> None:
    assert entry("""\
# Asked the editor.
#. Heading of the page
#: source/pages/kontakt.md
#, fuzzy, no-link-name
#| msgctxt "title"
#| msgid "Kontakt"
msgctxt "title"
msgid "Kontakta oss"
msgstr "Kontakt"
""") == po.Entry(
        "Kontakta oss",
        "Kontakt",
        "title",
        comments=("Asked the editor.",),
        extracted=("Heading of the page",),
        references=("source/pages/kontakt.md",),
        flags=("fuzzy", "no-link-name"),
        previous_msgid="Kontakt",
        previous_msgctxt="title",
    )


def test_the_header_is_read_as_fields_in_order_and_is_no_message() -> None:
    catalog = po.read(HEADER.replace('""\n"Content', '""\n"Language: de\\n"\n"Content'), "de.po")
    assert list(catalog.header.items()) == [("Language", "de"), ("Content-Type", "text/plain; charset=UTF-8")]
    assert catalog.entries == ()


def test_the_header_keeps_its_translators_comments_and_flags() -> None:
    header = po.read(f"# Anna, 2026.\n#, fuzzy\n{HEADER}", "de.po").header_entry
    assert (header.comments, header.fuzzy) == (("Anna, 2026.",), True)


def test_an_entry_knows_the_line_of_its_msgid() -> None:
    catalog = po.read(
        f'{HEADER}\n# one\n\n# two\nmsgctxt "slug"\nmsgid "a"\nmsgstr ""\n\n#~ msgid "b"\n#~ msgstr "c"\n',
        "de.po",
    )
    assert [entry.line for entry in catalog.entries] == [9, 12]


@pytest.mark.parametrize(
    "text",
    [
        'msgid "Hej på dig"\nmsgstr "Hallo"\n',
        'msgid ""\n"Hej "\n"på dig"\nmsgstr ""\n"Hallo"\n',
        'msgid "Hej " "på dig"\nmsgstr "Hal" "lo"\n',
        '  msgid"Hej på dig"\n\tmsgstr   "Hallo"   \n',
        'msgid\n"Hej på dig"\nmsgstr\n\n"Hallo"\n',
        'msgid "Hej på dig" msgstr "Hallo"\n',
        'msgid "Hej p\\303\\245 dig"\nmsgstr "H\\x61ll\\157"\n',
        'msgid "Hej på dig"\nmsgstr "Hallo"',
        'msgid "Hej på dig"\r\nmsgstr ""\r\n"Hallo"\r\n',
    ],
    ids=[
        "as we write it",
        "wrapped",
        "several strings on a line",
        "white space",
        "strings on the next line",
        "all on one line",
        "escaped bytes",
        "no line end",
        "CRLF",
    ],
)
def test_every_way_to_write_a_message_says_the_same(text: str) -> None:
    assert entry(text) == po.Entry("Hej på dig", "Hallo")


def test_escapes_stand_for_their_characters() -> None:
    text = 'msgid "{}"\nmsgstr "{}"\n'.format(r"\"\\\n\t\r\a\b\f\v", r"\\n")
    assert entry(text) == po.Entry('"\\\n\t\r\a\b\f\v', "\\n")


def test_no_context_is_not_the_empty_context() -> None:
    catalog = po.read(f'{HEADER}\nmsgid "a"\nmsgstr ""\n\nmsgctxt ""\nmsgid "a"\nmsgstr ""\n', "de.po")
    assert [entry.key for entry in catalog.entries] == [(None, "a"), ("", "a")]


def test_a_plural_has_a_string_for_each_form() -> None:
    plural = entry(
        'msgid "%d fil"\nmsgid_plural "%d filer"\nmsgstr[0] "%d Datei"\nmsgstr[ 1 ]\n"%d "\n"Dateien"\n'
    )
    assert plural == po.Entry("%d fil", plural="%d filer", plural_strings=("%d Datei", "%d Dateien"))
    assert plural.strings == ("%d Datei", "%d Dateien")


def test_a_string_may_contain_what_looks_like_a_keyword() -> None:
    plural = entry('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "msgstr[1] \\"c\\""\nmsgstr[1] "#~ d"\n')
    assert plural.plural_strings == ('msgstr[1] "c"', "#~ d")


def test_obsolete_entries_are_kept_apart_with_their_previous_msgid() -> None:
    gone = '# gone\n#, fuzzy\n#~| msgid "x"\n#~| "y"\n#~ msgid "b"\n#~ msgstr ""\n#~ "c"\n'
    catalog = po.read(f'{HEADER}\nmsgid "a"\nmsgstr ""\n\n{gone}', "de.po")
    assert catalog.active == (po.Entry("a"),)
    assert catalog.obsolete == (
        po.Entry("b", "c", comments=("gone",), flags=("fuzzy",), previous_msgid="xy", obsolete=True),
    )


@pytest.mark.parametrize(
    "text",
    [
        '#~ # gone\n#~ msgid "b"\n#~ msgstr "c"\n',
        '# gone\n#~\n#~msgid "b"\n#~msgstr\n#~"c"\n',
        '# gone\n\n#~   msgid "b"\n\n#~ msgstr "c"\n#~\n',
    ],
)
def test_obsolete_entries_may_be_written_with_more_prefixes_or_less_space(text: str) -> None:
    assert entry(text) == po.Entry("b", "c", comments=("gone",), obsolete=True)


def test_a_previous_msgid_may_have_context_and_plural_and_several_lines() -> None:
    previous = entry(
        '#| msgctxt "x"\n#| msgid ""\n#| "y "\n#| "z"\n#| msgid_plural "p"\nmsgid "a"\nmsgstr "b"\n'
    )
    assert (previous.previous_msgctxt, previous.previous_msgid, previous.previous_plural) == ("x", "y z", "p")


def test_references_are_files_one_by_one_also_with_spaces_in_their_names() -> None:
    text = '#: a.md b.md:12\n#: \u2068om oss.md\u2069\nmsgid "a"\nmsgstr ""\n'
    assert entry(text).references == ("a.md", "b.md:12", "om oss.md")


def test_flags_are_read_from_all_lines_the_sticky_ones_of_newer_gettext_too() -> None:
    text = '#, fuzzy , no-wrap\n#= c-format\n#,range: 0..5\nmsgid "a"\nmsgstr "b"\n'
    assert entry(text).flags == ("fuzzy", "no-wrap", "c-format", "range: 0..5")


def test_comments_keep_their_text_blank_ones_and_those_without_a_space_too() -> None:
    text = '#  indented\n#\n#tight\n#! odd\nmsgid "a"\nmsgstr "b"\n'
    assert entry(text).comments == (" indented", "", "tight", "! odd")


def test_what_follows_the_last_entry_is_kept() -> None:
    catalog = po.read(f'{HEADER}\nmsgid "a"\nmsgstr ""\n\n# To do: the rest.', "de.po")
    assert catalog.tail == "\n# To do: the rest."


def test_a_template_may_leave_its_charset_open() -> None:
    assert po.read(HEADER.replace("UTF-8", "CHARSET"), "messages.pot").entries == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('msgid "a"\nmsgstr "b"\n', State.TRANSLATED),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n', State.FUZZY),
        ('msgid "a"\nmsgstr ""\n', State.UNTRANSLATED),
        ('#, fuzzy\nmsgid "a"\nmsgstr ""\n', State.UNTRANSLATED),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n', State.UNTRANSLATED),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', State.TRANSLATED),
    ],
)
def test_a_translation_is_there_when_every_form_is(text: str, state: State) -> None:
    assert entry(text).state is state
