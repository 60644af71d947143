"""How catalogs are written: what nobody touched stays as it is, the rest as gettext writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline import po

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def written(*entries: po.Entry, newline: str = "\n") -> str:
    """Return ``entries`` as they are written below a header."""
    catalog = replace(po.read(HEADER.replace("\n", newline), "de.po"), entries=entries)
    return po.write(catalog).removeprefix(HEADER.replace("\n", newline) + newline)


def test_an_entry_is_written_in_the_order_of_gettext() -> None:
    entry = po.Entry(
        "ny text",
        "neuer Text",
        "title",
        comments=("Asked.", ""),
        extracted=("Heading",),
        references=("source/pages/kontakt.md", "source/pages/om oss.md"),
        flags=("fuzzy", "no-link-name"),
        previous_msgid="gammal text",
        previous_msgctxt="title",
    )
    assert (
        written(entry)
        == """\
# Asked.
#
#. Heading
#: source/pages/kontakt.md
#: \u2068source/pages/om oss.md\u2069
#, fuzzy, no-link-name
#| msgctxt "title"
#| msgid "gammal text"
msgctxt "title"
msgid "ny text"
msgstr "neuer Text"
"""
    )


def test_an_obsolete_entry_is_written_behind_its_prefix() -> None:
    entry = po.Entry("a", "b\nc", flags=("fuzzy",), previous_msgid="x", comments=("gone",), obsolete=True)
    assert (
        written(entry)
        == """\
# gone
#, fuzzy
#~| msgid "x"
#~ msgid "a"
#~ msgstr ""
#~ "b\\n"
#~ "c"
"""
    )


def test_a_plural_is_written_form_by_form() -> None:
    entry = po.Entry(
        "fil", plural="filer", plural_strings=("Datei", "Dateien"), previous_plural="x", previous_msgid="y"
    )
    assert (
        written(entry)
        == """\
#| msgid "y"
#| msgid_plural "x"
msgid "fil"
msgid_plural "filer"
msgstr[0] "Datei"
msgstr[1] "Dateien"
"""
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 'msgid ""'),
        ("a" * 200, f'msgid "{"a" * 200}"'),
        ("a\n", 'msgid "a\\n"'),
        ("a\nb", 'msgid ""\n"a\\n"\n"b"'),
        ("\n\n", 'msgid ""\n"\\n"\n"\\n"'),
        ('"\\\t', 'msgid "\\"\\\\\\t"'),
        ("ä\u2028ö", 'msgid "ä\u2028ö"'),
    ],
)
def test_text_is_broken_at_its_own_line_breaks_and_nowhere_else(text: str, lines: str) -> None:
    assert written(po.Entry(text, msgctxt="x")) == f'msgctxt "x"\n{lines}\nmsgstr ""\n'


def test_new_entries_end_their_lines_as_the_file_does() -> None:
    assert written(po.Entry("a", "b\nc"), newline="\r\n") == 'msgid "a"\r\nmsgstr ""\r\n"b\\n"\r\n"c"\r\n'


def test_a_line_break_in_a_comment_begins_another_comment() -> None:
    assert written(po.Entry("a", comments=("one\nmsgid",))).startswith('# one\n# msgid\nmsgid "a"')


ODD = f"""# Anna
{HEADER}
#:   b.md   c.md
msgid    "wrapped"
" by somebody"
  msgstr "x"
# glued to the one above
msgid "b" msgstr "c"


#~ msgid "gone"
#~ msgstr ""
#~ "away"

# Last words."""


@pytest.mark.parametrize("text", [ODD, ODD.replace("\n", "\r\n"), f"\n{ODD}\n\n", HEADER, HEADER.strip()])
def test_a_file_that_nobody_changed_is_written_byte_for_byte(text: str) -> None:
    assert po.write(po.read(text, "de.po")) == text
    assert po.write(po.read(text.encode(), "de.po")) == text


def test_a_changed_entry_is_written_anew_and_its_neighbours_stay_as_they_are() -> None:
    catalog = po.read(ODD, "de.po")
    first, *others = catalog.entries
    changed = replace(catalog, entries=(first.change(msgstr="y"), *others))
    assert po.write(changed) == ODD.replace(
        '#:   b.md   c.md\nmsgid    "wrapped"\n" by somebody"\n  msgstr "x"\n',
        '#: b.md\n#: c.md\nmsgid "wrapped by somebody"\nmsgstr "y"\n',
    )


def test_an_entry_after_one_without_a_line_end_begins_on_a_line_of_its_own() -> None:
    catalog = po.read(f'{HEADER}\nmsgid "a"\nmsgstr "b"', "de.po")
    longer = replace(catalog, entries=(*catalog.entries, po.Entry("c")))
    assert po.write(longer) == f'{HEADER}\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'


def test_a_changed_header_is_still_the_first_entry() -> None:
    catalog = po.read(ODD, "de.po")
    header = catalog.header_entry.change(comments=("Bea",))
    assert po.write(replace(catalog, header_entry=header)).startswith('# Bea\nmsgid ""\nmsgstr "Content-Type')
