"""What is drawn (HTML 15.1) and what of it can be seen (ACT: visible)."""

from __future__ import annotations

import pytest

from checks.dom.rendering import is_rendered, is_text_visible, is_visible, visible_text
from checks.dom.tree import Dom, Node
from pipeline.page import read_page


def grow(content: str) -> Dom:
    return Dom(read_page(content, "sv/x.html").document)


def target(content: str) -> Node:
    node = grow(content).by_id("t")
    assert node is not None
    return node


NOT_RENDERED = [
    "<b id=t hidden>x</b>",
    "<p style='display: none'><b id=t>x</b></p>",
    "<dialog><b id=t>x</b></dialog>",
    "<div popover><b id=t>x</b></div>",
    "<div hidden=until-found><b id=t>x</b></div>",
    "<details><summary>y</summary><b id=t>x</b></details>",
    "<details><summary>y</summary><summary id=t>x</summary></details>",
    "<video><b id=t>x</b></video>",
    "<title id=t>x</title>",
    "<input id=t type=hidden>",
]
NOT_SEEN = [
    *NOT_RENDERED,
    "<b id=t style='visibility: hidden'>x</b>",
    "<p style='visibility: collapse'><b id=t>x</b></p>",
    "<p style='opacity: 0'><b id=t>x</b></p>",
    "<b id=t style='position: absolute; left: -9999px'>x</b>",
    "<b id=t style='position: fixed; top: -999em'>x</b>",
    "<b id=t style='position: absolute; right: 9999px'>x</b>",
    "<b id=t style='position: absolute; clip: rect(0 0 0 0)'>x</b>",
    "<b id=t style='position: absolute; clip: rect(1px, 1px, 1px, 1px)'>x</b>",
    "<b id=t style='clip-path: inset(50%)'>x</b>",
    "<b id=t style='clip-path: inset(100%)'>x</b>",
    "<b id=t style='clip-path: circle(0)'>x</b>",
    "<div id=t style='width: 1px; height: 1px; overflow: hidden'>x</div>",
    "<div id=t style='max-height: 0; overflow: hidden'>x</div>",
    "<div style='height: 0; overflow: hidden'><b id=t>x</b></div>",
    "<b id=t style='transform: scale(0)'>x</b>",
    "<b id=t style='transform: translateX(-9999px)'>x</b>",
    "<b id=t style='margin-left: -9999px'>x</b>",
    "<b id=t style='font-size: 0'>x</b>",
    "<b id=t style='color: transparent'>x</b>",
    "<b id=t style='text-indent: -9999px'>x</b>",
]
SEEN = [
    "<b id=t>x</b>",
    "<p style='visibility: hidden'><b id=t style='visibility: visible'>x</b></p>",
    "<b id=t style='opacity: .1'>x</b>",
    "<details open><summary>y</summary><b id=t>x</b></details>",
    "<details><summary id=t>x</summary></details>",
    "<dialog open><b id=t>x</b></dialog>",
    "<b id=t aria-hidden=true>x</b>",
    "<b id=t style='left: -9999px'>x</b>",
    "<b id=t style='position: absolute; left: 0'>x</b>",
    "<b id=t style='position: absolute; left: -10px'>x</b>",
    "<b id=t style='clip: rect(0 0 0 0)'>x</b>",
    "<b id=t style='clip-path: inset(10%)'>x</b>",
    "<div id=t style='width: 1px; height: 1px'>x</div>",
    "<div id=t style='height: 20px; overflow: hidden'>x</div>",
    "<div id=t style='height: 0; padding-top: 30px; overflow: hidden'>x</div>",
    "<b id=t style='transform: scale(0.5)'>x</b>",
    "<div style='display: contents'><b id=t>x</b></div>",
    "<b id=t style='color: white; background: white'>x</b>",
]


@pytest.mark.parametrize("content", NOT_RENDERED)
def test_what_is_not_rendered(content: str) -> None:
    assert not is_rendered(target(content))


@pytest.mark.parametrize("content", [*SEEN, *[one for one in NOT_SEEN if one not in NOT_RENDERED]])
def test_what_is_rendered(content: str) -> None:
    assert is_rendered(target(content))


@pytest.mark.parametrize("content", NOT_SEEN)
def test_text_that_is_not_seen(content: str) -> None:
    assert not any(is_text_visible(run) for run in target(content).runs)
    assert visible_text(target(content)) == ""


@pytest.mark.parametrize("content", SEEN)
def test_text_that_is_seen(content: str) -> None:
    assert is_visible(target(content))
    assert all(is_text_visible(run) for run in target(content).runs)


def test_visible_text_is_what_is_left_with_single_spaces() -> None:
    node = target("<p id=t> Öppet <b hidden>aldrig</b>  alla\n<i>dagar</i> <q style='opacity: 0'>nej</q></p>")

    assert visible_text(node) == "Öppet alla dagar"


def test_no_scripts_are_missed_and_nothing_of_a_template_is_there() -> None:
    assert (
        visible_text(
            target("<div id=t><noscript>Slå på skript</noscript><template>mall</template>text</div>")
        )
        == "text"
    )
