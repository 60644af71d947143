"""A link to an edition in another language says in which language it is, and leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.exposure import exposed
from checks.languages import primary
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

# What languages that Swedish public sites speak call themselves.
_OWN_NAMES: Final = {
    "svenska": "sv", "english": "en", "deutsch": "de", "suomi": "fi", "suomeksi": "fi",
    "meänkieli": "fit",
    "davvisámegiella": "se", "julevsámegiella": "smj", "åarjelsaemien": "sma",
    "jiddisch": "yi", "ייִדיש": "yi",
    "norsk": "no", "dansk": "da", "nederlands": "nl", "français": "fr", "español": "es", "italiano": "it",
    "português": "pt", "polski": "pl", "русский": "ru",
    "українська": "uk", "العربية": "ar", "فارسی": "fa",
    "دری": "prs", "soomaali": "so", "af soomaali": "so", "af-soomaali": "so",
    "kurmancî": "kmr", "سۆرانی": "ckb",
    "ትግርኛ": "ti", "türkçe": "tr", "bosanski": "bs",
    "hrvatski": "hr", "srpski": "sr", "shqip": "sq", "română": "ro",
    "中文": "zh", "ไทย": "th",
}  # fmt: skip


class LanguageChoice(NamedTuple):
    """A link whose text is what the language ``language`` calls itself, and how its text is marked."""

    element: Node
    language: str
    marked: str


class LanguageLink(Rule[Page, LanguageChoice]):
    """Who looks for their language listens for its name, said with its own sounds: "Deutsch", not "Döjtsch".

    Write lang and hreflang on the link: <a href="/de/" lang="de" hreflang="de">Deutsch</a>.
    """

    id = "language-link"
    title = msg("Links to other languages are marked with the language")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[LanguageChoice]:
        """Yield the links whose text is what a language, other than the page's, calls itself."""
        for link in exposed(page.dom, "link"):
            language = _OWN_NAMES.get(" ".join(link.text.split()).lower())
            if language is not None and link.has("href"):
                marked = [node.get("lang") for node in (*_words(link), *link.ancestors) if node.get("lang")]
                page_language = marked[-1] if marked else ""
                if primary(page_language) != language:
                    yield LanguageChoice(link, language, marked[0] if marked else "")

    def expectation(self, choice: LanguageChoice) -> Verdict:
        """Require its own language for its text, and the same for where it leads."""
        hreflang = primary(choice.element.get("hreflang"))
        if primary(choice.marked) == choice.language == hreflang:
            return PASSED
        return Failed(
            msg(
                'This leads to another language. Write lang="{language}" and hreflang="{language}" on it.',
                language=choice.language,
            )
        )


def _words(link: Node) -> Iterator[Node]:
    """Yield the innermost elements around the text of ``link``, and the link itself."""
    run = next(link.runs, None)
    for node in run.parent.with_ancestors if run is not None else ():
        yield node
        if node is link:
            return
