"""Everything that was read of one document."""

from __future__ import annotations

from msgspec import Struct

from checks.documents.actions import Actions
from checks.documents.annotations import AnnotatedPage
from checks.documents.attachments import Attachment
from checks.documents.catalog import Catalog
from checks.documents.content import Content
from checks.documents.encryption import Encryption
from checks.documents.fields import Field
from checks.documents.fonts import Font
from checks.documents.media import Media
from checks.documents.metadata import Information, Metadata
from checks.documents.opened import Gap
from checks.documents.origins import Origin
from checks.documents.outline import Bookmark
from checks.documents.structure import Structure


class Facts(Struct, frozen=True):
    """What a document says and holds: plain values, handed from process to process as they are.

    One field for each subject; a field is None where the document has nothing of the kind.
    ``gaps`` says what was not looked at: a rule that needs it cannot tell.
    """

    pages: int
    catalog: Catalog | None = None  # None: it could not be read
    metadata: Metadata | None = None
    information: Information | None = None
    origins: tuple[Origin, ...] = ()
    encryption: Encryption | None = None
    structure: Structure | None = None
    outline: tuple[Bookmark, ...] = ()
    content: Content | None = None
    fonts: tuple[Font, ...] = ()
    annotated: tuple[AnnotatedPage, ...] = ()
    fields: tuple[Field, ...] = ()
    actions: Actions = Actions()
    attachments: tuple[Attachment, ...] = ()
    media: Media = Media()
    places: tuple[str, ...] = ()  # the names of those that links may lead to
    gaps: tuple[Gap, ...] = ()
