from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from checks.gate import FailOn
from checks.judge import Options, judge
from checks.registry import RULES
from checks.requirements import Standard
from checks.subjects import CatalogFile, Inputs, Settings, Site
from pipeline.model import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from checks.model import AnyRule, Report


@pytest.fixture
def judged(tmp_path: Path) -> Callable[..., Report]:
    """Judge a small site, given as file contents by path, with ``settings`` as TOML."""

    def run(
        files: Mapping[str, bytes | str],
        rules: Sequence[AnyRule] = RULES,
        *,
        settings: str = "",
        fail_on: FailOn = FailOn.BLOCKING,
    ) -> Report:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        data = tomllib.loads(settings)
        policies = dict.fromkeys(data.get("languages", ()), Policy.BLOCK)
        known = Settings(
            data.get("address"), data.get("language"), policies, reading_limits=data.get("reading", {})
        )
        site = Site(tmp_path, known)
        policy = Policy(data.get("policy", "block"))
        catalogs = [
            CatalogFile(path, tmp_path / path, policy) for path in files if path.endswith((".po", ".pot"))
        ]
        asking = (one for one in Standard if all(rule.is_in_force(one) for rule in rules))
        options = Options(next(asking, Standard.EN301549_3_2_1), fail_on, outcomes=True)
        return judge(Inputs((site,), tuple(catalogs)), rules, options)

    return run
