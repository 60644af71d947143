"""What runs Tolkbar elsewhere calls it with options that it has."""

from __future__ import annotations

import re

import pytest

from tolkbar.command import main
from tolkbar.starting import ROOT

HOSTED = (
    "tolkbar/hosting/action.yml",
    "tolkbar/starter/beside/github.yml",
    "tolkbar/starter/beside/gitlab.yml",
    "tolkbar/starter/beside/pre-commit.yaml",
)


@pytest.mark.parametrize("path", HOSTED)
def test_every_option_is_one_that_publish_and_check_have(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["publish", "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    lines = [line for line in (ROOT / path).read_text("utf-8").splitlines() if "#" not in line]
    used = {option for line in lines if "pip" not in line for option in re.findall(r" (--[a-z-]+)", line)}
    assert used - {"--quiet", "--constraint", "--exit-code"} <= known


def test_values_reach_the_shell_of_the_action_as_values() -> None:
    script = (ROOT / HOSTED[0]).read_text("utf-8").rpartition("run: |")[2]
    assert "${{" not in script


def test_the_container_holds_what_the_lock_names_and_is_nobody() -> None:
    text = (ROOT / "tolkbar/hosting/Dockerfile").read_text("utf-8")
    assert "constraints.txt" in text
    assert "USER nobody" in text
