"""What is saved in a catalog stands there, and what somebody else has written meanwhile stands there, too."""

from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from pipeline import po, renaming, saving
from pipeline.errors import CatalogError, PublishError
from pipeline.files import only_run, only_writer
from pipeline.po.patch import Conflict, Edit
from pipeline.saving import Saved, edit_catalog, edit_catalogs, replace_seen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TEXT = HEADER + '\nmsgid "ett"\nmsgstr ""\n\nmsgid "två"\nmsgstr ""\n'
NAME = "locales/de/LC_MESSAGES/index.po"
OTHER = "locales/de/LC_MESSAGES/kontakt.po"
ONE = Edit((None, "ett"), ("",), ("eins",))
TWO = Edit((None, "två"), ("",), ("zwei",))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the root of a site with two catalogs."""
    for name in (NAME, OTHER):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, "utf-8")
    return tmp_path


def replaced(site: Path, old: str, new: str) -> None:
    """Write the catalog as Poedit does: a new file, renamed onto the old one."""
    path = site / NAME
    beside = path.with_suffix(".po.tmp")
    beside.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    beside.rename(path)


def translations(site: Path, name: str = NAME) -> dict[str, str]:
    """Return the translations of a catalog by their msgids."""
    return {entry.msgid: entry.msgstr for entry in po.read((site / name).read_bytes(), name).entries}


def names(site: Path) -> set[str]:
    """Return the names of all files beside the catalogs."""
    return {path.name for path in (site / NAME).parent.iterdir()}


def test_a_saved_translation_stands_in_the_file(site: Path) -> None:
    saved = edit_catalog(site, NAME, [ONE])
    assert saved == Saved(TEXT.replace('"ett"\nmsgstr ""', '"ett"\nmsgstr "eins"').encode())
    assert (site / NAME).read_bytes() == saved.content
    assert names(site) == {"index.po", "kontakt.po"}, "nothing is left beside them"


def test_a_conflict_leaves_the_file_alone(site: Path) -> None:
    replaced(site, '"ett"\nmsgstr ""', '"ett"\nmsgstr "ein"')
    before = (site / NAME).stat()
    conflict = edit_catalog(site, NAME, [ONE])
    assert isinstance(conflict, Conflict)
    assert [entry and entry.msgstr for _, entry in conflict.found] == ["ein"]
    after = (site / NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_conflict_in_one_catalog_is_none_of_the_others(site: Path) -> None:
    replaced(site, '"ett"\nmsgstr ""', '"ett"\nmsgstr "ein"')
    results = edit_catalogs(site, {NAME: [ONE], OTHER: [ONE, TWO]})
    assert list(map(type, results.values())) == [Conflict, Saved]
    assert translations(site, OTHER) == {"ett": "eins", "två": "zwei"}


def test_the_mode_of_the_file_is_kept(site: Path) -> None:
    (site / NAME).chmod(0o640)
    edit_catalog(site, NAME, [ONE])
    assert stat.S_IMODE((site / NAME).stat().st_mode) == 0o640


def test_a_translation_is_saved_while_a_publish_runs(site: Path) -> None:
    with only_run(site):
        assert isinstance(edit_catalog(site, NAME, [ONE]), Saved)


class TestSomebodyElseWrites:
    """Between any two of our steps another program replaces the file; both translations must stand there."""

    STEPS = ("patch", "write_new", "_flush", "exchanged")

    @pytest.mark.parametrize("step", STEPS)
    @pytest.mark.parametrize("moment", ["before", "after"])
    def test_both_translations_are_kept(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, step: str, moment: str
    ) -> None:
        between(
            monkeypatch,
            step,
            moment,
            lambda: replaced(site, '"två"\nmsgstr ""', '"två"\nmsgstr "zwei"'),
        )
        assert isinstance(edit_catalog(site, NAME, [ONE]), Saved)
        assert translations(site) == {"ett": "eins", "två": "zwei"}
        assert names(site) == {"index.po", "kontakt.po"}

    @pytest.mark.parametrize("step", STEPS)
    def test_the_same_message_is_a_conflict(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        between(
            monkeypatch,
            step,
            "before",
            lambda: replaced(site, '"ett"\nmsgstr ""', '"ett"\nmsgstr "ein"'),
        )
        assert isinstance(edit_catalog(site, NAME, [ONE]), Conflict)
        assert translations(site)["ett"] == "ein"

    def test_a_third_version_that_comes_while_the_second_is_put_back_stays(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        versions = iter(["drei", "vier", "fünf"])

        def write() -> None:
            if version := next(versions, None):
                replaced(site, "", "")
                (site / NAME).write_text(
                    TEXT.replace('"två"\nmsgstr ""', f'"två"\nmsgstr "{version}"'), "utf-8"
                )

        between(monkeypatch, "exchanged", "before", write, always=True)
        assert isinstance(edit_catalog(site, NAME, [ONE]), Saved)
        assert translations(site) == {"ett": "eins", "två": "fünf"}

    def test_a_catalog_that_is_removed_in_the_last_moment_stays_removed(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        between(monkeypatch, "exchanged", "before", (site / NAME).unlink)
        with pytest.raises(CatalogError, match="no such catalog"):
            edit_catalog(site, NAME, [ONE])
        assert names(site) == {"kontakt.po"}

    def test_a_program_that_writes_all_the_time_is_told_of(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        replaced(site, "två", "2")
        between(monkeypatch, "_flush", "before", lambda: replaced(site, '"2', '"22'), always=True)
        with pytest.raises(PublishError, match="Another program is writing"):
            edit_catalog(site, NAME, [ONE])
        assert translations(site)["ett"] == ""
        assert names(site) == {"index.po", "kontakt.po"}

    def test_where_files_cannot_be_exchanged_they_are_compared(
        self, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(saving, "exchanged", lambda *_: False)
        between(
            monkeypatch,
            "_flush",
            "after",
            lambda: replaced(site, '"två"\nmsgstr ""', '"två"\nmsgstr "zwei"'),
        )
        edit_catalog(site, NAME, [ONE])
        assert translations(site) == {"ett": "eins", "två": "zwei"}


def between(
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    moment: str,
    act: Callable[[], object],
    *,
    always: bool = False,
) -> None:
    """Let somebody ``act`` before or after a step of ours, once or ``always``."""
    real = getattr(saving, step)
    acts = iter([act])

    def watched(*arguments: object) -> object:
        doing = act if always else next(acts, None)
        if doing and moment == "before":
            doing()
        result = real(*arguments)
        if doing and moment == "after":
            doing()
        return result

    monkeypatch.setattr(saving, step, watched)


def test_our_own_writers_take_turns(site: Path) -> None:
    entered = threading.Event()

    def save() -> None:
        entered.set()
        edit_catalog(site, NAME, [TWO])

    other = threading.Thread(target=save)
    with only_writer(site):
        other.start()
        assert entered.wait(10)
        assert translations(site) == {"ett": "", "två": ""}
    other.join(30)
    assert translations(site) == {"ett": "", "två": "zwei"}


class TestNewFiles:
    def test_a_new_catalog_is_written_where_there_is_none(self, tmp_path: Path) -> None:
        path = tmp_path / "ny.po"
        assert replace_seen({path: (None, b"new")}) == set()
        assert path.read_bytes() == b"new"

    def test_one_that_has_come_meanwhile_stays(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "ny.po"
        between(monkeypatch, "read_bytes", "after", lambda: path.write_bytes(b"theirs"))
        assert replace_seen({path: (None, b"new")}) == {path}
        assert path.read_bytes() == b"theirs"
        assert [one.name for one in tmp_path.iterdir()] == ["ny.po"]

    def test_a_file_system_without_links_takes_it_too(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "link", refuse)
        assert replace_seen({tmp_path / "ny.po": (None, b"new")}) == set()
        assert (tmp_path / "ny.po").read_bytes() == b"new"


def test_many_catalogs_are_saved_as_one(site: Path) -> None:
    names = [f"locales/de/LC_MESSAGES/{number}.po" for number in range(20)]
    for name in names:
        (site / name).write_text(TEXT, "utf-8")
    edit_catalogs(site, {name: [ONE] for name in names})
    assert [translations(site, name)["ett"] for name in names] == ["eins"] * 20


class TestWhatIsNoCatalog:
    def test_a_link_is_refused(self, site: Path) -> None:
        (site / NAME).unlink()
        (site / NAME).symlink_to(site / OTHER)
        with pytest.raises(CatalogError, match="This is a link"):
            edit_catalog(site, NAME, [ONE])
        assert (site / NAME).is_symlink()

    def test_links_in_a_circle_are_refused(self, site: Path) -> None:
        (site / NAME).unlink()
        (site / NAME).symlink_to(site / NAME)
        with pytest.raises(CatalogError, match="This is a link"):
            edit_catalog(site, NAME, [ONE])

    @pytest.mark.parametrize(
        "name", ["../x.po", "/etc/passwd", "locales/../source/x.po", "source/x.po", "locales/\0.po"]
    )
    def test_a_file_elsewhere_is_refused(self, site: Path, name: str) -> None:
        with pytest.raises(CatalogError, match="no catalog of the site"):
            edit_catalog(site, name, [ONE])

    def test_one_that_is_not_there_is_named(self, site: Path) -> None:
        with pytest.raises(CatalogError, match="no such catalog"):
            edit_catalog(site, "locales/de/LC_MESSAGES/ny.po", [ONE])

    def test_a_damaged_one_stops_all_before_anything_is_written(self, site: Path) -> None:
        (site / OTHER).write_text("<<<<<<< HEAD\n", "utf-8")
        with pytest.raises(CatalogError):
            edit_catalogs(site, {NAME: [ONE], OTHER: [ONE]})
        assert translations(site) == {"ett": "", "två": ""}


def test_a_full_disk_leaves_the_catalog_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "write_new", full)
    with pytest.raises(PublishError, match="No space left"):
        edit_catalog(site, NAME, [ONE])
    assert (site / NAME).read_text("utf-8") == TEXT


class TestExchange:
    def test_two_files_change_places(self, tmp_path: Path) -> None:
        one, other = tmp_path / "1", tmp_path / "2"
        one.write_text("one")
        other.write_text("other")
        if renaming.exchanged(one, other):
            assert (one.read_text(), other.read_text()) == ("other", "one")

    def test_one_that_is_missing_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "1").touch()
        if renaming.exchanged(tmp_path / "1", tmp_path / "1"):
            with pytest.raises(FileNotFoundError):
                renaming.exchanged(tmp_path / "1", tmp_path / "2")
