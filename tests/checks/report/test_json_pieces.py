"""A report is written piece by piece, and none the less what ``json.dumps`` would write."""

from __future__ import annotations

import json

import pytest

from checks.report._json import Each, pieces


@pytest.mark.parametrize("number", [0, 1, 30_000])
def test_items_are_made_when_they_are_written(number: int) -> None:
    items = [{"text": f"åäö “{n}” 😀"} for n in range(number)]
    made = Each(lambda n: items[n], range(number))

    assert "".join(pieces({"findings": made, "rest": [1, None]})) == (
        json.dumps({"findings": items, "rest": [1, None]}, ensure_ascii=False, indent=2) + "\n"
    )


def test_what_no_encoding_has_is_kept() -> None:
    assert "".join(pieces({"text": "\ud800"})) == '{\n  "text": "\ud800"\n}\n'
