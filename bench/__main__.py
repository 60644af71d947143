"""``python -m bench [NAME ...]``: run benchmarks, print what each ratio is and whether its bar holds.

A bar that does not hold is a fact to act on, not a failure of this program: the exit status is 0
unless a tool is missing or did not do its work (2).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import assemble
from bench.measure import BenchmarkError, Row
from bench.report import markdown, table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.assemble import Workshop


def _merge(workshop: Workshop) -> list[Row]:
    from bench import merge  # noqa: PLC0415  it needs tools that the others do without

    return merge.rows(workshop.directory, rounds=workshop.rounds)


def _accessibility(workshop: Workshop) -> list[Row]:
    from bench import accessibility  # noqa: PLC0415  it needs a browser that the others do without

    return accessibility.rows(workshop.directory, rounds=workshop.rounds, seed=workshop.seed)


def _links(workshop: Workshop) -> list[Row]:
    from bench import links  # noqa: PLC0415  it needs tools that the others do without

    return links.rows(workshop.directory, rounds=workshop.rounds, seed=workshop.seed)


def _external(workshop: Workshop) -> list[Row]:
    from bench import external  # noqa: PLC0415  as the others

    return external.rows(workshop.directory, rounds=workshop.rounds)


def _faults(workshop: Workshop) -> list[Row]:
    from bench import faults  # noqa: PLC0415  as the others

    return faults.rows(workshop.directory, seed=workshop.seed)


def _documents(workshop: Workshop) -> list[Row]:
    from bench import documents  # noqa: PLC0415  as the others

    return documents.rows(workshop.directory, seed=workshop.seed)


def _publish(workshop: Workshop) -> list[Row]:
    from bench import publish  # noqa: PLC0415  as the others

    return publish.rows(workshop)


def _preview(workshop: Workshop) -> list[Row]:
    from bench import preview  # noqa: PLC0415  as the others

    return preview.rows(workshop)


def _streams(workshop: Workshop) -> list[Row]:
    from bench import content_streams  # noqa: PLC0415  as the others

    return content_streams.rows(rounds=workshop.rounds, seed=workshop.seed)


def _incremental(workshop: Workshop) -> list[Row]:
    from bench import judging  # noqa: PLC0415  as the others

    return judging.incremental(workshop.directory, workshop.rounds, workshop.seed, workshop.pages)


def _jobs(workshop: Workshop) -> list[Row]:
    from bench import judging  # noqa: PLC0415  as the others

    return judging.jobs(workshop.directory, workshop.rounds, workshop.seed, workshop.pages)


def _scale(workshop: Workshop) -> list[Row]:
    from bench import judging  # noqa: PLC0415  as the others

    return judging.scale(workshop.directory, workshop.rounds, workshop.seed, workshop.pages)


def _memory(workshop: Workshop) -> list[Row]:
    from bench import judging  # noqa: PLC0415  as the others

    return judging.memory(workshop.directory, workshop.seed, workshop.pages)


BENCHMARKS: dict[str, Callable[[Workshop], list[Row]]] = {
    "assemble": assemble.assemble,
    "unchanged": assemble.again,
    "merge": _merge,
    "accessibility": _accessibility,
    "documents": _documents,
    "external": _external,
    "faults": _faults,
    "links": _links,
    "preview": _preview,
    "publish": _publish,
    "streams": _streams,
    "incremental": _incremental,
    "jobs": _jobs,
    "scale": _scale,
    "memory": _memory,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line names, all without a name; return the exit status."""
    options = _options(arguments)
    status, rows = 0, []
    with tempfile.TemporaryDirectory(prefix="tolkbar-bench-") as directory:
        workshop = assemble.Workshop(
            Path(directory), options.pages, options.units, options.rounds, options.seed
        )
        for name in options.names or BENCHMARKS:
            try:
                rows += BENCHMARKS[name](workshop)
            except BenchmarkError as error:
                print(f"bench {name}: {error}", file=sys.stderr)
                status = 2
    if rows:
        print(markdown(rows) if options.markdown else table(rows))
    return status


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Tolkbar beside its peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(BENCHMARKS)} (default all)")
    parser.add_argument("--pages", type=int, default=1000, help="pages of the site (default %(default)s)")
    parser.add_argument("--units", type=int, default=37, help="units a page (default %(default)s)")
    parser.add_argument(
        "--rounds", type=int, default=3, help="times in turn; the median counts (default %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the generated site (default %(default)s)")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    return options


if __name__ == "__main__":
    sys.exit(main())
