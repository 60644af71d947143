"""Translation memories of others are kept to the last property, used as far as they go, and never trusted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tmx
from pipeline.errors import CatalogError, LimitError
from pipeline.tmx import Memory, Translation, reader
from pipeline.tmx.writer import unit

START = '<?xml version="1.0"?><tmx version="1.4"><header srclang="sv-SE" creationtool="X"/><body>'
END = "</body></tmx>"


def memory(units: str, start: str = START) -> Memory:
    """Return the memory that holds ``units``."""
    return tmx.read((start + units + END).encode(), "m.tmx")


def pair(source: str, target: str) -> str:
    """Return a unit of two segments, given as XML."""
    tuv = '<tuv xml:lang="{}"><seg>{}</seg></tuv>'
    return f"<tu>{tuv.format('sv', source)}{tuv.format('de', target)}</tu>"


def only(units: str) -> Translation:
    """Return the one translation from Swedish into German."""
    [one] = memory(units).translations("sv", "de")
    return one


FOREIGN = """<tu tuid="7" creationdate="20240301T101500Z" creationid="ANNA" usagecount="3" changeid="BO">
  <note xml:lang="en">Checked.</note><prop type="x-client">Kommun</prop><prop type="x-context">title</prop>
  <tuv xml:lang="SV-SE" changedate="20250101T000000Z"><note>a</note>
    <seg>Läs <bpt i="1" x="1">{\\b </bpt>här</seg></tuv>
  <tuv xml:lang="de-AT"><prop type="p">q</prop><seg>Hier</seg></tuv>
  <tuv xml:lang="fi"><seg>Täällä</seg></tuv>
</tu>"""


class TestKept:
    def test_all_that_others_know_of_a_unit_is_repeated(self) -> None:
        [one] = memory(FOREIGN).units
        assert one.raw == FOREIGN
        written = tmx.write(memory(FOREIGN)).decode()
        assert FOREIGN in written
        assert '<header srclang="sv-SE" creationtool="X"/>' in written

    def test_what_is_written_is_read_the_same_and_written_the_same(self) -> None:
        once = tmx.write(memory(FOREIGN + pair("a &amp; &lt;b", "ä")))
        assert tmx.write(tmx.read(once, "m.tmx")) == once

    @pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
    def test_any_encoding_is_read(self, encoding: str) -> None:
        declared = "iso-8859-1" if encoding == "iso-8859-1" else encoding.removesuffix("-sig")
        content = START.replace('"1.0"', f'"1.0" encoding="{declared}"') + pair("Läs", "Lösung") + END
        [one] = tmx.read(content.encode(encoding), "m.tmx").translations("sv", "de")
        assert (one.source, one.target) == ("Läs", "Lösung")

    def test_a_name_space_makes_no_difference(self) -> None:
        start = START.replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
        written = tmx.write(memory(pair("a", "b"), start))
        [one] = tmx.read(written, "m.tmx").translations("sv", "de")
        assert (one.source, one.target) == ("a", "b")

    def test_our_own_units_say_where_and_what_was_remarked(self) -> None:
        one = unit(Translation("a", "b", "title"), "sv", "de", ("Frågad.",))
        assert one.raw == (
            "<tu><note>Frågad.</note>"
            '<prop type="x-context">title</prop>'
            '<tuv xml:lang="sv"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>'
        )


texts = st.lists(
    st.sampled_from(["<a1>", "</a1>", "<br2/>", "<strong>", "</strong>", "<x3/>", " ord", "å & <", "\n"])
    | st.text(st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0xFDCF), max_size=5),
    max_size=8,
).map("".join).filter(bool)  # fmt: skip


@given(texts, texts, st.none() | texts)
def test_texts_with_placeholders_come_back_as_they_were(
    source: str, target: str, context: str | None
) -> None:
    one = unit(Translation(source, target, context), "sv", "de")
    back = tmx.read(tmx.write(Memory("", "sv", (one,))), "m.tmx")
    [read] = back.translations("sv", "de")
    assert (read.source, read.target, read.context) == (source, target, context)
    assert tmx.write(back) == tmx.write(Memory(back.header, "sv", (one,)))


class TestCodes:
    """What inline codes of other tools become."""

    @pytest.mark.parametrize(
        ("segment", "text"),
        [
            ('Läs <bpt i="1">&lt;a href="x"&gt;</bpt>mer<ept i="1">&lt;/a&gt;</ept>.', "Läs <a1>mer</a1>."),
            ('<bpt i="3" type="bold"/>Nu<ept i="3"/>', "<b1>Nu</b1>"),
            ('<bpt i="1">&lt;strong&gt;</bpt>Nu<ept i="1">&lt;/strong&gt;</ept>', "<strong>Nu</strong>"),
            ('<bpt i="1">{\\b </bpt>Nu<ept i="1">}</ept>', "<span1>Nu</span1>"),
            ('rad<ph type="lb"/>rad <ph>{0}</ph>', "rad<br1/>rad <x2/>"),
            ('rad<ph>&lt;br2/&gt;</ph>rad<it pos="begin">x</it>', "rad<br2/>rad<x1/>"),
            ('ett <hi type="term">ord <hi>till</hi></hi> <ut>y</ut>', "ett ord till <x1/>"),
            ('en <bpt i="1">&lt;img alt="<sub>bild</sub>"&gt;</bpt>', "en <img1>"),
            ('x<ept i="9">y</ept>z<!-- c --><?p i?>w', "xzw"),
            ("a&#160;b", "a\xa0b"),
        ],
    )
    def test_codes_are_placeholders(self, segment: str, text: str) -> None:
        assert only(pair(segment, "x")).source == text

    def test_a_translation_names_its_codes_as_the_source_does(self) -> None:
        ph = '<ph x="{}">{{{}}}</ph>'
        one = only(
            pair(
                f"{ph.format(1, 'a')} av {ph.format(2, 'b')}", f"{ph.format(2, 'c')} von {ph.format(1, 'd')}"
            )
        )
        assert (one.source, one.target) == ("<x1/> av <x2/>", "<x2/> von <x1/>")

    def test_without_ties_the_same_code_is_the_same(self) -> None:
        one = only(pair("<ph>{n}</ph> av <ph>{m}</ph>", "<ph>{m}</ph> von <ph>{n}</ph> <ph>{q}</ph>"))
        assert one.target == "<x2/> von <x1/> <x3/>"

    def test_highlights_without_end_are_left_at_some_depth(self) -> None:
        assert only(pair("<hi>" * 200 + "x" + "</hi>" * 200 + "y", "z")).source.endswith("y")

    def test_so_many_that_nobody_counts_them_take_no_time(self) -> None:
        assert only(pair("<ph/>" * 30_000, "<ph/>" * 30_000)).target.endswith("<x30000/>")


class TestLanguages:
    def test_a_region_will_do_for_its_language_and_no_other_for_it(self) -> None:
        found = memory(FOREIGN)
        assert [one.target for one in found.translations("sv", "de")] == ["Hier"]
        assert [one.target for one in found.translations("sv", "de-AT")] == ["Hier"]
        assert [one.target for one in found.translations("sv", "de-CH")] == []
        assert [one.context for one in found.translations("sv", "fi")] == ["title"]
        assert [one.target for one in found.translations("sv", "en")] == []

    def test_old_files_name_the_language_without_a_prefix(self) -> None:
        assert only(pair("a", "b").replace("xml:lang", "lang")).target == "b"

    def test_a_text_that_no_catalog_can_hold_is_kept_and_not_used(self) -> None:
        found = memory(pair("a", "&#xFDD0;"))
        assert list(found.translations("sv", "de")) == []
        assert "\ufdd0" in tmx.write(found).decode()


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"no xml",
            START.encode(),
            b"<xliff/>",
            b'<tmx version="2.0"/>',
            START.encode() + b"<tu>\0</tu>" + END.encode(),
            b"\xff\xfe<",
        ],
    )
    def test_what_is_no_tmx(self, content: bytes) -> None:
        with pytest.raises(CatalogError):
            tmx.read(content, "m.tmx")

    @pytest.mark.parametrize(
        "declared",
        [
            '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">',
            '<!ENTITY a SYSTEM "file:///etc/passwd">',
            '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;',
        ],
    )
    def test_entities_of_its_own(self, declared: str) -> None:
        with pytest.raises(CatalogError, match="entities"):
            memory(pair("&a;", "b"), START.replace("<tmx", f"<!DOCTYPE tmx [{declared}]><tmx"))

    def test_a_bomb_in_an_attribute(self) -> None:
        levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10))
        start = START.replace("<tmx ", f'<!DOCTYPE tmx [{levels}]><tmx x="&e9;" ')
        with pytest.raises(CatalogError):
            memory("", start)

    def test_more_than_anybody_has(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reader, "_MOST", 1 << 20)
        with pytest.raises(LimitError, match="larger than 1 MB"):
            tmx.read(b" " * (2 << 20), "m.tmx")

    def test_entities_of_the_document_type_stand_for_characters(self) -> None:
        start = START.replace("<tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx')
        [one] = memory(pair("a&nbsp;b", "c"), start).translations("sv", "de")
        assert one.source == "a\xa0b"

    def test_a_fault_names_its_line(self) -> None:
        with pytest.raises(CatalogError, match=re.escape("m.tmx:3: This is no well-formed XML")):
            memory("\n\n<tu>")


@given(
    st.lists(st.sampled_from([START, END, "<tu>", "</tu>", pair("a", "b"), "<seg>", "&x;", "<!--", "]]>"]))
)
def test_anything_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = tmx.read("".join(parts).encode(), "m.tmx")
    except CatalogError:
        return
    assert tmx.read(tmx.write(found), "m.tmx").units == found.units or found.units
