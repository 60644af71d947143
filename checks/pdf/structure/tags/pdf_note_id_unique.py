"""Notes in PDFs have IDs of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.documents.structure import Placed
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


@dataclass(frozen=True, slots=True)
class Note(Placed):
    """A note with an identifier, and whether one before it has the same."""

    name: str
    is_taken: bool


class PdfNoteIdUnique(FactsRule[Note]):
    """Where two notes share an ID, who follows the reference in the text may end at the wrong one.

    Write an ID of its own for each note in the properties of its tag in Acrobat, or export the document
    with another program: some leave the IDs out, others write them.
    """

    id = "pdf-note-id-unique"
    title = msg("Notes in PDFs have IDs of their own")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("7.9-2",)
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Note]:
        """Yield the notes that have an identifier."""
        met: set[str] = set()
        for note in () if facts.structure is None else facts.structure.having("Note"):
            name = note.node.id
            if name:
                yield Note(note, name, name in met)
                met.add(name)

    def judge(self, note: Note) -> Verdict:
        """Require that no note before has it."""
        if not note.is_taken:
            return PASSED
        return Failed(
            msg(
                'Another note has the ID "{name}" already. Give this one an ID of its own in the '
                "properties of the tag in Acrobat, or export the document anew.",
                name=note.name,
            )
        )
