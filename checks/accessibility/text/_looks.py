"""Instructions that tell what to press by its looks or its place: "Press the green button" (WCAG 1.3.3)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_FILE: Final = Path(__file__).with_name("looks.toml")
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "button": ("button",),
    "link": ("link",),
    "field": ("checkbox", "combobox", "listbox", "searchbox", "spinbutton", "textbox"),
    "img": ("button", "graphics-document", "img", "link"),
    "menu": ("menu", "menubar", "navigation"),
}
_QUOTE: Final = re.compile(r"""["'”“„»«]""")
_END: Final = re.compile(r"[.!?]")  # of a sentence
_CERTAIN: Final = ("button", "link", "menu")  # things whose words mean nothing else
_STEM: Final = 3  # letters: the endings of adjectives behind them are not compared


class Looks(NamedTuple):
    """An instruction: its ``phrase``, the ``words`` on looks in it, and the ``noun`` of what it is about.

    ``roles`` are those that such a thing may have; none where the phrase names no thing.  ``is_bare``
    says that the text names nothing besides.
    """

    phrase: str
    words: tuple[str, ...] = ()
    noun: str = ""
    roles: tuple[str, ...] = ()
    is_bare: bool = False

    def is_said_by(self, name: str) -> bool:
        """Return whether ``name`` has one of the words on looks, whatever their endings."""
        stems = tuple(word[: max(_STEM, len(word) - 2)] for word in self.words)
        return any(part.startswith(stems) for part in name.casefold().split())

    def is_meant_by(self, text: str) -> bool:
        """Return whether another ``text`` may be about the same thing."""
        return self.noun in text.casefold() or self.is_said_by(text)


class _Grammar(NamedTuple):
    named: tuple[re.Pattern[str], ...]  # the thing, with its looks before or its place behind
    hints: tuple[re.Pattern[str], ...]  # other phrases with looks that may tell what is meant
    looks: re.Pattern[str]
    roles: Mapping[str, tuple[str, ...]]  # by noun


def signals_in(text: str) -> frozenset[str]:
    """Return the words of ``text`` that may tell what to press, or where to look, in any of the languages."""
    return _signals().intersection(text.lower().replace(".", " ").replace(",", " ").split())


def looks_in(text: str, language: str) -> Iterator[Looks]:
    """Yield the instructions in ``text`` by looks; ``language`` is a primary subtag, empty where unknown."""
    for grammar in map(_grammar, _known(language)):
        known = [match for pattern in grammar.named for match in pattern.finditer(text)]
        nouns = [match["noun"].casefold() for match in known]
        said = {noun: text.casefold().count(noun) for noun in set(nouns)}
        for match, noun in zip(known, nouns, strict=True):
            is_bare = said[noun] == 1 and _QUOTE.search(_rest(match)) is None
            yield Looks(match[0], _words(match[0], grammar), noun, grammar.roles[noun], is_bare)
        if not known:
            yield from (Looks(match[0]) for pattern in grammar.hints for match in pattern.finditer(text))


def _words(phrase: str, grammar: _Grammar) -> tuple[str, ...]:
    return tuple(word.casefold() for found in grammar.looks.findall(phrase) for word in found.split())


def _rest(match: re.Match[str]) -> str:
    """Return what stands behind ``match`` in its sentence."""
    end = _END.search(match.string, match.end())
    return match.string[match.end() : end.start() if end is not None else None]


def _known(language: str) -> Collection[str]:
    """Return ``language`` if it is known here; all that are known where no text says which it is."""
    return (language,) if language in _sections() else () if language else _sections()


@cache
def _sections() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _signals() -> frozenset[str]:
    """Return the words of which one stands in every phrase that is read here."""
    kinds = ("press", "verb", "sign", *_CERTAIN)
    return frozenset(
        word for section in _sections().values() for kind in kinds for word in section[kind].split()
    )


@cache
def _grammar(language: str) -> _Grammar:
    section = _sections()[language]
    words = {kind: "|".join(section[kind].split()) for kind in section}
    press, before, look, form = (words[kind] for kind in ("press", "before", "look", "form"))
    roles = {noun: _ROLES[kind] for kind in _ROLES for noun in section[kind].split()}
    begin = rf"\b(?:{press}|{words['verb']})\s+(?:(?:{before})\s+){{1,3}}"
    joint = r"\b(?:,|\s+\w{2,3}\b)?\s+"  # "red, round", "red and round"
    noun = rf"(?P<noun>{'|'.join(roles)})\b"
    side = section["side"]
    return _Grammar(
        named=(
            _compile(rf"{begin}(?:(?:{look}){joint}){{1,4}}{noun}"),
            _compile(rf"{begin}{noun}\s+(?:{side})\b"),
        ),
        hints=(
            _compile(
                rf"\b(?:{press})\s+(?:(?:{before})\s+){{1,3}}(?:\w+\s+){{0,2}}?(?:{look}|{form}|{side})(?![\w-])"
            ),
            _compile(
                rf"\b(?:{before})\s+(?:(?:{look}|{form}|{words['sign']}){joint}){{1,4}}"
                rf"(?:{'|'.join(words[kind] for kind in _CERTAIN)})\b"
            ),
            _compile(rf"\b(?:{words['near']})\s+(?:(?:{before})\s+){{0,2}}(?:{words['sign']})\b"),
        ),
        looks=_compile(rf"\b(?:{look}|{side})\b"),
        roles=roles,
    )


def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
