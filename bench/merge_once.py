"""``python -m bench.merge_once OLD.po TEMPLATE.pot OUTPUT.po``: what ``msgmerge`` does, done by our rooms."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from pipeline import po
from pipeline.catalog import Memory, Origin, merge


def main(old: str, template: str, output: str) -> None:
    """Read two files, merge them, write the third."""
    before, wanted = (po.read(Path(name).read_bytes(), name) for name in (old, template))
    origin = Origin("bench", "https://bjorkstad.example", datetime.now(UTC))
    merged = merge(wanted, before, "de", Memory(), path=output, origin=origin)
    Path(output).write_bytes(po.write(merged.catalog).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
