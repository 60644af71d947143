"""Close translations are those of the files as they stand when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline import po, tmx
from pipeline.closeness import Translations
from pipeline.locales import memory_name
from pipeline.po.patch import Edit
from pipeline.saving import edit_catalog
from pipeline.tmx import Memory, Translation
from pipeline.tmx.writer import unit

if TYPE_CHECKING:
    import pytest

    from tests.support import SiteFolder

INDEX = "locales/de/LC_MESSAGES/index.po"


def said(known: Translations, msgid: str) -> list[str]:
    """Return the translations that are offered for a text."""
    return [match.msgstr for match in known.near(msgid)]


def test_a_saved_translation_is_offered_at_once_and_no_other_file_is_read_for_it(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Translations(site.root, "sv", "de")
    assert said(known, "En häst") == ["Ein Pferd"]
    read: list[str] = []
    real = po.read

    def watched(content: bytes, path: str) -> po.Catalog:
        read.append(path)
        return real(content, path)

    monkeypatch.setattr(po, "read", watched)
    edit_catalog(site.root, INDEX, [Edit((None, "En häst"), ("Ein Pferd",), ("Ein Ross",))])
    [match] = known.near("En häst")
    assert (match.percent, match.msgstr, match.place.path) == (100, "Ein Ross", INDEX)
    assert read.count(INDEX) == len(read)
    (site.root / INDEX).unlink()
    assert said(known, "En häst") == []


def test_a_damaged_catalog_knows_nothing_until_it_is_mended(site: SiteFolder) -> None:
    known = Translations(site.root, "sv", "de")
    whole = site.read(INDEX)
    site.write(INDEX, "<<<<<<< HEAD\n")
    assert said(known, "En häst") == []
    site.write(INDEX, whole)
    assert said(known, "En häst") == ["Ein Pferd"]


def test_the_memory_of_the_language_is_asked_too(site: SiteFolder) -> None:
    known = Translations(site.root, "sv", "de")
    kept = Memory("", "sv", (unit(Translation("En vit häst", "Ein Schimmel"), "sv", "de"),))
    site.write(memory_name("de"), tmx.write(kept).decode())
    assert said(known, "En vit häst") == ["Ein Schimmel", "Ein Pferd"]
    site.write(memory_name("de"), "no memory")
    assert said(known, "En vit häst") == ["Ein Pferd"]
