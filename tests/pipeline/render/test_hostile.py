"""Whatever a catalog says, an edition has the elements, attributes and addresses of its source."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support import one, po_string, sample_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support import SiteFolder

WORDS = frozenset({"alt", "content", "lang", "aria-label"})
"""Attributes whose values a translation may change."""

LINK = "Läs om <a1>vår omsorg</a1> eller <a2>ring oss</a2>."

BAD: dict[str, Callable[[str], str]] = {
    "a script": lambda text: f"{text}<script>alert(1)</script>",
    "a script alone": lambda _: "<script>alert(1)</script>",
    "an end of its element": lambda text: f"</p></h1></a></title>{text}",
    "an image in quotes": lambda text: f'{text}"><img src=x onerror=alert(1)>',
    "an image in single quotes": lambda text: f"{text}'><img src=x onerror=alert(1)>",
    "an attribute": lambda text: f'{text}" onmouseover="alert(1)',
    "an entity": lambda text: f"{text}&quot;&gt;&lt;img src=x&gt;&#60;script&#62;",
    "a comment": lambda text: f"<!-- {text} --><!--",
    "a template": lambda text: f"{text}{{{{ page.root }}}}{{% raw %}}",
    "a link that runs": lambda text: text.replace("<a1>", '<a1 href="javascript:alert(1)">'),
    "an unknown placeholder": lambda text: f"{text}<a9>x</a9>",
    "an unknown bare placeholder": lambda text: f"{text}<strong>x</strong>",
    "a missing placeholder": lambda text: text.replace("<a1>", "").replace("</a1>", ""),
    "half a placeholder": lambda text: text.replace("</a1>", ""),
    "a doubled placeholder": lambda text: f"{text} {text}",
    "placeholders overlapping": lambda text: text.replace("</a1>", "").replace("</a2>", "</a1></a2>"),
    "a placeholder inside out": lambda text: (
        text.replace("<a1>", "<a0>").replace("</a1>", "<a1>").replace("<a0>", "</a1>")
    ),
    "the end of a script": lambda text: f"{text}</script><script>alert(1)</script>",
    "the end of CDATA": lambda text: f"{text}]]><svg onload=alert(1)>",
}


def outline(site: SiteFolder, name: str) -> Counter[tuple[str, ...]]:
    """Return the elements of a page with their attributes, but for the words in them."""
    return Counter(
        (tag.name, *(f"{key}={value}" for key, value in sorted(tag.attrs.items()) if key not in WORDS))
        for tag in site.soup(name).find_all(name=True)
        if tag.name != "span"  # says that a text is Swedish
    )


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_no_translation_changes_what_a_page_is_made_of(
    site: SiteFolder, built: SiteFolder, bad: Callable[[str], str]
) -> None:
    for path in (site.root / "locales/de").rglob("*.po"):
        name = path.relative_to(site.root).as_posix()
        for key, msgstr in sample_words("de").items():
            if not isinstance(key, tuple) and f"msgid {po_string(key)}\n" in site.read(name):
                site.edit(
                    name,
                    f"msgid {po_string(key)}\nmsgstr {po_string(msgstr)}\n",
                    f"msgid {po_string(key)}\nmsgstr {po_string(bad(msgstr))}\n",
                )
    site.build()
    pages = [name for name in built.files() if name.startswith("de/") and name.endswith(".html")]
    assert len(pages) == 4
    for name in pages:
        assert outline(site, name) == outline(built, name)


@pytest.mark.parametrize(
    "msgstr", ['"><img src=x onerror=alert(1)>', "<b>Ein Pferd</b>", "<alt1>Ein Pferd</alt1>"]
)
def test_markup_in_an_alternative_text_is_not_used(site: SiteFolder, msgstr: str) -> None:
    site.edit("locales/de/LC_MESSAGES/index.po", po_string("Ein Pferd"), po_string(msgstr))
    site.build()
    assert one(site.soup("de/index.html"), "main img").attrs == {
        "src": "images/hast.svg",
        "alt": "En häst",
        "lang": "sv",
    }


@pytest.mark.parametrize("msgstr", ['" onload="alert(1)', "a > b & c < d", "&quot; &lt;", "'", "{{ 1 }}"])
def test_characters_of_html_in_a_translation_are_characters(site: SiteFolder, msgstr: str) -> None:
    for page, old in (
        ("index", "Ein Pferd"),
        ("index", "Willkommen"),
        ("index", "Startseite"),
        ("shell", "Zum Inhalt"),
    ):
        site.edit(f"locales/de/LC_MESSAGES/{page}.po", po_string(old), po_string(msgstr))
    site.build()
    soup = site.soup("de/index.html")
    assert one(soup, "main img")["alt"] == msgstr
    assert one(soup, "h1").text == msgstr
    assert one(soup, "title").text == f"{msgstr} – Stadt Lillköping"
    assert one(soup, ".skip").text == msgstr


def test_a_translation_may_put_placeholders_in_another_order(site: SiteFolder) -> None:
    page = "locales/de/LC_MESSAGES/index.po"
    old = sample_words("de")[LINK]
    site.edit(page, po_string(old), po_string("<a2>Rufen Sie an</a2> oder lesen Sie <a1>mehr</a1>."))
    site.build()
    links = site.soup("de/index.html").select("main p a")
    assert [(link["href"], link.text) for link in links] == [
        ("kontakt.html#telefon", "Rufen Sie an"),
        ("pflege/index.html", "mehr"),
    ]
