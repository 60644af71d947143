"""What the commands that judge something, or accept what was found, can be asked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.model import msg
from tolkbar import words

if TYPE_CHECKING:
    from tolkbar.options.grammar import Option, Parser

FORMATS = ("text", "html", "json", "jsonl", "sarif", "junit", "earl", "github")
STANDARDS = ("en301549-3.2.1", "en301549-4.1.1")
FAIL_ON = ("blocking", "advisory", "never")


def check(command: Parser) -> None:
    """Add what is judged, by what, where the report goes, and what other servers are asked."""
    _subjects(command)
    _gate(command)
    command.option(
        "--outcomes", msg("add every rule's outcome on every subject to JSON"), action="store_true"
    )
    command.section(msg("external links"), _EXTERNAL)
    command.section(msg("other machines"), _CLUSTER)


def _subjects(command: Parser) -> None:
    """Add what is judged, and by which rules."""
    command.argument(
        "paths",
        msg(
            "a built site's folder, a page, a PDF document, a catalog, a folder's address: s3://bucket/site "
            "(default: this site)"
        ),
        nargs="*",
        metavar="PATH",
    )
    several = {"action": "append", "default": []}
    command.option("--rule", msg("judge by this rule only; repeatable"), metavar="ID", **several)
    command.option("--family", msg("judge by this family only; repeatable"), metavar="NAME", **several)
    command.option("--skip", msg("leave this rule out; repeatable"), metavar="ID", **several)
    command.option(
        "--no-cache", msg("use nothing that earlier runs have kept; ask afresh"), action="store_true"
    )
    _jobs(command)


_EXTERNAL: tuple[Option, ...] = (
    ("--external", msg("also ask other servers about the links that lead to them"), {"action": "store_true"}),
    (
        "--exclude",
        msg("leave out addresses like this, * for any characters; repeatable"),
        {"action": "append", "default": [], "metavar": "PATTERN"},
    ),
    (
        "--allow-private",
        msg("also ask servers in private networks and on this machine"),
        {"action": "store_true"},
    ),
    (
        "--cache-age",
        msg("how long an address that was found is not asked for again: 30m, 12h, 7d, 0 (default: 1d)"),
        {"type": words.age, "metavar": "AGE"},
    ),
    (
        "--concurrency",
        msg("requests under way at a time (default: 64)"),
        {"type": words.number, "metavar": "NUMBER"},
    ),
    (
        "--per-server",
        msg("requests under way to one server (default: 6)"),
        {"type": words.number, "metavar": "NUMBER"},
    ),
    (
        "--pause",
        msg("the least time between two requests to one server (default: a twentieth)"),
        {"type": words.seconds, "metavar": "SECONDS"},
    ),
    (
        "--timeout",
        msg("how long one request may take (default: 20)"),
        {"type": words.timeout, "metavar": "SECONDS"},
    ),
    (
        "--retries",
        msg("tries after the first, where a fault may pass (default: 2)"),
        {"type": words.tries, "metavar": "NUMBER"},
    ),
    (
        "--proxy",
        msg("the server that asks all others in our stead: http://proxy.example:3128"),
        {"type": words.proxy, "metavar": "ADDRESS"},
    ),
)


_CLUSTER: tuple[Option, ...] = (
    (
        "--cluster",
        msg("judge pages on the workers of this Dask scheduler: tcp://scheduler.example:8786"),
        {"type": words.scheduler, "metavar": "ADDRESS"},
    ),
)


class _Placed(argparse.Action):
    """Keeps with each file how many forms were asked for before it: the last of them goes there."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse's own
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 - argparse's own
        option_string: str | None = None,  # noqa: ARG002 - argparse's own
    ) -> None:
        """Add the file and its place among the forms."""
        namespace.output = [*(namespace.output or []), (len(namespace.format or []), values)]


def _gate(command: Parser) -> None:
    """Add where the report goes, and what closes the gate."""
    command.option(
        "--format",
        msg("the report's form: text, html, json, jsonl, sarif, junit, earl, github; repeatable"),
        action="append",
        choices=FORMATS,
        metavar="FORMAT",
    )
    command.option(
        "--output",
        msg("where the report of the --format before it goes (default: standard output)"),
        action=_Placed,
        type=Path,
        metavar="FILE",
    )
    command.option(
        "--since",
        msg("an earlier report in JSON, to compare the page of --format html with"),
        type=Path,
        metavar="FILE",
    )
    _measure(command)
    command.option(
        "--fail-on", msg("what closes the gate (default: blocking)"), choices=FAIL_ON, default=FAIL_ON[0]
    )


def _measure(command: Parser) -> None:
    """Add by what is judged, and what has been accepted."""
    command.option("--standard", msg("the version of EN 301 549"), choices=STANDARDS, default=STANDARDS[0])
    command.option(
        "--waivers", msg("accepted findings (default: source/waivers.toml)"), type=Path, metavar="FILE"
    )
    command.option(
        "--baseline",
        msg("findings accepted on one day (default: source/baseline.toml)"),
        type=Path,
        metavar="FILE",
    )


def explain(command: Parser) -> None:
    """Add the rule to explain."""
    command.argument("rule", msg("the id that findings name in brackets"), metavar="RULE")


def waive(command: Parser) -> None:
    """Add the finding that is accepted, why, by whom and how long."""
    command.argument(
        "number", msg("the number that the last check gave it"), type=words.place, metavar="NUMBER"
    )
    command.option("--reason", msg("why it is accepted for now"), required=True, metavar="TEXT")
    command.option("--who", msg("who answers for that"), required=True, metavar="NAME")
    _until(command)


def baseline(command: Parser) -> None:
    """Add what is accepted as it stands today, and how long."""
    _subjects(command)
    _measure(command)
    _until(command)
    command.option("--shrink", msg("only take out of the baseline what has been mended"), action="store_true")
    command.set_defaults(format=None, fail_on=FAIL_ON[0])


def statement(command: Parser) -> None:
    """Add which page the draft is for, and where it goes."""
    command.option(
        "--page", msg("the page with the statement, below source/pages (default: found)"), metavar="NAME"
    )
    command.option(
        "--output",
        msg("a new file for the draft (default: standard output)"),
        type=Path,
        metavar="FILE",
    )
    _measure(command)
    command.set_defaults(format=None, fail_on=FAIL_ON[0])


def _jobs(command: Parser) -> None:
    command.option(
        "--jobs",
        msg("processes that judge pages (default: one for each of the machine's cores)"),
        type=words.number,
        metavar="NUMBER",
    )


def _until(command: Parser) -> None:
    command.option(
        "--until",
        msg("the last day, as 2027-01-31 (default: in three months)"),
        type=words.day,
        metavar="DAY",
    )


def publish(command: Parser) -> None:
    """Add the report and whether to stop before the end."""
    _gate(command)
    _jobs(command)
    command.option("--dry-run", msg("do everything but change output/"), action="store_true")
