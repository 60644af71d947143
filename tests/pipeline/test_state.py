"""What earlier runs knew: kept whole or not at all, and never believed where it is damaged."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PublishError
from pipeline.files import WORK
from pipeline.state import FORMAT, State, digest
from pipeline.version import code_number

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import SiteFolder

NAME = f"{WORK}/state.sqlite"
parts = st.lists(
    st.none() | st.binary(max_size=4) | st.sampled_from([b"1:", b"-", b"1:a", b"0:"]), max_size=4
)


@given(parts, parts)
def test_different_parts_have_different_digests(one: list[bytes | None], other: list[bytes | None]) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)


def test_text_and_its_bytes_are_the_same_part() -> None:
    assert digest("å", None) == digest("å".encode(), None)


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = ["key", 1, None, True, "å"]
        state.write("pages", "kontakt", b"\x00\xff")
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {"kontakt": ["key", 1, None, True, "å"]}
        assert state.read("pages", "kontakt") == b"\x00\xff"
        assert state.read("pages", "index") is None
        assert state.read("traces", "kontakt") is None
        assert state.table("other") == {}


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names").update(kontakt=1, index=2)
        state.write("pages", "kontakt", b"x")
    with closing(State(tmp_path)) as state:
        del state.table("names")["kontakt"]
        state.forget("pages", "kontakt")
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {"index": 2}
        assert state.read("pages", "kontakt") is None


def test_what_is_not_saved_is_as_if_it_had_not_been(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = 1
    killed = State(tmp_path)
    killed.table("names")["kontakt"] = 2
    killed.write("pages", "kontakt", b"half")
    del killed
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {"kontakt": 1}
        assert state.read("pages", "kontakt") is None


def test_a_run_in_which_nothing_changes_writes_nothing(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = [1, 2]
    before = (tmp_path / NAME).stat().st_mtime_ns, (tmp_path / NAME).read_bytes()
    with closing(State(tmp_path)) as state:
        assert state.table("names")["kontakt"] == [1, 2]
    assert ((tmp_path / NAME).stat().st_mtime_ns, (tmp_path / NAME).read_bytes()) == before


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000), b"{}" * 4000])
def test_a_file_that_is_no_store_is_replaced_by_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / WORK).mkdir()
    (tmp_path / NAME).write_bytes(content)
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {}
        state.table("names")["kontakt"] = 1
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {"kontakt": 1}


def test_a_store_of_another_format_is_emptied(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = 1
    with closing(sqlite3.connect(tmp_path / NAME)) as store:
        store.execute(f"PRAGMA user_version = {code_number(FORMAT + 1)}")
        store.commit()
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {}


def test_a_store_that_other_code_made_is_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = 1
    (tmp_path / "Babel-3.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    code_number.cache_clear()
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {}
    code_number.cache_clear()


def test_a_store_laid_out_otherwise_is_replaced(tmp_path: Path) -> None:
    (tmp_path / WORK).mkdir()
    with closing(sqlite3.connect(tmp_path / NAME)) as store:
        store.execute("CREATE TABLE kept (x)")
        store.execute(f"PRAGMA user_version = {code_number(FORMAT)}")
        store.commit()
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {}


@pytest.mark.parametrize(
    "value", ["x'00'", "NULL", "7", "'text'", "value || x'00'", "substr(value, 1, 9)", "x''"]
)
def test_a_value_that_nobody_kept_is_not_believed(tmp_path: Path, value: str) -> None:
    with closing(State(tmp_path)) as state:
        state.write("pages", "index", b"5678")
        state.write("pages", "kontakt", b"1234")
    with closing(sqlite3.connect(tmp_path / NAME)) as store:
        store.execute(f"UPDATE kept SET value = {value} WHERE key = 'kontakt'")  # noqa: S608 - no input
        store.commit()
    with closing(State(tmp_path)) as state:
        assert state.read("pages", "index") == b"5678"
        assert state.read("pages", "kontakt") is None


def test_a_table_that_nobody_kept_is_not_believed(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names").update(kontakt="1234")
    with closing(sqlite3.connect(tmp_path / NAME)) as store:
        store.execute("UPDATE kept SET value = value || x'00'")
        store.commit()
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {}


def test_a_value_kept_for_another_key_is_not_believed(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.write("pages", "kontakt", b"1234")
    with closing(sqlite3.connect(tmp_path / NAME)) as store:
        store.execute("UPDATE kept SET key = 'index'")
        store.commit()
    with closing(State(tmp_path)) as state:
        assert state.read("pages", "index") is None


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return ``content`` cut off, or some of it changed."""
    start = chance.randrange(len(content))
    end = start + chance.choice([1, 50, 500])
    noise = chance.choice([bytes(end - start), chance.randbytes(end - start), b""])
    return content[:start] if chance.random() < 0.2 else content[:start] + noise + content[end:]


def test_no_damage_changes_what_is_built(site: SiteFolder) -> None:
    site.build()
    built, store = site.files(), (site.root / NAME).read_bytes()
    chance = random.Random(7)  # noqa: S311 - a test that repeats itself
    for _ in range(40):
        (site.root / NAME).write_bytes(damaged(store, chance))
        for path in site.candidate.rglob("*.html"):
            path.unlink()
        site.build()
        assert site.files() == built


def test_a_folder_in_the_stores_place_is_said(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    with pytest.raises(PublishError, match=r"state\.sqlite:1: What earlier runs knew cannot be used: "):
        State(tmp_path)


def test_a_store_that_another_process_is_writing_to_is_said_and_left(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.table("names")["kontakt"] = 1
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PublishError, match="database is locked"):
            State(tmp_path, patience=0)
    with closing(State(tmp_path)) as state:
        assert state.table("names") == {"kontakt": 1}
