"""Any bytes give findings or one line, never a traceback; big and twisted pages come to an end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks import report as forms
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import gather
from pipeline.errors import DefectError, TolkbarError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.model import Report

anywhere = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
TAGS = st.sampled_from(
    "html head title base body main h1 p a img div svg use template noscript link meta iframe style".split()
)
VALUES = st.sampled_from(
    [
        *(
            "",
            " ",
            "#",
            "#x",
            "x",
            "/",
            "..",
            "a.html",
            "a.html#x",
            "//x",
            "http://[",
            "%00",
            "%ff",
            "\\",
            "p.pdf",
            "./a.html?",
        ),
        *(
            "sv",
            "x-default",
            "alternate",
            "canonical",
            "img",
            "none",
            "display:none",
            "true",
            "a b",
            ",,1x",
            "url(",
        ),
    ]
)
NAMES = st.sampled_from(
    [
        *"id lang href src srcset alt role rel hreflang name style hidden".split(),
        *"aria-hidden aria-labelledby tabindex xlink:href".split(),
    ]
)
ELEMENTS = st.builds(
    lambda tag, attributes, text, closed: (
        f"<{tag}"
        + "".join(f' {name}="{value}"' for name, value in attributes.items())
        + f">{text}"
        + f"</{tag}>" * closed
    ),
    TAGS,
    st.dictionaries(NAMES, VALUES, max_size=4),
    st.text(max_size=5),
    st.booleans(),
)


def judge_folder(folder: Path) -> None:
    report = judge(gather([folder]), RULES, Options(outcomes=True))
    forms.text(report).encode()
    forms.github(report).encode()
    json.loads(forms.json(report, "0").encode())


@anywhere
@given(st.binary(max_size=400))
def test_any_bytes_are_a_page(tmp_path: Path, content: bytes) -> None:
    for name in ("a.html", "a.svg", "a.xhtml"):
        (tmp_path / name).write_bytes(content)
    judge_folder(tmp_path)


@anywhere
@given(st.lists(ELEMENTS, max_size=12).map("".join), st.binary(max_size=20))
def test_any_heap_of_elements_is_a_page(tmp_path: Path, content: str, document: bytes) -> None:
    (tmp_path / "a.html").write_text(content, encoding="utf-8", errors="replace")
    (tmp_path / "p.pdf").write_bytes(document)
    (tmp_path / "a.css").write_bytes(document)
    judge_folder(tmp_path)


@anywhere
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: f'msgid "{text}"\nmsgstr "{text}"\n'.encode())
)
def test_any_bytes_are_a_catalog_or_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "de.po").write_bytes(content)
    try:
        judge_folder(tmp_path)
    except TolkbarError as error:
        # most bytes are refused, some are a catalog, and none find a fault of ours
        assert len(str(error).splitlines()) == 1  # noqa: PT017
        assert not isinstance(error, DefectError)  # noqa: PT017


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<div>" * 10_000 + "<img>", id="nested 10,000 deep"),
        pytest.param("<img src=x>" * 20_000, id="20,000 faults"),
        pytest.param(
            "<img " + " ".join(f"a{number}=1" for number in range(50_000)) + ">", id="50,000 attributes"
        ),
        pytest.param('<p id=x><img aria-labelledby="' + "x " * 50_000 + '">', id="50,000 labels"),
        pytest.param('<a href="' + "../" * 50_000 + 'x.html">x</a>', id="50,000 steps up"),
        pytest.param('<a href="' + "x/" * 50_000 + '">x</a>', id="50,000 folders"),
        pytest.param('<a href="p.pdf">' + "1" * 200_000 + "</a>", id="a label of digits"),
        pytest.param('<img srcset="' + "," * 200_000 + '">', id="a srcset of commas"),
        pytest.param("<style>" + "url(" * 100_000 + "</style>", id="a style sheet of urls"),
        pytest.param('<p style="' + "display:" * 50_000 + 'none"><img>', id="a style that never ends"),
    ],
)
def test_a_page_that_was_made_to_be_slow_is_judged_all_the_same(
    judged: Callable[..., Report], content: str
) -> None:
    report = judged({"index.html": content, "p.pdf": b"%PDF-1.7"})
    assert report.subjects["pages"] == 1
