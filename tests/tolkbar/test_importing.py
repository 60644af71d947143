"""A page from elsewhere becomes a source page; what is no content stays behind, and that is told."""

from __future__ import annotations

import base64
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml import OxmlElement

from tolkbar.importing.web import plain_name, read_web_page
from tolkbar.importing.word import NoDocumentError, read_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

GIF = base64.b64decode("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==")
EXPORTED = b"""<!doctype html><title>Bygglov | Storstads kommun</title>
<meta name="description" content="S\xc3\xb6k bygglov.">
<base href="https://www.storstad.example/bygga/">
<nav><a href="/">Hem</a></nav>
<main><div class="sv" onclick="x()"><p style="color:red">
S\xc3\xb6k <b>lov</b> <a href="ansok.html">h\xc3\xa4r</a>
<ul><li>ett<li>tv\xc3\xa5</ul><script>x()</script><form><input></form>L\xc3\xb6s text</div></main>
"""


def body(html: str, folder: Path = Path("nowhere")) -> str:
    return read_web_page(f"<title>T</title><main><h1>T</h1>{html}</main>".encode(), folder).body.partition(
        "\n"
    )[2]


def test_a_page_brings_its_title_its_description_and_its_content() -> None:
    taken = read_web_page(EXPORTED, Path("nowhere"))
    assert (taken.title, taken.description) == ("Bygglov", "Sök bygglov.")
    assert taken.body == (
        "<h1>Bygglov</h1>\n"
        '<p>Sök <strong>lov</strong> <a href="https://www.storstad.example/bygga/ansok.html">här</a></p>\n'
        "<ul><li>ett</li><li>två</li></ul>\n"
        "<p>Lös text</p>\n"
    )
    assert taken.dropped == Counter({"<script>": 1, "<form>": 1})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><div><p>a</div>", "<p>a</p>\n"),
        ("<p>a<p>&nbsp;<p></p><h2> </h2>", "<p>a</p>\n"),
        ("<p><span class=x>a</span> <span lang=en>b</span>", '<p>a <span lang="en">b</span></p>\n'),
        ("<font size=2>a<center>b</center></font>", "<p>ab</p>\n"),
        ("<h1>Två</h1><p>a", "<h2>Två</h2>\n<p>a</p>\n"),
        ("<a href='javascript:x()'>a</a> <a href='https://[x'>b</a>", "<p>a b</p>\n"),
        ("<p>1 &lt; 2 &amp; 3<!-- nej -->", "<p>1 &lt; 2 &amp; 3</p>\n"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>\n"),
        (
            "<table><tr><th scope=col bgcolor=red>a</table>",
            '<table><tr><th scope="col">a</th></tr></table>\n',
        ),
        ("<img src='https://x.example/a.png' alt='Karta'>", "<p>Karta</p>\n"),
    ],
)
def test_markup_is_left_that_says_something(html: str, expected: str) -> None:
    assert body(html) == expected


def test_pictures_are_found_beside_the_page_and_within_it(tmp_path: Path) -> None:
    (tmp_path / "Bild Å.gif").write_bytes(GIF)
    data = base64.b64encode(GIF + b"x").decode()
    file = "<img src='/files/Bild%20%C3%85.gif'>"
    html = f"<main><h1>T</h1>{file}<img src='data:image/gif;base64,{data}' alt='x'></main>"
    taken = read_web_page(html.encode(), tmp_path)
    assert taken.pictures == {"bild-a.gif": GIF, "bild.gif": GIF + b"x"}
    assert '<img src="../images/bild-a.gif"/>' in taken.body


