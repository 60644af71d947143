"""Shadow roots that a script builds, where it does nothing else."""

from __future__ import annotations

import pytest

from checks.accessibility._behaviour import hides_shadows
from checks.dom.names import accessible_name
from checks.dom.tree import Dom, Node
from checks.subjects import Page
from pipeline.page import read_page

HOST = '<div id="kort" role="button">under</div>'


def grow(script: str, body: str = HOST) -> Dom:
    return Dom(read_page(f"<title>x</title>{body}<script>{script}</script>", "sv/x.html").document)


def host(dom: Dom) -> Node:
    node = dom.by_id("kort")
    assert node is not None
    return node


PLAIN = [
    """
    const kort = document.getElementById("kort")
    const rot = kort.attachShadow({ mode: "open" })
    rot.innerHTML = '<b title="så">Öppna</b> <slot></slot>'
    """,
    "document.querySelector('div').attachShadow({mode: 'open'}).innerHTML = `<b>Öppna</b>\n<slot></slot>`;",
    """var r = document.querySelector("[role=button]").attachShadow({});
       r.textContent = "<skrivs över>"; r.innerHTML = "<b>\\"Öppna\\"</b> <slot></slot>" """,
]
NOT_PLAIN = [
    "if (ny) document.getElementById('kort').attachShadow({mode: 'open'}).innerHTML = '<b>x</b>'",
    "document.getElementById('kort').attachShadow({mode: 'open'}).innerHTML = '<b>' + namn + '</b>'",
    "document.getElementById('kort').attachShadow({mode: 'open'}).innerHTML = `<b>${namn}</b>`",
    "class Kort extends HTMLElement { constructor() { super(); this.attachShadow({mode: 'open'}) } }",
    "const rot = document.getElementById('kort').attachShadow({mode: 'open'})\nrot.append(knapp())",
    "x.attachShadow({});" * 60,
    "attachShadow" + " " * 30_000,
]


@pytest.mark.parametrize("script", PLAIN)
def test_what_a_plain_script_writes_is_part_of_the_page(script: str) -> None:
    dom = grow(script)

    assert accessible_name(host(dom)).replace('"', "") == "Öppna under"
    assert next(node.tag for node in host(dom).elements) == "b"
    assert not hides_shadows(dom)


@pytest.mark.parametrize("script", NOT_PLAIN)
def test_of_any_other_script_it_is_only_known_that_there_is_one(script: str) -> None:
    dom = grow(script)

    assert host(dom).text == "under"
    assert hides_shadows(dom)


@pytest.mark.parametrize(
    "script",
    [
        "document.getElementById('borta').attachShadow({}).innerHTML = 'x'",
        "document.querySelector('>>').attachShadow({}).innerHTML = 'x'",
        "kort.attachShadow({}).innerHTML = 'x'",
        "const kort = document.getElementById('kort'); kort.innerHTML = 'attachShadow'",
        "document.querySelector('title').attachShadow({}).innerHTML = 'x'",
    ],
)
def test_a_script_ends_where_it_would_throw(script: str) -> None:
    assert host(grow(script)).text == "under"


def test_a_host_keeps_the_first_root_that_it_gets_and_text_is_text() -> None:
    dom = grow(
        "const a = document.querySelector('div')\na.attachShadow({}).textContent = '<b>'\na.attachShadow({})"
    )

    assert host(dom).text == "<b>"


def test_what_a_script_writes_stands_where_its_host_does() -> None:
    page = Page.read(f"<title>x</title>\n\n{HOST}\n<script>{PLAIN[0]}</script>", "sv/x.html")
    (bold,) = page.dom.all("b")

    assert page.place(bold, None).location.line == 3
    assert page.place(bold, "title").location.line == 3
