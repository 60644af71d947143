"""The campaign sees whatever a kill could do; one kill of each command runs with every test."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.kills import __main__ as campaign
from tests.kills.duel import duel
from tests.kills.scenes import Scene, scenes
from tests.support import SiteFolder, healthy_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Harm = Callable[[SiteFolder], object]

GERMAN = "locales/de/LC_MESSAGES/index.po"
PAGE = "source/pages/index.md"
IMPORTS = [f"import {form}" for form in ("po", "xlf", "csv", "tmx")]


@pytest.fixture(scope="session")
def plays(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """Return the scenes by their commands."""
    return {scene.name: scene for scene in scenes(tmp_path_factory.mktemp("scenes"))}


def harmed(scene: Scene, folder: Path, harm: Harm) -> str:
    """Return what is said of a site that was not killed, but harmed."""
    shutil.copytree(scene.root, folder)
    site = SiteFolder(folder)
    harm(site)
    return "\n".join(scene.complaints(site))


@pytest.mark.parametrize("command", ["publish", "extract", "waive", "baseline", "import", "edit", *IMPORTS])
def test_a_kill_does_no_harm(plays: dict[str, Scene], tmp_path: Path, command: str) -> None:
    assert list(campaign.kill(plays[command], tmp_path / "site", "0")) == []


@pytest.mark.parametrize(
    ("command", "harm", "complaint"),
    [
        ("publish", lambda site: (site.root / "output/de/index.html").unlink(), "output/ is neither the old"),
        ("publish", lambda site: site.edit(GERMAN, '"Willkommen"', '""'), "a translation is lost: ('de', 'V"),
        ("publish", lambda site: site.write(GERMAN, 'msgid "'), "a catalog is damaged: "),
        ("extract", lambda site: site.write(PAGE, site.read(PAGE)[:99]), f"{PAGE} is neither the old nor"),
        ("extract", lambda site: (site.root / PAGE).unlink(), f"{PAGE} is neither the old nor the new"),
        ("extract", lambda site: site.write("source/assets/x.css", ""), "source/assets/x.css is not what it"),
        ("extract", lambda site: site.write("source/site.toml", "name ="), "the next extract ends with 2"),
        ("waive", lambda site: site.write("source/waivers.toml", ""), "waivers.toml is neither the old nor"),
        (
            "import",
            lambda site: site.write("source/pages/bygglov.html", "x"),
            "source/images/hus.gif is missing beside source/pages/bygglov.html",
        ),
        ("edit", lambda site: site.edit(GERMAN, '"Willkommen"', '"Willkommen!"'), f"{GERMAN} is neither the"),
        ("edit", lambda site: site.edit(GERMAN, "msgstr", " msgstr"), f"{GERMAN} is neither the old nor the"),
    ],
)
def test_what_a_kill_could_do_is_seen(
    plays: dict[str, Scene], tmp_path: Path, command: str, harm: Harm, complaint: str
) -> None:
    assert complaint in harmed(plays[command], tmp_path / "site", harm)


def test_a_kill_that_does_harm_is_named_and_the_next_one_follows(
    plays: dict[str, Scene], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def play(_: Scene, site: SiteFolder, chance: random.Random) -> bool:
        shutil.copytree(plays["publish"].root, site.root)
        if chance.random() == random.Random("7 1").random():
            site.edit(GERMAN, '"Willkommen"', '""')
        return True

    monkeypatch.setattr(Scene, "play", play)
    monkeypatch.setattr(campaign, "scenes", lambda _: [plays["publish"]])
    assert campaign.main(["--seed=7", "--count=3", "--duels=0"]) == 1
    told = capsys.readouterr().out
    assert "seed 7, kill 1 of publish: a translation is lost: ('de', 'Välkommen', 'Willkommen')" in told
    assert "3 kills of seed 7, 1 did harm.\n" in told


def test_two_who_write_the_same_catalogs_lose_nothing(tmp_path: Path) -> None:
    healthy_site(tmp_path / "healthy")
    complaints, counts = duel(tmp_path / "healthy", SiteFolder(tmp_path / "site"), random.Random(7))
    assert complaints == []
    assert counts["saved here"]
    assert counts["there"]


# The translator's save as it would be if it did not look whether the file is still what it was.
CARELESS = """
from tests.kills import pen
from pipeline import saving
saving._put = lambda new, path, *_: new.replace(path) is not None
raise SystemExit(pen.main())
"""


def test_a_save_that_wipes_out_what_another_has_saved_is_seen(tmp_path: Path) -> None:
    healthy_site(tmp_path / "healthy")
    assert any(
        complaint.startswith("what Poedit saved is lost")
        for number in range(10)
        for complaint in duel(
            tmp_path / "healthy", SiteFolder(tmp_path / str(number)), random.Random(number), ("-c", CARELESS)
        )[0]
    )
