"""Answers how far the translations have come: for people, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from pipeline.extract import pending
from pipeline.model import msg
from tolkbar import __version__
from tolkbar.console import show, shows_colours, tell, width
from tolkbar.into import languages_into
from tolkbar.progress import Bar
from tolkbar.reporting import today
from tolkbar.status.counts import Counts
from tolkbar.status.standing import Survey
from tolkbar.status.table import Table
from tolkbar.status.waiting import Days

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from typing import Any

    from pipeline.catalog import Statistics
    from pipeline.model import Message
    from tolkbar.site import Site
    from tolkbar.status.standing import Progress, Standing
    from tolkbar.status.waiting import Waiting

    Say = Callable[[Message], str]

JSON: Final = "json"


def show_status(site: Site, asked: Namespace, say: Say) -> int:
    """Show how far the site's translations have come, as if its catalogs were up to date; no file changes."""
    languages = languages_into(site.source.site, asked.into)
    unwritten = pending(site.source, site.locales, site.state)
    for name, content in unwritten.items():
        site.locales.wrote(name, content)  # as far as this run knows
    with Bar(say(msg("Reading catalogs")), (len(site.source.files) + 1) * len(languages)) as bar:
        counts, days = Counts(site.locales, site.state), Days(site.root, site.state, today())
        found = Survey(site.source.files, site.locales, unwritten, counts, days, bar.step).of(languages)
    if asked.format == JSON:
        show(as_json(found, len(unwritten)))
        return 0
    coloured = shows_colours()
    show(Table(say, width(), coloured=coloured).render(found), coloured=coloured)
    if unwritten:
        tell(say(_ahead(len(unwritten))))
    return 0


def as_json(languages: Iterable[Progress], unwritten: int) -> str:
    """Return the same for programs; the same catalogs give the same bytes, as far as days do not pass."""
    content = {
        "tolkbar": __version__,
        "catalogs_to_extract": unwritten,
        "languages": [
            {
                "language": each.language.tag,
                "policy": each.language.policy,
                **_numbers(each.counts),
                "oldest_fuzzy": _waiting(each.oldest),
                "pages": [_page(page) for page in each.pages],
            }
            for each in languages
        ],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _page(standing: Standing) -> dict[str, Any]:
    return {
        "page": standing.page,
        "catalog": standing.catalog,
        **_numbers(standing.counts),
        "oldest_fuzzy": _waiting(standing.oldest),
    }


def _numbers(counts: Statistics) -> dict[str, int]:
    return {
        "translated": counts.translated,
        "fuzzy": counts.fuzzy,
        "untranslated": counts.untranslated,
        "words": counts.words,
        "words_left": counts.words_left,
    }


def _waiting(oldest: Waiting | None) -> dict[str, Any] | None:
    if oldest is None:
        return None
    return {
        "catalog": oldest.path,
        "line": oldest.line,
        "msgid": oldest.msgid,
        "since": oldest.since,
        "revised": oldest.revised,
    }


def _ahead(number: int) -> Message:
    return msg(
        "Catalogs that are behind the source: {number}. The numbers are what tolkbar extract makes of them.",
        number=number,
    )
