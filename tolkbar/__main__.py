"""``python -m tolkbar``, and what the program ``tolkbar`` runs."""

from __future__ import annotations

import gc
import sys

from tolkbar import INTERRUPTED


def main() -> int:
    """Run the command line; return its exit status."""
    try:
        from tolkbar import command  # noqa: PLC0415 - Ctrl-C may come while it is loaded

        return command.main()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.freeze()  # the process ends, and nobody need look for cycles in what it knew


if __name__ == "__main__":
    sys.exit(main())
