"""The rules as people read about them: ``tolkbar explain RULE``, and the pages of ``docs/rules``.

Both say the same, in Swedish, English and German; ``explain`` adds the examples beside the rule.
``python -m tolkbar.catalogue`` writes the pages anew.
"""

from __future__ import annotations

import re
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.examples import source
from checks.model import Severity
from checks.registry import RULES, find
from checks.report.earl import criterion_id
from checks.report.grounds import NAMES
from checks.requirements import GONE_IN_22, Standard
from pipeline.files import write_if_changed
from pipeline.model import msg
from tolkbar import console
from tolkbar.language import LANGUAGES, translator

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator

    from checks.model import AnyRule
    from checks.requirements import Criterion
    from pipeline.model import Message

    Say = Callable[[Message], str]

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = "docs/rules"
_ACT: Final = "https://www.w3.org/WAI/standards-guidelines/act/rules/"
_FAMILIES: Final = {
    "accessibility": msg("Accessibility"),
    "html": msg("HTML"),
    "links": msg("Links"),
    "external": msg("External links"),
    "editions": msg("Editions"),
    "statement": msg("Accessibility statement"),
    "contacts": msg("Contacts"),
    "translations": msg("Translations"),
    "pdf": msg("PDF documents"),
    "waivers": msg("Waivers"),
}
_SEVERITIES: Final = {
    Severity.BLOCKING: msg("A finding closes the gate."),
    Severity.ADVISORY: msg("A finding is advice; the gate stays open."),
}
_SECTIONS: Final = {
    "Failed": msg("Failed"),
    "Cannot tell": msg("Cannot tell"),
    "Passed": msg("Passed"),
    "Inapplicable": msg("Inapplicable"),
}
_HEADING: Final = re.compile(f"^## ({'|'.join(_SECTIONS)})$", re.MULTILINE)


def explain(asked: Namespace, say: Say) -> int:
    """Print all that there is to know about a rule; its examples are as they stand beside it."""
    rule = find(asked.rule)
    examples = _HEADING.sub(lambda found: f"## {say(_SECTIONS[found[1]])}", source(rule))
    console.show(f"# {described(rule, say)}\n{examples}")
    return 0


def described(rule: AnyRule, say: Say) -> str:
    """Return a rule's name, what it is for, what to do and where it comes from, as Markdown."""
    paragraphs = (
        rule.id,
        f"**{say(rule.title)}.** {' '.join(_weight(rule, say))}",
        *(say(paragraph) for paragraph in (rule.why, *rule.remedy)),
        *_references(rule, say),
    )
    return "\n\n".join(paragraphs) + "\n"


def _weight(rule: AnyRule, say: Say) -> Iterator[str]:
    """Yield what a finding means for the gate, and for a document."""
    yield say(_SEVERITIES[rule.severity])
    if rule.ground is not None:
        yield say(msg("Verdict on documents: {verdict}.", verdict=say(NAMES[rule.ground])))


def pages(language: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every page of the catalogue in ``language``, each family on one."""
    say = translator(language)
    families = [(name, list(rules)) for name, rules in groupby(RULES, key=lambda rule: rule.family)]
    rows = [f"- [{say(_FAMILIES[name])}]({name}.md) ({len(rules)})" for name, rules in families]
    title = say(msg("The rules of Tolkbar"))
    yield f"{FOLDER}/{language}/README.md", f"# {title}\n\n" + "\n".join(rows) + "\n"
    for name, rules in families:
        yield f"{FOLDER}/{language}/{name}.md", _family(name, rules, say)


def all_pages() -> dict[str, str]:
    """Return the text of every page in every language, by path."""
    return {path: text for language in LANGUAGES for path, text in pages(language)}


def _family(name: str, rules: Iterable[AnyRule], say: Say) -> str:
    return f"# {say(_FAMILIES[name])}\n\n" + "\n".join(_entry(rule, say) for rule in rules)


def _entry(rule: AnyRule, say: Say) -> str:
    module = type(rule).__module__.replace(".", "/")
    examples = say(msg("Examples"))
    return f"## {described(rule, say)}\n[{examples}](../../../{module}.md)\n"


def _references(rule: AnyRule, say: Say) -> Iterator[str]:
    """Yield a line with what asks for the rule, if anything does."""
    clauses = [f"EN 301 549 {clause}" for clause in dict.fromkeys(chain(*map(rule.clauses, Standard)))]
    act = [f"ACT [{number}]({_ACT}{number}/)" for number in rule.act]
    pdfua = [f"PDF/UA-1 {test}" for test in rule.pdfua]
    if references := [*map(_criterion, rule.requirements), *clauses, *act, *pdfua]:
        yield say(msg("Asked for by {references}.", references=", ".join(references)))


def _criterion(criterion: Criterion) -> str:
    version = "WCAG21" if criterion.number in GONE_IN_22 else "WCAG22"
    address = f"https://www.w3.org/TR/{version}/#{criterion_id(criterion.name)}"
    return f"WCAG [{criterion.number} {criterion.name}]({address}) ({criterion.level})"


def main() -> None:
    """Write the pages of the catalogue; remove those of families that are gone."""
    written = all_pages()
    for page in (ROOT / FOLDER).rglob("*.md"):
        if page.relative_to(ROOT).as_posix() not in written:
            page.unlink()
    for path, text in written.items():
        write_if_changed(ROOT / path, text.encode())


if __name__ == "__main__":
    main()
