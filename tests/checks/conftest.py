from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from checks.gate import FailOn
from checks.judge import Options, judge
from checks.registry import RULES
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
        return judge(Inputs((site,), tuple(catalogs)), rules, Options(fail_on=fail_on, outcomes=True))

    return run
