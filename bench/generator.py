"""``python -m bench.generator DIRECTORY``: write a large municipal site, the same for the same seed.

Also the face that benchmarks and tests use: ``generate``, ``mutate``, ``write_site``, ``write_plain``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.measure import BenchmarkError, run
from bench.mutation import mutate
from bench.site import Site, generate
from bench.tools import tolkbar
from bench.writing import write_plain, write_site

__all__ = ["Site", "add_catalogs", "generate", "mutate", "write_plain", "write_site"]


def add_catalogs(directory: Path, site: Site) -> None:
    """Extract the catalogs of the site in ``directory`` with ``tolkbar extract`` and fill them.

    Raises ``BenchmarkError`` where the command is missing or fails.
    """
    from bench.translator import fill_catalogs  # noqa: PLC0415  only this needs the catalogs' reader

    run(tolkbar(directory, "extract"))
    for language in site.languages:
        fill_catalogs(directory / "locales" / language, language)


def main(arguments: list[str] | None = None) -> int:
    """Write a site as the command line asks; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        site = generate(options.pages, options.units, options.seed, options.languages)
        changed = mutate(site, options.changed) if options.changed else site
        write_site(changed, options.directory)
        if options.plain:
            write_plain(changed, options.plain)
        if options.catalogs:
            add_catalogs(options.directory, site)
    except (BenchmarkError, OSError, ValueError) as error:
        print(f"bench.generator: {error}", file=sys.stderr)
        return 2
    print(f"{options.directory}: {len(changed.pages)} pages, {changed.unit_count()} units")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.generator", description="Write a large municipal site."
    )
    parser.add_argument("directory", type=Path, help="where the site goes: source/ is written below it")
    parser.add_argument("--pages", type=int, default=1000, help="how many pages (default %(default)s)")
    parser.add_argument(
        "--units", type=int, default=37, help="units a page, on average (default %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, help="same seed, same bytes (default %(default)s)")
    parser.add_argument(
        "--languages", nargs="+", default=["en", "de"], help="what to translate to (default en de)"
    )
    parser.add_argument(
        "--changed", type=float, default=0.0, metavar="SHARE", help="as after an edit of this share"
    )
    parser.add_argument("--catalogs", action="store_true", help="also extract the catalogs and fill them")
    parser.add_argument(
        "--plain", type=Path, metavar="DIRECTORY", help="also write the pages as plain HTML, there"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
