"""Bytes → facts."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from checks.documents import limits
from checks.documents.actions import Actions, read_actions
from checks.documents.annotations import read_annotations
from checks.documents.attachments import read_attachments
from checks.documents.catalog import read_catalog
from checks.documents.content.desk import Desk
from checks.documents.content.reading import read_content
from checks.documents.destinations import read_places
from checks.documents.encryption import read_encryption
from checks.documents.facts import Facts
from checks.documents.fields import read_fields
from checks.documents.fonts.reading import read_fonts
from checks.documents.fonts.texts import Texts
from checks.documents.kinds import obstacle
from checks.documents.later import pypdf
from checks.documents.media import Media, read_media
from checks.documents.metadata import read_information, read_metadata
from checks.documents.opened import Gap, Opened, why
from checks.documents.origins import read_origins
from checks.documents.outline import read_outline
from checks.documents.quick import quick_reader
from checks.documents.structure import read_structure
from checks.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdf import PdfReader

T = TypeVar("T")

OBJECTS = 1_000_000  # of a document; who has more has no readers
_REASONS = {"broken": "damaged", "limit": "content"}
_TALKATIVE = ("pypdf", "fontTools")


def read(content: bytes) -> Facts | Unreadable:
    """Read a document in this process; what pypdf raises on it means that it is damaged, or too large."""
    try:
        with _silence(), pypdf.apply_configuration(**limits.PYPDF):
            return _read(content)
    except MemoryError as error:
        return Unreadable("memory", type(error).__name__)
    except Exception as error:  # noqa: BLE001 - a hostile PDF makes pypdf raise nearly anything; each means the same
        return Unreadable(obstacle(content) or _REASONS[why(error)], type(error).__name__)


def _read(content: bytes) -> Facts | Unreadable:
    reader = _unlocked(content)
    if reader is None:
        return Unreadable("encrypted")
    opened = Opened(content, reader)
    structure = _part(opened, "structure", read_structure)
    desk, texts = Desk(opened), Texts()
    return Facts(
        pages=len(opened.pages),
        catalog=_part(opened, "catalog", read_catalog),
        metadata=_part(opened, "metadata", read_metadata),
        information=_part(opened, "metadata", read_information),
        origins=_part(opened, "metadata", read_origins) or (),
        encryption=_part(opened, "encryption", read_encryption),
        structure=structure,
        outline=_part(opened, "outline", read_outline) or (),
        content=_part(opened, "content", lambda opened: read_content(opened, desk, structure, texts.text)),
        fonts=_part(opened, "fonts", lambda opened: read_fonts(opened, desk.fonts.values(), texts)) or (),
        annotated=_part(opened, "annotations", read_annotations) or (),
        fields=_part(opened, "fields", read_fields) or (),
        actions=_part(opened, "actions", read_actions) or Actions(),
        attachments=_part(opened, "attachments", read_attachments) or (),
        media=_part(opened, "media", read_media) or Media(),
        places=_part(opened, "places", read_places) or (),
        gaps=tuple(opened.gaps),  # last: it grows while the others are read
    )


def _unlocked(content: bytes) -> PdfReader | None:
    """Return a reader; None of a document that asks for a password, or is encrypted in a way of its own."""
    try:
        reader = quick_reader()(content, OBJECTS)
    except NotImplementedError:
        return None
    return None if reader.is_encrypted and not reader.decrypt("") else reader


def _part(opened: Opened, what: str, read_part: Callable[[Opened], T | None]) -> T | None:
    """Return one subject; where pypdf raises on it, None and a gap: the other subjects still count."""
    try:
        return read_part(opened)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - as in read()
        opened.gaps.append(Gap(what, why(error)))
        return None


@contextmanager
def _silence() -> Iterator[None]:
    """Keep libraries from logging what they had to mend: rules say it better."""
    levels = {logger: logger.level for logger in map(logging.getLogger, _TALKATIVE)}
    for logger in levels:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in levels.items():
            logger.setLevel(level)
