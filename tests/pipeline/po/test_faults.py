"""Every way in which a PO file can be damaged: refused, with the line and the remedy."""

from __future__ import annotations

import pytest

from pipeline import po
from pipeline.errors import CatalogError

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FIRST = HEADER.count("\n") + 1  # the line of the first entry


def fault(content: str | bytes, path: str = "de.po") -> str:
    """Return what the reader says of ``content``."""
    with pytest.raises(CatalogError) as caught:
        po.read(content, path)
    return str(caught.value)


def entry_fault(text: str) -> str:
    """Return what the reader says of a catalog with the entries ``text``; their first line is line 1."""
    path, line, sentence = fault(HEADER + text).split(":", 2)
    assert path == "de.po"
    return f"{int(line) - FIRST + 1}:{sentence}"


CONFLICT = "A merge conflict was left here; choose one side and remove the marker lines."
NO_MSGSTR = "No msgstr follows the msgid; add one."
NO_PLURAL = "No msgstr[0] follows the msgid_plural; add one."
INSIDE = "A comment stands inside the entry; move it above the entry."
STRAY = "The line is neither keyword, string nor comment; remove it, or begin it with #."
UNENDED = "The string does not end; close it with a quotation mark on the same line."
ORDER = "is out of order; an entry is msgctxt, msgid, msgid_plural, msgstr."
MIXED = "Only some lines of the entry begin with #~; make them alike."
PREVIOUS = 'The previous msgid is damaged; write #| msgid "…", or remove its lines.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What version control leaves behind.
        ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\n>>>>>>> x\n', f"1: {CONFLICT}"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n', f"2: {CONFLICT}"),
        ('msgid "a"\nmsgstr "b"\n=======\n', f"3: {CONFLICT}"),
        ('msgid "a"\nmsgstr ""\n"b"\n||||||| base\n"c"\n', f"4: {CONFLICT}"),
        ('#~ msgid "a"\n>>>>>>> x\n#~ msgstr "b"\n', f"2: {CONFLICT}"),
        # Something is missing.
        ('msgid "a"\n', f"1: {NO_MSGSTR}"),
        ('msgid "a"\n\n#: x.md\nmsgid "b"\nmsgstr "c"\n', f"1: {NO_MSGSTR}"),
        ('msgid "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr ""\n', f"1: {NO_MSGSTR}"),
        ('msgid ""\n"a"\n\n#~ msgid "b"\n#~ msgstr "c"\n', f"1: {NO_MSGSTR}"),
        ('msgctxt "a"\nmsgstr "b"\n', "1: No msgid follows the msgctxt; add one."),
        ('msgid "a"\nmsgid_plural "b"\n', f"2: {NO_PLURAL}"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', f"2: {NO_PLURAL}"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', f"2: {NO_PLURAL}"),
        ('msgid "a"\nmsgstr\n', '2: msgstr has no string; write one, if only "".'),
        ('msgid\nmsgstr "b"\n', '1: msgid has no string; write one, if only "".'),
        # Keywords out of order.
        ('msgstr "b"\n', f"1: msgstr {ORDER}"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', f"3: msgstr {ORDER}"),
        ('msgid "a"\nmsgstr[0] "b"\n', f"2: msgstr[0] {ORDER}"),
        ('msgid_plural "a"\nmsgstr[0] "b"\n', f"1: msgid_plural {ORDER}"),
        ('msgid "a"\nmsgstr "b"\nmsgid_plural "c"\n', f"3: msgid_plural {ORDER}"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
            "4: msgstr[2] is out of order; msgstr[1] comes here.",
        ),
        ('msgid "a" msgstr "b" msgid "c" msgstr "d"\n', f"1: msgid {ORDER}"),
        # Strings.
        ('msgid "a"\nmsgstr "b\n', f"2: {UNENDED}"),
        ('msgid "a"\nmsgstr "b\\"\n', f"2: {UNENDED}"),
        ('msgid "a"\nmsgstr ""\n"b\n"c"\n', f"3: {UNENDED}"),
        ('msgid "\\q"\nmsgstr "b"\n', "1: \\q is no escape; write \\\\ for a backslash."),
        ('msgid "a"\nmsgstr "\\n"\n"\\d"\n', "3: \\d is no escape; write \\\\ for a backslash."),
        ('msgid "a"\nmsgstr "\\0"\n', "2: \\0 is no escape; write \\\\ for a backslash."),
        ('msgid "a"\nmsgstr "\\x00"\n', "2: \\x is no escape; write \\\\ for a backslash."),
        (
            'msgid "a"\nmsgstr "\\303"\n',
            "1: Escapes of this entry stand for no character; write the characters themselves.",
        ),
        (
            'msgid "a"\nmsgstr "\\357\\267\\220"\n',  # U+FDD0
            "1: Escapes of this entry stand for no character; write the characters themselves.",
        ),
        (
            'msgid "a"\nmsgstr "say "b" aloud"\n',
            '2: Text follows the closing quotation mark; write \\" for one inside the text.',
        ),
        ("msgid a\nmsgstr b\n", "1: The text of msgid is not quoted; put it between quotation marks."),
        ('# aside\n"a"\n', f"1: {INSIDE}"),
        # Lines that have no business here.
        ("hello\n", f"1: {STRAY}"),
        ('msgid "a"\nmsgstr "b"\n\nhello', f"4: {STRAY}"),
        ('domain "messages"\nmsgid "a"\nmsgstr "b"\n', f"1: {STRAY}"),
        ('MSGID "a"\nmsgstr "b"\n', f"1: {STRAY}"),
        ('msgid "a"\n# aside\nmsgstr "b"\n', f"2: {INSIDE}"),
        ('msgid "a"\nmsgstr ""\n#. aside\n"b"\n', f"3: {INSIDE}"),
        ('msgid "a"\nmsgstr ""\n#~ \n"b"\n', f"3: {INSIDE}"),
        ('#~ msgid "a"\nmsgstr "b"\n', f"2: {MIXED}"),
        ('msgid "a"\n#~ msgstr "b"\n', f"2: {MIXED}"),
        # Previous msgids.
        ('# ok\n#| hello\nmsgid "a"\nmsgstr "b"\n', f"2: {PREVIOUS}"),
        ('#| msgid "x\nmsgid "a"\nmsgstr "b"\n', f"1: {PREVIOUS}"),
        ('#, fuzzy\n#~| msgstr "x"\n#~ msgid "a"\n#~ msgstr "b"\n', f"2: {PREVIOUS}"),
    ],
)  # fmt: skip
def test_a_damaged_entry_is_refused_with_its_line_and_a_remedy(text: str, expected: str) -> None:
    assert entry_fault(text) == expected


