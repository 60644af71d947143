"""Puts what was taken over into ``source/``, and says what was left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pipeline.config import load_site
from pipeline.errors import SourceError
from pipeline.files import only_run, replace_all
from pipeline.model import Location, msg
from pipeline.source.document import read_document
from pipeline.source.files import SourceFile
from tolkbar.acceptance import quoted
from tolkbar.console import tell
from tolkbar.importing.web import plain_name, read_web_page
from tolkbar.reporting import today

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pipeline.model import Message
    from tolkbar.importing.page import Taken

    Say = Callable[[Message], str]

LARGEST: Final = 32_000_000  # bytes
_LISTED: Final = 20  # kinds of what was left behind; nobody reads more in one line
_WEB: Final = (".html", ".htm", ".xhtml")
_PAGE: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


def run(asked: Namespace, say: Say) -> int:
    """Take over a page: a new file in ``source/pages``, its pictures in ``source/images``."""
    source: Path = asked.file
    taken = _read(source)
    site = load_site(asked.site)
    page = asked.page or plain_name(taken.title or source.stem)
    path = asked.site / "source" / "pages" / f"{page}.html"
    _require_free(path, page)
    pictures, body = _placed(taken, asked.site / "source" / "images", page.count("/"))
    content = f"{_front(taken, page)}\n{body}".encode()
    name = path.relative_to(asked.site).as_posix()
    read_document(SourceFile(page, name, path), content)  # what the next run would refuse is not written
    with only_run(site.root):
        replace_all({**pictures, path: content})  # in this order: a page that is there has its pictures
    tell(
        say(
            msg(
                "{name} is there, with {number} pictures. Read it, then run tolkbar check.",
                name=name,
                number=len(pictures),
            )
        )
    )
    if taken.dropped:
        tell(say(msg("Left behind: {what}.", what=_listed(taken.dropped))))
    return 0


def _listed(dropped: Mapping[str, int]) -> str:
    """Return what was left behind and how often, as much of it as a person reads."""
    shown = [f"{what}: {number}" for what, number in sorted(dropped.items())]
    more = ["…"] if len(shown) > _LISTED else []
    return ", ".join(shown[:_LISTED] + more)


def _read(path: Path) -> Taken:
    """Return what there is to take over; raises SourceError for what is no page and no Word document."""
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(
                msg("This is larger than {limit} MB. Split it.", limit=LARGEST // 1_000_000), _whole(path)
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(msg("There is no such file. Check the name."), _whole(path)) from error
    if path.suffix.lower() in _WEB:
        taken = read_web_page(content, path.parent)
    elif path.suffix.lower() == ".docx":
        taken = _from_word(content, path)
    else:
        raise SourceError(
            msg(
                "Only pages (.html, .docx) and translations (.po, .xlf, .csv, .tmx) can be taken over. "
                "Save it as one of them."
            ),
            _whole(path),
        )
    if not taken.body.strip():
        raise SourceError(msg("There is no content in this file. Export the page anew."), _whole(path))
    taken.title = taken.title or path.stem
    return taken


def _from_word(content: bytes, path: Path) -> Taken:
    from tolkbar.importing.word import NoDocumentError, read_word  # noqa: PLC0415 - most runs import no Word file

    try:
        html, dropped = read_word(content)
    except NoDocumentError as error:
        raise SourceError(
            msg("This is no Word document, or a damaged one. Open it in Word and save it as .docx."),
            _whole(path),
        ) from error
    taken = read_web_page(html.encode(), path.parent)
    taken.dropped += dropped
    return taken


def _require_free(path: Path, page: str) -> None:
    """Refuse a name that makes no address, and one that a page has already."""
    if _PAGE.fullmatch(page) is None:
        raise SourceError(
            msg("“{page}” makes no address. Use --page with a–z, 0–9, hyphens and slashes.", page=page)
        )
    for taken in (path, path.with_suffix(".md")):
        if taken.exists():
            raise SourceError(msg("There is such a page. Choose another name: --page NAME."), _whole(taken))


def _placed(taken: Taken, folder: Path, depth: int) -> tuple[dict[Path, bytes], str]:
    """Return the pictures by the place where they go, none over another, and the body that names them so."""
    pictures: dict[Path, bytes] = {}
    body = taken.body
    for name, content in taken.pictures.items():
        place, number = folder / name, 1
        while place.exists() and place.read_bytes() != content:
            number += 1
            place = folder / f"{name.rpartition('.')[0]}-{number}.{name.rpartition('.')[2]}"
        pictures[place] = content
        body = body.replace(f'"../images/{name}"', f'"{"../" * (depth + 1)}images/{place.name}"')
    return pictures, body


def _front(taken: Taken, page: str) -> str:
    """Return the front matter of the new page."""
    values = {"title": taken.title, "description": taken.description, "slug": page.rpartition("/")[2]}
    lines = [f"{name} = {quoted(value)}" for name, value in values.items() if value]
    return "\n".join(["+++", *lines, f"updated = {today().isoformat()}", "+++", ""])


def _whole(path: Path) -> Location:
    return Location(path.as_posix(), 1)
