"""``python -m tolkbar``."""

from __future__ import annotations

import sys

from tolkbar.command import main

if __name__ == "__main__":
    sys.exit(main())
