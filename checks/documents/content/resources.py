"""What the names in a content stream stand for (ISO 32000-1, 7.8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.content.marks import NONE, Properties
from checks.documents.objects import as_dictionary, as_name, as_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checks.documents.content.fonts import UsedFont
    from checks.documents.content.tokens import Operands
    from checks.documents.objects import Dictionary

_DEVICE: Final = {
    "DeviceGray": 1,
    "G": 1,
    "CalGray": 1,
    "DeviceRGB": 3,
    "RGB": 3,
    "CalRGB": 3,
    "DeviceCMYK": 4,
    "CMYK": 4,
}

_TEXTS: Final = ("/Lang", "/ActualText", "/Alt", "/E")
_KEPT: Final = 1_000  # characters of one of these
_LARGEST: Final = 2**31  # identifier of marked content


class GraphicsChange(NamedTuple):
    """What a graphics state parameter dictionary changes (8.4.5); None: nothing."""

    font: UsedFont | None = None
    size: float = 0.0
    is_opaque: bool | None = None


class Resources:
    """The resources of one stream; each name is looked up once."""

    def __init__(self, dictionary: Dictionary | None, font: Callable[[Dictionary], UsedFont]) -> None:
        """Look names up in ``dictionary``; ``font`` returns the font of a dictionary."""
        self._dictionary = dictionary
        self._font = font
        self._categories: dict[str, Dictionary | None] = {}
        self._fonts: dict[str, UsedFont | None] = {}
        self._xobjects: dict[str, Dictionary | None] = {}
        self._properties: dict[str, Properties] = {}
        self._changes: dict[str, GraphicsChange] = {}
        self._components: dict[str, int] = {}

    def font(self, name: str) -> UsedFont | None:
        """Return a font."""
        if name not in self._fonts:
            found = self._look("/Font", name)
            self._fonts[name] = None if found is None else self._font(found)
        return self._fonts[name]

    def xobject(self, name: str) -> Dictionary | None:
        """Return an external object: an image or a form."""
        if name not in self._xobjects:
            self._xobjects[name] = self._look("/XObject", name)
        return self._xobjects[name]

    def properties(self, name: str) -> Properties:
        """Return a property list."""
        if name not in self._properties:
            found = self._look("/Properties", name)
            self._properties[name] = NONE if found is None else _listed(found)
        return self._properties[name]

    def change(self, name: str) -> GraphicsChange:
        """Return what a graphics state parameter dictionary changes."""
        if name not in self._changes:
            found = self._look("/ExtGState", name)
            self._changes[name] = GraphicsChange() if found is None else self._change(found)
        return self._changes[name]

    def components(self, name: str) -> int:
        """Return of how many numbers a colour in this space consists; 0 where it is no plain one."""
        if name not in self._components:
            own = self._category("/ColorSpace")
            self._components[name] = _DEVICE.get(name) or (0 if own is None else _components(own, name))
        return self._components[name]

    def _change(self, found: Dictionary) -> GraphicsChange:
        values = found.array("/Font")
        dictionary = as_dictionary(values[0]) if values else None
        size = as_number(values[1]) if len(values) > 1 else None
        font = None if dictionary is None else self._font(dictionary)
        return GraphicsChange(font, size or 0.0, _opacity(found))

    def _look(self, category: str, name: str) -> Dictionary | None:
        found = self._category(category)
        return None if found is None else found.dictionary("/" + name)

    def _category(self, category: str) -> Dictionary | None:
        if category not in self._categories:
            whole = self._dictionary
            self._categories[category] = None if whole is None else whole.dictionary(category)
        return self._categories[category]


def _opacity(state: Dictionary) -> bool | None:
    """Return whether what is filled then covers what lies under it; None where nothing is said of it."""
    if not {"/ca", "/SMask", "/BM"} & set(state.keys):
        return None
    mask, mode = state.value("/SMask"), state.value("/BM")
    is_plain = mask is None or as_name(mask) == "None"
    return is_plain and state.number("/ca") in {None, 1.0} and as_name(mode) in {None, "Normal", "Compatible"}


def _components(spaces: Dictionary, name: str) -> int:
    alias = spaces.name("/" + name)
    if alias is not None:
        return _DEVICE.get(alias, 0)
    values = spaces.array("/" + name)
    family = as_name(values[0]) if values else None
    if family == "ICCBased" and len(values) > 1:
        profile = as_dictionary(values[1])
        number = None if profile is None else profile.integer("/N")
        return number if number in {1, 3, 4} else 0
    return _DEVICE.get(family or "", 0)


def _listed(found: Dictionary) -> Properties:
    """Return a property list of the resources."""
    return Properties(found.integer("/MCID"), *(_short(found.text(key)) for key in _TEXTS))


def written(entries: Mapping[str, Operands]) -> Properties:
    """Return a property list that stands in the content itself."""
    mcid = entries.get("/MCID")
    return Properties(
        int(mcid) if isinstance(mcid, float) and abs(mcid) < _LARGEST else None,
        *(_short(_text(entries.get(key))) for key in _TEXTS),
    )


def _text(value: Operands) -> str | None:
    """Return a text string that stands in the content (7.9.2.2)."""
    if not isinstance(value, bytes):
        return None
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value.decode("utf-8-sig", "replace")
    return value.decode("latin-1")


def _short(text: str | None) -> str | None:
    return None if text is None else text[:_KEPT]
