"""A site that lies at an address is judged as one that lies on the disk."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checks.hearing import Case, Court
from checks.hearing.elsewhere import Elsewhere
from checks.judge import Options, judge
from checks.registry import RULES
from checks.report import json
from checks.subjects import Site, gather
from checks.subjects.files import Kind
from checks.subjects.limits import PAGE
from checks.subjects.remote import RemotePath, is_address
from pipeline.errors import LimitError, TolkbarError
from tests.machines import Processes

if TYPE_CHECKING:
    from collections.abc import Iterator

fsspec = pytest.importorskip("fsspec")

PAGES = {
    "index.html": '<!DOCTYPE html><html lang="sv"><title>Hem</title><link rel="stylesheet" href="stil/a.css">'
    '<p class="x">Hej <a href="Bild.png">bild</a> <a href="en/#y">English</a><a href="p.pdf">p</a>',
    "en/index.html": '<!DOCTYPE html><html><title>Home</title><link rel="stylesheet" href="../stil/b.css">'
    '<img src="bild.png"><a href="nowhere.html">x</a>',
    "en/bild.png": "",
    "stil/a.css": ".x { color: #999; background: #aaa }",
    ".git/x.html": "<p>hidden",
    "sitemap.xml": "<urlset><url><loc>https://x.example/index.html</loc></url></urlset>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small site with faults in pages, links, sheets and a document."""
    root = tmp_path / "site"
    for path, text in PAGES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / "p.pdf").write_bytes(b"%PDF-1.7 of no use")
    return root


@pytest.fixture
def memory(folder: Path) -> Iterator[str]:
    """Yield the address of the same site in an object store."""
    system = fsspec.filesystem("memory")
    for path in (path for path in folder.rglob("*") if path.is_file()):
        system.pipe(f"/bucket/site/{path.relative_to(folder)}", path.read_bytes())
    yield "memory://bucket/site"
    system.rm("/bucket", recursive=True)


@pytest.fixture
def archive(folder: Path) -> str:
    """Return the address of the same site in an archive file."""
    with zipfile.ZipFile(folder.parent / "a.zip", "w") as file:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            file.write(path, Path("of 2026", path.relative_to(folder)))
    return f"zip://of 2026::file://{folder.parent}/a.zip"


def report(place: str, options: Options = Options(outcomes=True)) -> str:  # noqa: B008 - a value
    """Return the whole report on what lies at ``place``."""
    return json(judge(gather([place]), RULES, options), "0")


def test_the_report_is_the_same_to_the_byte(folder: Path, memory: str, archive: str) -> None:
    expected = report(str(folder))
    assert '"link-letter-case"' in expected
    assert [report(memory), report(archive), report(f"file://{folder}")] == [expected] * 3


def test_workers_read_the_pages_themselves(folder: Path, archive: str) -> None:
    with Processes(2) as two:
        assert report(archive, Options(outcomes=True, hands=Elsewhere(two))) == report(str(folder))


def test_beside_others_a_site_is_named_by_its_address(folder: Path, memory: str) -> None:
    found = judge(gather([memory, str(folder)]), RULES)
    assert {f"{memory}/index.html", f"{folder}/index.html"} <= {
        one.place.location.path for one in found.findings
    }


def test_who_judges_single_pages_lists_no_folder(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    court: Court = pickle.loads(pickle.dumps(Court(RULES, (Site(RemotePath(memory)),))))  # noqa: S301 - our own
    system = type(fsspec.filesystem("memory"))

    def refuse(*_: Any, **__: Any) -> None:  # noqa: ANN401 - as the system has it
        raise AssertionError("a worker has listed an archive")

    monkeypatch.setattr(system, "ls", refuse)
    monkeypatch.setattr(system, "find", refuse)
    assert court.hear(Case(0, "en/index.html")).findings  # its style sheet is missing


def test_names_are_looked_up_as_they_are_spelled(memory: str) -> None:
    files = Site(RemotePath(memory)).files
    asked = ["en", "en/", "", "en/bild.png", "EN", "en/bild", "e", "en/index.html/x", "sitemap.xml"]
    one_by_one = [files.kind(path) for path in asked]
    assert list(files.walk()) == [
        *("index.html", "p.pdf", "sitemap.xml", "en/bild.png", "en/index.html", "stil/a.css")
    ]
    assert [files.kind(path) for path in asked] == one_by_one
    assert one_by_one == [*[Kind.FOLDER] * 3, Kind.FILE, *[None] * 4, Kind.FILE]
    assert [files.size("stil/a.css"), files.size("nej")] == [len(PAGES["stil/a.css"]), None]


def test_what_is_gone_and_what_is_too_large(memory: str) -> None:
    files = Site(RemotePath(memory)).files
    assert files.read("nej.html") is None
    fsspec.filesystem("memory").pipe("/bucket/site/stor.html", b"x" * (PAGE + 1))
    with pytest.raises(LimitError, match=r"memory://bucket/site/stor\.html:1: The file is larger"):
        files.read("stor.html")
    assert files.begins_with("p.pdf", b"PDF", 5)
    assert not files.begins_with("nej.pdf", b"PDF", 5)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("memory://nowhere", "There is no folder at this address"),
        ("zip://::file:///nowhere.zip", "There is no folder at this address"),
        ("nosuch://bucket/x", "cannot be read: Protocol not known: nosuch"),
        ("dvc://bucket/x", "not installed: Install dvc"),
        ("https://kommun.example/", "not from a server"),
        ("file://", "names no folder"),
        ("zip://", "names no folder"),
        ("zip:///srv/arkiv.zip", r"Write zip://::/srv/arkiv\.zip\."),
    ],
)
def test_what_is_no_archive_is_refused_in_one_line(address: str, said: str) -> None:
    with pytest.raises(TolkbarError, match=said) as error:
        gather([address])
    assert "\n" not in str(error.value)


def test_a_page_is_no_archive(memory: str) -> None:
    with pytest.raises(TolkbarError, match="name a folder"):
        gather([f"{memory}/index.html"])


def test_an_empty_archive_is_refused() -> None:
    fsspec.filesystem("memory").pipe("/tomt/x.txt", b"")
    with pytest.raises(TolkbarError, match="holds no page"):
        gather(["memory://tomt"])


def test_a_password_is_shown_to_nobody() -> None:
    assert str(RemotePath("ftp://anna:hemligt@server.example/arkiv") / "a.html") == (
        "ftp://server.example/arkiv/a.html"
    )


def test_what_the_store_has_to_say_stops_the_run_in_one_line(
    memory: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: Any, **__: Any) -> None:  # noqa: ANN401 - as the system has it
        raise PermissionError("Access\nDenied")

    site = Site(RemotePath(memory))
    monkeypatch.setattr(type(fsspec.filesystem("memory")), "cat_file", deny)
    with pytest.raises(TolkbarError, match=r"index\.html:1: The address cannot be read: Access Denied"):
        site.read("index.html")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("s3://b/x", True),
        ("zip::s3://b/x.zip", True),
        ("output/sv", False),
        ("C:\\x", False),
        ("a//b", False),
    ],
)
def test_addresses_are_told_from_paths(path: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert is_address(path) is expected
