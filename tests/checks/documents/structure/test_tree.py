from __future__ import annotations

import re

import msgspec
import pytest

from checks.documents import Facts
from checks.documents.opened import Gap
from checks.documents.reading import read
from checks.documents.structure import NO_PARENT, Element, Leaf, Structure
from checks.documents.structure.reading import DEPTH
from checks.documents.structure.roles import goes_in_circles, standard_type
from checks.specimens import specimen


def facts(text: str) -> Facts:
    found = read(specimen(text))
    assert isinstance(found, Facts)
    return found


def structure(text: str = "") -> Structure:
    found = facts(text).structure
    assert found is not None
    return found


def one(text: str, role: str) -> Element:
    return next(structure(text).having(role))


TABLE = """\
tags
  Document
    H1 "Avgifter"
    Table
      TR
        TD "Altan"
        TD "1 200 kr"
      TR
        TD
    P "Avgiften " annotation 1 " gäller från mars."
annotation /Subtype /Link /Contents (Taxa)
"""


def test_elements_stand_in_document_order_each_before_its_kids() -> None:
    tags = structure(TABLE)

    assert [node.type for node in tags.nodes] == [
        "Document",
        "H1",
        "Table",
        "TR",
        "TD",
        "TD",
        "TR",
        "TD",
        "P",
    ]
    assert [node.parent for node in tags.nodes] == [NO_PARENT, 0, 0, 2, 3, 3, 2, 6, 0]
    assert tags.nodes[0].kids == (1, 2, 8)


def test_the_place_of_an_element_reads_like_a_path() -> None:
    assert [element.path for element in structure(TABLE).having("TD")] == [
        "Document > Table > TR[1] > TD[1]",
        "Document > Table > TR[1] > TD[2]",
        "Document > Table > TR[2] > TD",
    ]


def test_of_a_deep_place_the_last_steps_are_shown() -> None:
    deep = "tags\n" + "".join(f"{'  ' * level}Div\n" for level in range(1, 21)) + "  " * 21 + "P"
    assert one(deep, "P").path == "… > " + "Div > " * 11 + "P"


def test_kids_are_elements_content_and_objects_in_their_order() -> None:
    before, link, after = one(TABLE, "P").node.kids

    assert (before, after) == (Leaf(1, 3), Leaf(1, 4))
    assert isinstance(link, Leaf)
    assert link.object != 0


def test_it_is_known_who_owns_content_and_annotations() -> None:
    tags = structure(TABLE)
    (link,) = (leaf for leaf in one(TABLE, "P").leaves if leaf.object)
    paths = [tags.owner_of_content(1, mcid) for mcid in range(5)]

    assert [element.path for element in paths if element is not None] == [
        "Document > H1",
        "Document > Table > TR[1] > TD[1]",
        "Document > Table > TR[1] > TD[2]",
        "Document > P",
        "Document > P",
    ]
    owner = tags.owner_of_object(link.object)
    assert owner is not None
    assert owner.role == "P"
    assert tags.owner_of_content(1, 5) is None
    assert tags.owner_of_content(2, 0) is None
    assert tags.owner_of_object(0) is None


def test_content_of_a_form_is_known_by_its_stream() -> None:
    tags = structure(
        "element2 /K << /Type /MCR /Pg @page /MCID 7 /Stm @form >>\n"
        "object form << /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>\n"
        "  BT ET"
    )
    (leaf,) = tags.nodes[1].kids
    assert isinstance(leaf, Leaf)

    owner = tags.owner_of_form_content(leaf.stream, 7)
    assert owner is not None
    assert owner.role == "H1"
    assert tags.owner_of_content(1, 7) is None


def test_the_parent_tree_leads_back_from_keys() -> None:
    tags = structure(TABLE)

    assert [owner and owner.role for owner in tags.owners_of_key(0)] == ["H1", "TD", "TD", "P", "P"]
    owner = tags.owner_of_key(1)
    assert owner is not None
    assert owner.role == "P"
    assert tags.owner_of_key(0) is None
    assert tags.owners_of_key(1) == ()
    assert tags.owner_of_key(99) is None


def test_what_the_parent_tree_names_outside_of_the_tags_has_no_owner() -> None:
    tags = structure("parents /Nums [0 [@loose null] 1 @loose]\nobject loose << /S /P >>")

    assert tags.parents == {0: (-1, -1), 1: -1}
    assert tags.owners_of_key(0) == (None, None)


def test_an_element_has_the_page_that_it_names_or_that_of_what_it_holds_or_stands_in() -> None:
    tags = structure(
        "element1 /Pg null\nelement2 /Pg null\nelement3 /Pg @page\nelement4 /Pg null\n"
        'tags\n  Document\n    Sect\n      P "Bygglov"\n      P\n'
    )
    assert [node.page for node in tags.nodes] == [1, 1, 1, 1]


def test_without_a_page_it_is_none() -> None:
    assert [node.page for node in structure("element1 /Pg null\ntags\n  Document").nodes] == [0]


@pytest.mark.parametrize(
    ("role_map", "role"),
    [
        ("", ""),
        ("/Rubrik /H1", "H1"),
        ("/Rubrik /Titel /Titel /Ännu /Ännu /H1", "H1"),
        ("/Rubrik /Titel /Titel /Rubrik", ""),
        ("/Rubrik /Rubrik", ""),
        ("/Rubrik (H1)", ""),
        ("/Rubrik /H1 /H1 /P", "H1"),  # a standard type is never mapped on
        ("/Rubrik /H12", "H12"),
        ("/Rubrik /H0", ""),
    ],
)
def test_the_role_map_is_followed_over_as_many_steps_as_it_takes(role_map: str, role: str) -> None:
    tags = structure(f'tree /RoleMap << {role_map} >>\ntags\n  Rubrik "Bygglov"')
    assert (tags.nodes[0].type, tags.nodes[0].role) == ("Rubrik", role)


