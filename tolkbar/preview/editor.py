"""``tolkbar serve --edit``: what the editor in the browser asks for, and its words.

Every request is a POST of JSON that carries the token of this run, on top of what the guard asks of all.
"""

from __future__ import annotations

import secrets
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec
from aiohttp import web
from msgspec import Struct

from pipeline.errors import TolkbarError
from pipeline.model import State, msg
from tolkbar.editing.desk import Desk, Draft, Which
from tolkbar.editing.offers import Memory
from tolkbar.editing.shelf import Shelf
from tolkbar.preview.pages import address, says
from tolkbar.preview.plugins import Plugin
from tolkbar.preview.server import wanted_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.config import Site
    from pipeline.model import Message
    from tolkbar.preview.studio import Studio
    from tolkbar.preview.view import Block, View

    Say = Callable[[Message], str]
    T = TypeVar("T")

TOKEN: Final = "X-Tolkbar-Token"  # noqa: S105 - the name of a header
_WORDS: Final[Mapping[str, Message]] = {
    "edit_open": msg("Translate"),
    "edit_close": msg("Close"),
    "edit_title": msg("Translation"),
    "edit_source": msg("Source text"),
    "edit_changed": msg("What has changed in the source"),
    "edit_notes": msg("Note"),
    "edit_chips": msg("Placeholders"),
    "edit_chip_in": msg("in the text"),
    "edit_chip_out": msg("missing"),
    "edit_chip_gone": msg("Taken out; its button puts it back:"),
    "edit_terms": msg("Glossary"),
    "edit_near": msg("Close translations"),
    "edit_use": msg("Use"),
    "edit_insert": msg("Insert"),
    "edit_remarks": msg("What the rules say"),
    "edit_fine": msg("The rules find nothing."),
    "edit_blocking": msg("blocks publishing"),
    "edit_advisory": msg("advice"),
    "edit_review": msg("for a person to judge"),
    "edit_refused": msg("cannot be saved"),
    "edit_save": msg("Save"),
    "edit_save_fuzzy": msg("Save, but still to review"),
    "edit_next_untranslated": msg("Next that is not translated"),
    "edit_next_fuzzy": msg("Next to review"),
    "edit_none_left": msg("There is none left in this language, on any page."),
    "edit_draft": msg("This is your draft; it has not been saved yet."),
    "edit_discard": msg("Back to what is saved"),
    "edit_kept": msg("Your draft is kept until you close this tab."),
    "edit_conflict": msg("Somebody has changed this translation meanwhile"),
    "edit_theirs": msg("In the catalog now"),
    "edit_mine": msg("Yours"),
    "edit_take_theirs": msg("Take theirs"),
    "edit_take_mine": msg("Save yours instead"),
    "edit_lost": msg("The preview does not answer. Your draft is kept; start tolkbar serve again."),
    "edit_keys": msg("Keyboard shortcuts"),
    "edit_keys_on": msg("Use keyboard shortcuts"),
    "edit_key_chip": msg("put in the next missing placeholder"),
    "edit_key_offer": msg("use the first to ninth offer"),
}
_ASSETS: Final = Path(__file__).parent / "assets_edit"


class Opened(Struct, frozen=True):
    """Asks for a unit."""

    which: Which


class Judged(Opened, frozen=True):
    """Asks what is to be said of a draft."""

    draft: Draft


class Kept(Judged, frozen=True):
    """Asks to save a draft of what was ``seen``; ``ready`` or still to be reviewed."""

    seen: tuple[str, ...]
    ready: bool


class Sought(Struct, frozen=True):
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
        self._site: Site | None = None
        self._shelf: Shelf
        self._memory: Memory

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
            words=_WORDS,
            data={"token": self._token},
            block=_of_block,
        )

    async def open(self, request: web.Request) -> web.Response:
        """Answer with a unit as it stands in its catalog now."""
        return await self._answer(request, Opened, lambda desk, asked: desk.open(asked.which))

    async def judge(self, request: web.Request) -> web.Response:
        """Answer with what the rules would say of a draft."""
        return await self._answer(request, Judged, lambda desk, asked: desk.judge(asked.which, asked.draft))

    async def save(self, request: web.Request) -> web.Response:
        """Answer with what came of saving a draft."""
        return await self._answer(
            request,
            Kept,
            lambda desk, asked: desk.save(asked.which, asked.draft, asked.seen, ready=asked.ready),
        )

    async def next(self, request: web.Request) -> web.Response:
        """Answer with the address of the next page that has something to do; null where none has."""
        return await self._answer(request, Sought, self._next)

    def _next(self, desk: Desk, asked: Sought) -> str | None:
        made = self._studio.made
        pages = sorted(made.source.files) if made else []
        place = pages.index(asked.page) if asked.page in pages else 0
        order = (*pages[place + 1 :], *pages[:place])
        found = next(desk.waiting(asked.language, order, asked.state), None)
        return address(found.language, found.page) if found else None

    def _desk(self, say: Say) -> Desk:
        """Return the desk of the site as its settings are now."""
        made = self._studio.made
        if made is None:
            raise TolkbarError(msg("The site is being made. Try again in a moment."))
        if self._site != made.source.site:
            self._site = made.source.site
            self._shelf, self._memory = Shelf(self._site), Memory(self._site)
        return Desk(self._shelf, self._memory, say)

    async def _answer(
        self, request: web.Request, kind: type[T], work: Callable[[Desk, T], object]
    ) -> web.Response:
        """Return what ``work`` makes of a request of the right kind; a sentence where it cannot."""
        say = says(wanted_language(request.headers.get("Accept-Language", "")))
        if not self._is_ours(request.headers.get(TOKEN, "")):
            return _refused(403, say(msg("The preview has been started anew. Load the page again.")))
        try:
            asked = msgspec.json.decode(await request.read(), type=kind)
        except (msgspec.DecodeError, RecursionError):
            return _refused(400, say(msg("The request cannot be read. Load the page again.")))
        try:
            return _json(await self._studio.ask(lambda: work(self._desk(say), asked)))
        except TolkbarError as error:
            place = f"{error.location}: " if error.location else ""
            return _refused(409, place + say(error.message))

    def _is_ours(self, token: str) -> bool:
        """Tell whether ``token`` is that of this run, in a time that does not depend on how much of it is."""
        return secrets.compare_digest(token.encode(errors="surrogateescape"), self._token.encode())


def _of_block(view: View, block: Block) -> Mapping[str, str]:
    """Return what the editor must know of a text: which it is, and which way it is written."""
    if block.entry is None or block.state is None:
        return {}
    which = Which(view.language, block.name.rpartition(".")[0], block.unit.msgid, block.unit.context)
    return {"which": msgspec.json.encode(which).decode(), "direction": view.direction}


def _refused(status: int, sentence: str) -> web.Response:
    return _json({"sentence": sentence}, status)


def _json(value: object, status: int = 200) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), status=status, content_type="application/json")
