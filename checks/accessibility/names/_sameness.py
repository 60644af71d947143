"""Whether several addresses lead to the same (ACT's glossary: same resource)."""

from __future__ import annotations

import json
import re
from dataclasses import astuple
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from checks.accessibility.names._contents import have_a_word_in_common, have_same_words
from checks.accessibility.names._destinations import Destination, reached
from checks.dom.witness import ANSWERERS, BETWEEN, Asked, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.accessibility.names._contents import Contents
    from checks.dom.tree import Surroundings

_TRACKING: Final = re.compile(r"utm_|ref|source$|fbclid|gclid", re.IGNORECASE)
_COMPARED: Final = 20  # destinations of one name; who has more has said enough


class Sameness(StrEnum):
    """Whether addresses lead to the same, as far as this site's files tell."""

    SAME = "same"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


def sameness(
    surroundings: Surroundings, destinations: Iterable[Destination | None], *, name_tells: bool
) -> Sameness:
    """Return whether all of these are the same; none where it cannot be known where one leads.

    ``name_tells`` says whether their common name promises something that both could keep.
    """
    written = list(dict.fromkeys(destinations)) or [None]
    if not any(there and there.is_ahead for there in written) or len(written) == 1:
        return _compare_all(surroundings, written, name_tells=name_tells)
    return _heard(surroundings, written, name_tells=name_tells)


def _heard(
    surroundings: Surroundings, written: Sequence[Destination | None], *, name_tells: bool
) -> Sameness:
    """Compare them; the witness hears the answer, not all of what the files hold.

    Else a new word on a page would change what every page depends on that leads to it twice.  Only of
    files that send on, and beside what stands in the page itself, it hears every question.
    """
    witness = surroundings.witness
    with witness.listening(aside=True) as notes:
        found = _compare_all(surroundings, written, name_tells=name_tells)
    if any(question.asked is not Asked.READ for question in notes) or any(
        there and there.content for there in written
    ):
        witness.repeat(notes)
    else:
        pages = witness.note_pages([question.path for question in notes], notes)
        witness.note(Question(Asked.ALIKE, pages, _plain(written, name_tells=name_tells)), found)
    return found


def _plain(written: Sequence[Destination | None], *, name_tells: bool) -> str:
    return json.dumps([name_tells, *(there and astuple(there)[:-1] for there in written)])


def _answer_again(surroundings: Surroundings, pages: str, question: str) -> str | None:
    """Return how the same destinations compare now; None where that no longer follows from ``pages`` alone.

    A page that has begun to send on leads to one of which nothing was noted.
    """
    name_tells, *written = json.loads(question)
    destinations = [there and Destination(*there) for there in written]
    with surroundings.witness.listening(aside=True) as notes:
        found = _compare_all(surroundings, destinations, name_tells=name_tells)
    known = {Question(Asked.READ, path) for path in pages.split(BETWEEN)}
    return found if notes.keys() <= known else None


ANSWERERS[Asked.ALIKE] = _answer_again


def _compare_all(
    surroundings: Surroundings, written: Sequence[Destination | None], *, name_tells: bool
) -> Sameness:
    if len(written) == 1:
        return Sameness.UNKNOWN if written[0] is None else Sameness.SAME
    ends = (reached(surroundings, there) if there and there.is_ahead else there for there in written)
    first, *others = islice(_distinct(ends), 1 + _COMPARED)
    found = {_compare(surroundings, first, other, name_tells=name_tells) for other in others}
    for worst in (Sameness.DIFFERENT, Sameness.UNKNOWN):
        if worst in found:
            return worst
    return Sameness.SAME


def _distinct(ends: Iterable[Destination | None]) -> Iterator[Destination | None]:
    seen: set[Destination | None] = set()
    for end in ends:
        if end not in seen:
            seen.add(end)
            yield end


def _compare(
    surroundings: Surroundings, one: Destination | None, other: Destination | None, *, name_tells: bool
) -> Sameness:
    if one is None or other is None:
        return Sameness.UNKNOWN
    if (one.host, one.path) == (other.host, other.path):
        return _compare_parts(one, other)
    if one.content is not None and other.content is not None and one.content.digest == other.content.digest:
        return Sameness.SAME
    if not name_tells and one.host != "." != other.host:
        return Sameness.DIFFERENT
    if one.content is not None and other.content is not None:
        return _compare_contents(surroundings, one.content, other.content)
    is_elsewhere = one.host not in {"", "."} and other.host not in {"", "."}
    differs = one.host != other.host and one.path != other.path
    return Sameness.DIFFERENT if is_elsewhere and differs else Sameness.UNKNOWN


def _compare_parts(one: Destination, other: Destination) -> Sameness:
    """Compare two addresses of the same page."""
    if one.fragment != other.fragment:
        return Sameness.UNKNOWN
    if one.query == other.query or (one.content is not None and not one.content.reads_query):
        return Sameness.SAME
    shared = _parameters(one).items() ^ _parameters(other).items()
    names = {name for name, _ in shared}
    asks_for_another = bool(names) and names <= _parameters(one).keys() & _parameters(other).keys()
    return Sameness.DIFFERENT if asks_for_another and one.content is not None else Sameness.UNKNOWN


def _parameters(where: Destination) -> dict[str, str]:
    """Return what a page is asked for; not who asks."""
    pairs = parse_qsl(where.query[:1000], keep_blank_values=True)
    return {name: value for name, value in pairs if not _TRACKING.match(name)}


def _compare_contents(surroundings: Surroundings, one: Contents, other: Contents) -> Sameness:
    """Compare two pages by their words, and by their numbers where the words are the same."""
    if not one.beginning or not other.beginning:
        is_one_blank = one.beginning != other.beginning and (one.is_blank or other.is_blank)
        return Sameness.DIFFERENT if is_one_blank else Sameness.UNKNOWN
    if have_same_words(surroundings, one, other):
        return Sameness.SAME
    differ_in_numbers = have_same_words(surroundings, one, other, but_numbers=True)
    is_different = differ_in_numbers or not have_a_word_in_common(surroundings, one, other)
    return Sameness.DIFFERENT if is_different else Sameness.UNKNOWN
