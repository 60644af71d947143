"""The tables of WAI-ARIA: complete in themselves, and read as they are written."""

from __future__ import annotations

import pytest

from checks.dom.aria import ATTRIBUTES, ROLES, inherits


def test_every_role_and_state_that_the_tables_mention_is_in_them() -> None:
    for role in ROLES.values():
        assert ROLES.keys() >= {*role.parents, *role.owned, *role.context}
        assert ATTRIBUTES.keys() >= {
            *role.required,
            *role.required_if_focusable,
            *role.supported,
            *role.prohibited,
            *role.implicit,
        }


def test_only_abstract_roles_are_without_a_concrete_use_and_all_descend_from_roletype() -> None:
    assert {name for name, role in ROLES.items() if role.abstract} == set(
        "command composite input landmark range roletype section sectionhead select structure widget "
        "window".split()
    )
    assert all(inherits(name, "roletype") for name in ROLES)


@pytest.mark.parametrize(
    ("role", "ancestor"),
    [
        ("switch", "widget"),
        ("doc-biblioref", "link"),
        ("doc-toc", "landmark"),
        ("graphics-symbol", "img"),
        ("treegrid", "table"),
        ("link", "link"),
    ],
)
def test_a_role_inherits_from_itself_and_all_above(role: str, ancestor: str) -> None:
    assert inherits(role, ancestor)


def test_no_role_and_an_unknown_one_inherit_nothing() -> None:
    assert not inherits(None, "widget")
    assert not inherits("knapp", "knapp")
    assert not inherits("widget", "button")


def test_states_are_supported_along_the_way_down() -> None:
    assert {"aria-checked", "aria-required", "aria-disabled"} <= ROLES["switch"].supported
    assert "aria-expanded" in ROLES["columnheader"].supported  # from gridcell
    assert "aria-checked" not in ROLES["link"].supported


def test_names_are_prohibited_where_they_say_nothing() -> None:
    nameless = {name for name, role in ROLES.items() if "aria-label" in role.prohibited}

    assert nameless == set(
        "caption code deletion emphasis generic insertion mark none paragraph presentation strong "
        "subscript suggestion superscript".split()
    )


def test_children_are_presentational_as_act_lists_them_and_in_their_subclasses() -> None:
    flat = {name for name, role in ROLES.items() if role.presentational_children}

    assert flat == set(
        "button checkbox img meter menuitemcheckbox menuitemradio option progressbar radio scrollbar "
        "separator slider switch tab image graphics-symbol doc-pagebreak".split()
    )


TYPES = set("boolean id ids integer number optional string token tokens tristate".split())


def test_attributes_have_a_type_and_tokens_where_their_type_is_tokens() -> None:
    for attribute in ATTRIBUTES.values():
        assert attribute.type in TYPES
        assert bool(attribute.values) == (attribute.type in {"token", "tokens"})
    assert ATTRIBUTES["aria-disabled"].is_global  # deprecated as such, and still global
    assert not ATTRIBUTES["aria-checked"].is_global
