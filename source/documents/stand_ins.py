"""Write the four PDF documents that stand in for the City of Västerås's own.

The city's documents are not ours to publish. Each stand-in says so on its first page, in its own
language, and repeats only what the page *Internationellt arbete* says about the document. File
names, titles and languages come from ``documents.toml``, words from ``stand_ins.toml``, the look
from ``stand_ins.typ``.

Run ``python source/documents/stand_ins.py``: the files are written beside this script. They are
tagged (PDF/UA-1), and equal byte for byte on every machine that has the same version of typst.
"""

# ruff: noqa: INP001 - a script among the site's documents, not part of a package

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
WRITTEN = datetime(2026, 11, 23, tzinfo=UTC)

Record = dict[str, Any]
"""A table of a TOML file, which holds strings, lists and tables."""


def tables(name: str) -> dict[str, Record]:
    """Return the tables of the TOML file ``name`` beside this script, by their ids."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def document(entry: Record, words: Record) -> str:
    """Return as JSON what the template reads: one document's entry, its words and its date."""
    written = {"year": WRITTEN.year, "month": WRITTEN.month, "day": WRITTEN.day}
    return json.dumps(entry | words | {"written": written}, ensure_ascii=False)


def pdf(entry: Record, words: Record) -> bytes:
    """Return one stand-in as PDF/UA-1, in the fonts that come with typst."""
    compiler = typst.Compiler(
        HERE / "stand_ins.typ", ignore_system_fonts=True, sys_inputs={"document": document(entry, words)}
    )
    compiled = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(WRITTEN.timestamp()))
    if not isinstance(compiled, bytes):
        raise TypeError(f"typst gave pages instead of one PDF for {entry['file']}")
    return compiled


def main() -> None:
    """Write every stand-in beside this script."""
    entries = tables("documents.toml")
    for key, words in tables("stand_ins.toml").items():
        (HERE / entries[key]["file"]).write_bytes(pdf(entries[key], words))


if __name__ == "__main__":
    main()
