"""Film and sound (ISO 32000-1, 13.2 to 13.4), and content that lies outside the file."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from checks.documents.files import File, file_of
from checks.documents.objects import as_dictionary, as_text, resolved
from checks.documents.opened import Gap
from checks.documents.streams import streams_with
from checks.documents.trees import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

LARGEST: Final = 5_000  # clips of a document
_NESTED: Final = 100  # renditions that one selects from
_ELSEWHERE: Final = re.compile(
    rb"/F[\0\t\n\f\r ]*(?:[(<]|[0-9]{1,10}[\0\t\n\f\r ]+[0-9]{1,5}[\0\t\n\f\r ]+R)"
)
_FOREIGN_PAGE: Final = re.compile(rb"/Ref(?![A-Za-z])")


class MediaClip(Struct, frozen=True):
    """A media clip (13.2.4.2).  ``descriptions`` are pairs of a language and a text, None where malformed."""

    page: int
    name: str
    content_type: str | None
    descriptions: tuple[tuple[str, str], ...] | None
    file: File | None


class External(Struct, frozen=True):
    """Content that a reader must get from another file: ``kind`` is "media", "stream" or "page"."""

    page: int
    kind: str
    file: File


class Media(Struct, frozen=True):
    """The film and the sound of a document, and what lies outside its file."""

    clips: tuple[MediaClip, ...] = ()
    externals: tuple[External, ...] = ()


def read_media(opened: Opened) -> Media:
    """Return the media of ``opened``, and the content that it lacks."""
    found = tuple(_clip(page, raw) for page, raw in islice(clips(opened), LARGEST))
    if len(found) == LARGEST:
        opened.gaps.append(Gap("media", "limit"))
    return Media(found, (*_of_clips(found), *_of_annotations(opened), *_of_streams(opened)))


def clips(opened: Opened) -> Iterator[tuple[int, Dictionary]]:
    """Yield the dictionaries of the media clips, each once, with the number of the page that plays it."""
    met: set[int] = set()
    for page, rendition in _renditions(opened):
        clip = rendition.dictionary("/C")
        if clip is not None and clip.name("/S") == "MCS":  # a section of another one
            clip = clip.dictionary("/D")
        if clip is not None and clip.id not in met:
            met.add(clip.id)
            yield page, clip


def _of_clips(found: tuple[MediaClip, ...]) -> Iterator[External]:
    for clip in found:
        if clip.file is not None and clip.file.name and not clip.file.is_embedded:
            yield External(clip.page, "media", clip.file)


def _of_annotations(opened: Opened) -> Iterator[External]:
    """Yield the films of the older kind, which name a file (13.4)."""
    for page, annotation in opened.annotations:
        movie = annotation.dictionary("/Movie") if annotation.name("/Subtype") == "Movie" else None
        if movie is not None:
            file = file_of(movie.value("/F"))
            if file.name and not file.is_embedded:
                yield External(page, "media", file)


def _of_streams(opened: Opened) -> Iterator[External]:
    """Yield streams whose bytes are in another file (7.3.8.2), and pages of others (8.10.4)."""
    for stream in streams_with(opened, _ELSEWHERE, "/F"):
        file = file_of(stream.value("/F"))
        if file.name:
            yield External(0, "stream", file)
    for form in streams_with(opened, _FOREIGN_PAGE, "/Ref"):
        reference = form.dictionary("/Ref")
        if reference is not None and form.name("/Subtype") == "Form":
            yield External(0, "page", file_of(reference.value("/F")))


def _clip(page: int, raw: Dictionary) -> MediaClip:
    content = raw.value("/D")
    is_file = as_text(content) is not None or "/Subtype" not in (as_dictionary(content) or ())
    return MediaClip(
        page=page,
        name=raw.text("/N") or "",
        content_type=raw.text("/CT"),
        descriptions=_descriptions(raw.array("/Alt")),
        file=file_of(content) if is_file else None,
    )


def _descriptions(values: tuple[Any, ...]) -> tuple[tuple[str, str], ...] | None:
    """Return a multi-language text (14.9.2.4): a language, a text in it, and so on."""
    texts = [as_text(value) for value in values]
    known = [text for text in texts if text is not None]
    if len(known) != len(texts) or len(texts) % 2:
        return None
    return tuple(zip(known[::2], known[1::2], strict=True))


def _renditions(opened: Opened) -> Iterator[tuple[int, Dictionary]]:
    """Yield the renditions that annotations play, on click or on an event, and those with a name."""
    for page, annotation in opened.annotations:
        for action in _actions_of(annotation):
            if action.name("/S") == "Rendition":
                yield from ((page, one) for one in _selected(action.value("/R")))
    lists = opened.catalog.dictionary("/Names")
    named = lists.dictionary("/Renditions") if lists is not None else None
    for _, value in names(named) if named is not None else ():
        yield from ((0, one) for one in _selected(resolved(value)))


def _actions_of(annotation: Dictionary) -> Iterator[Dictionary]:
    yield from annotation.dictionaries("/A")
    events = annotation.dictionary("/AA")
    if events is not None:
        for key in events.keys:
            yield from events.dictionaries(key)


def _selected(value: Any) -> Iterator[Dictionary]:  # noqa: ANN401 - any object of PDF
    """Yield a rendition, or those that a selector chooses among (13.2.3.3)."""
    waiting = [as_dictionary(value)]
    met: set[int] = set()
    while waiting and len(met) < _NESTED:
        rendition = waiting.pop()
        if rendition is None or rendition.id in met:
            continue
        met.add(rendition.id)
        yield rendition
        waiting += [as_dictionary(resolved(one)) for one in reversed(rendition.references("/R", _NESTED))]
