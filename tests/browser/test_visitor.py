"""A visitor notices what goes wrong behind a page; that alone fails every test with a visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.server import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.visitor import Visitor

PLANTED = {
    "nothing": ("<p>Ring oss.</p>", []),
    "an error": ("<script>console.error('nej')</script>", ["error in the console: nej"]),
    "an exception": ("<script>throw new Error('nej')</script>", ["an exception: nej"]),
    "a picture that is not there": ("<img src='katt.svg' alt='Katt'>", ["404: {home}katt.svg"]),
    "another host": (
        "<img src='https://bilder.example/katt.svg' alt='Katt'>",
        ["another host is asked: https://bilder.example/katt.svg"],
    ),
}


@pytest.mark.parametrize(("body", "complaints"), PLANTED.values(), ids=PLANTED)
def test_what_goes_wrong_behind_a_page_is_noticed(
    visit: Callable[..., Visitor], tmp_path: Path, body: str, complaints: list[str]
) -> None:
    (tmp_path / "index.html").write_text(
        f"<!DOCTYPE html><html lang=sv><title>Kontakt</title><link rel=icon href='data:,'>{body}", "utf-8"
    )
    with served(tmp_path) as home:
        visitor = visit(home)
        visitor.open()
        visitor.close()
        found = [line for line in visitor.complaints if "Failed to load resource" not in line]
        assert found == [line.format(home=home) for line in complaints]
        visitor.complaints.clear()
