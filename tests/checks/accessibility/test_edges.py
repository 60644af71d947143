"""The edges of the rules that W3C's ACT rules describe, as ``edges.txt`` lists them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.engine import Engine
from checks.registry import find
from checks.subjects import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"(?P<outcome>\w+)(?:\.(?P<kind>\w+))?: (?P<content>.*)")


def edges() -> Iterator[tuple[str, str, str, str]]:
    rule = ""
    for line in Path(__file__).with_name("edges.txt").read_text("utf-8").splitlines():
        found = _LINE.fullmatch(line)
        if line.startswith("["):
            rule = line.strip("[]")
        elif found is not None:
            yield rule, found["outcome"], found["kind"] or "html", found["content"]
        else:
            assert not line or line.startswith("#"), line


def whole(content: str) -> str:
    is_whole = "<html" in content or content.startswith("<svg xmlns")
    return content if is_whole else f'<!DOCTYPE html><html lang="sv"><title>Start</title><body>{content}'


@pytest.mark.parametrize(("rule", "outcome", "kind", "content"), list(edges()))
def test_the_edges_of_a_rule_are_where_its_text_says(
    rule: str, outcome: str, kind: str, content: str
) -> None:
    page = Page.read(whole(content), f"sida.{kind}")
    (result,) = Engine([find(rule)], lambda _: None).examine(page)
    assert result.outcome == outcome
