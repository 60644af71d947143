"""Files that a document holds (ISO 32000-1, 7.11.4)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from checks.documents.files import File, file_of, streams_of
from checks.documents.media import clips
from checks.documents.objects import as_dictionary, as_name, resolved
from checks.documents.opened import Gap
from checks.documents.streams import streams_with
from checks.documents.trees import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

LARGEST: Final = 10_000  # attachments of a document
_ELEMENTS: Final = 50_000  # of the structure that are looked at
_FILES: Final = 100  # associated with one part
_WRITTEN: Final = re.compile(rb"/EmbeddedFile(?![A-Za-z])")  # the type of the stream with a file


class Attachment(Struct, frozen=True):
    """A file that a document holds, and whether readers are shown that it does.

    ``place`` says where it hangs: "annotation", "names" (the list of attachments), "associated",
    "media" (a film or a sound that the page plays), "original" (what LibreOffice made a hybrid PDF
    from), or "none": no such part leads to it.
    """

    page: int
    place: str
    file: File


def read_attachments(opened: Opened) -> tuple[Attachment, ...]:
    """Return the files in ``opened``: those that its parts lead to, then those that none does."""
    met: set[int] = set()
    found = list(islice(_held(_specifications(opened), met), LARGEST))
    if len(found) == LARGEST:
        opened.gaps.append(Gap("attachments", "limit"))
    found += _originals(opened, met)
    if any(_strays(opened, met)):  # what hangs deeper is looked for only where something may hang there
        found += islice(_held(_deeper(opened), met), LARGEST)
    return (*found, *_strays(opened, met))


def _held(specifications: Iterator[tuple[int, str, Any]], met: set[int]) -> Iterator[Attachment]:
    """Yield each embedded file once, and put the ids of its streams into ``met``."""
    for page, place, reference in specifications:
        value = resolved(reference)
        raw = as_dictionary(value)
        streams = set() if raw is None else {stream.id for stream in streams_of(raw)}
        if streams - met:
            met |= streams
            yield Attachment(page, place, file_of(value))


def _originals(opened: Opened, met: set[int]) -> Iterator[Attachment]:
    """Yield what stands in the trailer as pairs of a media type and a stream."""
    listed = opened.trailer.references("/AdditionalStreams", 2 * LARGEST)
    for media_type, reference in zip(listed[::2], listed[1::2], strict=False):
        stream = as_dictionary(resolved(reference))
        if stream is not None and stream.id not in met:
            met.add(stream.id)
            file = File(is_embedded=True, media_type=as_name(resolved(media_type)) or "")
            yield Attachment(0, "original", file)


def _strays(opened: Opened, met: set[int]) -> Iterator[Attachment]:
    for stream in streams_with(opened, _WRITTEN, "/Type"):
        if stream.id not in met and stream.name("/Type") == "EmbeddedFile":
            yield Attachment(0, "none", File(is_embedded=True, media_type=stream.name("/Subtype") or ""))


def _specifications(opened: Opened) -> Iterator[tuple[int, str, Any]]:
    """Yield the specifications of files that readers are shown, with their page and their place."""
    for page, annotation in opened.annotations:
        if annotation.name("/Subtype") == "FileAttachment":
            yield page, "annotation", annotation.value("/FS")
        contents = annotation.dictionary("/RichMediaContent")
        assets = contents.dictionary("/Assets") if contents is not None else None
        if assets is not None:
            yield from ((page, "media", value) for _, value in names(assets))
    yield from ((page, "media", clip.value("/D")) for page, clip in clips(opened))
    lists = opened.catalog.dictionary("/Names")
    attached = lists.dictionary("/EmbeddedFiles") if lists is not None else None
    if attached is not None:
        yield from ((0, "names", value) for _, value in names(attached))
    yield from ((0, "associated", value) for value in opened.catalog.references("/AF"))
    for number, page_dictionary in enumerate(opened.pages, 1):
        yield from ((number, "associated", value) for value in page_dictionary.references("/AF"))


def _deeper(opened: Opened) -> Iterator[tuple[int, str, Any]]:
    """Yield the files associated with structure elements, images and forms (ISO 32000-2, 14.13)."""
    for number, page in enumerate(opened.pages, 1):
        resources = page.dictionary("/Resources")
        objects = resources.dictionary("/XObject") if resources is not None else None
        for key in objects.keys if objects is not None else ():
            painted = objects.dictionary(key) if objects is not None else None
            if painted is not None:
                yield from ((number, "associated", value) for value in painted.references("/AF", _FILES))
    for element in _elements(opened):
        yield from ((0, "associated", value) for value in element.references("/AF", _FILES))


def _elements(opened: Opened) -> Iterator[Dictionary]:
    root = opened.catalog.dictionary("/StructTreeRoot")
    waiting: list[Dictionary] = [] if root is None else [root]
    met: set[int] = set()
    while waiting and len(met) < _ELEMENTS:
        element = waiting.pop()
        if element.id not in met:
            met.add(element.id)
            yield element
            kids = element.references("/K", _ELEMENTS) or (element.value("/K"),)
            waiting += [kid for value in kids if (kid := as_dictionary(resolved(value))) is not None]
