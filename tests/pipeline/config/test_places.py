"""Every value of a TOML text is found where it stands."""

from __future__ import annotations

import json
import tomllib
from datetime import time

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.config.located import read_toml
from pipeline.config.scan import KeyPath, Scan

TRICKY = '''\
# [comment] = "not a table"
plain = 1
"quoted key" = "with = and [brackets] and # no comment"
'literal' = 'C:\\path'
"esc\\u0061ped" = 2
dotted.key . "with space" = 3
list = [ "a", # comment ]
  [ 1, 2, ], { x = 1, y.z = [ 4 ] },
  2026-11-23 09:00:00, "last" ]
text = """
[not.a.table]
key = "no key"
a quote at the end: """"
after_text = 5
literal_text = \'\'\'
it\'s ''fine''\'\'\'
[table] # a comment
key = 6
[table.inner]
key = 7
[[array]]
key = 8
[[array]]
key = 9
[[array.nested]]
key = 10
[array.nested.deep]
key = 11
[[array.nested]]
key = 12
'''


def test_every_key_is_found_on_its_line() -> None:
    lines = {path: line for path, (line, _) in _positions(TRICKY).items()}
    assert lines["plain",] == 2
    assert lines["quoted key",] == 3
    assert lines["escaped",] == 5
    assert lines["dotted", "key", "with space"] == 6
    assert lines["list", 1, 1] == 8
    assert lines["list", 2, "y", "z", 0] == 8
    assert lines["list", 4] == 9
    assert lines["text",] == 10
    assert lines["after_text",] == 14
    assert lines["table", "key"] == 18
    assert lines["table", "inner", "key"] == 20
    assert lines["array", 0, "key"] == 22
    assert lines["array", 1, "key"] == 24
    assert lines["array", 1, "nested", 0, "key"] == 26
    assert lines["array", 1, "nested", 0, "deep", "key"] == 28
    assert lines["array", 1, "nested", 1, "key"] == 30


def test_columns_are_counted_in_characters_from_one() -> None:
    positions = _positions('å = ["ö", "ä"]\n'.replace("å", "'å'"))
    assert positions["å",] == (1, 1)
    assert positions["å", 1] == (1, 13)


def test_the_places_are_those_of_the_values_that_tomllib_reads() -> None:
    assert set(_positions(TRICKY)) == set(_paths(tomllib.loads(TRICKY)))


def test_a_table_without_a_header_stands_where_its_first_inner_table_does() -> None:
    assert _positions("[a]\n[b.c.d]\n")["b", "c"] == (2, 1)


def test_elements_beyond_the_thousandth_stand_where_the_list_does() -> None:
    node = read_toml("list = [\n" + "1,\n" * 1200 + "]\n", "a.toml")
    places = [element.location.line for element in node.child("list").elements()]
    assert places[999] == 1001
    assert places[1100] == 1


keys = st.one_of(
    st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True), st.text(st.characters(codec="utf-8"), max_size=8)
)
scalars = st.one_of(
    st.integers(-9, 99999),
    st.booleans(),
    st.times().map(lambda moment: moment.replace(tzinfo=None, fold=0)),
    st.text(st.characters(codec="utf-8"), max_size=20),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(keys, values, max_size=5),
    st.dictionaries(keys, st.dictionaries(keys, values), max_size=3),
)
def test_whatever_the_values_each_has_its_place(
    top: dict[str, object], tables: dict[str, dict[str, object]]
) -> None:
    tables = {name: table for name, table in tables.items() if name not in top}
    lines = [f"{_key(key)} = {_written(value)}" for key, value in top.items()]
    expected: dict[KeyPath, int] = {(key,): number for number, key in enumerate(top, start=1)}
    for name, table in tables.items():
        lines.append(f"[{_key(name)}]")
        expected[name,] = len(lines)
        for key, value in table.items():
            lines.append(f"{_key(key)} = {_written(value)}")
            expected[name, key] = len(lines)
    text = "\n".join(lines)

    positions = _positions(text)
    assert set(positions) == set(_paths(tomllib.loads(text)))
    assert {path: positions[path][0] for path in expected} == expected


@given(st.text(st.sampled_from("ab=.[]{}\"'#,\n \\1-:"), max_size=60))
@example(r'"\1" = 1')
@example("1=[")
def test_text_that_is_no_toml_is_walked_to_an_end(text: str) -> None:
    scan = Scan(text).run()
    assert all(0 <= offset < len(text) for offset in (*scan.offsets.values(), *scan.statements))


def _positions(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Return line and column of every key path in ``text``."""
    return {
        path: (text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
        for path, offset in Scan(text).run().offsets.items()
    }


def _paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    """Return the path of every value inside ``value``."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for part, inner in inside for found in ((*path, part), *_paths(inner, (*path, part)))]


def _key(key: str) -> str:
    """Return ``key`` as TOML, bare where it may be."""
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare or (key and set(key) <= {"-", "_"}) else _written(key)


def _written(value: object) -> str:
    """Return ``value`` as TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_written(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_written(inner) for inner in value) + "]"
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)
