"""What is read off scripts without running them: what they do unasked, and who can interfere."""

from __future__ import annotations

import re

import pytest

from checks.accessibility._behaviour import (
    LONGEST,
    code_of,
    followed,
    functions,
    may_do,
    mentions,
    offers_control,
    take_apart,
    unasked,
)
from checks.dom.tree import Dom
from pipeline.page import read_page


def grow(content: str) -> Dom:
    return Dom(read_page(f"<title>x</title><body>{content}", "sv/x.html").document)


def test_a_script_is_taken_apart_into_functions_and_what_stands_outside() -> None:
    code = take_apart(
        """
        let n = 0
        function öka(steg = 1, tak) { if (n < tak) { n += steg } /* } */ }
        const visa = (text) => { rad.textContent = "}" + text; `}` }
        var tyst = function () { return } // {
        öka()
        """
    )

    assert {name: function.parameters for name, function in code.functions.items()} == {
        "visa": ("text",),
        "tyst": (),
        "öka": ("steg", "tak"),
    }
    assert code.functions["visa"].body.strip() == 'rad.textContent = "}" + text; `}`'
    assert "let n = 0" in code.outside
    assert "n += steg" not in code.outside


def test_what_is_not_closed_goes_on_to_the_end() -> None:
    assert take_apart("function a() { b(").functions["a"].body == " b("


def test_what_runs_unasked_is_what_stands_outside_and_what_that_names() -> None:
    dom = grow(
        """<script>function a() { b() } function b() { ettan() } function c() { tvåan() } start(a)</script>"""
    )

    assert "ettan" in unasked(dom)
    assert "tvåan" not in unasked(dom)
    assert set(functions(dom)) == {"a", "b", "c"}


def test_onload_runs_unasked_and_functions_that_call_one_another_end() -> None:
    dom = grow("<script>function a() { b() } function b() { a() }</script><img onload='a()'>")

    assert unasked(dom).count("b()") == 1
    assert followed(dom, "c()") == "c()"
    assert mentions(dom, re.compile(r"^a\(\)$"))


@pytest.mark.parametrize(
    ("content", "offers"),
    [
        ("<p>Karta</p>", False),
        ("<button>Stanna</button>", False),
        ("<input disabled><select hidden></select><a>Hem</a><details></details>", False),
        ("<script>addEventListener('load', f); window.addEventListener('resize', g)</script>", False),
        (
            "<script>function f() { knapp.addEventListener('click', g) }</script><button>Stanna</button>",
            False,
        ),
        ("<button onclick='stanna()'>Stanna</button>", True),
        ("<input type=checkbox>", True),
        ("<a href='/installningar'>Inställningar</a>", True),
        ("<details><summary>Mer</summary></details>", True),
        ("<script>knapp.addEventListener('click', g)</script>", True),
        ("<script>knapp.onclick = g</script>", True),
    ],
)
def test_a_control_is_what_a_visitor_can_press_change_or_follow(content: str, *, offers: bool) -> None:
    assert offers_control(grow(content)) is offers


def test_a_library_is_not_read() -> None:
    dom = grow(f"<script>{'a();' * LONGEST}</script><script src='finns-inte.js'></script>")

    assert [code_of(script).text for script in dom.all("script")] == ["", ""]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<button onclick='this.hidden = true'>x</button>", True),
        (
            "<button onclick='a()'>x</button><script>function a() {b()} function b() {x.hidden = 1}</script>",
            True,
        ),
        ("<script>document.onclick = () => { x.hidden = 1 }</script>", True),
        ("<script src='https://a.example/x.js'></script>", True),
        ("<script type='module'>import { a } from './a.js'</script>", True),
        ("<script>" + " " * LONGEST + "x</script>", True),
        ("<script>function a() { x.hidden = 1 }</script>", False),
        (
            "<b onclick='a()'>x</b><script type='text/plain'>function a() {x.hidden = 1}</script>",
            False,
        ),
        ("<button hidden>x</button><script> </script>", False),
    ],
)
def test_what_a_page_may_do_is_what_runs_or_cannot_be_read(content: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert may_do(grow(content), re.compile("hidden")) is expected
