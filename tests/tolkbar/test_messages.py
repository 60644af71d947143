"""The tool's own sentences: each stands in its catalogs, in Swedish and German, ready to be filled."""

from __future__ import annotations

import ast
import re
import shutil
import string
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest

from checks.registry import RULES
from pipeline.catalog import Statistics
from pipeline.model import Message
from tolkbar import messages
from tolkbar.language import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.tolkbar.conftest import Outcome

ROOT = Path(__file__).parents[2]
TRANSLATED = ("sv", "de")
TEMPLATE = "tolkbar/locales/tolkbar.pot"
SOURCES = [path for package in ("pipeline", "checks", "tolkbar") for path in (ROOT / package).rglob("*.py")]

STRAIGHT = re.compile(r'(?<!\\)"[^"]*"')


def catalog_name(language: str) -> str:
    return f"tolkbar/locales/{language}/LC_MESSAGES/tolkbar.po"


@cache
def pairs(language: str) -> dict[str, str]:
    """Return sentence and translation as a reader other than ours finds them; a fuzzy one is none."""
    entries = polib.pofile((ROOT / catalog_name(language)).read_text("utf-8"))
    return {entry.msgid: "" if entry.fuzzy else entry.msgstr for entry in entries if not entry.obsolete}


def fields(text: str) -> set[tuple[str | None, str | None, str | None]]:
    """Return name, format and conversion of each field."""
    return {part[1:] for part in string.Formatter().parse(text) if part[1] is not None}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of ``msg()``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "msg":
            yield node


def hidden(tree: ast.AST) -> set[ast.AST]:
    """Return what stands inside f-strings."""
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    return {inner for text in texts for inner in ast.walk(text)}


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """Return a folder with copies of the template and the catalogs, at their places."""
    shutil.copytree(ROOT / "tolkbar" / "locales", tmp_path / "tolkbar" / "locales")
    return tmp_path


@pytest.mark.parametrize("name", [TEMPLATE, *map(catalog_name, TRANSLATED)])
def test_taking_the_sentences_out_of_the_code_anew_changes_no_byte(copies: Path, name: str) -> None:
    messages.update(copies)

    assert (copies / name).read_bytes() == (ROOT / name).read_bytes(), "run: nox -s messages"


def test_every_sentence_in_the_code_and_in_the_rules_is_in_the_template() -> None:
    said = {paragraph.msgid for rule in RULES for paragraph in (rule.why, *rule.remedy)}
    for path in SOURCES:
        tree = ast.parse(path.read_bytes())
        said |= {ast.literal_eval(call.args[0]) for call in calls(tree) if call not in hidden(tree)}
    template = polib.pofile((ROOT / TEMPLATE).read_text("utf-8"))

    assert {entry.msgid for entry in template} == said


def test_no_sentence_hides_in_an_f_string_where_it_is_not_found() -> None:
    trees = {path: ast.parse(path.read_bytes()) for path in SOURCES}
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, tree in trees.items()
        for call in calls(tree)
        if call in hidden(tree)
    ]

    assert found == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_has_a_translation_that_may_be_used(language: str) -> None:
    assert [msgid for msgid, msgstr in pairs(language).items() if not msgstr] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_fields_of_its_sentence(language: str) -> None:
    wrong = [msgid for msgid, msgstr in pairs(language).items() if fields(msgid) != fields(msgstr)]

    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_can_be_filled(language: str) -> None:
    translate = translator(language)
    for msgid, msgstr in pairs(language).items():
        names = [name for name, _, _ in fields(msgid) if name]
        said = translate(Message(msgid, tuple((name, f"<{name}>") for name in names)))

        assert said == msgstr.replace("{", "<").replace("}", ">")


def _quoted(msgid: str) -> int:
    """Return how many names are quoted; a sentence on quotation marks shows all languages' around "…"."""
    return 0 if "“…”" in msgid else msgid.count("“")


@pytest.mark.parametrize(("language", "own"), [("sv", "”[^”]*”"), ("de", "„[^“]*“")])
def test_names_stand_in_the_quotation_marks_of_the_language_and_code_in_straight_ones(
    language: str, own: str
) -> None:
    for msgid, msgstr in pairs(language).items():
        code, names = STRAIGHT.findall(msgstr), re.findall(own, msgstr)

        assert set(code) <= set(STRAIGHT.findall(msgid)), msgstr
        assert not re.search(r'(?<!=)(?<!= )"{', msgstr), "a field is a name, unless it is a key's value"
        assert len(code) + len(names) >= len(STRAIGHT.findall(msgid)) + _quoted(msgid), msgstr
        assert "“…”" in msgid or not re.search("[“”„]", re.sub(own, "", msgstr)), msgstr


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_ends_as_its_sentence_does(language: str) -> None:
    ends = re.compile(r"[.?:…]?$")
    wrong = [
        msgid for msgid, msgstr in pairs(language).items() if ends.findall(msgid) != ends.findall(msgstr)
    ]

    assert wrong == []


def test_the_tools_own_rules_find_nothing_in_its_catalogs(run: Callable[..., Outcome]) -> None:
    outcome = run("check", ROOT / "tolkbar" / "locales", "--fail-on", "advisory")

    assert outcome.status == 0, outcome.out


def test_a_sentence_without_translation_waits_in_the_catalog(copies: Path) -> None:
    catalog = copies / catalog_name("sv")
    entries = polib.pofile(catalog.read_text("utf-8"))
    entries.remove(entries.find("Published in output/."))
    catalog.write_text(str(entries), "utf-8")

    messages.update(copies)

    assert polib.pofile(catalog.read_text("utf-8")).find("Published in output/.").msgstr == ""


def test_a_translator_can_begin_with_nothing(tmp_path: Path) -> None:
    counts = messages.update(tmp_path)

    template = {entry.msgid for entry in polib.pofile((tmp_path / TEMPLATE).read_text("utf-8"))}
    assert sorted(counts) == sorted(TRANSLATED)
    for language in TRANSLATED:
        entries = polib.pofile((tmp_path / catalog_name(language)).read_text("utf-8"))
        assert entries.metadata["Language"] == language
        assert {entry.msgid for entry in entries} == template
        assert counts[language].untranslated == len(template)


@pytest.mark.parametrize(("fuzzy", "untranslated", "status"), [(0, 0, 0), (1, 0, 1), (0, 2, 1)])
def test_the_session_fails_while_a_sentence_waits(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fuzzy: int,
    untranslated: int,
    status: int,
) -> None:
    counts = Statistics(translated=7, fuzzy=fuzzy, untranslated=untranslated, words=9, words_left=0)
    monkeypatch.setattr(messages, "update", lambda: {"sv": counts})

    assert messages.main() == status
    assert f"sv: 7 translated, {fuzzy + untranslated} to translate or review." in capsys.readouterr().err
