"""``python -m tolkbar``."""

import sys

from tolkbar.command import main

if __name__ == "__main__":
    sys.exit(main())
