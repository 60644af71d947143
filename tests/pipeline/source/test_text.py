"""The bytes of a page become clean text, or one line that says where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SourceError, TolkbarError
from pipeline.source.document import decode, read_document
from pipeline.source.files import SourceFile

NAME = "source/pages/sida.md"
FRONT = b'+++\ntitle = "Sidan"\n+++\n'


def read(content: bytes, name: str = NAME) -> str:
    """Return the words of the page with ``content``."""
    return read_document(SourceFile("sida", name, Path(name)), content).tree.document.text


@pytest.mark.parametrize("name", [NAME, "source/pages/sida.html"])
@pytest.mark.parametrize("content", [b"\xe5\xe4\xf6", b"\xff\xfe<\x00p\x00", b"\xc3", b"\xed\xa0\x80"])
def test_what_is_not_utf_8_is_refused_with_its_line(name: str, content: bytes) -> None:
    with pytest.raises(SourceError) as stopped:
        read(FRONT + b"ett\n" + content, name)
    assert str(stopped.value) == f"{name}:5: This is not UTF-8. Save the file as UTF-8."


@pytest.mark.parametrize(
    "code", ["0000", "0001", "0008", "000B", "000C", "001B", "007F", "FDD0", "FDD1", "FFFE", "FFFF"]
)
def test_a_character_that_may_not_stand_in_text_is_named_with_its_line(code: str) -> None:
    with pytest.raises(SourceError) as stopped:
        read(FRONT + f"ett\ntvå {chr(int(code, 16))}\n".encode())
    assert str(stopped.value) == f"{NAME}:5: The character U+{code} may not stand in text. Remove it."


@pytest.mark.parametrize("reference", ["&#xFDD0;", "&#64977;", "&#xfffe;", "&#1;", "&#x7f;"])
@pytest.mark.parametrize("name", [NAME, "source/pages/sida.html"])
@pytest.mark.parametrize("html", ["<p>ett {}\n</p>", "<p title='ett {}'>x</p>"])
def test_such_a_character_behind_a_reference_never_reaches_a_page(
    reference: str, name: str, html: str
) -> None:
    with pytest.raises(SourceError) as stopped:
        read(FRONT + b"<p>x</p>\n" + html.format(reference).encode(), name)
    assert str(stopped.value).startswith(f"{name}:5: The character U+")


def test_markdown_replaces_such_a_reference_in_its_own_text() -> None:
    assert read(FRONT + b"ett &#xFDD0; &#0; &#1;") == "ett \ufffd \ufffd \ufffd"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read(b"\xef\xbb\xbf" + FRONT + "å".encode()) == "å"
    assert decode(b"\xef\xbb\xbfa", NAME) == "a"


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_every_line_end_counts_as_one_line(end: bytes) -> None:
    content = (FRONT + b"ett\n\n## sist\n").replace(b"\n", end)
    tree = read_document(SourceFile("sida", NAME, Path(NAME)), content).tree
    assert [tree.locate(element).line for element in tree.elements() if element.tag == "h2"] == [6]


@pytest.mark.parametrize("name", [NAME, "source/pages/sida.html"])
def test_the_lines_of_a_page_begin_where_its_file_does(name: str) -> None:
    content = b'+++\ntitle = "Sidan"\ndescription = "Om den"\n+++\n\n\n<p>ett</p>\n'
    tree = read_document(SourceFile("sida", name, Path(name)), content).tree
    assert [tree.locate(element).line for element in tree.elements() if element.tag == "p"] == [7]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"+++",
        b"+++\n+++\n",
        b"# x\n",
        b"---\ntitle: x\n---\n",
        b'+++\ntitle = "x\n+++\n',
        b'+++\nslug = "x"\n+++\n',
    ],
)
def test_front_matter_that_does_not_hold_together_stops_in_one_line(content: bytes) -> None:
    with pytest.raises(TolkbarError) as stopped:
        read(content)
    assert stopped.value.location is not None
    assert stopped.value.location.path == NAME
    assert "\n" not in str(stopped.value)


def test_a_page_without_content_is_a_page() -> None:
    assert read(FRONT).strip() == ""


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> hemtjanst"])
def test_two_versions_that_git_left_side_by_side_are_refused_with_their_line(mark: str) -> None:
    with pytest.raises(SourceError) as stopped:
        read(FRONT + f"ett\n{mark}\n".encode())
    assert str(stopped.value) == (
        f"{NAME}:5: Two versions stand here side by side. "
        "Keep one; delete the lines with <<<<<<< and >>>>>>>."
    )


def test_an_image_is_decoration_only_where_somebody_says_so() -> None:
    pages = {
        "![](x.svg)": None,
        "![](x.svg){role=presentation}": "",
        "![Stadens vapen](x.svg)": "Stadens vapen",
    }
    for markdown, alternative in pages.items():
        tree = read_document(SourceFile("sida", NAME, Path(NAME)), FRONT + markdown.encode()).tree
        image = tree.document.find("img")
        assert image is not None
        assert image.attrs.get("alt") == alternative