def test_a_file_that_begins_in_the_middle_of_an_entry_says_so() -> None:
    assert fault(f'"a"\n{HEADER}') == "de.po:1: The string follows no keyword; move it to its entry."


@pytest.mark.parametrize("obsolete", ["", "#~ "])
def test_a_message_defined_twice_names_both_lines(obsolete: str) -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n\n# again\n'
    text += f'{obsolete}msgid "a"\n{obsolete}msgstr "e"\n'
    assert fault(HEADER + text) == (
        f'de.po:{FIRST + 7}: The message "a" is defined here and on line {FIRST}; remove one of the two.'
    )


def test_the_same_words_in_another_context_are_another_message() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgctxt "slug"\nmsgid "a"\nmsgstr "c"\n'
    assert len(po.read(HEADER + text, "de.po").entries) == 2


def test_a_second_header_is_a_message_defined_twice() -> None:
    assert "is defined here and on line 1" in fault(HEADER + HEADER)


def test_a_long_message_is_named_by_its_beginning() -> None:
    text = f'msgid "{"å" * 90}"\nmsgstr ""\n\n' * 2
    assert f'"{"å" * 40}…"' in fault(HEADER + text)


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", 'msgid "a"\nmsgstr "b"\n'])
def test_a_file_without_a_header_is_no_catalog(content: str) -> None:
    assert fault(content) == (
        "de.po:1: The file does not begin with a header; "
        'restore the entry msgid "" with its line Content-Type.'
    )