def test_no_picture_is_taken_from_outside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.gif").write_bytes(GIF)
    folder = tmp_path / "page"
    folder.mkdir()
    assert not read_web_page(b"<main><img src='../secret.gif'></main>", folder).pictures


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Bild Å.PNG", "bild-a.png"), ("Så gör du", "sa-gor-du"), ("...", "bild."), ("?", "bild")],
)
def test_names_are_what_addresses_like(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def word(*, title: str = "Altan") -> bytes:
    document = Document()
    document.core_properties.title = title
    document.add_heading("Bygglov för altan", 1)
    document.add_paragraph("Du behöver ").add_run("lov").bold = True
    for text in ("Rita", "Mät"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Snabbt", style="List Bullet")
    table = document.add_table(2, 2)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "x < y"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no face for it
    document.add_picture(BytesIO(GIF))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document_brings_headings_lists_tables_and_pictures() -> None:
    html, dropped = read_word(word())
    taken = read_web_page(html.encode(), Path("nowhere"))
    assert taken.title == "Altan"
    assert taken.body.splitlines() == [
        "<h1>Bygglov för altan</h1>",
        "<p>Du behöver <strong>lov</strong></p>",
        "<ol><li>Rita</li><li>Mät</li></ol>",
        "<ul><li>Snabbt</li></ul>",
        (
            '<table><tr><th scope="col">x &lt; y</th><th scope="col">x &lt; y</th></tr>'
            "<tr><td>x &lt; y</td><td>x &lt; y</td></tr></table>"
        ),
        '<p><img src="../images/bild.gif"/></p>',
    ]
    assert not dropped


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", word()[:2000]])
def test_what_is_no_word_document_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NoDocumentError):
        read_word(content)


def test_links_and_images_that_are_left_behind_are_named(
    site: PublishedSite, run: Run, tmp_path: Path
) -> None:
    exported = tmp_path / "export.html"
    exported.write_text(
        '<main><h1>Bygglov</h1><p><a href="/blankett.pdf">Sök</a> <img src="hus.jpg">', "utf-8"
    )
    outcome = run("import", exported, "--site", site.root)
    assert 'Left behind: <a href="/blankett.pdf">: 1, <img src="hus.jpg">: 1.' in outcome.err

    (tmp_path / "many.html").write_text(
        "<h1>Lista</h1>" + "".join(f'<p><a href="/{number}">x</a>' for number in range(5_000)), "utf-8"
    )
    outcome = run("import", tmp_path / "many.html", "--site", site.root)
    assert len(outcome.err) < 1_000
    assert ", …." in outcome.err


def test_a_page_is_taken_over_into_the_site(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    exported = tmp_path / "export.html"
    exported.write_bytes(EXPORTED)
    outcome = run("import", exported, "--site", site.root)
    assert outcome.status == 0
    assert "Left behind: <form>: 1, <script>: 1." in outcome.err
    assert 'title = "Bygglov"\ndescription = "Sök bygglov."\nslug = "bygglov"' in site.read(
        "source/pages/bygglov.html"
    )
    assert run("build", "--site", site.root).status == 0


def test_a_page_in_a_folder_finds_its_pictures(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    (tmp_path / "altan.docx").write_bytes(word())
    assert run("import", tmp_path / "altan.docx", "--page", "bygga/altan", "--site", site.root).status == 0
    assert '"../../images/bild.gif"' in site.read("source/pages/bygga/altan.html")
    assert (site.root / "source/images/bild.gif").read_bytes() == GIF
    assert run("build", "--site", site.root).status == 0


@pytest.mark.parametrize(
    ("name", "content", "more", "complaint"),
    [
        ("a.html", b"<main></main>", (), "There is no content in this file."),
        ("a.docx", b"no", (), "This is no Word document"),
        ("a.odt", b"no", (), "Only pages (.html, .docx) and translations"),
        ("a.html", EXPORTED, ("--page", "../a"), "makes no address"),
        ("a.html", EXPORTED, ("--page", "kontakt"), "There is such a page."),
        ("b.html", None, (), "There is no such file."),
    ],
)
def test_what_cannot_be_taken_over_changes_nothing(  # noqa: PLR0913, PLR0917 - a case has so many sides
    site: PublishedSite,
    run: Run,
    tmp_path: Path,
    name: str,
    content: bytes | None,
    more: tuple[str, ...],
    complaint: str,
) -> None:
    before = site.kept()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert complaint in run("import", tmp_path / name, *more, "--site", site.root).complaint
    assert site.kept() == before
