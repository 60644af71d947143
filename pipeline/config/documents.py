"""``source/documents/documents.toml``: the PDF documents, their titles, languages and editions."""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 - msgspec reads the types of fields when it runs
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pipeline.config import kinds, tags
from pipeline.config.files import find_file, read_text
from pipeline.config.located import read_toml, shown
from pipeline.config.pdf import pdf_fault
from pipeline.config.records import closest, read_values, setting
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from pipeline.config.located import Node
    from pipeline.model import Message

DOCUMENTS_FOLDER = "source/documents"
DOCUMENTS_FILE = f"{DOCUMENTS_FOLDER}/documents.toml"

_INSIDE = re.compile(r"(?!\.{1,2}(?:/|$))[^/\\:]+(?:/(?!\.{1,2}(?:/|$))[^/\\:]+)*")


def _file_name(node: Node) -> str:
    """Return the relative path at ``node``, which leads nowhere but down."""
    value = kinds.text(node)
    if not _INSIDE.fullmatch(value):
        message = msg(
            '"{value}" is no path inside source/documents; write the name of a file there, as in {example}.',
            value=shown(value),
            example=node.example,
        )
        raise node.error(message)
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A PDF document: ``file`` below ``source/documents``, ``path`` absolute, ``size`` in bytes.

    ``title`` is in ``language``; ``edition_of`` is the id of the document that this one renders in another
    language, None for an original.  ``location`` is the record's header, ``places`` tells where a key stands.
    """

    id: str
    path: Path
    file: str = field(metadata=setting(_file_name, 'file = "policy.pdf"'))
    title: str = field(metadata=setting(kinds.text, 'title = "Kulturpolicy"'))
    language: str = field(metadata=setting(tags.language, 'language = "sv"'))
    edition_of: str | None = field(default=None, metadata=setting(kinds.text, 'edition_of = "policy"'))
    size: int
    format: str = "pdf"
    location: Location = field(compare=False)
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)


def load_documents(root: Path) -> Mapping[str, Document]:
    """Read ``source/documents/documents.toml`` of the site at ``root``: documents by id, in file order.

    Raises ConfigError if the file or a record is not in order, or a document is no PDF.
    """
    missing = msg("There is no file {path}; create it, empty if there are no documents.", path=DOCUMENTS_FILE)
    node = read_toml(read_text(root, DOCUMENTS_FILE, missing), DOCUMENTS_FILE)
    documents = {record.key: _document(root.absolute(), record) for record in kinds.records(node)}
    _refuse_shared_files(documents, node)
    for document in documents.values():
        _check_original(document, documents, node.child(document.id).child("edition_of"))
    return documents


def _document(root: Path, node: Node) -> Document:
    """Return one record, its PDF found and measured."""
    given = {"id": node.key, "location": node.location}
    values = read_values(Document, node, given)
    name = f"{DOCUMENTS_FOLDER}/{values['file']}"
    place = node.child("file")
    path = find_file(root, name, place.location, lambda: _missing(root, values["file"]))
    if fault := pdf_fault(path, name):
        raise place.error(fault)
    return Document(**values, path=root / name, size=path.stat().st_size, places=node.places())


def _missing(root: Path, file: str) -> Message:
    """Return what to say when there is no ``file``; perhaps it is there under a name much like it."""
    folder = root / DOCUMENTS_FOLDER
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")]
    moved = (name for name in names if PurePosixPath(name).name == PurePosixPath(file).name)
    meant = next(moved, None) or closest(file[:100], names)
    name = f"{DOCUMENTS_FOLDER}/{file}"
    if meant:
        return msg('There is no file {path}; did you mean "{meant}"?', path=shown(name), meant=shown(meant))
    return msg("There is no file {path}; put the PDF there.", path=shown(name))


def _refuse_shared_files(documents: Mapping[str, Document], node: Node) -> None:
    """Raise ConfigError for the second of two records with the same file."""
    owners: dict[Path, str] = {}
    for document in documents.values():
        path = document.path.resolve()
        owner = owners.setdefault(path, document.id)
        if owner != document.id:
            message = msg(
                'The file "{file}" belongs to [{owner}] already; keep one of the two records.',
                file=document.file,
                owner=owner,
            )
            raise node.child(document.id).child("file").error(message)


def _check_original(document: Document, documents: Mapping[str, Document], place: Node) -> None:
    """Raise ConfigError if ``document`` is said to be an edition of something that is no original."""
    if document.edition_of is None:
        return
    original = documents.get(document.edition_of)
    if original is None:
        raise place.error(_unknown_original(document, documents))
    if original is document or original.edition_of is not None:
        message = msg(
            '"{value}" is no original but an edition; write the id of the document that was first.',
            value=document.edition_of,
        )
        raise place.error(message)


def _unknown_original(document: Document, documents: Mapping[str, Document]) -> Message:
    """Return what to say of an ``edition_of`` that names no record."""
    value = document.edition_of or ""
    meant = closest(value[:100], [known for known in documents if known != document.id])
    if meant:
        return msg('There is no document [{value}]; did you mean "{meant}"?', value=shown(value), meant=meant)
    return msg("There is no document [{value}]; write the id of the original's record.", value=shown(value))
