"""What the pages of the preview say, by the names that its templates and modules know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pipeline.model import State, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.model import Message

WORDS: Final[Mapping[str, Message]] = {
    "preview": msg("Preview"),
    "overview": msg("Overview"),
    "edition": msg("Edition"),
    "editions": msg("Editions"),
    "page": msg("Page"),
    "pages": msg("Pages"),
    "name": msg("Part of a page's name or title"),
    "search": msg("Find"),
    "all_pages": msg("All pages"),
    "no_pages": msg("No page has that in its name or title."),
    "skip_page": msg("To the page"),
    "skip_texts": msg("To the texts"),
    "shown_page": msg("The page as visitors get it"),
    "show_marks": msg("Mark the texts in the page"),
    "texts": msg("Texts of the page"),
    "around": msg("Texts around the page"),
    "only_left": msg("Only what is left to do"),
    "nothing_left": msg("Everything on this page is translated."),
    "no_translation": msg("This is the language that the site is written in; there is nothing to translate."),
    "not_there": msg(
        "This edition has no such page yet, because not all of it is translated. You see the source edition."
    ),
    "translation": msg("Translation"),
    "proposal": msg("Translation to review, not shown to visitors"),
    "none": msg("none yet"),
    "catalog": msg("Line in the catalog"),
    "source_line": msg("Line in the source"),
    "not_in_catalog": msg("not in a catalog"),
    "note": msg("Note"),
    "changed_from": msg("Before the source changed"),
    "copy_line": msg("Copy"),
    "copied": msg("Copied."),
    "findings": msg("Findings on this page"),
    "searching": msg("The page is being judged."),
    "no_findings": msg("The rules find nothing on this page."),
    "explained": msg("What the rule asks for"),
    "show": msg("Show in the page"),
    "edit_line": msg("Line to edit"),
    "blocking": msg("Blocking"),
    "advisory": msg("Advisory"),
    "review": msg("For a person to judge"),
    "accepted": msg("Accepted by waivers"),
    "fault": msg("The site cannot be made at the moment. You see how it was before."),
    "first_fault": msg(
        "The site cannot be made at the moment, and was not before. Mend this, and it appears here."
    ),
    "waiting": msg("The site is being made. It appears here when it is ready."),
    "updated": msg("The page is up to date again."),
    "broken": msg("The site cannot be made; see above."),
    "lost": msg("The preview has stopped. Start tolkbar serve again."),
    "gate_open": msg("The gate is open: nothing found stops publishing."),
    "gate_closed": msg("The gate is closed: what is marked as blocking must be mended before publishing."),
    "gate_unknown": msg("The whole site is being judged."),
    "progress": msg("Translations"),
    "shell": msg("around all pages"),
    "missing": msg("There is nothing at this address."),
    State.TRANSLATED: msg("Translated"),
    State.FUZZY: msg("To review"),
    State.UNTRANSLATED: msg("Untranslated"),
}

SPOKEN: Final = ("updated", "broken", "lost", "copied")
"""What our modules in the browser say; the rest stands in the pages."""
