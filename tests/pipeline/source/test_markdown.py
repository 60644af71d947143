"""Markdown becomes the same located tree as HTML: every element stands on the line of its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.page import Element, Tree, read_page
from pipeline.source.markdown import markdown_to_html

if TYPE_CHECKING:
    from collections.abc import Sequence

# Blocks as editors write them; each @ becomes a word that says on which line it stands.
BLOCKS = (
    "# @",
    "@ *här*\n===",
    "@ och **@** samt [@](x.md)\nmer **@**, `@`\noch sist *@*",
    "@\\\n@ <span class=x>@</span>  \n**@**",
    "- @\n- @\n  - @\n  - **@**\n- @",
    "1. @\n\n   @\n2. @\n\n\n3. @",
    "> @\n> **@**\n>\n> - @",
    "| @ | *@* |\n|---|:-:|\n| @ | @ |\n| [@](y.md) | @ |",
    "```\n@\n\n@\n```",
    "~~~ python\n@\n~~~",
    "    @\n    @",
    "<div>\n<p>@</p>\n\n</div>",
    "<p>@\n<em>@</em></p>",
    "<!-- @\n@ -->",
    "{.klass}\n@ **@**",
    '{its-loc-note="Not"}\n- @\n- @',
    "[@]{lang=en} @\n[@]{translate=no}",
    "---",
    "@ ![x](x.svg)\n*@*",
    "[ref]: x.md\n\n[@][ref]",
    "",
)
AROUND = frozenset({"html", "head", "body", "div", "pre", "code"})
"""Elements that begin before their first word does, or that no element of Markdown is."""


def numbered(blocks: Sequence[str], gaps: Sequence[int]) -> str:
    """Join blocks by one empty line and as many more as ``gaps`` says; number their words."""
    text = "".join(block + "\n\n" + "\n" * gap for block, gap in zip(blocks, gaps, strict=True))
    return "\n".join(line.replace("@", f"rad{number}") for number, line in enumerate(text.split("\n"), 1))


def tree_of(markdown: str) -> Tree:
    return read_page(markdown_to_html(markdown), "x.md")


def words_of(element: Element) -> list[int]:
    return [int(number) for number in re.findall(r"rad(\d+)", element.text)]


@given(st.lists(st.tuples(st.sampled_from(BLOCKS), st.integers(0, 3)), min_size=1, max_size=8))
def test_every_element_stands_on_the_line_of_its_first_word(parts: list[tuple[str, int]]) -> None:
    tree = tree_of(numbered([block for block, _ in parts], [gap for _, gap in parts]))
    wrong = [
        (element.tag, tree.locate(element).line, words_of(element)[0])
        for element in tree.elements()
        if element.tag not in AROUND and words_of(element)
        if tree.locate(element).line != words_of(element)[0]
    ]
    assert wrong == []


@pytest.mark.parametrize("block", BLOCKS[:-1])
def test_no_block_moves_the_one_after_it(block: str) -> None:
    markdown = f"{block}\n\n## sist\n"
    tree = tree_of(markdown)
    last = [element for element in tree.elements() if element.tag == "h2"]
    assert tree.locate(last[-1]).line == markdown.split("\n").index("## sist") + 1


def test_a_line_feed_written_as_a_character_reference_moves_nothing() -> None:
    tree = tree_of("ett&#10;två&#10;tre&NewLine;fyra\n\n## sist\n")
    assert [tree.locate(element).line for element in tree.elements() if element.tag == "h2"] == [3]


def test_tables_attributes_and_spans_are_read() -> None:
    html = markdown_to_html(
        "{#id .klass}\n# Rubrik\n\n"
        "| A | B |\n|---|--:|\n| 1 | 2 |\n\n"
        "[word]{lang=en translate=no} [här](x.md){.x}"
    )
    assert '<h1 id="id" class="klass">Rubrik</h1>' in html
    assert re.search(r"<th>A</th>\s*<th style=\"text-align:right\">B</th>", html)
    assert '<span lang="en" translate="no">word</span>' in html
    assert '<a href="x.md" class="x">här</a>' in html


def test_raw_html_is_kept_for_the_parser_to_judge() -> None:
    assert markdown_to_html("<dl><dt>A</dt></dl>\n") == "<dl><dt>A</dt></dl>\n"
    assert markdown_to_html("a <kbd>Ctrl</kbd>") == "<p>a <kbd>Ctrl</kbd></p>"


def test_no_address_is_swallowed() -> None:
    assert markdown_to_html("[x](javascript:alert(1))") == '<p><a href="javascript:alert(1)">x</a></p>'


def test_an_empty_link_is_a_link() -> None:
    assert markdown_to_html("[](kontakt.md)") == '<p><a href="kontakt.md"></a></p>'


def test_a_bare_address_is_text() -> None:
    assert markdown_to_html("se https://example.org") == "<p>se https://example.org</p>"
