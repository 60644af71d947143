"""Translation memories in and out: nothing that a site has is sent twice, nothing that it gets is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline import po, tmx
from pipeline.errors import CatalogError
from pipeline.locales import Locales, memory_name
from pipeline.tmx import Memory, Translation
from pipeline.tmx.writer import unit
from tests.support import files_below
from tolkbar.exchange.bundle import Bundle, Text
from tolkbar.exchange.tmx import Kept, keep, write

if TYPE_CHECKING:
    from tests.support import SiteFolder

GERMAN = memory_name("de")


def memory(*said: tuple[str, str], context: str | None = None) -> Memory:
    """Return a memory of Swedish texts in German."""
    units = (unit(Translation(source, target, context), "sv-SE", "de") for source, target in said)
    return tmx.read(tmx.write(Memory("", "sv", tuple(units))), "agency.tmx")


def kept(site: SiteFolder, brought: Memory) -> Kept:
    """Keep a memory for the German edition of ``site``."""
    return keep(site.root, Locales(site.root, "sv"), brought, "sv", "de")


def remembered(site: SiteFolder) -> list[tuple[str, str]]:
    """Return what the site's German memory holds."""
    found = tmx.read((site.root / GERMAN).read_bytes(), GERMAN).translations("sv", "de")
    return [(one.source, one.target) for one in found]


class TestIn:
    def test_what_no_catalog_has_is_kept(self, site: SiteFolder) -> None:
        brought = memory(("Två hundar", "Zwei Hunde"), ("En häst", "Ein Pferd"), ("En häst", "Ein Ross"))
        assert kept(site, brought) == Kept(new=2, had=1)
        assert remembered(site) == [("Två hundar", "Zwei Hunde"), ("En häst", "Ein Ross")]

    def test_the_same_memory_again_changes_no_byte(self, site: SiteFolder) -> None:
        brought = memory(("Två hundar", "Zwei Hunde"), ("Två hundar", "Zwei Hunde"))
        assert kept(site, brought) == Kept(new=1, had=1)
        before = files_below(site.root)
        assert kept(site, brought) == Kept(new=0, had=2)
        assert files_below(site.root) == before

    def test_what_was_kept_before_stays_as_it_stands(self, site: SiteFolder) -> None:
        own = '<tu creationid="ANNA"><note>x</note><tuv xml:lang="sv"><seg>a</seg></tuv></tu>'
        header = '<header srclang="sv" creationtool="X"/>'
        site.write(GERMAN, f'<tmx version="1.4">{header}<body>{own}</body></tmx>')
        kept(site, memory(("Två hundar", "Zwei Hunde"), context="title"))
        assert own in site.read(GERMAN)
        assert header in site.read(GERMAN)
        assert '<prop type="x-context">title</prop>' in site.read(GERMAN)

    def test_other_languages_and_nothing_at_all_make_no_file(self, site: SiteFolder) -> None:
        units = (unit(Translation("Två hundar", "Kaksi koiraa"), "sv", "fi"),)
        assert kept(site, Memory("", "sv", units)) == Kept()
        assert kept(site, memory(("En häst", "Ein Pferd"))) == Kept(had=1)
        assert not (site.root / GERMAN).exists()

    def test_a_damaged_memory_of_the_site_is_left_alone(self, site: SiteFolder) -> None:
        site.write(GERMAN, "<tmx>")
        with pytest.raises(CatalogError):
            kept(site, memory(("Två hundar", "Zwei Hunde")))
        assert site.read(GERMAN) == "<tmx>"


def bundle(*entries: po.Entry) -> Bundle:
    """Return what is exported of one page with ``entries``."""
    return Bundle("sv", "de", None, {}, tuple(Text("index", entry) for entry in entries))


class TestOut:
    def test_what_is_translated_goes_out_once_with_what_was_remarked(self) -> None:
        content = write(
            bundle(
                po.Entry("Läs <a1>mer</a1>", "<a1>Mehr</a1>", comments=("Frågad.",)),
                po.Entry("Läs <a1>mer</a1>", "<a1>Mehr</a1>"),
                po.Entry("Start", "Start", "title", obsolete=True),
                po.Entry("fuzzy", "unklar", flags=("fuzzy",)),
                po.Entry("tom"),
                po.Entry("en", plural="två", plural_strings=("ein", "zwei")),
            )
        )
        found = tmx.read(content, "m.tmx")
        assert [(one.source, one.target, one.context) for one in found.translations("sv", "de")] == [
            ("Läs <a1>mer</a1>", "<a1>Mehr</a1>", None),
            ("Start", "Start", "title"),
        ]
        assert content.count(b"<note>Fr\xc3\xa5gad.</note>") == 1

    def test_the_memory_of_the_site_goes_along(self) -> None:
        own = tmx.write(memory(("Två hundar", "Zwei Hunde")))
        found = tmx.read(write(bundle(po.Entry("a", "b")), own), "m.tmx")
        assert [one.source for one in found.translations("sv", "de")] == ["a", "Två hundar"]

    def test_what_goes_out_and_comes_back_changes_nothing(self, site: SiteFolder) -> None:
        locales = Locales(site.root, "sv")
        texts = (
            Text(page, entry)
            for page in locales.pages("de")
            if (catalog := locales.catalog("de", page))
            for entry in catalog.entries
        )
        content = write(Bundle("sv", "de", None, {}, tuple(texts)))
        before = files_below(site.root)
        assert kept(site, tmx.read(content, "m.tmx")).new == 0
        assert files_below(site.root).keys() - before.keys() <= {".tolkbar/catalogs.lock"}
        assert {name: files_below(site.root)[name] for name in before} == before
