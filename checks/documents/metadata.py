"""What a document says of itself in its metadata (ISO 32000-1, 14.3; ISO 14289-1, 5 and 7.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.documents.opened import Gap
from checks.documents.xmp import LARGEST, Property, Value, read_packet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

_PDFUAID: Final = "http://www.aiim.org/pdfua/ns/id/"
_PDFAID: Final = "http://www.aiim.org/pdfa/ns/id/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_XMP: Final = "http://ns.adobe.com/xap/1.0/"
_PDF: Final = "http://ns.adobe.com/pdf/1.3/"
_LANGUAGES: Final = frozenset({"title", "description", "rights"})  # of dc: one text in several languages
_DEFAULT: Final = "x-default"
TOO_LARGE: Final = "too large"  # a problem: who knows what it says
_LONGEST: Final = 2_000  # characters that are kept of an entry


class Identification(Struct, frozen=True):
    """A property that says to which PDF/UA a document conforms: "part", "amd" or "corr"."""

    name: str
    prefix: str
    text: str


class Alternative(Struct, frozen=True):
    """A text of the metadata in its languages, as "dc:title"; one of them may be the default, "x-default"."""

    name: str
    values: tuple[Value, ...]

    @property
    def has_language(self) -> bool:
        """Return whether one of its texts says in which language it is."""
        return any(value.language.lower() not in {"", _DEFAULT} for value in self.values)


class Metadata(Struct, frozen=True):
    """The XMP metadata of a document.

    ``problem`` is why its packet cannot be read, None where it can.  Dates are as they are written; texts
    are None where there are none.
    """

    problem: str | None = None
    identification: tuple[Identification, ...] = ()
    pdfa: tuple[str, ...] = ()  # "2", "B": part and conformance level of PDF/A
    titles: tuple[Value, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    creators: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    created: str | None = None
    modified: str | None = None
    tool: str | None = None
    producer: str | None = None

    @property
    def title(self) -> str | None:
        """Return the title for readers of any language, or else the first."""
        default = (value.text for value in self.titles if value.language.lower() == _DEFAULT)
        return next(default, self.titles[0].text if self.titles else None)

    def identified(self, name: str) -> Identification | None:
        """Return what says "part", "amd" or "corr"; None where nothing does."""
        return next((one for one in self.identification if one.name == name), None)


class Information(Struct, frozen=True):
    """The document information dictionary (14.3.3); texts are None where there are none."""

    title: str | None = None
    author: str | None = None
    subject: str | None = None
    keywords: str | None = None
    tool: str | None = None
    producer: str | None = None
    created: str | None = None
    modified: str | None = None


def read_metadata(opened: Opened) -> Metadata | None:
    """Return the metadata of the whole document; None where its catalog names no stream."""
    stream = opened.catalog.dictionary("/Metadata")
    packet = None if stream is None else stream.data
    if packet is None:
        return None
    if len(packet) > LARGEST:
        opened.gaps.append(Gap("metadata", "limit"))
        return Metadata(TOO_LARGE)
    try:
        return _metadata(read_packet(packet))
    except ValueError as error:
        return Metadata(str(error))


def read_information(opened: Opened) -> Information | None:
    """Return the information dictionary of ``opened``; None where it has none."""
    found = opened.trailer.dictionary("/Info")
    if found is None:
        return None
    return Information(
        title=_text(found, "/Title"),
        author=_text(found, "/Author"),
        subject=_text(found, "/Subject"),
        keywords=_text(found, "/Keywords"),
        tool=_text(found, "/Creator"),
        producer=_text(found, "/Producer"),
        created=_text(found, "/CreationDate"),
        modified=_text(found, "/ModDate"),
    )


def _text(found: Dictionary, key: str) -> str | None:
    text = found.text(key)
    return None if text is None else text[:_LONGEST]


def _metadata(properties: tuple[Property, ...]) -> Metadata:
    by_name: dict[tuple[str, str], tuple[Value, ...]] = {}
    for one in properties:
        by_name.setdefault((one.namespace, one.name), _values(one))
    texts = {name: [value.text for value in values] for name, values in by_name.items()}
    pdfa = (texts.get((_PDFAID, name)) for name in ("part", "conformance"))
    return Metadata(
        identification=tuple(_identification(properties)),
        pdfa=tuple(found[0] for found in pdfa if found),
        titles=by_name.get((_DC, "title"), ()),
        alternatives=tuple(_alternatives(properties)),
        creators=tuple(texts.get((_DC, "creator"), ())),
        languages=tuple(texts.get((_DC, "language"), ())),
        created=_first(texts.get((_XMP, "CreateDate"))),
        modified=_first(texts.get((_XMP, "ModifyDate"))),
        tool=_first(texts.get((_XMP, "CreatorTool"))),
        producer=_first(texts.get((_PDF, "Producer"))),
    )


def _first(texts: list[str] | None) -> str | None:
    return texts[0] if texts else None


def _identification(properties: Iterable[Property]) -> Iterator[Identification]:
    for one in properties:
        if one.namespace == _PDFUAID:
            yield Identification(one.name, one.prefix, one.values[0].text if one.values else "")


def _alternatives(properties: Iterable[Property]) -> Iterator[Alternative]:
    for one in properties:
        if one.is_alternative or _is_text_of_languages(one):
            yield Alternative(f"{one.prefix}:{one.name}" if one.prefix else one.name, _values(one))


def _is_text_of_languages(one: Property) -> bool:
    return one.namespace == _DC and one.name in _LANGUAGES


def _values(one: Property) -> tuple[Value, ...]:
    """Return the values of a property; a text that should have languages and has none is the default one."""
    if not _is_text_of_languages(one):
        return one.values
    return tuple(Value(value.text, value.language or _DEFAULT) for value in one.values)
