"""TOML that is none: the line to mend and what to write there."""

from __future__ import annotations

import pytest

from pipeline.config.located import read_toml
from pipeline.config.syntax import explain
from pipeline.errors import ConfigError

NO_VALUE = 'The value is missing or no TOML; put text in straight quotation marks: key = "text".'
NO_EQUALS = 'The key, of a-z, 0-9, - and _ only, needs an equals sign after it; write key = "text".'
NO_STATEMENT = 'This line is no TOML; write key = "text", [table] or # comment.'
TRAILING = (
    "Something stands after the value; write one key on a line, text in quotation marks, "
    "dates as 2026-11-23 and times as 09:00:00."
)
OPEN_TEXT = "The closing quotation mark is missing; write it at the end of the text."
CONTROL = "An invisible control character stands here; delete it and type the text again."
ESCAPE = r'A backslash in "text" must be written twice (\\), or the text put in single quotation marks.'
OPEN_TABLE = "The closing bracket of the table's name is missing; write [name] or [[name]]."
OPEN_LIST = 'The list has a bracket or comma missing; write key = ["one", "two"].'
OPEN_BRACES = "The braces are not closed; close them on the line that opens them."
TWICE = "This key or table stands in the file before; keep one of the two."
KEY_LETTERS = "A key is written with a-z, A-Z, 0-9, - and _; put any other in quotation marks."
NO_DATE = "There is no such date or time; dates are written 2026-11-23, times 09:00:00."
TOO_DEEP = "Tables or lists are nested too deeply here; a site's records need three levels."
LONG_NUMBER = "A number here has too many digits; put it in quotation marks if it is text."

FAULTS = [
    ("name = Västerås", f"3: {NO_VALUE}"),
    ("name = “Västerås”", f"3: {NO_VALUE}"),
    ("name =", f"3: {NO_VALUE}"),
    ("name =\nlast = 1", f"3: {NO_VALUE}"),
    ('name "Västerås"', f"3: {NO_EQUALS}"),
    ('name: "Västerås"', f"3: {NO_EQUALS}"),
    ('språk = "sv"', f"3: {NO_EQUALS}"),
    ("= 1", f"3: {NO_STATEMENT}"),
    ("<<<<<<< HEAD", f"3: {NO_STATEMENT}"),
    ('name = "Väst" erås', f"3: {TRAILING}"),
    ("closes = 25:00:00", f"3: {TRAILING}"),
    ("updated = 2026-13-01", f"3: {TRAILING}"),
    ("updated = 2026-02-30", f"3: {NO_DATE}"),
    ('name = "Västerås\nlast = 1', f"3: {OPEN_TEXT}"),
    ("name = 'Västerås", f"3: {OPEN_TEXT}"),
    ('name = """Västerås\nlast = 1\n\n', f"3: {OPEN_TEXT}"),
    ("name = '''Västerås\nlast = 1\n\n", f"3: {OPEN_TEXT}"),
    ('name = "Väst\x07erås"', f"3: {CONTROL}"),
    ("# Väst\x07erås", f"3: {CONTROL}"),
    (r'file = "C:\documents"', f"3: {ESCAPE}"),
    (r'file = "C:\users"', f"3: {ESCAPE}"),
    (r'name = "\ud800"', f"3: {ESCAPE}"),
    ("[organisation", f"3: {OPEN_TABLE}"),
    ("[[hours]", f"3: {OPEN_TABLE}"),
    ('menu = ["a" "b"]', f"3: {OPEN_LIST}"),
    ('menu = [\n  "a",\n  "b"\nlast = 1', f"3: {OPEN_LIST}"),
    ("address = { room = 1", f"3: {OPEN_BRACES}"),
    ("address = { room = 1\n}", f"3: {OPEN_BRACES}"),
    ("address = { , }", f"3: {KEY_LETTERS}"),
    ("first = 2", f"3: {TWICE}"),
    ("[table]\n[table]", f"4: {TWICE}"),
    ("[first.a]", f"3: {TWICE}"),
    ("[[table]]\n[table]", f"4: {TWICE}"),
    ("address = { a = 1, a = 2 }", f"3: {TWICE}"),
    ("deep = " + "[" * 3000 + "]" * 3000, f"3: {TOO_DEEP}"),
    ("deep = " + "{a=" * 3000, f"3: {TOO_DEEP}"),
    ("deep = [\n" + "[\n" * 3000, f"3: {TOO_DEEP}"),
    ("a." * 100 + "a = 1", f"3: {TOO_DEEP}"),
    ("[" + "'a' . " * 100 + "a]", f"3: {TOO_DEEP}"),
    ("long = " + "9" * 5000, f"3: {LONG_NUMBER}"),
]


@pytest.mark.parametrize(("text", "sentence"), FAULTS, ids=lambda value: value[:40])
def test_a_fault_names_the_line_where_it_began(text: str, sentence: str) -> None:
    assert _complaint("first = 1\n\n" + text) == f"a.toml:{sentence}"


def test_lines_are_counted_in_the_file_that_the_text_stands_in() -> None:
    assert _complaint("first = 1\nname = Västerås\n", first_line=11) == f"a.toml:12: {NO_VALUE}"


def test_a_complaint_that_a_later_python_invents_is_passed_on() -> None:
    fault = explain("Keys must be green (at line 3, column 5)")
    assert str(fault.message) == "This is no TOML: Keys must be green; see https://toml.io."
    assert (fault.line, fault.column) == (3, 5)


def _complaint(text: str, first_line: int = 1) -> str:
    """Return what reading ``text`` says."""
    with pytest.raises(ConfigError) as caught:
        read_toml(text, "a.toml", first_line)
    return str(caught.value)
