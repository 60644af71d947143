"""What accname 1.2, HTML-AAM and SVG-AAM promise, step by step: the element with the id ``x`` is asked."""

from __future__ import annotations

import pytest

from checks.dom.names import accessible_description, accessible_name, labels
from checks.dom.names.computation import LENGTH
from checks.dom.tree import Dom, Node
from pipeline.page import read_page


def ask(content: str) -> Node:
    node = Dom(read_page(content, "sv/x.html").document).by_id("x")
    assert node is not None
    return node


HIDDEN = [  # 2A
    ('<a href="" id="x">Karta <b hidden>dold</b></a>', "Karta"),
    ('<a href="" id="x">Karta <b aria-hidden="true">dold</b></a>', "Karta"),
    (
        '<a href="" id="x">Karta <b style="visibility: hidden">dold</b></a>',
        "Karta",
    ),
    ('<a href="" id="x" hidden>Karta</a>', ""),
    ('<a href="" id="x">Karta <style>a {}</style><script>1</script></a>', "Karta"),
]
REFERENCES = [  # 2B
    (
        '<a href="" id="x" aria-labelledby="b c">Karta</a> <i id="b">Till</i> <i id="c">kartan</i>',
        "Till kartan",
    ),
    (
        '<a href="" id="x" aria-labelledby="c b">Karta</a> <i id="b">Till</i> <i id="c">kartan</i>',
        "kartan Till",
    ),
    ('<a href="" id="x" aria-labelledby="finns-inte">Karta</a>', "Karta"),
    ('<a href="" id="x" aria-labelledby="b" aria-label="Karta"></a> <i id="b"></i>', "Karta"),
    (
        '<a href="" id="x" aria-labelledby="x b" aria-label="Ta bort"></a> <i id="b">kartan</i>',
        "Ta bort kartan",
    ),
    # what is hidden counts where it is referred to, with all that is hidden in it
    (
        '<a href="" id="x" aria-labelledby="b"></a> <i id="b" hidden>Till <b hidden>kartan</b></i>',
        "Till kartan",
    ),
    ('<a href="" id="x" aria-labelledby="b"></a> <p hidden><i id="b">kartan</i></p>', "kartan"),
    # and where something is referred to that is not hidden, what is hidden in it does not
    ('<a href="" id="x" aria-labelledby="b"></a> <i id="b">Till <b hidden>kartan</b></i>', "Till"),
    # references are followed once, and not in circles
    (
        '<i id="x" role="img" aria-labelledby="b"></i> <i id="b" aria-labelledby="c">B</i> <i id="c">C</i>',
        "B",
    ),
    ('<a href="" id="x" aria-labelledby="b">X</a> <a href="" id="b" aria-labelledby="x">B</a>', "B"),
    ('<h1 id="x">Hej <a href="" aria-labelledby="x">du</a></h1>', "Hej du"),
    ('<a href="" id="x">Till <i aria-labelledby="b">x</i></a> <i id="b">kartan</i>', "Till kartan"),
]
CONTROLS = [  # 2C
    (
        '<label for="x">Blinka <input value="3" aria-label="n"></label> <input type="checkbox" id="x">',
        "Blinka 3",
    ),
    (
        '<label><input type="checkbox" id="x"> <select><option>en<option selected>två</select></label>',
        "två",
    ),
    ('<label><input type="checkbox" id="x"> <select><option>en<option>två</select></label>', "en"),
    (
        '<label><input type="checkbox" id="x"> <input type="range" value="7" aria-valuetext="sju"></label>',
        "sju",
    ),
    ('<label><input type="checkbox" id="x"> <i role="slider" aria-valuenow="7">å</i></label>', "7"),
    ('<label><input type="checkbox" id="x"> <i role="textbox">fritt</i></label>', "fritt"),
    (
        """<label><input type="checkbox" id="x"> <i role="listbox"><b role="option">en</b>
        <b role="option" aria-selected="true">två</b></i></label>""",
        "två",
    ),
    # the value of the field itself is no part of its name
    ('<label>Namn <input id="x" value="Åsa"></label>', "Namn"),
]
ARIA_LABEL = [  # 2D
    ('<a href="" id="x" aria-label=" Till  kartan ">Karta</a>', "Till kartan"),
    ('<a href="" id="x" aria-label=" ">Karta</a>', "Karta"),
    ('<a href="" id="x">Till <i aria-label="kartan">x</i></a>', "Till kartan"),
    ('<p id="x" aria-label="Stycke">Text</p>', ""),  # naming is prohibited
]
NATIVE = [  # 2E
    ('<img id="x" alt="Karta" title="T">', "Karta"),
    ('<img id="x" title="Karta">', "Karta"),
    ('<img id="x" alt="" title="Karta">', ""),
    ('<label for="x">Namn</label> <label for="x">för</label> <input id="x">', "Namn för"),
    ('<label for="x" hidden>Namn</label> <input id="x">', "Namn"),
    ('<label for="x">Namn</label> <div id="x" role="textbox"></div>', ""),
    ('<label>Skicka <button id="x">nu</button></label>', "Skicka"),
    ('<input id="x" type="button" value="Sök">', "Sök"),
    ('<input id="x" type="button" title="Sök">', "Sök"),
    ('<input id="x" type="submit">', "Submit"),
    ('<input id="x" type="reset">', "Reset"),
    ('<input id="x" type="submit" value="">', ""),
    ('<input id="x" type="image" alt="Sök">', "Sök"),
    ('<input id="x" type="image" title="Sök">', "Sök"),
    ('<input id="x" type="image">', "Submit Query"),
    ('<fieldset id="x"><legend>Adress <b>hem</b></legend><legend>Andra</legend></fieldset>', "Adress hem"),
    ('<figure id="x"><img alt="A"><figcaption>Bildtext</figcaption></figure>', "Bildtext"),
    ('<table id="x"><caption>Priser</caption><tr><td>1</table>', "Priser"),
    ('<select><optgroup id="x" label="Städer"><option>Köping</optgroup></select>', "Städer"),
    ('<select><option id="x" label="Köping">K</select>', "Köping"),
    ('<img usemap="#m"><map name="m"><area id="x" href="" alt="Köping"></map>', "Köping"),
    ('<iframe id="x" title="Film">Text</iframe>', "Film"),
    ('<html id="x"><title>Simhallen</title>', "Simhallen"),
    ('<svg id="x" role="img"><title>Karta</title><desc>över staden</desc></svg>', "Karta"),
    ('<svg><a id="x" xlink:href="" xlink:title="Karta"><path/></a></svg>', "Karta"),
    ('<svg><a id="x" href=""><text>Karta</text></a></svg>', "Karta"),
    ('<a href="" id="x">Till <svg><title>kartan</title></svg></a>', "Till kartan"),
    ('<math id="x"><mi>x</mi></math>', ""),
]
CONTENT = [  # 2F, 2G, 2H
    ('<button id="x">Till <b>kar<i>tan</i></b></button>', "Till kartan"),
    ('<a href="" id="x"><b>Kar</b><b>ta</b></a>', "Karta"),
    ('<a href="" id="x"><div>Karta</div><div>Stad</div></a>', "Karta Stad"),
    ('<a href="" id="x">Karta<br>Stad</a>', "Karta Stad"),
    ('<a href="" id="x">Karta<b style="display: inline-block">Stad</b></a>', "Karta Stad"),
    ('<a href="" id="x"><ul><li>Karta<li>Stad</ul></a>', "Karta Stad"),
    ('<a href="" id="x">\xa0Karta\n\t över </a>', "Karta över"),
    ('<a href="" id="x">Karta <img alt="(pdf)" src=""></a>', "Karta (pdf)"),
    ('<a href="" id="x">Karta <img alt="(pdf)" role="none"></a>', "Karta"),
    ('<details><summary id="x">Mer om <b>bad</b></summary></details>', "Mer om bad"),
    ('<nav id="x">Meny</nav>', ""),
    ('<ul><li id="x">Punkt</ul>', ""),
    ('<h1 id="x">Till <i aria-owns="b"></i></h1> <b id="b">kartan</b>', "Till kartan"),
    ('<h1 id="x">Till <b id="b">kartan</b></h1> <i aria-owns="b"></i>', "Till"),
    (
        '<a href="" id="x"><p><template shadowrootmode="open">Till <slot></slot></template>kartan</p></a>',
        "Till kartan",
    ),
]
GENERATED = [  # 2F.ii
    ('a::before { content: "Ny: " }', "Ny: Karta"),
    ("a::after { content: '!' }", "Karta!"),
    ("a::after { content: '!'; display: block }", "Karta !"),
    ('a::before { content: "✶" / "Ny" " " }', "Ny Karta"),
    ('a::before { content: url(pil.svg) / "" }', "Karta"),
    ("a::before { content: attr(data-art) ' ' }", "Stor Karta"),
    ("a::before { content: '»'; display: none }", "Karta"),
    ("a { content: '»' }", "Karta"),
]
TOOLTIPS = [  # 2I
    ('<a href="" id="x" title="Karta"><img alt=""></a>', "Karta"),
    ('<a href="" id="x">Till <i title="kartan"></i></a>', "Till kartan"),
    ('<input id="x" title="Namn" placeholder="Åsa">', "Namn"),
    ('<input id="x" placeholder="Åsa">', "Åsa"),
    ('<textarea id="x" placeholder="Skriv"></textarea>', "Skriv"),
    ('<input id="x" type="checkbox" placeholder="Åsa">', ""),
]


