"""What a translator does in ``tolkbar serve --edit``: one message after the other is translated and saved.

``python -m tests.kills.pen SITE`` tells on standard output what has been saved, as soon as it has.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import load_site
from pipeline.locales import Locales, catalog_name
from pipeline.model import State
from tolkbar.editing.desk import Desk, Draft, Saved
from tolkbar.editing.offers import Memory
from tolkbar.editing.shelf import Shelf
from tolkbar.editing.wording import read

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[str, str], object]


def translation(msgid: str) -> str:
    """Return what the translator makes of a text."""
    return f"{msgid} (übersetzt)"


def translate(root: Path, tell: Tell = lambda *_: None) -> int:
    """Translate all that is untranslated on the site at ``root``; return an exit status.

    ``tell`` is told catalog and msgid of each text that has been saved.
    """
    site = load_site(root)
    desk = Desk(Shelf(site), Memory(site), str)
    pages = Locales(root, site.language).pages
    for tag in [language.tag for language in site.languages[1:]]:
        for which in list(desk.waiting(tag, tuple(pages(tag)), State.UNTRANSLATED)):
            draft = Draft((read(translation(which.msgid), which.msgid),))
            outcome = desk.save(which, draft, ("",), ready=True)
            if not isinstance(outcome, Saved):
                return 1
            tell(catalog_name(which.language, which.page), which.msgid)
    return 0


def main() -> int:
    """Translate, and tell what is saved."""
    return translate(Path(sys.argv[1]), lambda name, msgid: os.write(1, f"{name}\t{msgid}\n".encode()))


if __name__ == "__main__":
    sys.exit(main())
