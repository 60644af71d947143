"""Flaws → the list of a statement, as Markdown for the source, in one language or another."""

from __future__ import annotations

import re
from itertools import groupby
from posixpath import dirname, relpath
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.formats.dates import long_date
from pipeline.formats.languages import in_language
from pipeline.formats.lists import enumerate_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tolkbar.statement.flaws import Accepted, Flaw
    from tolkbar.statement.words import Words

HEADINGS: Final = ("content", "failing")  # those of the list, as words.toml calls them; from level 2 on
_LEVELS: Final = dict(zip(HEADINGS, ("##", "###"), strict=True))
_MOST: Final = 8  # pages or documents that are named: nobody reads through more
_PLAIN: Final = re.compile(r"[\w./-]+")
_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>#&|~^$]")


class Target(NamedTuple):
    """The page that a draft is for, with its ``path``, among the others.

    ``files`` are the paths of all pages by their names, ``languages`` the editions that each is in.
    """

    page: str
    path: str
    files: Mapping[str, str]
    languages: Mapping[str, frozenset[str]]

    def link(self, path: str) -> str:
        """Return an empty link to a file of the source: it shows the title of what it leads to."""
        address = relpath(path, dirname(self.path))
        return f"[]({address})" if _PLAIN.fullmatch(address) else f"[](<{address}>)"


def draft(flaws: Sequence[Flaw], words: Words, target: Target, headings: Collection[str] = HEADINGS) -> str:
    """Return the list of ``flaws``, under those of its headings that its page does not have yet.

    Drafts in different languages have the same lines, but for their words.
    """
    top = [
        f"{_LEVELS[name]} {words(name)}\n" + (f"\n{words('described')}\n" if name == "content" else "")
        for name in HEADINGS
        if name in headings
    ]
    return "\n".join([*top, *_sections(flaws, words, target)])


def _sections(flaws: Sequence[Flaw], words: Words, target: Target) -> Iterator[str]:
    """Yield what there is for each situation; a flaw stands under the one that it hurts most."""
    for situation, listed in groupby(flaws, lambda flaw: flaw.situations[0]):
        items = "".join(_item(flaw, words, target) for flaw in listed)
        yield f"#### {words('situation', situation=words.situation(situation))}\n\n{items}"


def _item(flaw: Flaw, words: Words, target: Target) -> str:
    title, why = (escaped(words.say(text)) for text in (flaw.rule.title, flaw.rule.why))
    criteria = ", ".join(flaw.criteria)
    sentences = [words("fault", title=title, criteria=criteria, why=why), *_where(flaw, words, target)]
    if others := [words.situation(one) for one in flaw.situations[1:]]:
        sentences.append(words("also", situations=enumerate_words(others, words.locale)))
    return "".join([f"- {' '.join(sentences)}\n", *_acceptance(flaw.accepted, words)])


def _where(flaw: Flaw, words: Words, target: Target) -> Iterator[str]:
    if len(flaw.pages) > 1 and flaw.pages == target.languages:
        yield words("everywhere")
    elif flaw.pages:
        named = [_page(name, languages, words, target) for name, languages in flaw.pages.items()]
        yield words("pages", pages=_first(named, words))
    if flaw.documents:
        named = [target.link(f"source/documents/{file}") for file in flaw.documents]
        yield words("documents", documents=_first(named, words))


def _page(name: str, languages: frozenset[str], words: Words, target: Target) -> str:
    """Return a link to a page, and in which editions it has the fault, where other editions have it not."""
    link = target.link(target.files[name])
    if languages == target.languages[name]:
        return link
    named = [in_language(tag, words.locale) for tag in sorted(languages)]
    return words("some", page=link, languages=enumerate_words(named, words.locale))


def _first(named: Sequence[str], words: Words) -> str:
    left = [words("others", number=len(named) - _MOST)] if len(named) > _MOST else []
    return enumerate_words([*named[:_MOST], *left], words.locale)


def _acceptance(accepted: Accepted | None, words: Words) -> Iterator[str]:
    """Yield day and reason as items of their own: a date in a sentence about changes is taken for theirs."""
    if accepted is not None:
        yield f"  - {words('accepted', day=long_date(accepted.until, words.locale))}\n"
        if accepted.reason:
            yield f"  - {words('reason', reason=escaped(accepted.reason))}\n"


def escaped(text: str) -> str:
    """Return ``text`` on one line, with every sign that means something to Markdown as itself."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