@pytest.mark.parametrize(
    ("content", "name"),
    [*HIDDEN, *REFERENCES, *CONTROLS, *ARIA_LABEL, *NATIVE, *CONTENT, *TOOLTIPS],
)
def test_an_element_is_called(content: str, name: str) -> None:
    assert accessible_name(ask(content)) == name


@pytest.mark.parametrize(("sheet", "name"), GENERATED)
def test_generated_text_is_part_of_a_name(sheet: str, name: str) -> None:
    assert accessible_name(ask(f'<style>{sheet}</style><a href="" id="x" data-art="Stor">Karta</a>')) == name


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (
            '<input id="x" aria-describedby="b c"> <i id="b">Tolv</i> <i id="c" hidden>siffror</i>',
            "Tolv siffror",
        ),
        ('<input id="x" aria-description="Tolv siffror" title="T">', "Tolv siffror"),
        ('<input id="x" aria-label="Nummer" title="Tolv siffror">', "Tolv siffror"),
        ('<input id="x" title="Nummer">', ""),
        ('<input id="x" title="Nummer" placeholder="19121212">', "19121212"),
        ('<table id="x" aria-label="A"><caption>Priser</caption></table>', "Priser"),
        ('<svg id="x" role="img"><title>Karta</title><desc>över staden</desc></svg>', "över staden"),
        ('<svg id="x" role="img" aria-label="A"><title>Karta</title></svg>', "Karta"),
        ('<i id="x" aria-describedby="b">x</i> <i id="b" aria-labelledby="x">Tolv</i>', "Tolv"),
        ('<a href="" id="x">Karta</a>', ""),
    ],
)
def test_an_element_is_described(content: str, description: str) -> None:
    assert accessible_description(ask(content)) == description


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('<label id="a" for="x"></label> <label id="b"><input id="x"></label>', ["a", "b"]),
        ('<label id="a"><input type="hidden"><i><input id="x"></i><input></label>', ["a"]),
        ('<label><input></label> <label id="a"><input><input id="x"></label>', []),
        ('<label id="a" for="finns-inte"><input id="x"></label>', []),
        ('<label for="x"></label> <p id="x"></p>', []),
    ],
)
def test_a_label_belongs_to_one_control(content: str, ids: list[str]) -> None:
    assert [label.get("id") for label in labels(ask(content))] == ids


