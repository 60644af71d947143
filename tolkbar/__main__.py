"""``python -m tolkbar``, and what the program ``tolkbar`` runs."""

from __future__ import annotations

import sys

from tolkbar import INTERRUPTED


def main() -> int:
    """Run the command line; return its exit status."""
    try:
        from tolkbar import command  # noqa: PLC0415 - Ctrl-C may come while it is loaded

        return command.main()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
