"""The shapes of two editions side by side: what one has and the other has not, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Verdict
from checks.subjects.editions import are_alike
from checks.subjects.shape import HEADINGS
from pipeline.model import Policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects import SitePage
    from pipeline.model import Message

_TELLING: Final = 3  # headings in the same order that show one page to be a translation of the other


class Compared(NamedTuple):
    """How many things of a kind ``page`` has, and ``original`` in the same place: ``here`` and ``there``.

    ``number`` is the element of the page's shape to point at.
    """

    page: SitePage
    original: SitePage
    here: int
    there: int
    number: int = -1

    def stands(self) -> Place:
        """Return where the section begins."""
        return self.page.site.placing.shaped(self.page.facts.path, self.number)


def counted(page: SitePage, letters: str) -> Iterator[Compared]:
    """Yield how many elements of some kinds each section has that is not as long as in the original.

    Of editions without a difference one comparison is yielded, of the whole; none where the headings
    differ: then nothing can be put side by side.  What stands around the main content is compared too on
    a site whose editions are made of one source, each of all of it.
    """
    original = page.original
    if original is None or not has_same_outline(page, original):
        return
    own, theirs = page.facts.shape, original.facts.shape
    pairs = [*zip(_sections(own.content, letters), _sections(theirs.content, letters), strict=True)]
    if _is_whole(page):
        pairs += [(_around(own.before, letters), _around(theirs.before, letters))]
        pairs += [(_around(own.after, letters), _around(theirs.after, letters))]
    first = len(own.before)
    starts = (*_starts(own.content, first), 0, first + len(own.content))
    total = sum(here for here, _ in pairs), sum(there for _, there in pairs)
    differing = [
        Compared(page, original, here, there, start)
        for (here, there), start in zip(pairs, starts, strict=False)
        if here != there
    ]
    if differing:
        yield from differing
    elif any(total):
        yield Compared(page, original, *total)


def has_same_outline(page: SitePage, original: SitePage) -> bool:
    """Return whether both have the same headings in the same order."""
    return page.facts.shape.outline == original.facts.shape.outline


def judge(compared: Compared, fault: Message) -> Verdict:
    """Require as many; of pages that may not be translations of one another, a person must judge."""
    if compared.here == compared.there:
        return PASSED
    return differ(compared.page, compared.original, fault)


def differ(page: SitePage, original: SitePage, fault: Message) -> Verdict:
    """Return the verdict on a difference: failed where one is a translation of the other."""
    is_translation = are_alike(page, original) or (
        has_same_outline(page, original) and len(page.facts.shape.outline) >= _TELLING
    )
    return Failed(fault) if is_translation else CannotTell(fault)


def _is_whole(page: SitePage) -> bool:
    """Return whether the settings promise all pages in this language, and so the same links in its menu."""
    settings = page.site.settings
    language = primary(page.facts.language)
    omitting = (primary(tag) for tag, policy in settings.policies.items() if policy is Policy.OMIT)
    return settings.language is not None and language not in omitting


def _sections(content: str, letters: str) -> list[int]:
    """Return the number of these letters before the first heading, and between one heading and the next."""
    found = [0]
    for letter in content:
        if letter in HEADINGS:
            found.append(0)
        elif letter in letters:
            found[-1] += 1
    return found


def _around(part: str, letters: str) -> int:
    return sum(letter in letters for letter in part)


def _starts(content: str, first: int) -> list[int]:
    """Return the numbers of the elements that sections begin with: their headings."""
    return [first, *(first + at for at, letter in enumerate(content) if letter in HEADINGS)]