def test_a_header_further_down_is_no_header() -> None:
    assert "does not begin with a header" in fault(f'msgid "a"\nmsgstr "b"\n\n{HEADER}')


@pytest.mark.parametrize("charset", ["iso-8859-1", "CHARSET", "UTF-16", "utf8"])
def test_another_charset_than_utf_8_is_refused_at_its_line(charset: str) -> None:
    assert fault(HEADER.replace("UTF-8", charset)) == (
        f"de.po:3: The header says charset={charset.lower()}; save the file as UTF-8 and say so there."
    )


def test_a_header_without_a_charset_is_refused() -> None:
    assert fault('msgid ""\nmsgstr "Language: de\\n"\n') == (
        'de.po:1: The header names no charset; add the line "Content-Type: text/plain; charset=UTF-8\\n".'
    )


def test_bytes_in_the_charset_of_the_header_are_not_guessed_at() -> None:
    content = f'{HEADER}msgid "a"\nmsgstr "ä"\n'.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert (
        fault(content)
        == "de.po:3: The header says charset=ISO-8859-1; save the file as UTF-8 and say so there."
    )


def test_a_byte_that_is_not_utf_8_is_named_with_its_line_and_column() -> None:
    with pytest.raises(CatalogError) as caught:
        po.read(f'{HEADER}msgid "a"\nmsgstr "å'.encode() + b'\xe4"\n', "de.po")
    assert str(caught.value.message) == "The byte 0xE4 is not UTF-8; save the file as UTF-8."
    assert caught.value.location is not None
    assert (caught.value.location.line, caught.value.location.column) == (FIRST + 1, 10)


@pytest.mark.parametrize("character", ["\0", "\ufdd0", "\ufdef", "\ud800"])
def test_characters_that_no_catalog_can_hold_are_named(character: str) -> None:
    assert fault(f'{HEADER}msgid "a"\nmsgstr "b{character}"\n') == (
        f"de.po:{FIRST + 1}: A catalog cannot hold the character U+{ord(character):04X}; remove it."
    )


def test_arabic_letters_beside_the_noncharacters_are_letters() -> None:
    text = "\ufdcf\ufdf0\ufdfa"
    assert po.read(f'{HEADER}msgid "a"\nmsgstr "{text}"\n'.encode(), "ar.po").entries[0].msgstr == text


@pytest.mark.parametrize("content", [f"\ufeff{HEADER}", f"\ufeff{HEADER}".encode()])
def test_a_byte_order_mark_is_refused(content: str | bytes) -> None:
    assert fault(content) == "de.po:1: The file begins with a byte order mark; save it as UTF-8 without one."


def test_utf_16_is_recognised() -> None:
    assert fault(HEADER.encode("utf-16")) == "de.po:1: The file is in UTF-16; save it as UTF-8."


def test_line_ends_of_old_macintoshes_are_refused() -> None:
    assert fault(HEADER.replace("\n", "\r")) == (
        "de.po:1: The line ends with CR alone; save the file with the line ends LF or CRLF."
    )


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr "{}\n'.format("x" * 2_000_000),
        'msgid "a"\nmsgstr "{}\n'.format("\\" * 2_000_000),
        'msgid "a"\nmsgstr "{}\n'.format(r"\101" * 500_000),
        'msgid {}\nmsgstr "b\n'.format('""' * 500_000),
        'msgid "a"{}x'.format("\n" * 500_000),
        '#~ msgid "a"{}x'.format("\n#~" * 200_000),
        '#: {}\nmsgid "a"\n'.format("\u2068 " * 500_000),
        '#| msgid "{}\nmsgid "a"\nmsgstr ""\n'.format("x" * 2_000_000),
        'msgid "a"\nmsgid_plural "b"\nmsgstr[{}] ""\n'.format("0" * 2_000_000),
    ],
    ids=[
        "text",
        "backslashes",
        "escapes",
        "strings",
        "lines",
        "obsolete",
        "references",
        "previous",
        "digits",
    ],
)
def test_millions_of_characters_out_of_place_are_refused_like_a_few(text: str) -> None:
    assert fault(HEADER + text).startswith("de.po:")
