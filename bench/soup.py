"""``python -m bench.soup DIRECTORY``: parse every page, ask every element for its text, do nothing else.

LinkChecker does so, with Beautiful Soup and Python's own parser (``linkcheck/htmlutil/htmlsoup.py``), before
it looks at a link: it cannot take less time than this.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bs4 import BeautifulSoup


def main() -> None:
    """Read the pages of the directory that is named."""
    for page in Path(sys.argv[1]).rglob("*.html"):
        soup = BeautifulSoup(page.read_bytes(), "html.parser", multi_valued_attributes=None)
        for element in soup.find_all(name=True):
            element.text.strip()


if __name__ == "__main__":
    main()
