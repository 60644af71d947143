"""``tolkbar init``: a new site that publishes at once, with what its hosts and its people need beside it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

from pipeline.errors import PublishError, TolkbarError
from pipeline.files import make_folder, replace_all
from pipeline.model import Location, msg
from tolkbar import __version__
from tolkbar.console import tell
from tolkbar.reporting import today

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable

    from pipeline.model import Message

    Say = Callable[[Message], str]

ROOT: Final = Path(__file__).parents[1]
_NAME, _ADDRESS = "Exempelkommun", "https://tolkbar.example.org"
# What stands beside source/ and locales/, under the names that hosts and tools look for.
_BESIDE: Final = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "github.yml": ".github/workflows/tolkbar.yml",
    "gitlab.yml": ".gitlab-ci.yml",
    "weblate.json": "weblate.json",
}
# What the site in Tolkbar's own repository looks like: its wheel has these folders among the starter's own.
_LOOKS: Final = ("source/templates", "source/assets")
_LANGUAGES: Final = {"": "sv", "-EN": "en_GB", "-DE": "de"}
_PLAIN: Final = re.compile(r"\w[\w .,'’()–-]*")


def init(asked: Namespace, say: Say) -> int:
    """Write a new site into a folder that is new or empty."""
    root: Path = asked.directory
    _require_room(root)
    name = asked.name or _NAME
    if not _PLAIN.fullmatch(name):
        raise TolkbarError(
            msg(
                "“{name}” has signs that mean something to Markdown. Write letters, digits and spaces.",
                name=name,
            )
        )
    known = {
        _NAME: name,
        _ADDRESS: (asked.address or _ADDRESS).rstrip("/"),
        **_today(),
        "@VERSION@": __version__,
    }
    contents = {root / path: _filled(content, known) for path, content in _starter()}
    make_folder(root / "source" / "images")
    replace_all(contents)
    tell(
        say(
            msg(
                "{number} files are in {folder}. Next: cd {folder} && tolkbar publish",
                number=len(contents),
                folder=root.as_posix(),
            )
        )
    )
    return 0


def _require_room(root: Path) -> None:
    """Refuse a folder with anything in it but what version control keeps."""
    if root.exists() and (not root.is_dir() or any(path.name != ".git" for path in root.iterdir())):
        raise PublishError(
            msg("This folder holds other things. Name a new or empty one."), Location(root.as_posix(), 1)
        )


def _today() -> dict[str, str]:
    """Return the marks for today's date with what stands for them, as each language writes it."""
    day = today()
    dates = {f"@DATE{mark}@": format_date(day, "long", locale) for mark, locale in _LANGUAGES.items()}
    return {"@DAY@": day.isoformat(), **dates}


def _filled(content: bytes, known: dict[str, str]) -> bytes:
    """Return a text with what stands for its marks."""
    text = content.decode()
    for mark, value in known.items():
        text = text.replace(mark, value)
    return text.encode()


def _starter() -> Iterator[tuple[str, bytes]]:
    """Yield the path below the new site, and the content, of every file."""
    starter = files("tolkbar") / "starter"
    for path, file in _below(starter / "source", "source"):
        yield path, file.read_bytes()
    for language in ("en", "de"):
        for name, file in _below(starter / "locales" / language, ""):
            yield f"locales/{language}/LC_MESSAGES{name}", file.read_bytes()
    for name, path in _BESIDE.items():
        yield path, (starter / "beside" / name).read_bytes()
    for folder in _LOOKS:
        packaged = starter / folder
        looks = packaged if packaged.is_dir() else ROOT / folder
        for path, file in _below(looks, folder):
            yield path, file.read_bytes()


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        path = f"{name}/{item.name}"
        if item.is_dir():
            yield from _below(item, path)
        elif item.name != ".DS_Store":
            yield path, item
