"""What is remembered of catalogs is what would be found afresh, whatever has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.hearing import Alone, Archive
from checks.hearing.packing import wordings
from checks.subjects import CatalogFile, Inputs
from pipeline.model import Policy
from tests.remembering.catalogs import CatalogUpheaval
from tests.remembering.comparing import Counting, report, steps
from tolkbar.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.subjects import Wordings

CATALOG = (
    'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "Sök bygglov"\nmsgstr "{0}"\n\nmsgid "Kommunens {1}"\nmsgstr "Bauamt der Gemeinde"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three catalogs, which translate one text alike, and with a glossary."""
    place = tmp_path / "locales" / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (place / f"{name}.po").write_text(CATALOG.format("Bauantrag stellen", f"kontor {name}"), "utf-8")
    (tmp_path / "locales" / "glossary.csv").write_text("sv,de\nbygglov,Bauantrag\n", "utf-8")
    return place


@pytest.fixture
def heard(tmp_path: Path, folder: Path) -> Callable[..., int]:
    """Judge the catalogs, and compare with what is found afresh; return how many were judged."""

    def run(policy: Policy = Policy.BLOCK) -> int:
        files = sorted(folder.rglob("*.po"))
        inputs = Inputs(catalogs=tuple(CatalogFile(path.name, path, policy, "sv") for path in files))
        counting = Counting()
        with Verdicts(tmp_path, "verdicts.sqlite") as kept:
            remembered = report(inputs, Archive(counting, kept))
        assert remembered == report(inputs, Alone())
        return counting.heard

    return run


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_after_every_change_the_reports_are_equal(tmp_path: Path, seed: int) -> None:
    found = list(steps(CatalogUpheaval(tmp_path / "locales", seed), tmp_path, 30))
    assert [step for step in found if step.differences] == []
    assert sum(step.heard for step in found) < sum(step.subjects for step in found) / 2


def test_the_comparison_sees_what_a_keeper_without_a_memory_for_settings_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CatalogFile, "grounds", lambda self, *_: self.path)
    found = list(steps(CatalogUpheaval(tmp_path / "locales", 1), tmp_path, 30))
    assert any(step.differences for step in found)


def test_only_the_catalog_that_changed_is_judged_again(folder: Path, heard: Callable[..., int]) -> None:
    assert (heard(), heard()) == (3, 0)
    (folder / "b.po").write_text(CATALOG.format("Baugenehmigung beantragen", "kontor b"), "utf-8")
    assert heard() == 1


def test_all_catalogs_of_a_language_are_compared_again_only_where_one_says_something_else(
    folder: Path, heard: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard()
    read: list[bytes] = []

    def counting(content: bytes) -> Wordings:
        read.append(content)
        return wordings(content)

    monkeypatch.setattr("checks.hearing.packing.wordings", counting)
    heard()
    assert read == []
    (folder / "b.po").write_text(CATALOG.format("Bauantrag stellen!", "kontor b"), "utf-8")
    heard()
    assert len(read) == 2


def test_another_glossary_or_policy_judges_all_of_them_again(
    tmp_path: Path, heard: Callable[..., int]
) -> None:
    heard()
    (tmp_path / "locales" / "glossary.csv").write_text("sv,de\nbygglov,Baugenehmigung\n", "utf-8")
    assert heard() == 3
    assert heard(Policy.FALLBACK) == 3
    (tmp_path / "locales" / "words.txt").write_text("bauantrag\n", "utf-8")
    assert heard(Policy.FALLBACK) == 3


@pytest.mark.parametrize("piece", ["catalogs", "wordings", "languages"])
def test_what_somebody_wrote_into_the_store_is_not_believed(
    tmp_path: Path, folder: Path, heard: Callable[..., int], piece: str
) -> None:
    heard()
    for content in (b"", b"\xc1", b"\x93\x01\x02\x03", b"\0\0\0\1\x90\x90"):
        (folder / "a.po").write_text(CATALOG.format(f"Bauantrag {content.hex()}", "kontor a"), "utf-8")
        with Verdicts(tmp_path, "verdicts.sqlite") as store:
            kind = next(iter(store.keys("kinds of catalogs")))
            for key in ("b.po", "c.po", "de"):
                store.write(f"{kind} {piece}", key, content)
        heard()


def test_catalogs_that_change_places_keep_their_own_verdicts(folder: Path, heard: Callable[..., int]) -> None:
    (folder / "b.po").write_text(CATALOG.format("Bauantrag stelen", "kontor b"), "utf-8")
    heard()
    first, second = (folder / "a.po").read_bytes(), (folder / "b.po").read_bytes()
    (folder / "a.po").write_bytes(second)
    (folder / "b.po").write_bytes(first)
    assert heard() == 2
