"""Which files are pages, what the pages are called, and which names are refused."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from pipeline.errors import SourceError
from pipeline.source.files import find_pages
from tests.support import document

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / "source/pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def refusal(root: Path) -> str:
    with pytest.raises(SourceError) as stopped:
        find_pages(root)
    return str(stopped.value)


def test_pages_are_called_by_their_path_without_suffix_and_come_in_order(tmp_path: Path) -> None:
    write(tmp_path, "kontakt.md", "index.md", "omsorg/index.html", "omsorg/aldre/om_oss.md")
    found = find_pages(tmp_path)
    assert [(file.page, file.name) for file in found] == [
        ("index", "source/pages/index.md"),
        ("kontakt", "source/pages/kontakt.md"),
        ("omsorg/aldre/om_oss", "source/pages/omsorg/aldre/om_oss.md"),
        ("omsorg/index", "source/pages/omsorg/index.html"),
    ]
    assert all(file.path == tmp_path / file.name for file in found)


def test_other_files_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path, "index.md", "README", "x.txt", "x.md~", ".x.md.swp", "bild.svg", ".git/x.md")
    (tmp_path / "source/pages/folder.md").mkdir()
    assert [file.page for file in find_pages(tmp_path)] == ["index"]


@pytest.mark.parametrize("name", ["x.MD", "x.htm", "protokoll.docx"])
def test_what_was_meant_as_a_page_is_not_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, "index.md", name)
    assert refusal(tmp_path) == (
        f"source/pages/{name}:1: This is no page. "
        "Name it .md or .html, or move it to another folder of source/."
    )


def test_two_files_of_one_page_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "x.md", "x.html")
    assert refusal(tmp_path) == (
        "source/pages/x.md:1: source/pages/x.html is the same page. Remove one of the two."
    )


@pytest.mark.parametrize(
    "name",
    [
        "Om oss.md",
        "Om-oss.md",
        "åldre.md",
        "x..md",
        "-x.md",
        "x-.md",
        "Omsorg/x.md",
        "x\n.md",
        "a--b.md",
        "shell.md",
    ],
)
def test_a_name_that_makes_no_address_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, "index.md", name)
    page = name.removesuffix(".md")
    assert refusal(tmp_path) == (
        f"source/pages/{name}:1: {page} cannot name a page. Rename it: a–z, 0–9 and hyphens, and not “shell”."
    )


def test_a_page_below_a_folder_may_be_called_shell(tmp_path: Path) -> None:
    write(tmp_path, "natur/shell.md")
    assert [file.page for file in find_pages(tmp_path)] == ["natur/shell"]


def test_without_a_folder_for_pages_the_remedy_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "source/pages:1: There is no folder with pages. Create it."


def test_a_folder_without_a_page_publishes_nothing(tmp_path: Path) -> None:
    (tmp_path / "source/pages").mkdir(parents=True)
    assert refusal(tmp_path) == "source/pages:1: There is no page yet. Write one, such as index.md."


@pytest.mark.parametrize("target", ["outside.md", "outside"], ids=["file", "folder"])
def test_a_link_out_of_source_is_refused(tmp_path: Path, target: str) -> None:
    write(tmp_path, "index.md")
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "outside.md").write_text("secret", encoding="utf-8")
    (tmp_path / "source/pages/lank.md").symlink_to(tmp_path / target)
    assert refusal(tmp_path) == (
        "source/pages/lank.md:1: This link leads out of source/. Put the file itself here."
    )


def test_a_folder_that_is_a_link_out_of_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.md").write_text("secret", encoding="utf-8")
    (tmp_path / "source/pages").symlink_to(tmp_path / "elsewhere")
    assert "This link leads out of source/" in refusal(tmp_path)


def test_a_link_within_source_is_a_page(tmp_path: Path) -> None:
    write(tmp_path, "index.md")
    (tmp_path / "source/pages/start.md").symlink_to(tmp_path / "source/pages/index.md")
    assert [file.page for file in find_pages(tmp_path)] == ["index", "start"]


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "index.md")
    (tmp_path / "source/pages/a.md").symlink_to("b.md")
    (tmp_path / "source/pages/b.md").symlink_to("a.md")
    assert refusal(tmp_path).startswith("source/pages/a.md:1: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, "index.md")
    os.mkfifo(tmp_path / "source/pages/x.md")
    assert [file.page for file in find_pages(tmp_path)] == ["index"]


def test_a_page_is_addressed_by_its_slug_or_its_name() -> None:
    assert document("x").slug == "sida"
    assert document("x", front='slug = "en-annan"\n').slug == "en-annan"
