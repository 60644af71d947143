"""Elements that no rule can tell apart share their styles, from page to page; all others do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.dom.styles import in_state, style
from checks.dom.styles.wardrobe import Wardrobe
from checks.dom.tree import Nowhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.styles import Style
    from checks.dom.tree import Dom

    Grow = Callable[..., Dom]

FIRST = "<!doctype html><style>{}</style><main><p id=t>x</p></main>"


def looked_up(dom: Dom) -> Style:
    node = dom.by_id("t")
    assert node is not None
    return style(node)


@pytest.mark.parametrize(
    "second",
    [
        "<p id=t>x</p>",
        "<p id=t>another text</p>",
        "<p id=t title=x>x</p>",
        "<p title=x id=t>x</p>",
        "<h1>x</h1><p id=t>x<b>y</b></p>",
    ],
)
def test_pages_share_the_styles_of_what_no_rule_tells_apart(grow: Grow, second: str) -> None:
    around = Nowhere()
    sheet = "p { color: red } p.a { color: blue } #b { color: blue }"

    first = looked_up(grow(FIRST.format(sheet), around))

    assert looked_up(grow(f"<!doctype html><style>{sheet}</style><main>{second}</main>", around)) is first


@pytest.mark.parametrize(
    ("selector", "second"),
    [
        (".a", "<p id=t class='b a'>x</p>"),
        (".a p", "<div class=a><p id=t>x</p></div>"),
        ("#u p", "<div id=u><p id=t>x</p></div>"),
        (r"#\75  p", "<div id=u><p id=t>x</p></div>"),
        ("[title]", "<p id=t title>x</p>"),
        ("[title=a]", "<p id=t title=a>x</p>"),
        ("p:not([title=''])", "<p id=t title=''>x</p>"),
        ("[title^='a'] p", "<div title=abc><p id=t>x</p></div>"),
        (r"[t\69tle] p", "<div title=abc><p id=t>x</p></div>"),
        ("b + p", "<b>y</b><p id=t>x</p>"),
        ("b ~ * p", "<b>y</b><div><p id=t>x</p></div>"),
        ("p:first-child", "<b>y</b><p id=t>x</p>"),
        ("p:nth-of-type(2)", "<p>y</p><p id=t>x</p>"),
        ("p:empty", "<p id=t></p>"),
        ("p:has(b)", "<p id=t><b>x</b></p>"),
        ("div:has(i) p", "<div><i>y</i><p id=t>x</p></div>"),
        (":lang(de) p", "<div lang=de><p id=t>x</p></div>"),
        ("main:has(:checked) p", "<input type=checkbox checked><p id=t>x</p>"),
        (".U p", "<div class=U><p id=t>x</p></div>"),
        ("a:any-link p", "<a href=x><p id=t>x</p></a>"),
    ],
)
def test_what_a_rule_asks_for_tells_elements_apart(grow: Grow, selector: str, second: str) -> None:
    around = Nowhere()
    sheet = f"{selector} {{ color: red }}"
    page = f"<!doctype html><style>{sheet}</style><main>{second}</main>"

    first = looked_up(grow(FIRST.format(sheet), around))["color"]

    assert looked_up(grow(page, around))["color"] == looked_up(grow(page))["color"] != first


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("<p id=t align=right>x</p>", "text-align"),
        ("<p id=t style='color: blue'>x</p>", "color"),
        ("<p id=t hidden>x</p>", "display"),
        ("<div hidden=until-found><p id=t>x</p></div>", "content-visibility"),
        ("<svg color=red><text id=t>x</text></svg>", "color"),
        ("<button id=t disabled>x</button>", "color"),
        ("<fieldset disabled><button id=t>x</button></fieldset>", "color"),
        ("<input id=t type=hidden>", "display"),
        ("<dialog id=t open>x</dialog>", "display"),
    ],
)
def test_what_the_browser_asks_for_tells_elements_apart(grow: Grow, second: str, name: str) -> None:
    around = Nowhere()
    tag = second[1 : second.index(" ")]
    plain = f"<div><{tag}><text id=t>x</text></{tag}></div>" if tag == "svg" else f"<{tag} id=t>x</{tag}>"
    grown = (
        grow(f"<!doctype html><fieldset>{plain}</fieldset>", around),
        grow(f"<!doctype html>{second}", around),
    )

    for dom in grown:
        looked_up(dom)

    assert looked_up(grown[1])[name] == looked_up(grow(f"<!doctype html>{second}"))[name]


def test_classes_in_capitals_are_the_same_in_quirks_mode_only(grow: Grow) -> None:
    around = Nowhere()
    sheet = ".u p { color: red } .u b + i { color: red }"
    page = f"<style>{sheet}</style><div class=U><p id=t>x</p><b>x</b><i>x</i></div>"

    quirky, standard = grow(page, around), grow(f"<!doctype html>{page}", around)

    assert looked_up(quirky)["color"] == style(quirky.all("i")[0])["color"] == "red"
    assert looked_up(standard)["color"] == style(standard.all("i")[0])["color"] != "red"


def test_a_state_that_depends_on_siblings_is_not_shared(grow: Grow) -> None:
    dom = grow("<style>b + a:focus { color: red }</style><p><a href=x>x</a><b>y</b><a href=x>x</a></p>")

    plain, red = (in_state(node, "focus")["color"] for node in dom.all("a"))

    assert plain != red == "red"


def test_rules_for_what_slots_show_are_not_those_for_everything(grow: Grow) -> None:
    dom = grow("<style>::slotted(*) { color: blue } * { color: red }</style><p id=t>x</p>")

    assert looked_up(dom)["color"] == "red"


def test_elements_in_a_shadow_tree_have_their_own_styles(grow: Grow) -> None:
    shadow = "<template shadowrootmode=open><style>p { color: %s }</style><p>x</p></template>"
    dom = grow("".join(f"<div>{shadow % colour}</div>" for colour in ("red", "blue")))

    assert [style(node)["color"] for node in dom.all("p")] == ["red", "blue"]


def test_a_full_wardrobe_makes_room(grow: Grow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.dom.styles.wardrobe.KINDS", 3)
    around = Nowhere()
    page = FIRST.format("p { color: red }")

    first, second = (looked_up(grow(page, around)) for _ in range(2))

    assert first is not second
    assert first["color"] == second["color"] == "red"
    assert isinstance(around.shared[Wardrobe], Wardrobe)