def test_a_label_is_read_once_where_its_control_stands_beside_it() -> None:
    content = '<h1 id="x"><label for="c">Ja</label> <input type="checkbox" id="c"></h1>'
    assert accessible_name(ask(content)) == "Ja"


def test_a_name_that_was_read_through_a_reference_is_no_other_for_it() -> None:
    dom = ask(
        '<a href="" id="x" aria-labelledby="b"></a> <a href="" id="b" aria-labelledby="c">B</a> <i id="c">C'
    ).dom
    link, other, _ = (dom.by_id(name) for name in "xbc")
    assert link is not None
    assert other is not None

    assert [accessible_name(link), accessible_name(other), accessible_name(link)] == ["B", "C", "B"]


@pytest.mark.parametrize(
    "content",
    [
        '<h1 id="x">a</h1>' + "<i>" * 100_000 + "tief" + '<h1 aria-labelledby="x">b</h1>',
        "".join(f'<label for="i{n}"><input id="i{n - 1}"></label>' for n in range(20_000)) + '<input id="x">',
        "".join(f'<a href="" id="i{n}" aria-labelledby="i{n + 1}">a</a>' for n in range(20_000))
        + '<i id="x">',
        '<div id="x" role="button">' + "wort " * 500_000 + "</div>",
        '<p id="t">'
        + "<b>ö</b>" * 20_000
        + "</p>"
        + '<a href="" aria-labelledby="t"></a>' * 20_000
        + '<i id="x">',
        '<p id="t">a</p><a id="x" href="" aria-labelledby="' + "t " * 200_000 + '"></a>',
        "".join(f'<h2 id="i{n}" aria-owns="i{n + 1}">a</h2>' for n in range(5_000)) + '<i id="x">',
        '<b role="link">' * 190 + "<i></i>" * 20_000 + '<i id="x">',
    ],
    ids=["deep", "labels of labels", "chain", "long", "shared", "many ids", "owned in a row", "nested links"],
)
def test_what_refers_to_much_ends(content: str) -> None:
    for node in ask(content).dom.nodes:
        assert len(accessible_name(node)) <= 3 * LENGTH
