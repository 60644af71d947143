"""Files damaged at random: a value or one line, never a traceback."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pipeline.config import load_contacts, load_documents, load_site
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pipeline.config.conftest import SourceFolder

SCRAPS = (*b"[]{}=\"'\\.,#\n\r\0\xff", b'"""', b"[[a]]\n", b"9" * 4400, b"0x" + b"f" * 5000, b"1e999", b"nan")


@pytest.mark.parametrize(
    ("name", "load"),
    [
        ("source/site.toml", load_site),
        ("source/contacts.toml", load_contacts),
        ("source/documents/documents.toml", load_documents),
        ("source/documents/policy.pdf", load_documents),
    ],
)
def test_a_damaged_file_gives_a_value_or_one_line(
    site: SourceFolder, name: str, load: Callable[[Path], object]
) -> None:
    chance = random.Random(name)  # noqa: S311 - repeatable damage, no secret
    whole = (site.root / name).read_bytes()
    for _ in range(300):
        site.write(name, _damaged(whole, chance))
        complaint = _complaint(load, site.root)
        assert complaint is None or (complaint.startswith("source/") and len(complaint.splitlines()) == 1)


def _complaint(load: Callable[[Path], object], root: Path) -> str | None:
    """Return what loading says, None if it finds nothing wrong."""
    try:
        load(root)
    except ConfigError as error:
        return str(error)
    return None


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Return ``content`` with one to three places changed, cut or doubled."""
    for _ in range(chance.choice([1, 1, 2, 3])):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.randrange(1, 40))
        scrap = chance.choice(SCRAPS)
        insert = bytes([scrap]) if isinstance(scrap, int) else scrap
        content = chance.choice(
            [
                content[:start] + insert + content[start:],
                content[:start] + insert + content[start + 1 :],
                content[:start] + content[end:],
                content[:end] + content[start:],
                content[:start],
            ]
        )
    return content
