"""What strings that are shown mean in Unicode (ISO 32000-1, 9.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.attempt import attempt
from checks.documents.fonts.face import Face
from checks.documents.fonts.programs import Programs

if TYPE_CHECKING:
    from checks.documents.objects import Dictionary


class Texts:
    """The fonts of one document, each read when it is met first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._programs = Programs()
        self._faces: dict[int, Face | None] = {}

    def face(self, font: Dictionary) -> Face | None:
        """Return the font of a font dictionary; None where it is broken."""
        if font.id not in self._faces:
            self._faces[font.id] = attempt(lambda: Face(font, self._programs))
        return self._faces[font.id]

    def text(self, font: Dictionary, string: bytes) -> str:
        """Return what ``string`` means when it is shown in ``font``; nothing for codes that nothing maps."""
        face = self.face(font)
        return "" if face is None else attempt(lambda: face.decoded(string)) or ""
