"""The preview's own pages: what they show, laid out by the templates beside them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from checks.examples import source as examples_of
from pipeline.formats import own_name
from tolkbar.catalogue import described
from tolkbar.language import translator
from tolkbar.preview.overview import table
from tolkbar.preview.words import SPOKEN, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment

    from checks.model import AnyRule
    from pipeline.errors import TolkbarError
    from pipeline.model import Message
    from tolkbar.preview.plugins import Plugin
    from tolkbar.preview.studio import Studio
    from tolkbar.preview.view import View

    Say = Callable[[Message], str]

_FOLDER: Final = Path(__file__).parent / "templates"

_ABBREVIATIONS: Final = {
    "ACT": "Accessibility Conformance Testing",
    "ARIA": "Accessible Rich Internet Applications",
    "PDF/UA": "PDF, universal accessibility",
    "WCAG": "Web Content Accessibility Guidelines",
}

says: Final = cache(translator)
"""Returns what says a message in a language; a catalog is read once."""


class Pages:
    """Writes pages for readers of any language that the tool speaks; ``plugins`` add to them."""

    def __init__(self, studio: Studio, plugins: Sequence[Plugin]) -> None:
        """Take what they are about."""
        self._studio, self._plugins = studio, plugins

    def overview(self, language: str, nonce: str, wanted: str = "") -> str:
        """Return the page of all pages whose name or title has ``wanted`` in it."""
        made = self._studio.made
        rows = table(made, wanted) if made else None
        return self._render("overview.html", language, nonce, table=rows, wanted=wanted, made=made)

    def page(self, language: str, nonce: str, view: View) -> str:
        """Return the page that shows ``view``."""
        made = self._studio.made
        assert made is not None  # noqa: S101 - there is no view of what is not made
        editions = [(tag, address(tag, view.page)) for tag in made.editions]
        verdict = self._studio.verdicts.of_page(view)
        return self._render(
            "page.html", language, nonce, view=view, made=made, editions=editions, verdict=verdict
        )

    def rule(self, language: str, nonce: str, rule: AnyRule) -> str:
        """Return what there is to know about a rule, with its examples."""
        say = says(language)
        title, _, text = described(rule, say).partition("\n\n")
        return self._render(
            "rule.html", language, nonce, title=title, text=_html(text), examples=_html(examples_of(rule))
        )

    def missing(self, language: str, nonce: str) -> str:
        """Return what is shown where there is nothing."""
        return self._render("missing.html", language, nonce, trouble=WORDS["missing"])

    def trouble(self, language: str, nonce: str, error: TolkbarError) -> str:
        """Return what is shown where something is in the way."""
        return self._render("missing.html", language, nonce, trouble=error.message)

    def _render(self, template: str, language: str, nonce: str, **given: object) -> str:
        say = says(language)
        words = {name: say(message) for name, message in WORDS.items()}
        spoken = {name: words[name] for name in SPOKEN}
        for plugin in self._plugins:
            spoken |= {name: say(message) for name, message in plugin.words.items()}
        return (
            _environment()
            .get_template(template)
            .render(
                words=words,
                spoken=json.dumps(spoken, ensure_ascii=False),
                say=say,
                language=language,
                nonce=nonce,
                run=self._studio.name,
                fault=self._studio.fault,
                judged=self._studio.verdicts.site,
                plugins=self._plugins,
                address=address,
                **given,
            )
        )


def address(language: str, page: str) -> str:
    """Return the address of the page that shows a page of the site."""
    return f"/page/{language}/{quote(page)}"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - for the first page asked for

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(_FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["quoted"] = quote
    environment.globals["own_name"] = own_name
    return environment


def _html(markdown: str) -> Any:  # noqa: ANN401 - Markup is loaded only here
    """Return our own Markdown as HTML; what it quotes from pages is shown, not obeyed."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - for those who ask about a rule
    from markupsafe import Markup  # noqa: PLC0415 - as above

    html = MarkdownIt("commonmark", {"html": False}).render(markdown)
    for short, long in _ABBREVIATIONS.items():
        html = re.sub(
            rf"\b{short}\b(?![^<]*>)", f'<abbr title="{long}" lang="en">{short}</abbr>', html, count=1
        )
    return Markup(html)  # noqa: S704 - HTML in what was written is escaped
