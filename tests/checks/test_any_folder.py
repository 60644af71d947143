"""Whatever lies in a folder that is judged: findings, or one line that names the file."""

from __future__ import annotations

import builtins
import errno
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.judge import Options, judge
from checks.model import Gate
from checks.registry import RULES, find
from checks.subjects import gather
from checks.subjects.limits import CATALOG, PAGE
from pipeline.errors import DefectError, LimitError, TolkbarError

if TYPE_CHECKING:
    from checks.model import Report

GOOD = "<!DOCTYPE html><html lang=sv><title>Bygglov</title><main><h1>Bygglov</h1><p>Text</main></html>"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n\n'
NAMES = ("bild.html", "bild.xhtml", "bild.svg", "bild.css", "bild.pdf", "sitemap.xml")
CONTENTS = (
    *(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, b"PK\3\4" + bytes(9999)),
    *(b"", b"\0", b"\xff" * 999),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(GOOD, "utf-8")
    return folder


def judged(folder: Path) -> Report:
    return judge(gather([folder]), RULES, Options(outcomes=True))


def refusal(folder: Path) -> str:
    """Return the one line that says why nothing is judged."""
    with pytest.raises(TolkbarError) as stopped:
        judged(folder)
    assert not isinstance(stopped.value, DefectError)
    (line,) = str(stopped.value).splitlines()
    return line


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("content", CONTENTS, ids=["a picture", "a Word file", "empty", "a NUL", "no text"])
def test_a_file_may_be_something_else_than_its_name_says(root: Path, name: str, content: bytes) -> None:
    (root / name).write_bytes(content)
    (root / "sida.html").write_text(f"{GOOD}<link rel=stylesheet href={name}><iframe src={name}></iframe>")
    assert judged(root).subjects["pages"] >= 2


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "latin-1", "utf-7", "shift_jis"])
@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "punycode", "hex", "klingon"])
def test_a_sheet_may_be_in_another_charset_than_it_says(root: Path, charset: str, declared: str) -> None:
    sheet = f'@charset "{declared}";p {{ color: #aaa; font-family: "Åäö" }}'
    (root / "a.css").write_bytes(sheet.encode(charset, "replace"))
    (root / "index.html").write_text(f"<link rel=stylesheet href=a.css>{GOOD}", "utf-8")
    assert judged(root).subjects["pages"] == 1


@pytest.mark.parametrize("name", ["index.html", "a.css", "de.po", "glossary.csv"])
def test_a_file_that_may_not_be_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for other in ("a.css", "glossary.csv"):
        (root / other).write_text("sv,de\n")
    (root / "de.po").write_text(HEADER)
    (root / "index.html").write_text(f"<link rel=stylesheet href=a.css>{GOOD}", "utf-8")
    opened = io.open

    def refuse(path: str | Path, *arguments: str, **options: int) -> object:
        if Path(path).name == name:
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    for module in (io, builtins):
        monkeypatch.setattr(module, "open", refuse)
    assert f"{name}:1: The file cannot be read: Permission denied." in refusal(root)


@pytest.mark.parametrize("name", ["stor.html", "stor.svg"])
def test_a_page_that_is_too_large_is_a_finding_and_the_rest_is_judged(root: Path, name: str) -> None:
    links = f'<a href="{name}#slut">Allt</a><a href="saknas.html">Mer</a>'
    (root / "index.html").write_text(GOOD + links, "utf-8")
    with (root / name).open("wb") as file:
        file.truncate(10**12)

    report = judged(root)

    (size,) = (finding for finding in report.findings if finding.rule.id == "page-size")
    broken = [str(finding.message) for finding in report.findings if finding.rule.family == "links"]
    assert size.place.location.path.endswith(name)
    assert report.gate is Gate.CLOSED
    assert report.subjects["pages"] + report.subjects["images"] == 1
    assert any("saknas.html" in message for message in broken)
    assert not any(name in message for message in broken)


def test_what_is_too_large_stops_a_run_that_would_not_say_so(root: Path) -> None:
    with (root / "stor.html").open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(LimitError, match=r"stor\.html:1: The file is larger than 8 MB"):
        judge(gather([root]), [find("page-title")])


@pytest.mark.parametrize(("name", "most"), [("stor.po", CATALOG), ("stor.css", PAGE)])
def test_a_file_of_terabytes_is_not_even_read(root: Path, name: str, most: int) -> None:
    with (root / name).open("wb") as file:
        file.truncate(10**12)
    assert refusal(root).endswith(
        f"{name}:1: The file is larger than {most // 1024**2} MB. Split it or make it smaller."
    )


def test_a_sitemap_may_be_gigantic(root: Path) -> None:
    with (root / "sitemap.xml").open("wb") as file:
        file.write(b"<urlset>" + b"<url><loc>https://example.org/</loc></url>" * 100)
        file.truncate(10**12)
    assert judged(root).subjects["pages"] == 1


def test_a_translation_may_have_ten_megabytes(root: Path) -> None:
    (root / "de.po").write_text(f'{HEADER}msgid "Hej"\nmsgstr "{"a" * 10_000_000}"\n', "utf-8")
    assert judged(root).subjects["catalogs"] == 1


def test_links_may_lead_in_circles_out_of_the_site_and_nowhere(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.html").write_text("<html>")
    (root / "loop").symlink_to(root)
    (root / "loop.html").symlink_to(root / "loop.html")
    (root / "gone.html").symlink_to(root / "nowhere.html")
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "one").symlink_to(root / "two")
    (root / "two").symlink_to(root / "one")
    assert judged(root).subjects["pages"] == 1


def test_folders_may_be_as_deep_as_a_path_can_be_long(root: Path) -> None:
    deep = root
    while len(os.fspath(deep)) < 3900:
        deep /= "mapp"
    deep.mkdir(parents=True)
    (deep / "djup.html").write_text(GOOD.replace("<p>", "<p><a href=../../../../../../x>Ut</a>"), "utf-8")
    assert judged(root).subjects["pages"] == 2


def test_a_folder_may_bear_the_name_of_a_page(root: Path) -> None:
    (root / "om.html").mkdir()
    (root / "de.po").mkdir()
    assert judged(root).subjects == {"pages": 1, "images": 0, "documents": 0, "catalogs": 0}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe.html")
    assert judged(root).subjects["pages"] == 1
    with pytest.raises(TolkbarError, match=r"pipe\.html:1: This is no file\."):
        gather([root / "pipe.html"])
