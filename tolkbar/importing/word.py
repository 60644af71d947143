"""A Word document → HTML: headings, paragraphs, lists, tables, links, pictures, and what they stand for.

Elements are those of WordprocessingML (ISO/IEC 29500-1, 17).
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as WordDocument
    from docx.text.run import Run

LARGEST: Final = 64_000_000  # bytes of a document once unpacked
_HEADING: Final = re.compile(r"(?:heading|rubrik|überschrift) ?([1-6])$", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:title|titel|rubrik)$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"number|numrerad|nummer", re.IGNORECASE)
_LISTED: Final = re.compile(r"list|punkt|aufzählung", re.IGNORECASE)
# What stays behind: the name that people know it by, and the element that it is.
_LEFT: Final = {
    "comments": "w:commentReference",
    "footnotes": "w:footnoteReference",
    "endnotes": "w:endnoteReference",
    "deletions": "w:del",
    "text boxes": "w:txbxContent",
    "drawings": "w:pict",
    "fields": "w:fldSimple",
}


class NoDocumentError(Exception):
    """The file is no Word document that can be opened."""


def read_word(content: bytes) -> tuple[str, Counter[str]]:
    """Return the document as HTML, and what was left behind; raises :class:`NoDocumentError`."""
    try:
        _require_size(content)
        document = Document(BytesIO(content))
        dropped = Counter({name: len(list(document.element.iter(qn(tag)))) for name, tag in _LEFT.items()})
        return _page(document), +dropped
    except NoDocumentError:
        raise
    except Exception as error:  # a damaged archive makes python-docx and lxml raise nearly anything
        raise NoDocumentError(type(error).__name__) from error


def _require_size(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        if sum(item.file_size for item in archive.infolist()) > LARGEST:
            raise NoDocumentError("size")


def _page(document: WordDocument) -> str:
    title = escape(document.core_properties.title or "")
    return f"<title>{title}</title><main>{''.join(_blocks(document.iter_inner_content()))}</main>"


def _blocks(content: Iterable[Paragraph | Table]) -> Iterator[str]:
    """Yield the blocks; neighbouring items of one kind of list are one list."""
    open_list = ""
    for block in content:
        kind = _list_kind(block) if isinstance(block, Paragraph) else ""
        if kind != open_list:
            yield f"</{open_list}>" if open_list else ""
            yield f"<{kind}>" if kind else ""
            open_list = kind
        yield _table(block) if isinstance(block, Table) else _paragraph(block, kind)
    yield f"</{open_list}>" if open_list else ""


def _list_kind(paragraph: Paragraph) -> str:
    """Return ``ul`` or ``ol`` for an item of a list, nothing for any other paragraph."""
    style = paragraph.style.name or "" if paragraph.style else ""
    number = _list_number(paragraph)
    if _level(paragraph) or not (number or _LISTED.search(style)):
        return ""
    return "ol" if _NUMBERED.search(style) or (number and _counts(paragraph, number)) else "ul"


def _list_number(paragraph: Paragraph) -> str:
    """Return the number of the list that a paragraph is in (17.9.18, ``numId``), nothing for none."""
    found = paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")  # noqa: SLF001 - python-docx has no face for it
    return str(found[0]) if found and found[0] != "0" else ""


def _counts(paragraph: Paragraph, number: str) -> bool:
    """Return whether the first level of a list has numbers or letters (17.9.17, ``numFmt``)."""
    numbering: Any = getattr(paragraph.part, "numbering_part", None)
    if numbering is None:
        return False
    root = numbering.element
    found = root.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
    path = f'w:abstractNum[@w:abstractNumId="{found[0]}"]/w:lvl[1]/w:numFmt/@w:val' if found else ""
    formats = root.xpath(path) if path else []
    return bool(formats) and formats[0] not in {"bullet", "none"}


def _level(paragraph: Paragraph) -> int:
    """Return the level of a heading, 0 for any other paragraph."""
    style = paragraph.style.name or "" if paragraph.style else ""
    if found := _HEADING.match(style):
        return int(found[1])
    return 1 if _TITLE.match(style) else 0


def _paragraph(paragraph: Paragraph, kind: str) -> str:
    level = _level(paragraph)
    tag = f"h{level}" if level else "li" if kind else "p"
    return f"<{tag}>{''.join(_inline(paragraph))}</{tag}>"


def _inline(paragraph: Paragraph) -> Iterator[str]:
    for part in paragraph.iter_inner_content():
        if isinstance(part, Hyperlink):
            text = "".join(map(_run, part.runs))
            yield f'<a href="{escape(part.url)}">{text}</a>' if part.url else text
        else:
            yield _run(part)


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>") + "".join(_pictures(run))
    text = f"<em>{text}</em>" if run.italic and text.strip() else text
    return f"<strong>{text}</strong>" if run.bold and text.strip() else text


def _pictures(run: Run) -> Iterator[str]:
    """Yield the pictures of a run with the description that their author gave them."""
    for drawing in run._r.iter(qn("w:drawing")):  # noqa: SLF001 - as above
        described = next(iter(drawing.iter(qn("wp:docPr"))), None)
        text = "" if described is None else described.get("descr", "")
        alt = f' alt="{escape(text)}"' if text else ""  # without one, the gate asks for it
        for blip in drawing.iter(qn("a:blip")):
            part = run.part.related_parts.get(blip.get(qn("r:embed"), ""))
            if part is not None:
                data = base64.b64encode(part.blob).decode("ascii")
                yield f'<img src="data:{part.content_type};base64,{data}"{alt}>'


def _table(table: Table) -> str:
    """Return a table, its first row as headers where the author says that it is repeated (17.4.78)."""
    rows = []
    for row in table.rows:
        is_head = bool(row._tr.xpath("w:trPr/w:tblHeader"))  # noqa: SLF001 - as above
        tag = 'th scope="col"' if is_head else "td"
        cells = (f"<{tag}>{_cell(cell.iter_inner_content())}</{tag[:2]}>" for cell in _once(row.cells))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _once(cells: Iterable[Any]) -> Iterator[Any]:
    """Yield each cell once; python-docx gives a merged one for each column that it covers."""
    seen = None
    for cell in cells:
        if cell._tc is not seen:  # noqa: SLF001 - as above
            yield cell
        seen = cell._tc  # noqa: SLF001 - as above


def _cell(content: Iterable[Paragraph | Table]) -> str:
    blocks = [block for block in _blocks(content) if block]
    single = len(blocks) == 1 and blocks[0].startswith("<p>")
    return blocks[0].removeprefix("<p>").removesuffix("</p>") if single else "".join(blocks)
