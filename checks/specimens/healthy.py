"""The healthy document that an example changes: tagged, one page, conforming to PDF/UA-1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.specimens.font import ASCENT, CHARACTERS, DESCENT, WIDTH, truetype
from checks.specimens.laying import Object, Objects
from checks.specimens.syntax import entries, name
from checks.specimens.xmp import PROPERTIES, packet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.specimens.tags import Element

_TOP, _LEADING, _LEFT = 780, 20, 50  # where text stands on the page, in points
_TITLE, _DATE = "(Bygglov)", "(D:20260302093000+01'00')"
_ANNOTATION: Final = "/Type /Annot /Rect [50 700 250 720] /F 4 /P @page"
_TO_UNICODE: Final = b"""\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfrange <20> <7E> <0020> <A0> <FF> <00A0> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def healthy(structure: Sequence[Element], annotations: Sequence[dict[str, str]]) -> Objects:
    """Return the objects of a document with this structure and these annotations."""
    objects = _document() | _font()
    structured = _Structure(structure)
    objects["content"] = Object(data="\n".join(structured.content).encode("cp1252"))
    objects |= structured.objects
    fields = []
    for number, given in enumerate(annotations, 1):
        known = entries(_ANNOTATION) | given
        if number in structured.annotations:
            known = {"/StructParent": str(number)} | known
        objects[f"annotation{number}"] = Object(known)
        if given.get("/Subtype") == "/Widget":
            fields.append(f"@annotation{number}")
    if annotations:
        every = " ".join(f"@annotation{number}" for number in range(1, len(annotations) + 1))
        objects["page"].entries["/Annots"] = f"[{every}]"
    if fields:
        objects["form"] = _object(f"/Fields [{' '.join(fields)}] /DA (/F1 12 Tf 0 g)")
        objects["form"].entries["/DR"] = "<< /Font << /F1 @font >> >>"
        objects["catalog"].entries["/AcroForm"] = "@form"
    return objects


def _document() -> Objects:
    return {
        "catalog": _object(
            "/Type /Catalog /Pages @pages /Metadata @metadata /StructTreeRoot @tree /Lang (sv-SE)"
            " /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>"
        ),
        "info": _object(f"/Title {_TITLE} /CreationDate {_DATE} /ModDate {_DATE}"),
        "metadata": Object(entries("/Type /Metadata /Subtype /XML"), packet(PROPERTIES)),
        "pages": _object("/Type /Pages /Kids [@page] /Count 1"),
        "page": _object(
            "/Type /Page /Parent @pages /MediaBox [0 0 595 842] /Contents @content"
            " /Resources << /Font << /F1 @font >> >> /StructParents 0 /Tabs /S"
        ),
        "trailer": _object("/Root @catalog /Info @info /ID [<70646675612D3031> <70646675612D3031>]"),
    }


def _font() -> Objects:
    """Return a simple font that is not symbolic, with every character of it embedded."""
    first, last = CHARACTERS[0], CHARACTERS[-1]
    widths = " ".join([str(WIDTH)] * (last - first + 1))
    data = truetype()
    return {
        "font": _object(
            f"/Type /Font /Subtype /TrueType /BaseFont /Specimen /FirstChar {first} /LastChar {last}"
            f" /Widths [{widths}]"
            " /Encoding /WinAnsiEncoding /FontDescriptor @descriptor /ToUnicode @tounicode"
        ),
        "descriptor": _object(
            f"/Type /FontDescriptor /FontName /Specimen /Flags 33 /FontBBox [0 {DESCENT} {WIDTH} {ASCENT}]"
            f" /ItalicAngle 0 /Ascent {ASCENT} /Descent {DESCENT} /CapHeight {ASCENT} /StemV 80"
            f" /MissingWidth {WIDTH} /FontFile2 @fontfile"
        ),
        "fontfile": Object({"/Length1": str(len(data))}, data),
        "tounicode": Object(data=_TO_UNICODE),
    }


class _Structure:
    """The structure tree, and the content that it marks."""

    def __init__(self, roots: Sequence[Element]) -> None:
        elements = [element for root in roots for element in root.elements]
        self._names = {id(element): f"element{number}" for number, element in enumerate(elements, 1)}
        self._marked: list[str] = []  # the element of each piece of marked content, by its number
        self.annotations: dict[int, str] = {}  # the element of each annotation, by its number
        self.content: list[str] = []
        self.objects: Objects = {"tree": Object(), "parents": Object()}
        for root in roots:
            self._lay(root, "tree")
        top = " ".join(self._reference(root) for root in roots)
        self.objects["tree"].entries |= entries(
            f"/Type /StructTreeRoot /K [{top}] /ParentTree @parents"
            f" /ParentTreeNextKey {max(self.annotations, default=0) + 1}"
        )
        self.objects["parents"].entries["/Nums"] = f"[{' '.join(self._parents())}]"
        self._lay_ids(elements)

    def _lay(self, element: Element, parent: str) -> None:
        """Lay an element; those below it in their turn."""
        known = self._names[id(element)]
        self.objects[known] = Object()
        kids = [self._kid(item, element, known) for item in element.items]
        given = entries(f"/Type /StructElem /S {name(element.type)} /P @{parent} /Pg @page")
        if kids:
            given["/K"] = f"[{' '.join(kids)}]"
        self.objects[known].entries = given | element.entries

    def _kid(self, item: Element | str | int, element: Element, known: str) -> str:
        if isinstance(item, int):
            self.annotations[item] = known
            return f"<< /Type /OBJR /Obj @annotation{item} >>"
        if not isinstance(item, str):
            self._lay(item, known)
            return self._reference(item)
        number = len(self._marked)
        self._marked.append(known)
        escaped = item.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.content.append(
            f"{name(element.type)} << /MCID {number} >> BDC"
            f" BT /F1 12 Tf {_LEFT} {_TOP - number * _LEADING} Td ({escaped}) Tj ET EMC"
        )
        return str(number)

    def _reference(self, element: Element) -> str:
        return f"@{self._names[id(element)]}"

    def _parents(self) -> Iterator[str]:
        """Yield the parent tree (ISO 32000-1, 14.7.4.4): the page's marked content, then the annotations."""
        yield f"0 [{' '.join(f'@{known}' for known in self._marked)}]"
        yield from (f"{number} @{known}" for number, known in sorted(self.annotations.items()))

    def _lay_ids(self, elements: Sequence[Element]) -> None:
        """Lay the tree of identifiers (14.7.2), where elements have any."""
        found = sorted((one.entries["/ID"], self._reference(one)) for one in elements if "/ID" in one.entries)
        if found:
            self.objects["tree"].entries["/IDTree"] = "@ids"
            pairs = " ".join(f"{identifier} {reference}" for identifier, reference in found)
            limits = f"[{found[0][0]} {found[-1][0]}]"
            self.objects["ids"] = Object({"/Names": f"[{pairs}]", "/Limits": limits})


def _object(written: str) -> Object:
    return Object(entries(written))
