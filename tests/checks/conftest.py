from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from checks.documents import Library
from checks.gate import FailOn
from checks.judge import Options, judge
from checks.registry import RULES
from checks.requirements import Standard
from checks.subjects import CatalogFile, Inputs, Settings, Site
from checks.subjects.answers import Answer, Reply
from checks.waiver import Acceptance
from pipeline.model import Policy
from tolkbar.acceptance import parse_baseline, parse_waivers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from checks.model import AnyRule, Report
    from checks.subjects.answers import Ask


TODAY = date(2026, 11, 23)  # in examples


def stated(answers: str) -> Ask:
    """Ask nobody: answer for each address as the TOML in ``answers`` says, *found* where it says nothing."""
    known = msgspec.convert(tomllib.loads(answers), dict[str, Answer])
    return lambda wanted: {address: known.get(address, Answer(Reply.FOUND)) for address in wanted}


def accepted(waivers: str, baseline: str) -> Acceptance:
    """Return what has been accepted, as people and the tool write it."""
    return Acceptance(
        tuple(parse_waivers(waivers.encode(), "waivers.toml", TODAY)),
        parse_baseline(baseline.encode(), "baseline.toml", TODAY) if baseline else None,
        TODAY,
    )


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """Yield one library for all tests: a process for each would cost more than they."""
    with Library() as library:
        yield library


@pytest.fixture
def judged(tmp_path: Path, library: Library) -> Callable[..., Report]:
    """Judge a small site, given as file contents by path, and in TOML what an example says beside them."""

    def run(
        files: Mapping[str, bytes | str],
        rules: Sequence[AnyRule] = RULES,
        *,
        fail_on: FailOn = FailOn.BLOCKING,
        **said: str,
    ) -> Report:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        data = tomllib.loads(said.get("settings", ""))
        policies = dict.fromkeys(data.get("languages", ()), Policy.BLOCK)
        known = Settings(
            data.get("address"),
            data.get("language"),
            policies,
            reading_limits=data.get("reading", {}),
            today=data.get("today"),
        )
        site = Site(tmp_path, known)
        policy = Policy(data.get("policy", "block"))
        catalogs = [
            CatalogFile(path, tmp_path / path, policy) for path in files if path.endswith((".po", ".pot"))
        ]
        asking = (one for one in Standard if all(rule.is_in_force(one) for rule in rules))
        options = Options(
            next(asking, Standard.EN301549_3_2_1),
            fail_on,
            outcomes=True,
            ask=stated(said.get("answers", "")),
            acceptance=accepted(said.get("waivers", ""), said.get("baseline", "")),
            library=library,
        )
        return judge(Inputs((site,), tuple(catalogs)), rules, options)

    return run
