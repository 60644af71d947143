"""A catalog says which language it translates into, and it is the one of its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.languages import is_known, primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnHeaders
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Header


class CatalogLanguage(OnHeaders):
    """Where the language of a catalog is not known, nothing in it can be checked or read out rightly.

    Write the language into the header, as its folder is called: Language: de. Editors for
    catalogs have a place for it in the properties of the file.
    """

    id = "catalog-language"
    title = msg("Catalogs say their language")
    severity = Severity.BLOCKING
    quality = Quality.INTERNATIONALIZATION

    def expectation(self, header: Header) -> Verdict:
        """Require a language that exists, and the same as in the path."""
        written, of_path = header.fields.get("Language", ""), header.catalog.stated_language
        if not header.catalog.language:
            return Failed(msg("The header names no language. Write Language: and its tag, such as de."))
        if not is_known(header.catalog.language):
            return Failed(msg("{language} is no language tag. Write one like de or pt_BR.", language=written))
        if written and of_path and is_known(of_path) and primary(of_path) != primary(header.catalog.language):
            return Failed(
                msg(
                    "The header says {written}, the path {path}. Correct the one that is wrong.",
                    written=written,
                    path=of_path,
                )
            )
        return PASSED
