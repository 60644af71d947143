"""Rules on what a document says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.documents.catalog import Catalog
from checks.documents.metadata import TOO_LARGE, Metadata
from checks.model import PASSED, Failed, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class CatalogRule(FactsRule[Catalog]):
    """A rule on the catalog of a document."""

    parts = ("catalog",)

    def targets(self, facts: Facts) -> Iterator[Catalog]:
        """Yield the catalog."""
        if facts.catalog is not None:
            yield facts.catalog


class MetadataRule(FactsRule[Metadata]):
    """A rule on the metadata of a document."""

    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Metadata]:
        """Yield the metadata, if there are any."""
        if facts.metadata is not None and facts.metadata.problem != TOO_LARGE:
            yield facts.metadata


class PrefixRule(MetadataRule):
    """A rule on the prefix of a property that says to which PDF/UA a document conforms."""

    named: ClassVar[str]

    def targets(self, facts: Facts) -> Iterator[Metadata]:
        """Yield the metadata that have the property."""
        return (one for one in super().targets(facts) if one.identified(self.named))

    def judge(self, metadata: Metadata) -> Verdict:
        """Require the prefix of the standard (ISO 14289-1, 5)."""
        found = metadata.identified(self.named)
        if found is None or found.prefix == "pdfuaid":
            return PASSED
        return Failed(
            msg(
                'In the metadata, the property "{name}" of PDF/UA has the prefix "{prefix}". It has to be '
                '"pdfuaid". Correct the metadata, or export the document with another program.',
                name=self.named,
                prefix=found.prefix,
            )
        )
