"""``python -m tolkbar``, and what the program ``tolkbar`` runs."""

from __future__ import annotations

import gc
import sys

from tolkbar import INTERRUPTED


def main(arguments: list[str] | None = None) -> int:
    """Run the command line in a process of its own; return its exit status.

    Looking for cycles at every turn, as Python would, takes a tenth of a run's time.  Values here hold none
    and last as long as the run; the trees of judged pages are taken apart by hand.
    """
    gc.set_threshold(1_000_000, 50, 1000)
    try:
        from tolkbar import command  # noqa: PLC0415 - Ctrl-C may come while it is loaded

        return command.main(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.freeze()  # the process ends, and what it knew with it


if __name__ == "__main__":
    sys.exit(main())
