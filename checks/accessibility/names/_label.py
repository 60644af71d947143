"""Whether what is written on a control is in its name (ACT's glossary: label in name algorithm)."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING, Final

from checks.dom.rendering import is_rendered, is_text_visible, is_visible
from checks.dom.styles import style
from checks.dom.tree import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_HYPHENS: Final = re.compile(r"[-\u00ad\u2010\u2011]")
_ICON: Final = re.compile(r"(?:^|\s)(?:material-(?:icons|symbols)|glyphicon|icon(?:\s|$))", re.IGNORECASE)
_ICON_FONT: Final = re.compile(r"\bicons?\b|material symbols|awesome|glyphicons|icomoon", re.IGNORECASE)
_BLOCK: Final = frozenset({"block", "flex", "flow-root", "grid", "list-item", "table", "table-caption"})
_CELL: Final = frozenset({"table-cell", "table-row"})
_ALIKE: Final = 80  # per cent, of two spellings of a word: "organise", "organize"
_SHORTEST: Final = 4  # letters of a word that can be spelt in two ways
_SHORTEST_STEM: Final = 3  # letters of an abbreviation without a full stop
_FIRST: Final = 50  # words of a name that are compared one by one


def visible_inner_text(node: Node) -> str:
    """Return the text that is seen in ``node``, with space where boxes part it."""
    return "".join(_inner(node))


def is_contained(label: str, name: str) -> bool:
    """Return whether the words of ``label`` are in ``name``, in one piece."""
    return _is_within(_words(label), _words(name))


def may_be_contained(label: str, name: str) -> bool:
    """Return whether a person might find them there: as symbols, shortened, or spelt another way."""
    words, others = _words(label), _words(name)
    if len(words) == 1 and len(words[0]) == 1:
        return True
    if _is_within(_words(_HYPHENS.sub("", label)), _words(_HYPHENS.sub("", name))):
        return True
    if any(_is_stem(word, others) for word in words[:_FIRST]):
        return True
    return _has_unspaced(label + name) or _is_shortened(label, name) or _is_spelt_otherwise(words, others)


def _is_stem(word: str, others: list[str]) -> bool:
    """Return whether ``word`` may be short for one of ``others``: "nov" for November."""
    if len(word) < _SHORTEST_STEM or word in others:
        return False
    return any(other.startswith(word) for other in others[:_FIRST])


def _inner(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Run):
            yield child.data if is_text_visible(child) or not child.data.strip() else ""
        elif is_rendered(child) and not _is_icon(child):
            yield from _of_box(child)


def _of_box(node: Node) -> Iterator[str]:
    display = style(node)["display"]
    edge = "\n" if node.tag == "br" or display in _BLOCK else " " if display in _CELL else ""
    if not is_visible(node):
        edge = "" if style(node).length("width") == 0 else " "
    yield edge
    yield from _inner(node)
    yield edge


def _is_icon(node: Node) -> bool:
    """Return whether its text is drawn as an icon, by the ligatures of an icon font: non-text content."""
    return bool(_ICON.search(node.get("class")) or _ICON_FONT.search(style(node)["font-family"]))


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKD", _PARENTHESES.sub("", text).casefold())
    return "".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in text).split()


def _is_within(words: list[str], others: list[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(others)} " or not words


def _has_unspaced(text: str) -> bool:
    """Return whether it has letters of scripts that write words without spaces: Chinese, Japanese, Thai …."""
    return any(unicodedata.category(sign) == "Lo" for sign in text)


def _is_shortened(label: str, name: str) -> bool:
    """Return whether one has what looks like an abbreviation of words of the other."""
    return any(
        _abbreviates(short, text)
        for shorts, text in ((label, name), (name, label))
        for short in re.findall(r"\w+\.|\b[A-ZÅÄÖÜ]{2,6}\b", shorts)[:_FIRST]
    )


def _abbreviates(short: str, text: str) -> bool:
    words = _words(text)
    stem = short.rstrip(".").casefold()
    if short.endswith("."):
        return any(word.startswith(stem) and word != stem for word in words)
    initials = "".join(word[0] for word in words if len(word) > 1)
    return stem in initials


def _is_spelt_otherwise(words: list[str], others: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - most names contain what is written

    missing = [word for word in words if word not in others and len(word) >= _SHORTEST]
    return any(ratio(word, other) >= _ALIKE for word, other in product(missing[:_FIRST], others[:_FIRST]))
