"""No text alternative in a document is a file name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._texts import Told, alternatives
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_PICTURE: Final = re.compile(
    r"[^\s/]\.(?:avif|bmp|emf|eps|gif|heic|jpe?g|jfif|png|svg|tiff?|webp|wmf|psd|ai|indd)$", re.IGNORECASE
)
_CAMERA: Final = re.compile(r"(?:IMG|DSCN?|DSCF|PXL|GOPR|MVIMG)[_-]?\d{3,}\w*", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:[a-z]:\\|file:|https?://)\S+", re.IGNORECASE)
_ENDING: Final = 8  # characters


class PdfAlternativeFileName(FactsRule[Told]):
    """A file name read aloud, letter by letter, tells nobody what a picture shows.

    Programs write the name of the file as the alternative text when a picture is inserted. Write
    instead what it shows: in Word under Alt Text in the picture's menu. Then export again.
    """

    id = "pdf-alternative-file-name"
    title = msg("No text alternative in a document is a file name")
    severity = Severity.ADVISORY
    requirements = wcag("1.1.1")
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Told]:
        """Yield the text alternatives."""
        return alternatives(facts)

    def judge(self, told: Told) -> Verdict:
        """Require that it is neither a name of a file nor the address of one."""
        text = told.text
        if (
            _PICTURE.search(text, max(0, len(text) - _ENDING))
            or _CAMERA.fullmatch(text)
            or _ADDRESS.fullmatch(text)
        ):
            return Failed(
                msg(
                    'The alternative text of this picture, "{text}", is the name of a file. Write what the '
                    "picture shows, in Word under Alt Text in its menu, and export again.",
                    text=text,
                )
            )
        return PASSED