def test_a_role_map_of_very_many_steps_leads_nowhere() -> None:
    chain = {f"Typ{step}": f"Typ{step + 1}" for step in range(9_000)} | {"Typ9000": "P"}

    assert standard_type("Typ8990", chain) == "P"
    assert standard_type("Typ0", chain) == ""
    assert not goes_in_circles("Typ0", chain)


def test_texts_that_are_absent_differ_from_empty_ones() -> None:
    node = one(
        'tags\n  Figure /Alt () /ActualText (§) /E /Namn /ID (f1) /T (Bild) /Lang (de) "."', "Figure"
    ).node

    assert (node.alt, node.actual_text, node.expansion) == ("", "§", None)
    assert (node.id, node.title, node.language) == ("f1", "Bild", "de")


def test_a_language_is_that_of_the_nearest_that_states_one() -> None:
    tags = structure(
        'tags\n  Document\n    Sect /Lang (de)\n      P "Hallo"\n      P /Lang () "?"\n    P "Hej"'
    )
    assert [element.language for element in tags.elements] == ["sv-SE", "de", "de", "", "sv-SE"]


def test_nonstruct_has_no_meaning_and_is_looked_through() -> None:
    text = "tags\n  Table\n    NonStruct\n      NonStruct\n        TR\n    TR"
    table = one(text, "Table")

    assert [kid.role for kid in table.kids] == ["NonStruct", "TR"]
    assert [member.role for member in table.members] == ["TR", "TR"]
    assert [row.holder and row.holder.role for row in table.structure.having("TR")] == ["Table", "Table"]


def test_attributes_are_an_elements_own_or_those_of_its_classes() -> None:
    cell = one(
        "tree /ClassMap << /rubrik [<< /O /Table /Scope /Row /ColSpan 3 >>] >>\n"
        "tags\n  TH /C [/rubrik 0 /okänd] /A [<< /O /Layout /Placement /Block /BBox [0 1 2 3] >> 0 "
        "<< /O /Table /Scope /Column >>]",
        "TH",
    )
    attributes = cell.attributes
    assert (attributes.scope, attributes.column_span, attributes.row_span) == ("Column", 3, 1)
    assert (attributes.placement, attributes.box) == ("Block", (0, 1, 2, 3))


@pytest.mark.parametrize(
    "entries",
    ["/Scope (Column)", "/RowSpan 0", "/RowSpan -2", "/ColSpan (2)", "/Headers /a", "/BBox [1 2]"],
)
def test_values_of_a_wrong_type_are_as_good_as_none(entries: str) -> None:
    cell = one(f"tags\n  TD /A << /O /Table {entries} >>", "TD")
    assert cell.attributes in (
        one("tags\n  TD", "TD").attributes,
        msgspec.structs.replace(cell.attributes, headers=()),
    )
    assert not cell.attributes.headers


def test_attributes_of_another_owner_say_nothing_of_tables() -> None:
    assert one("tags\n  TD /A << /O /HTML-4.01 /RowSpan 2 >>", "TD").attributes.row_span == 1


def test_an_element_that_is_met_twice_counts_once() -> None:
    tags = structure('tags\n  Document\n    P "Bygglov"\nelement1 /K [@element2 @element2 @element1]')
    assert [node.type for node in tags.nodes] == ["Document", "P"]


@pytest.mark.parametrize(
    "kids", ["null", "[null]", "(text)", "[/Name 1.5]", "<< /Type /MCR >>", "<< /Type /OBJR >>"]
)
def test_kids_that_are_none_are_left_out(kids: str) -> None:
    assert structure(f"element1 /K {kids}\ntags\n  Document").nodes[0].kids == ()


def test_elements_may_stand_in_the_tree_directly() -> None:
    tags = structure("tree /K << /S /Document /K [<< /S /P >> << /S /P >>] >>")
    assert [node.type for node in tags.nodes] == ["Document", "P", "P"]


def test_without_tags_there_is_no_structure() -> None:
    assert facts("catalog /StructTreeRoot null").structure is None
    assert structure("tree /K null").nodes == ()


def test_what_is_nested_too_deep_is_a_gap() -> None:
    deep = "".join(f"object e{level} << /S /Div /K @e{level + 1} >>\n" for level in range(DEPTH + 5))
    found = facts(f"tree /K @e0\n{deep}object e{DEPTH + 5} << /S /P >>")

    assert found.structure is not None
    assert len(found.structure.nodes) == DEPTH
    assert found.gaps == (Gap("structure", "limit"),)


def test_an_element_that_pypdf_cannot_read_is_a_gap_and_the_others_are_read() -> None:
    content = specimen('tags\n  Document\n    H1 "Bygglov"\n    P "Sök."')
    found = read(re.sub(rb"<< /Type /StructElem /S /H1.*?>>", lambda one: b"\xff" * len(one[0]), content))

    assert isinstance(found, Facts)
    assert found.structure is not None
    assert [node.type for node in found.structure.nodes] == ["Document", "P"]
    assert Gap("structure", "broken") in found.gaps


def test_many_elements_are_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checks.documents.structure.reading.ELEMENTS", 2)
    found = facts('tags\n  Document\n    P "1"\n    P "2"')

    assert found.structure is not None
    assert len(found.structure.nodes) == 2
    assert found.gaps == (Gap("structure", "limit"),)


def test_the_structure_goes_from_process_to_process_as_it_is() -> None:
    tags = structure(TABLE)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(tags), type=Structure) == tags
