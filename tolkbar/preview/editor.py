"""``tolkbar serve --edit``: what the editor in the browser asks for, and its words.

Every request is a POST of JSON that carries the token of this run, on top of what the guard asks of all.
"""

from __future__ import annotations

import json
import secrets
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from aiohttp import web
from msgspec import Struct

from pipeline.errors import TolkbarError
from pipeline.model import State, msg
from tolkbar.editing.desk import Desk, Draft, Which
from tolkbar.editing.shelf import Shelf
from tolkbar.language import DEFAULT, LANGUAGES
from tolkbar.preview.pages import address, says
from tolkbar.preview.plugins import Plugin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.model import Message
    from tolkbar.preview.studio import Studio
    from tolkbar.preview.view import Block, View

    T = TypeVar("T", bound="Asked")

TOKEN: Final = "X-Tolkbar-Token"  # noqa: S105 - the name of a header
_ASSETS: Final = Path(__file__).parent / "assets_edit"


class Asked(Struct, frozen=True):
    """What every request says: the language that its reader wants to be answered in."""

    reader: str


class Opened(Asked, frozen=True):
    """Asks for a unit."""

    which: Which


class Judged(Opened, frozen=True):
    """Asks what is to be said of a draft."""

    draft: Draft


class Kept(Judged, frozen=True):
    """Asks to save a draft of what was ``seen``; ``ready`` or still to be reviewed."""

    seen: tuple[str, ...]
    ready: bool


class Sought(Asked, frozen=True):
    """Asks for the next page after ``page`` that has something in ``state`` in a language."""

    language: str
    page: str
    state: State


class Editor:
    """Answers the editor's requests on the site of ``studio``."""

    def __init__(self, studio: Studio) -> None:
        """Make up the token of this run."""
        self._studio = studio
        self._token = secrets.token_urlsafe(32)
        self._shelf: Shelf | None = None

    @cached_property
    def plugin(self) -> Plugin:
        """What the preview needs to know of the editor."""
        answers = {"open": self.open, "judge": self.judge, "save": self.save, "next": self.next}
        return Plugin(
            name="edit",
            assets=_ASSETS,
            modules=("editor.js",),
            styles=("edit.css",),
            routes=tuple(web.post(f"/edit/{name}", answer) for name, answer in answers.items()),
            words=WORDS,
            data={"token": self._token},
            block=_of_block,
        )

    async def open(self, request: web.Request) -> web.Response:
        """Answer with a unit as it stands in its catalog now."""
        return await self._answer(request, Opened, lambda asked: self._desk(asked).open(asked.which))

    async def judge(self, request: web.Request) -> web.Response:
        """Answer with what the rules would say of a draft."""
        return await self._answer(
            request, Judged, lambda asked: self._desk(asked).judge(asked.which, asked.draft)
        )

    async def save(self, request: web.Request) -> web.Response:
        """Answer with what came of saving a draft."""
        return await self._answer(
            request,
            Kept,
            lambda asked: self._desk(asked).save(asked.which, asked.draft, asked.seen, ready=asked.ready),
        )

    async def next(self, request: web.Request) -> web.Response:
        """Answer with the address of the next page that has something to do; null where none has."""
        return await self._answer(request, Sought, self._next)

    def _next(self, asked: Sought) -> str | None:
        made = self._studio.made
        pages = sorted(made.source.files) if made else []
        place = pages.index(asked.page) if asked.page in pages else 0
        order = (*pages[place + 1 :], *pages[:place])
        found = next(self._desk(asked).waiting(asked.language, order, asked.state), None)
        return found and address(found.language, found.page)

    def _desk(self, asked: Asked) -> Desk:
        site = self._site()
        if self._shelf is None or self._shelf.site != site:
            self._shelf = Shelf(site)
        return Desk(self._shelf, _say(asked))

    def _site(self) -> Any:  # noqa: ANN401
        made = self._studio.made
        if made is None:
            raise TolkbarError(msg("The site is being made. Try again in a moment."))
        return made.source.site

    async def _answer(
        self, request: web.Request, kind: type[T], work: Callable[[T], object]
    ) -> web.Response:
        """Return what ``work`` makes of a request of the right kind; a sentence where it cannot."""
        given = request.headers.get(TOKEN, "")
        if not secrets.compare_digest(given.encode(), self._token.encode()):
            return _refused(403, "", msg("The preview has been started anew. Load the page again."))
        if request.content_type != "application/json":
            return _refused(415, "", _UNREADABLE)
        try:
            asked = msgspec.json.decode(await request.read(), type=kind)
        except (msgspec.DecodeError, ValueError, RecursionError):
            return _refused(400, "", _UNREADABLE)
        try:
            return _json(await self._studio.ask(work, asked))
        except TolkbarError as error:
            place = f"{error.location}: " if error.location else ""
            return _refused(409, asked.reader, error.message, place)


def _of_block(view: View, block: Block) -> Mapping[str, str]:
    """Return what the editor must know of a text: which it is, and which way it is written."""
    if block.entry is None or block.state is None:
        return {}
    which = Which(view.language, block.name.rpartition(".")[0], block.unit.msgid, block.unit.context)
    return {"which": msgspec.json.encode(which).decode(), "direction": view.direction}


def _say(asked: Asked) -> Callable[[Message], str]:
    return says(asked.reader if asked.reader in LANGUAGES else DEFAULT)


def _json(value: object, status: int = 200) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), status=status, content_type="application/json")
