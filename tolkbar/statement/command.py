"""``tolkbar statement``: where the draft goes, and what a person must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.subjects import Page
from checks.subjects.statement import statement_of
from pipeline import po
from pipeline.editions import plan_editions
from pipeline.errors import PublishError, TolkbarError
from pipeline.files import CANDIDATE, replace_all
from pipeline.locales import catalog_name
from pipeline.model import Location, msg
from pipeline.source.markdown import markdown_to_html
from tolkbar.console import show, tell
from tolkbar.statement.draft import HEADINGS, Target, draft
from tolkbar.statement.entries import empty_catalog, pairs, with_drafts
from tolkbar.statement.flaws import Spot, flaws
from tolkbar.statement.words import words_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from checks.model import Report
    from pipeline.model import Message
    from pipeline.render.edition import Edition
    from pipeline.site import Source
    from tolkbar.site import Site
    from tolkbar.statement.flaws import Flaw
    from tolkbar.statement.words import Words

    Say = Callable[[Message], str]
    Editions = Mapping[str, Edition]


_NOTHING: Final = msg(
    "The rules found nothing that belongs in the statement; nothing was written. They find only a part of "
    "all faults: a person must assess the site."
)
_NOTE: Final = msg("Drafted by tolkbar statement. Read it, mend it, then take the mark fuzzy away.")
_REMARKS: Final = (
    msg("A draft of what rules found and what has been accepted; it is no assessment."),
    msg("Say of each fault what a visitor cannot do, and why it is there. Strike what has been mended."),
    msg(
        "Add what people have found. How far the site meets the law, and when and how that was assessed, "
        "only a person can say."
    ),
)


def write_statement(report: Report, site: Site, asked: Namespace, say: Say) -> int:
    """Draft the list of what ``report`` found: show or write the source, offer translations to the catalogs.

    Raises TolkbarError for a page or a language that there is not, PublishError for a file that is there.
    """
    words = _own_words(site.source)
    _require_new(asked.output)
    editions = plan_editions(site.source, site.locales, site.state)
    page = _page(asked.page, site.source, editions)
    found = flaws(report, dict(_spots(site.source, editions)))
    if not found:
        tell(say(_NOTHING))
        return 0
    target = _target(page or words("page"), site.source, editions)
    text = draft(found, words, target, _missing_headings(site.source, page, words))
    catalogs = dict(_catalogs(found, words, target, site, say(_NOTE)))
    remark = "\n".join(map(say, _REMARKS))
    shown = _as_source(f"<!--\n{remark}\n-->\n\n{text}", target.path)
    named = {site.root / name: content for name, content in catalogs.items()}
    replace_all(named | ({asked.output: shown.encode()} if asked.output else {}))
    if not asked.output:
        show(shown)
    for sentence in _instructions(site.source, page, target, words):
        tell(say(sentence))
    for name in catalogs:
        tell(say(msg("{path} offers translations, fuzzy, once the text is in the source.", path=name)))
    return 0


def _own_words(source: Source) -> Words:
    """Return the words of the source language."""
    own = source.site.languages[0]
    words = words_of(own.tag, own.locale)
    if words is None:
        raise TolkbarError(
            msg("A statement is drafted in Swedish, English or German; the source is in none of them.")
        )
    return words


def _require_new(output: Path | None) -> None:
    if output is not None and (output.exists() or output.is_symlink()):
        raise PublishError(
            msg("This file is there already, and is not written over. Name a new one."),
            Location(output.as_posix(), 1),
        )


def _page(asked: str | None, source: Source, editions: Mapping[str, Edition]) -> str | None:
    """Return the page that the draft is for: the one asked for, else the site's statement, if it has one."""
    if asked is not None and asked not in source.files:
        raise TolkbarError(msg("There is no page {page}. Name one of source/pages.", page=asked))
    return asked or next(_statements(source, editions[source.site.language]), None)


def _statements(source: Source, edition: Edition) -> Iterator[str]:
    """Yield the pages that are accessibility statements; most sites link to theirs from every page."""
    site = source.site
    for page in dict.fromkeys((*site.footer, *site.menu, *edition.heads)):
        path = f"{edition.tag}/{edition.heads[page].path}"
        if statement_of(Page.read((site.root / CANDIDATE / path).read_bytes(), path)) is not None:
            yield page


def _spots(source: Source, editions: Mapping[str, Edition]) -> Iterator[tuple[str, Spot]]:
    """Yield the files of the candidate, and what they are."""
    for tag, edition in editions.items():
        for page, head in edition.heads.items():
            yield f"{tag}/{head.path}", Spot(page, tag)
        for document in source.documents.values():
            yield f"{tag}/documents/{document.file}", Spot(document.file, tag, is_document=True)


def _target(page: str, source: Source, editions: Mapping[str, Edition]) -> Target:
    files = {name: file.name for name, file in source.files.items()}
    languages = {
        name: frozenset(tag for tag, edition in editions.items() if name in edition.heads) for name in files
    }
    return Target(page, files.get(page, f"source/pages/{page}.md"), files, languages)


def _missing_headings(source: Source, page: str | None, words: Words) -> list[str]:
    """Return those headings of the list that the page does not have yet."""
    there = {unit.msgid for unit in source.page(page).units} if page else set()
    return [name for name in HEADINGS if words(name) not in there]


def _catalogs(
    found: Sequence[Flaw], own: Words, target: Target, site: Site, note: str
) -> Iterator[tuple[str, bytes]]:
    """Yield path and new text of the page's catalogs, in the languages that a draft can be written in."""
    text = draft(found, own, target)
    for language in site.source.site.languages[1:]:
        words = words_of(language.tag, language.locale)
        if words is None:
            continue
        name = catalog_name(language.tag, target.page)
        kept = site.locales.catalog(language.tag, target.page) if site.locales.read(name) else None
        old = kept or empty_catalog(target.page, language.tag, site.source.site)
        drafts = pairs(text, draft(found, words, target), target.path)
        new = with_drafts(old, drafts, note)
        if new.entries != old.entries:
            yield name, po.write(new).encode()


def _as_source(text: str, path: str) -> str:
    """Return a draft as the page at ``path`` is written."""
    return text if path.endswith(".md") else markdown_to_html(text)


def _instructions(source: Source, page: str | None, target: Target, words: Words) -> Iterator[Message]:
    """Yield what to do with the draft."""
    if page is None:
        yield msg(
            "There is no accessibility statement. Write one as {path}, with the draft.", path=target.path
        )
        return
    lines = {unit.msgid: unit.line for unit in source.page(page).units}
    heading = next((words(name) for name in reversed(HEADINGS) if words(name) in lines), None)
    if heading is None:
        yield msg("Paste the draft into {path}, then run tolkbar extract.", path=target.path)
    else:
        yield msg(
            "Paste the draft into {place}, below “{heading}”, then run tolkbar extract.",
            place=f"{target.path}:{lines[heading]}",
            heading=heading,
        )
