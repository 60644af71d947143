"""Reports as a municipality publishes them: in Swedish, tagged (PDF/UA-1), written by typst from a seed.

A report has chapters of text, lists, tables and links, a table of contents, bookmarks, page numbers and
footnotes, from one chapter to as many as a plan of a whole city has.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Final

from bench import prose, vocabulary
from bench.measure import BenchmarkError
from bench.site import seeded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

REPORTS: Final = 20
_CHAPTERS: Final = (1, 2, 2, 3, 3, 4, 5, 6, 8, 30)  # of ten reports; a chapter has a page or two
_WRITTEN: Final = datetime(2026, 11, 23, tzinfo=UTC)
_HEAD: Final = """
#set document(title: {title}, author: {author}, date: datetime(year: 2026, month: 11, day: 23))
#set text(lang: "sv", region: "SE")
#set page(numbering: "1 / 1", header: {author})
#set heading(numbering: "1.1")
#show link: underline
= #{title}
#outline()
"""


def write_reports(directory: Path, count: int = REPORTS, *, seed: int) -> None:
    """Write ``count`` reports below ``directory``.

    Raises ``BenchmarkError`` where typst is missing.
    """
    try:
        typst = import_module("typst")
    except ImportError as error:
        raise BenchmarkError("typst is missing: python -m pip install typst") from error
    directory.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        source = directory / f"rapport-{number}.typ"
        source.write_text(report(seed, number), "utf-8")
        compiler = typst.Compiler(source, ignore_system_fonts=True)
        stamp = int(_WRITTEN.timestamp())
        content = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=stamp)
        source.with_suffix(".pdf").write_bytes(content)


def report(seed: int, number: int) -> str:
    """Return the ``number``-th report, in typst's language."""
    rng = seeded(seed, "report", number)
    theme = prose.Theme(rng.choice(vocabulary.SERVICES), rng.choice(prose.PLACES), ())
    title = f"{theme.service[0].capitalize()} i {theme.place}"
    head = _HEAD.format(title=_quoted(title), author=_quoted(vocabulary.MUNICIPALITY))
    chapters = (_chapter(rng, theme) for _ in range(_CHAPTERS[number % len(_CHAPTERS)]))
    return "\n\n".join([head, *(part for chapter in chapters for part in chapter)])


def _chapter(rng: Random, theme: prose.Theme) -> Iterator[str]:
    yield f"== #{_phrase(rng, vocabulary.HEADINGS, theme)}"
    for makes in (_text, _list, _text, _table, _text):
        yield f"=== #{_phrase(rng, vocabulary.HEADINGS, theme)}"
        yield makes(rng, theme)


def _text(rng: Random, theme: prose.Theme) -> str:
    paragraphs = [_paragraph(rng, theme) for _ in range(3)]
    note = f"#footnote(link({_quoted(vocabulary.ADDRESS)}, {_phrase(rng, vocabulary.SENTENCES, theme)}))"
    return "\n\n".join([*paragraphs, note])


def _paragraph(rng: Random, theme: prose.Theme) -> str:
    return " ".join(f"#{_phrase(rng, vocabulary.SENTENCES, theme)}" for _ in range(rng.randint(2, 6)))


def _list(rng: Random, theme: prose.Theme) -> str:
    return "\n".join(f"- #{_phrase(rng, vocabulary.ITEMS, theme)}" for _ in range(rng.randint(3, 7)))


def _table(rng: Random, theme: prose.Theme) -> str:
    columns = (vocabulary.ROW_HEADS, vocabulary.CELLS, vocabulary.CELLS)
    rows = (", ".join(_phrase(rng, cells, theme) for cells in columns) for _ in range(rng.randint(4, 12)))
    head = 'table.header("Ärende", "Nu", "Tidigare")'
    caption = _phrase(rng, vocabulary.CAPTIONS, theme)
    return f"#figure(caption: {caption}, table(columns: 3, {head}, {', '.join(rows)}))"


def _phrase(rng: Random, patterns: tuple[str, ...], theme: prose.Theme) -> str:
    return _quoted(prose.phrase(rng, patterns, theme))


def _quoted(text: str) -> str:
    """Return a string of typst's language: JSON's, for text without control characters."""
    return json.dumps(text, ensure_ascii=False)
