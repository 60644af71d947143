"""What a document does when it is opened, read or clicked (ISO 32000-1, 12.6)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

from checks.documents.destinations import Destinations
from checks.documents.fields import tree
from checks.documents.files import File, file_of
from checks.documents.objects import Dictionary, as_dictionary, as_text, resolved
from checks.documents.opened import Gap
from checks.documents.outline import items
from checks.documents.trees import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.opened import Opened

LARGEST: Final = 50_000  # actions of a document
_LONGEST: Final = 4_000  # characters that are kept of an address or a script
_HOOKS: Final = 200_000  # places that actions hang on
_CHAIN: Final = 100  # actions that follow one another
_WITH_FILE: Final = {"GoToR", "GoToE", "Launch", "Thread", "ImportData", "SubmitForm"}


class Action(Struct, frozen=True):
    """One action: what sets it off, and what it does.

    ``trigger`` is the part that it hangs on: "open" (the document is opened), "names" (the
    document's own scripts), "document", "page", "field", "outline", "annotation"; with the
    ``event`` that sets it off where it is not the click: "K", "WP" ….  A link with a destination
    has an action of the kind "GoTo", as the standard has it (12.5.6.5).
    """

    page: int
    trigger: str
    kind: str  # "URI", "GoTo", "GoToR", "Launch", "JavaScript", "SubmitForm" …
    event: str = ""
    annotation: int = 0  # the id of the annotation that it hangs on
    address: str | None = None  # of the action URI
    file: File | None = None
    script: str = ""
    destination: int | None = None  # the page of a place in the document; 0: it is not there


class Actions(Struct, frozen=True):
    """All actions, and the address that others are relative to (12.6.4.7)."""

    base: str | None = None
    all: tuple[Action, ...] = ()


class _Hook(NamedTuple):
    """Where an action hangs."""

    page: int
    trigger: str
    event: str = ""
    annotation: int = 0


def read_actions(opened: Opened) -> Actions:
    """Return the actions of ``opened``: of the document, its fields, its pages, its outline."""
    destinations = Destinations(opened)
    found = tuple(islice(_all(opened, destinations), LARGEST))
    if len(found) == LARGEST:
        opened.gaps.append(Gap("actions", "limit"))
    addresses = opened.catalog.dictionary("/URI")
    return Actions(addresses.text("/Base") if addresses is not None else None, found)


def _all(opened: Opened, destinations: Destinations) -> Iterator[Action]:
    for hook, value in islice(_hung(opened), _HOOKS):
        yield from _chain(hook, value, destinations)


def _hung(opened: Opened) -> Iterator[tuple[_Hook, Any]]:
    """Yield every place where an action hangs, and the action."""
    catalog = opened.catalog
    yield _Hook(0, "open"), catalog.value("/OpenAction")
    yield from _events(_Hook(0, "document"), catalog)
    lists = catalog.dictionary("/Names")
    scripts = lists.dictionary("/JavaScript") if lists is not None else None
    yield from ((_Hook(0, "names"), value) for _, value in (names(scripts) if scripts is not None else ()))
    for node in tree(opened):
        if node.name("/Subtype") != "Widget":
            yield from _events(_Hook(0, "field"), node)
    for number, page in enumerate(opened.pages, 1):
        yield from _events(_Hook(number, "page"), page)
    for number, annotation in opened.annotations:
        yield from _of_annotation(number, annotation)
    for _, item in items(opened):
        yield _Hook(0, "outline"), item.value("/A" if "/A" in item else "/Dest")


def _of_annotation(page: int, annotation: Dictionary) -> Iterator[tuple[_Hook, Any]]:
    hook = _Hook(page, "annotation", "", annotation.id)
    yield hook, annotation.value("/A" if "/A" in annotation else "/Dest")
    yield from _events(hook, annotation)


def _events(hook: _Hook, holder: Dictionary) -> Iterator[tuple[_Hook, Any]]:
    """Yield the additional actions of ``holder`` (12.6.3)."""
    events = holder.dictionary("/AA")
    for key in events.keys if events is not None else ():
        if events is not None:
            yield hook._replace(event=key.removeprefix("/")), events.value(key)


def _chain(hook: _Hook, value: Any, destinations: Destinations) -> Iterator[Action]:  # noqa: ANN401 - any object of PDF
    """Yield the action that ``value`` is, and those that follow it (table 193)."""
    waiting = [value]
    met: set[int] = set()
    while waiting and len(met) < _CHAIN:
        value = resolved(waiting.pop())
        raw = as_dictionary(value)
        if raw is None or "/S" not in raw:
            if value is not None and not isinstance(value, bool):
                yield _to_destination(hook, value, destinations)
            continue
        if raw.id not in met:
            met.add(raw.id)
            yield _action(hook, raw, destinations)
            waiting += reversed(raw.references("/Next", _CHAIN) or raw.items("/Next"))


def _to_destination(hook: _Hook, value: Any, destinations: Destinations) -> Action:  # noqa: ANN401 - any object of PDF
    return Action(
        hook.page, hook.trigger, "GoTo", hook.event, hook.annotation, destination=destinations.page(value)
    )


def _action(hook: _Hook, raw: Dictionary, destinations: Destinations) -> Action:
    kind = raw.name("/S") or ""
    return Action(
        hook.page,
        hook.trigger,
        kind,
        hook.event,
        hook.annotation,
        address=_address(raw) if kind == "URI" else None,
        file=_file(raw) if kind in _WITH_FILE else None,
        script=_script(raw.value("/JS")) if "/JS" in raw else "",
        destination=destinations.page(raw.value("/D")) if kind == "GoTo" else None,
    )


def _address(raw: Dictionary) -> str:
    """Return an address: ASCII by the standard, UTF-8 as many write it."""
    return (raw.octets("/URI") or b"")[:_LONGEST].decode("utf-8", "replace")


def _file(raw: Dictionary) -> File | None:
    """Return the file that an action leads to; an old one names it for a system (table 203)."""
    if "/F" in raw:
        return file_of(raw.value("/F"))
    windows = raw.dictionary("/Win")
    return File(name=(windows.text("/F") or "")[:_LONGEST]) if windows is not None else None


def _script(value: Any) -> str:  # noqa: ANN401 - any object of PDF
    """Return a script, which stands in a string or in a stream."""
    text = as_text(value)
    if text is not None:
        return text[:_LONGEST]
    stream = as_dictionary(value)
    data = stream.data if stream is not None else None
    encoding = "utf-16" if data and data.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1"
    return (data or b"")[: 2 * _LONGEST].decode(encoding, "replace")[:_LONGEST]
