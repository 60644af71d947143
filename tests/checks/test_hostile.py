"""Pages made to be slow, large or twisted come to an end with findings, like every other page.

Here they are small; ``nox -s mutations`` judges them at full size, within a limit of memory.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mutations.breed import NAMES, STYLES, TAGS, VALUES
from tests.mutations.giants import GIANTS
from tests.mutations.worker import judge_folder, write

if TYPE_CHECKING:
    from pathlib import Path

SMALL = 2000


def element(tag: str, attributes: dict[str, str], content: list[str]) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(content)}</{tag}>"


ELEMENTS = st.recursive(
    st.text(max_size=8),
    lambda inside: st.builds(
        element,
        st.sampled_from(TAGS),
        st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=4),
        st.lists(inside, max_size=4),
    ),
    max_leaves=20,
)
SHEETS = st.lists(st.sampled_from(STYLES) | st.text(max_size=20), max_size=8).map("".join)
PAGE = '<!DOCTYPE html><html lang="sv"><title>Åäö</title><h1 style="color:red">Åäö</h1><p lang="en">Welcome'


@pytest.mark.parametrize("name", GIANTS)
def test_a_page_made_to_be_slow_is_judged(tmp_path: Path, name: str) -> None:
    write(tmp_path, GIANTS[name](SMALL))
    judge_folder(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
@given(st.lists(ELEMENTS, max_size=4).map("".join), SHEETS)
def test_any_tree_with_any_styles_is_judged(tmp_path: Path, body: str, sheet: str) -> None:
    page = f"<link rel=stylesheet href=b.css><style>{sheet}</style>{body}"
    write(tmp_path, {"a.html": page.encode("utf-8", "replace"), "b.css": sheet.encode("utf-8", "replace")})
    judge_folder(tmp_path)


@pytest.mark.parametrize("end", range(0, len(PAGE), 7))
def test_a_page_may_end_anywhere(tmp_path: Path, end: int) -> None:
    write(tmp_path, {"a.html": PAGE.encode()[:end]})
    judge_folder(tmp_path)


@pytest.mark.parametrize(
    "charset", ["utf-16", "utf-32", "latin-1", "cp437", "utf-7", "shift_jis", "utf-8-sig"]
)
@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "x-user-defined", "", "no such charset"])
def test_a_page_may_be_in_another_charset_than_it_says(tmp_path: Path, charset: str, declared: str) -> None:
    content = codecs.encode(f"<meta charset='{declared}'>{PAGE}", charset, "replace")
    write(tmp_path, {"a.html": content, "a.xhtml": content, "a.svg": content})
    judge_folder(tmp_path)
