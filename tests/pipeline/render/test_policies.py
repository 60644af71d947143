"""What visitors see where a translation is missing, and in which language it says it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import Tag

    from tests.support import Key, SiteFolder


def policy(site: SiteFolder, settings: str) -> None:
    """Give the German edition ``settings``."""
    site.edit("source/site.toml", "[languages.de]\n", f"[languages.de]\n{settings}\n")


def rendered(site: SiteFolder, html: str, words: Mapping[Key, tuple[str, str]], language: str = "de") -> Tag:
    """Return the content of a page of its own with ``html``, in an edition."""
    site.page("sida.html", html)
    own: dict[Key, tuple[str, str]] = {
        "Sidan": ("The page", "Die Seite"),
        ("slug", "sida"): ("page", "seite"),
    }
    site.translate({**own, **words})
    site.build()
    return one(site.soup(f"{language}/{'seite' if language == 'de' else 'page'}.html"), "main")


def content(main: Tag) -> str:
    return main.decode_contents().strip()


BOTH: dict[Key, tuple[str, str]] = {"Hej": ("Hello", "Hallo"), "du": ("you", "du")}


@pytest.mark.parametrize("settings", ["", 'policy = "fallback"'], ids=["block", "fallback"])
class TestUntranslated:
    """Text that is not translated says that it is Swedish (WCAG 3.1.2), whatever the policy."""

    def test_the_element_says_it_where_it_holds_nothing_else(self, site: SiteFolder, settings: str) -> None:
        policy(site, settings)
        assert content(rendered(site, "<h2 id=x>Hej</h2><p>Hej <b>du</b></p>", {"Hej": ("Hello", "")})) == (
            '<h2 id="x" lang="sv">Hej</h2><p lang="sv">Hej <b>du</b></p>'
        )

    def test_a_span_says_it_beside_other_text(self, site: SiteFolder, settings: str) -> None:
        policy(site, settings)
        main = rendered(site, "<ul><li>Hej<ul><li>du</li></ul></li></ul>", {"du": ("you", "du")})
        assert content(main) == '<ul><li><span lang="sv">Hej</span><ul><li>du</li></ul></li></ul>'

    def test_an_element_that_is_all_attributes_says_it_itself(self, site: SiteFolder, settings: str) -> None:
        policy(site, settings)
        main = rendered(site, '<p><img src="../images/hast.svg" alt="Grå" title="Hej"></p>', BOTH)
        assert content(main) == '<p><img alt="Grå" lang="sv" src="images/hast.svg" title="Hallo"/></p>'

    def test_an_element_does_not_speak_for_text_that_is_translated(
        self, site: SiteFolder, settings: str
    ) -> None:
        policy(site, settings)
        main = rendered(
            site,
            '<p title="Tips">Hej</p><p>Hej <abbr title="Ett ord">du</abbr></p>',
            BOTH | {"Hej <abbr1>du</abbr1>": ("Hello <abbr1>you</abbr1>", "Hallo <abbr1>du</abbr1>")},
        )
        assert content(main) == ('<p title="Tips">Hallo</p><p>Hallo <abbr title="Ett ord">du</abbr></p>')

    def test_a_translated_part_of_an_untranslated_sentence_says_its_own(
        self, site: SiteFolder, settings: str
    ) -> None:
        policy(site, settings)
        picture = '<img src="../images/hast.svg" alt="En häst">'
        html = f"<p>Se {picture} eller <select><option>Hej</option></select></p>"
        assert content(rendered(site, html, BOTH)) == (
            '<p><span lang="sv">Se <img alt="Ein Pferd" lang="de" src="images/hast.svg"/> eller '
            '<select><option lang="de">Hallo</option></select></span></p>'
        )

    def test_what_says_its_own_language_is_believed(self, site: SiteFolder, settings: str) -> None:
        policy(site, settings)
        main = rendered(
            site, '<p lang="en">Welcome</p><div lang="fi"><p title="Ohje">Tervetuloa</p></div>', {}
        )
        assert content(main) == '<p lang="en">Welcome</p><div lang="fi"><p title="Ohje">Tervetuloa</p></div>'

    def test_preformatted_text_keeps_its_first_line(self, site: SiteFolder, settings: str) -> None:
        policy(site, settings)
        assert (
            one(rendered(site, "<pre>\n\nHej</pre>", {}), "pre").get_text() == "\n\nHej"
        )  # one is the parser's


def test_labels_of_documents_speak_the_language_around_them(site: SiteFolder) -> None:
    html = (
        '<p>Läs <a href="../documents/policy.pdf">den</a></p>\n'
        '<p>Läs <a href="../documents/policy-en.pdf"></a></p>\n'
        '<p><a href="../documents/policy.pdf">Hela</a></p>'
    )
    paragraphs = [p.decode_contents().strip() for p in rendered(site, html, {}).select("p")]
    english = '<span lang="en">Policy for care</span> (på engelska, pdf, 12,3\xa0kB)'
    german = '<span lang="sv">Hela</span> (auf Schwedisch, PDF, 682,4\xa0kB)'
    assert paragraphs == [
        'Läs <a href="documents/policy.pdf" hreflang="sv" type="application/pdf">den (pdf, 682,4\xa0kB)</a>',
        f'Läs <a href="documents/policy-en.pdf" hreflang="en" type="application/pdf">{english}</a>',
        f'<a href="documents/policy.pdf" hreflang="sv" type="application/pdf">{german}</a>',
    ]


def test_a_fuzzy_translation_is_not_in_the_edition(site: SiteFolder) -> None:
    catalog = "locales/de/LC_MESSAGES/index.po"
    site.edit(catalog, 'msgid "Välkommen"', '#, fuzzy\nmsgid "Välkommen"')
    site.build()
    assert "Willkommen" not in site.html("de/index.html")
    assert one(site.soup("de/index.html"), "h1").decode() == '<h1 lang="sv">Välkommen</h1>'


def test_a_title_without_translation_says_its_language_wherever_it_stands(site: SiteFolder) -> None:
    site.edit("locales/en/LC_MESSAGES/omsorg/index.po", 'msgstr "Care"', 'msgstr ""')
    site.page("sida.md", "[](omsorg/index.md)\n")
    site.build()
    page = site.soup("en/care/index.html")
    assert one(page, "title").decode() == '<title lang="sv">Omsorg – City of Lillköping</title>'
    assert one(site.soup("en/index.html"), '.menu [href="care/index.html"]')["lang"] == "sv"
    assert one(site.soup("en/sida.html"), "main a").decode_contents() == '<span lang="sv">Omsorg</span>'
    assert not one(site.soup("de/index.html"), '.menu [href="pflege/index.html"]').has_attr("lang")


def test_texts_of_the_shell_without_translation_say_their_language_too(site: SiteFolder) -> None:
    policy(site, 'policy = "fallback"')
    site.catalog("de", "shell", {"Till innehållet": "Zum Inhalt"})
    site.edit("locales/de/LC_MESSAGES/kontakt.po", 'msgstr "So erreichen Sie uns"', 'msgstr ""')
    site.build()
    page = site.soup("de/kontakt.html")
    assert one(page, ".skip").decode_contents() == "Zum Inhalt"
    assert one(page, ".notice").decode_contents() == '<span lang="sv">Delar av sidan är på svenska.</span>'
    assert one(page, ".role").decode_contents() == '<span lang="sv">Strateg</span>'
    assert one(page, ".organisation").decode_contents() == '<span lang="sv">Lillköpings kommun</span>'
    assert one(page, "title").text == "Kontakt – Lillköpings stad"  # a title can say one language only
    assert one(page, ".languages")["aria-label"] == "Språk"  # and so can an attribute
    assert "<span" not in site.html("sv/kontakt.html")


def test_an_edition_that_is_written_from_right_to_left_says_so(site: SiteFolder) -> None:
    site.edit("source/site.toml", "[languages.de]", '[languages.ar]\npolicy = "fallback"\n\n[languages.de]')
    site.catalog("ar", "index", {"Start": "البداية", "Välkommen": "مرحبا"})
    site.build()
    page = site.soup("ar/index.html")
    root = one(page, "html")
    assert (root["lang"], root["dir"]) == ("ar", "rtl")
    assert one(page, "h1").decode() == "<h1>مرحبا</h1>"
    assert one(page, "main p:nth-of-type(1)").attrs == {"lang": "sv", "dir": "ltr"}
    assert one(page, ".skip span").attrs == {"lang": "sv", "dir": "ltr"}
    assert one(site.soup("sv/index.html"), "html")["dir"] == "ltr"


class TestNotice:
    """A page in ``fallback`` carries a notice above the share of untranslated units that its site allows."""

    def missing_one(self, site: SiteFolder) -> None:
        """Leave one of the five units of the start page untranslated in German."""
        site.edit("locales/de/LC_MESSAGES/index.po", 'msgstr "Willkommen"', 'msgstr ""')

    @pytest.mark.parametrize(
        ("share", "carries"), [("0.0", True), ("0.19", True), ("0.2", False), ("1.0", False)]
    )
    def test_above_the_share(self, site: SiteFolder, share: str, *, carries: bool) -> None:
        policy(site, f'policy = "fallback"\nnotice_above = {share}')
        self.missing_one(site)
        site.build()
        assert bool(site.soup("de/index.html").select(".notice")) is carries

    def test_in_the_editions_own_language(self, site: SiteFolder) -> None:
        policy(site, 'policy = "fallback"')
        self.missing_one(site)
        site.build()
        assert one(site.soup("de/index.html"), ".notice").text == "Teile der Seite sind auf Schwedisch."

    def test_not_on_a_page_that_is_complete(self, site: SiteFolder) -> None:
        policy(site, 'policy = "fallback"')
        self.missing_one(site)
        site.build()
        assert not site.soup("de/kontakt.html").select(".notice")

    def test_not_under_another_policy(self, site: SiteFolder) -> None:
        self.missing_one(site)
        site.build()
        assert not site.soup("de/index.html").select(".notice")

    def test_content_for_other_languages_is_not_missing(self, site: SiteFolder) -> None:
        policy(site, 'policy = "fallback"')
        html = "<p>Hej</p><p its-locale-filter-list=sv>Bara på svenska</p>"
        main = rendered(site, html, BOTH)
        assert content(main) == "<p>Hallo</p>"
        assert not site.soup("de/seite.html").select(".notice")


class TestOmit:
    """A page that is not translated is not in an edition that omits, and nothing leads to it there."""

    @pytest.fixture(autouse=True)
    def _without_care(self, site: SiteFolder) -> None:
        policy(site, 'policy = "omit"')
        site.edit("locales/de/LC_MESSAGES/omsorg/index.po", 'msgstr "Pflege in der Stadt"', 'msgstr ""')

    def test_the_page_is_absent_and_the_others_are_there(self, site: SiteFolder) -> None:
        assert site.build().pages == {"sv": 4, "en": 4, "de": 3}
        assert not (site.candidate / "de/pflege/index.html").exists()
        assert (site.candidate / "de/pflege/hilfe-zu-hause.html").exists()

    def test_an_edition_without_pages_has_no_files_at_all(self, site: SiteFolder) -> None:
        site.edit("source/site.toml", "[languages.de]", '[languages.fi]\npolicy = "omit"\n\n[languages.de]')
        assert site.build().pages["fi"] == 0
        assert not (site.candidate / "fi").exists()
        assert (site.candidate / "de/assets/style.css").exists()

    def test_no_menu_and_no_switcher_leads_to_it(self, site: SiteFolder) -> None:
        site.build()
        assert [a["href"] for a in site.soup("de/index.html").select(".menu a")] == [
            "index.html",
            "kontakt.html",
        ]
        assert [a["hreflang"] for a in site.soup("sv/omsorg/index.html").select(".languages a")] == [
            "sv",
            "en",
        ]

    def test_no_alternate_names_it(self, site: SiteFolder) -> None:
        site.build()
        links = site.soup("en/care/index.html").select("link[rel=alternate]")
        assert [link["hreflang"] for link in links] == ["sv", "en", "x-default"]
        assert "/de/pflege/<" not in site.read(".tolkbar/candidate/sitemap.xml")

    def test_links_lead_to_the_source_edition_and_say_so(self, site: SiteFolder) -> None:
        site.page("sida.md", "[](omsorg/index.md)\n")
        site.translate({"Sidan": ("The page", "Die Seite"), ("slug", "sida"): ("page", "seite")})
        site.edit("locales/de/LC_MESSAGES/omsorg/index.po", 'msgstr "Pflege in der Stadt"', 'msgstr ""')
        site.build()
        assert one(site.soup("de/index.html"), "main a[hreflang]").decode() == (
            '<a href="../sv/omsorg/index.html" hreflang="sv">unsere Pflege</a>'
        )
        assert (
            one(site.soup("de/pflege/hilfe-zu-hause.html"), "main a")["href"] == "../../sv/omsorg/index.html"
        )
        assert one(site.soup("de/seite.html"), "main a").decode_contents() == '<span lang="sv">Omsorg</span>'

    def test_a_start_page_that_is_absent_is_the_source_editions(self, site: SiteFolder) -> None:
        site.edit("locales/de/LC_MESSAGES/index.po", 'msgstr "Willkommen"', 'msgstr ""')
        site.build()
        brand = one(site.soup("de/pflege/hilfe-zu-hause.html"), ".brand")
        assert brand["href"] == "../../sv/index.html"
