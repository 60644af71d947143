"""A small site that is changed at random, the same way for the same seed: by editors, and by accident.

Its files come from the examples beside all rules, so that every rule which looks beyond its page has
something to look at: sheets that import sheets, scripts, drawings, recordings, frames, pages that other
pages lead to.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from checks.examples import examples
from checks.registry import RULES
from checks.subjects import Inputs, Settings, Site
from checks.subjects.contacts import Card
from tests.mutations.breed import STYLES, _attribute, _drop, _graft, _swap, _value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES: Final = 9  # at most; deleting makes room
FEWEST: Final = 5
_PLACES: Final = ("", "", "", "en/", "sv/a/")
_TODAY: Final = date(2026, 11, 23)
_CHANGES: Final = (_attribute, _drop, _graft, _swap, _value)
_NOT_PAGES: Final = (".pdf", ".po", ".pot", ".toml")  # judged elsewhere, or by what is beside the site


@cache
def material() -> tuple[dict[str, bytes], ...]:
    """Return the files of every example."""
    shown = (example.files for rule in RULES for example in examples(rule))
    kept = (
        {path: content for path, content in files.items() if not path.endswith(_NOT_PAGES)} for files in shown
    )
    return tuple(files for files in kept if files)


class Upheaval:
    """The site below ``folder``, and its settings."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Begin with the files of a few examples."""
        self.folder = folder
        self.settings = Settings(today=_TODAY)
        self._rng = Random(seed)
        folder.mkdir(parents=True, exist_ok=True)
        while len(self._pages()) < PAGES:
            self.take_example()

    def inputs(self) -> Inputs:
        """Return the site as it stands now."""
        return Inputs((Site(self.folder, self.settings),))

    def change(self) -> str:
        """Change something; return what, for people."""
        change = self._rng.choices([way for way, _ in _WAYS], [weight for _, weight in _WAYS])[0]
        change(self)
        while len(self._pages()) > PAGES:
            self._rng.choice(self._pages()).unlink()
        while len(self._pages()) < FEWEST:
            self.take_example()
        return change.__name__.replace("_", " ")

    def _files(self) -> list[Path]:
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def _pages(self) -> list[Path]:
        return [path for path in self._files() if path.suffix in {".html", ".xhtml", ".svg"}]

    def take_example(self) -> None:
        """Write the files of an example."""
        several = self._rng.random() < 0.7
        files = self._rng.choice([files for files in material() if (len(files) > 1) == several])
        place, number = self._rng.choice(_PLACES), self._rng.randrange(PAGES)
        for path, content in files.items():
            file = self.folder / place / path.replace("page.html", f"page{number}.html")
            if not any(above.is_file() for above in file.parents) and not file.is_dir():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)

    def edit_page(self) -> None:
        """Change the markup of a page."""
        page = self._rng.choice(self._pages())
        text = page.read_text("utf-8", "replace")
        page.write_text(self._rng.choice(_CHANGES)(self._rng, text), "utf-8", "replace")

    def edit_words(self) -> None:
        """Change the words of a page."""
        page = self._rng.choice(self._pages())
        words = self._rng.choice(("Bygglov", "2025-01-01", "021-39 00 00", "Läs mer"))
        text = page.read_text("utf-8", "replace")
        page.write_text(text.replace("</p>", f" {words}</p>", 1), "utf-8", "replace")

    def lead_to_another_page(self) -> None:
        """Let a page refer to a file."""
        page, other = self._rng.choice(self._pages()), self._rng.choice(self._files())
        address = "/" + other.relative_to(self.folder).as_posix()
        element = self._rng.choice(
            (
                f'<a href="{address}">Läs mer</a>',
                f'<iframe title="Karta" src="{address}"></iframe>',
                f'<link rel="stylesheet" href="{address}">',
                f'<img alt="" src="{address}">',
                f'<meta http-equiv="refresh" content="0; url={address}">',
                f'<script src="{address}"></script>',
            )
        )
        text = page.read_text("utf-8", "replace")
        before, tag, after = text.partition("<p")
        page.write_text(f"{before}{element}{tag}{after}", "utf-8", "replace")

    def edit_what_is_no_page(self) -> None:
        """Change a sheet, a script, a recording."""
        others = [path for path in self._files() if path not in self._pages()]
        if others:
            other = self._rng.choice(others)
            sheet = "\n".join(self._rng.choices(STYLES, k=3)).encode()
            noise = self._rng.choice((sheet, b"p{display:none}", b"a{color:#fff}", b"onkeydown = focus", b""))
            content = self._rng.choice(
                (noise, noise + other.read_bytes(), self._rng.choice(others).read_bytes())
            )
            other.write_bytes(content)

    def delete(self) -> None:
        """Delete a file."""
        self._rng.choice(self._files()).unlink()

    def rename(self) -> None:
        """Rename a file, perhaps onto another."""
        one = self._rng.choice(self._files())
        suffix = self._rng.choice((one.suffix, one.suffix, ".html", ".css", ".svg"))
        other = self._rng.choice(self._files()).with_suffix(suffix)
        if not other.is_dir():
            one.replace(other)

    def change_letter_case(self) -> None:
        """Write a name in the other letter case."""
        one = self._rng.choice(self._files())
        one.replace(one.with_name(one.name.swapcase()))

    def swap_two_files(self) -> None:
        """Let two files change places."""
        one, other = self._rng.choice(self._files()), self._rng.choice(self._files())
        first, second = one.read_bytes(), other.read_bytes()
        one.write_bytes(second)
        other.write_bytes(first)

    def change_settings(self) -> None:
        """Change the settings of the site."""
        card = Card("Anna Berg", telephones=frozenset({"+4621390000"}))
        self.settings = replace(
            self.settings,
            address=self._rng.choice((None, "https://www.kommun.example", "https://kommun.example/web")),
            language=self._rng.choice((None, "sv", "en")),
            contacts=self._rng.choice(((), (card,))),
            reading_limits=self._rng.choice(({}, {"sv": 20.0})),
        )

    def let_time_pass(self) -> None:
        """Judge on another day."""
        days = self._rng.choice((1, 400, -800))
        self.settings = replace(self.settings, today=(self.settings.today or _TODAY) + timedelta(days))


_WAYS: Final[tuple[tuple[Callable[[Upheaval], None], int], ...]] = (
    (Upheaval.take_example, 4),
    (Upheaval.edit_page, 4),
    (Upheaval.edit_words, 4),
    (Upheaval.lead_to_another_page, 5),
    (Upheaval.edit_what_is_no_page, 5),
    (Upheaval.delete, 2),
    (Upheaval.rename, 3),
    (Upheaval.change_letter_case, 1),
    (Upheaval.swap_two_files, 2),
    (Upheaval.change_settings, 1),
    (Upheaval.let_time_pass, 1),
)
