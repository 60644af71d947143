"""Two editions of a page side by side: what one says of how to reach somebody and the other does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checks.contacts._reading import closest
from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.editions import are_alike
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checks.subjects import Told
    from checks.subjects.contacts import Kind

READ = frozenset({"sv", "en", "de"})  # languages whose words for rooms and hours are known


class Compared(NamedTuple):
    """A fact of one edition beside the other's.

    ``told`` is where the fault would stand; ``here`` is what this edition says, ``there`` what the
    one it is made from says; where both are the same, all is well.
    """

    told: Told
    here: str
    there: str
    is_same: bool
    original: SitePage


class EditionsRule(Rule[SitePage, Compared]):
    """A rule on facts that are the same in all editions of a page."""

    severity = Severity.BLOCKING
    fault = Fault.WORDS
    kinds: ClassVar[frozenset[Kind]]
    has_words: ClassVar[bool] = (
        False  # whether such facts are told in words, and read only where these are known
    )

    def applicability(self, page: SitePage, /) -> Iterator[Compared]:
        """Yield what this edition says, and what it leaves out."""
        return compare(page, self.kinds, only_read=self.has_words)

    def expectation(self, compared: Compared, /) -> Verdict:
        """Require what the original says; where the editions are built differently, a person must look."""
        if compared.is_same:
            return PASSED
        page = compared.told.missing or compared.told.page
        return _verdict(compared, are_alike=are_alike(page, compared.original))


def compare(page: SitePage, kinds: Collection[Kind], *, only_read: bool = False) -> Iterator[Compared]:
    """Yield the facts of these kinds in ``page`` and what its original says in their stead.

    Where ``only_read``, only for languages in which such facts can be read.
    """
    original = page.original
    if original is None or (only_read and not {_language(page), _language(original)} <= READ):
        return
    own, theirs = _by_key(page, kinds), _by_key(original, kinds)
    lost = {key: told for key, told in _certain(theirs) if key not in own}
    for key, told in _certain(own):
        if key in theirs:
            yield Compared(told[0], told[0].said.written, "", is_same=True, original=original)
            continue
        same_kind = [other for other in lost if lost[other][0].said.kind is told[0].said.kind]
        kept = (other for other in theirs if theirs[other][0].said.kind is told[0].said.kind)
        answer = closest(key, same_kind) or next(iter(same_kind), None) or closest(key, kept)
        there = theirs[answer][0].said.written if answer else ""
        lost.pop(answer or "", None)
        for one in told:
            # One written alike may be read otherwise: 021-39 26 36 is a German number too.
            is_same = one.said.written == there
            yield Compared(one, one.said.written, there, is_same=is_same, original=original)
    for told in lost.values():
        missing = replace(told[0], missing=page)
        yield Compared(missing, "", missing.said.written, is_same=False, original=original)


def _verdict(compared: Compared, *, are_alike: bool) -> Verdict:
    verdict = Failed if are_alike else CannotTell
    path = compared.original.path
    if compared.here and compared.there:
        return verdict(
            msg(
                "The page has {here}, but {path} has {there}. Write the same in both.",
                here=compared.here,
                there=compared.there,
                path=path,
            )
        )
    if compared.here:
        return verdict(
            msg(
                "The page has {here}, but {path} has it nowhere. Correct it, or write it there too.",
                here=compared.here,
                path=path,
            )
        )
    return verdict(
        msg(
            "The page lacks {there}, which is on {path}. Write it here too.",
            there=compared.there,
            path=path,
        )
    )


def _language(page: SitePage) -> str:
    return primary(page.facts.language)


def _by_key(page: SitePage, kinds: Collection[Kind]) -> dict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for told in page.said:
        if told.said.kind in kinds:
            found[told.said.key].append(told)
    return found


def _certain(found: dict[str, list[Told]]) -> Iterator[tuple[str, list[Told]]]:
    for key, told in found.items():
        certain = [one for one in told if one.said.is_certain]
        if certain:
            yield key, certain
