"""contacts.toml: what a record gives, and what it says when something is wrong."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from pipeline.config import Address, Hours, load_contacts
from pipeline.errors import ConfigError
from pipeline.model import Location

if TYPE_CHECKING:
    from tests.pipeline.config.conftest import SourceFolder


def test_records_are_read_by_id_in_the_order_of_the_file(site: SourceFolder) -> None:
    contacts = load_contacts(site.root)
    assert list(contacts) == ["charlotta-filling", "kontaktcenter"]

    contact = contacts["charlotta-filling"]
    assert contact.id == "charlotta-filling"
    assert (contact.name, contact.role) == ("Charlotta Filling", "Strateg")
    assert contact.unit == "Internationellt arbete"
    assert (contact.telephone, contact.email) == ("021-39 26 36", "charlotta.filling@vasteras.se")
    assert contact.address == Address(
        street=None, building="Stadshuset", room="A185", postcode="721 87", town="Västerås"
    )
    assert contact.hours == (
        Hours(days=("monday", "thursday"), opens=time(9), closes=time(16)),
        Hours(days=("friday", "friday"), opens=time(9), closes=time(15)),
    )


def test_a_unit_needs_no_role_and_no_hours(site: SourceFolder) -> None:
    contact = load_contacts(site.root)["kontaktcenter"]
    assert (contact.role, contact.unit, contact.hours) == (None, None, ())


def test_a_record_knows_where_it_and_its_texts_stand(site: SourceFolder) -> None:
    contact = load_contacts(site.root)["charlotta-filling"]
    assert contact.location == Location("source/contacts.toml", 1)
    assert contact.places["role"] == Location("source/contacts.toml", 3)
    assert contact.places["address.room"].line == 7
    assert contact.places["hours.1.opens"].line == 16


def test_a_file_without_records_is_in_order(site: SourceFolder) -> None:
    site.write("source/contacts.toml", "# nobody yet\n")
    assert load_contacts(site.root) == {}


@pytest.mark.parametrize(
    "number",
    ["08-690 91 91", "0771-567 567", "010-123 45 67", "08-500 000 00", "070-174 06 05", "+49 30 12345678"],
)
def test_numbers_are_kept_as_people_write_them(site: SourceFolder, number: str) -> None:
    site.edit("source/contacts.toml", "021-39 26 36", number)
    assert load_contacts(site.root)["charlotta-filling"].telephone == number


def test_a_text_over_several_lines_becomes_one_line(site: SourceFolder) -> None:
    site.edit("source/contacts.toml", '"Strateg"', '"""\n  Strateg\n  för världen\n"""')
    assert load_contacts(site.root)["charlotta-filling"].role == "Strateg för världen"


def test_no_break_spaces_in_numbers_are_ordinary_spaces(site: SourceFolder) -> None:
    site.edit("source/contacts.toml", "021-39 26 36", "021-39\u00a026\u00a036")
    site.edit("source/contacts.toml", "721 87", "721\u00a087")
    contact = load_contacts(site.root)["charlotta-filling"]
    assert (contact.telephone, contact.address.postcode) == ("021-39 26 36", "721 87")


NO_TELEPHONE = (
    "is no telephone number; write area code, hyphen and groups of two or three digits as in "
    'telephone = "08-465 004 00", and one abroad with + and its country code.'
)
NO_EMAIL = 'is no e-mail address; write email = "kontakt@kommun.example".'
NO_POSTCODE = 'is no postcode; write three digits, a space and two digits, as in postcode = "721 87".'
NO_DAYS = (
    'The key "days" needs the first and the last day, in the order of the week, '
    'as in days = ["monday", "friday"].'
)
NO_NAME = "is no name for a record; write a-z, 0-9 and single hyphens only, as in [kontakt-center]."
KEYS = "name, kind, role, unit, telephone, email, address, hours"
ADDRESS_KEYS = "street, building, room, postcode, town"
ADDRESS = '{ building = "Stadshuset", room = "A185", postcode = "721 87", town = "Västerås" }'

FAULTS = [
    # A key that is unknown, missing or of the wrong type
    (
        'telephone = "021-39 26 36"\n',
        "",
        '1: The key "telephone" is missing in [charlotta-filling]; add telephone = "08-465 004 00".',
    ),
    (
        'email = "charlotta.filling@vasteras.se"\n',
        "",
        '1: The key "email" is missing in [charlotta-filling]; add email = "kontakt@kommun.example".',
    ),
    (
        "address =",
        "adress =",
        '7: The key "adress" is unknown in [charlotta-filling]; did you mean "address"?',
    ),
    (
        "telephone =",
        "phone =",
        f'5: The key "phone" is unknown in [charlotta-filling]; the keys there are {KEYS}.',
    ),
    # Telephone: phonenumbers alone would let the first two pass
    *(
        ("021-39 26 36", number, f'5: "{number}" {NO_TELEPHONE}')
        for number in (
            "021-39 26 3",
            "021-39 26 36 5",
            "021-00 00",
            "021392636",
            "(021) 39 26 36",
            "021-39–26 36",
            "+46 21 39 26 36",
            "+999 12 34 56",
            "112",
            "ring växeln",
        )
    ),
    (
        '"021-39 26 36"',
        "21392636",
        '5: The key "telephone" needs text in quotation marks, as in telephone = "08-465 004 00".',
    ),
    # E-mail
    *(
        ("charlotta.filling@vasteras.se", address, f'6: "{address}" {NO_EMAIL}')
        for address in (
            "charlotta.filling",
            "charlotta@vasteras",
            "a b@vasteras.se",
            "charlotta@vasteras.se.",
        )
    ),
    ("filling@", "filling\u200b@", f'6: "charlotta.filling\\u200b@vasteras.se" {NO_EMAIL}'),
    # Address
    *(("721 87", code, f'7: "{code}" {NO_POSTCODE}') for code in ("72187", "721 8", "SE-721 87", "721-87")),
    ('"721 87"', "72187", '7: The key "postcode" needs text in quotation marks, as in postcode = "721 87".'),
    (
        ', town = "Västerås"',
        "",
        '7: The key "town" is missing in [charlotta-filling.address]; add town = "Västerås".',
    ),
    (
        "room =",
        "rum =",
        f'7: The key "rum" is unknown in [charlotta-filling.address]; the keys there are {ADDRESS_KEYS}.',
    ),
    (
        ADDRESS,
        '"Stadshuset"',
        '7: The key "address" must be a table, as in address = { postcode = "721 87", town = "Västerås" }.',
    ),
    # Opening hours
    ('"monday", "thursday"', '"måndag"', '10: "måndag" is no value of "days"; did you mean "monday"?'),
    ('"monday", "thursday"', '"thursday", "monday"', f"10: {NO_DAYS}"),
    ('"monday", "thursday"', '"monday", "tuesday", "friday"', f"10: {NO_DAYS}"),
    ('"monday", "thursday"', "", f"10: {NO_DAYS}"),
    (
        '["monday", "thursday"]',
        '"monday"',
        '10: The key "days" must be a list, as in days = ["monday", "friday"].',
    ),
    (
        "09:00:00",
        "17:00:00",
        "12: It closes at 16:00 but opens at 17:00; write the later time after closes.",
    ),
    (
        "09:00:00",
        "16:00:00",
        "12: It closes at 16:00 but opens at 16:00; write the later time after closes.",
    ),
    (
        "09:00:00",
        '"9.00"',
        '11: The key "opens" needs a time without quotation marks, as in opens = 09:00:00.',
    ),
    (
        "opens = 09:00:00\n",
        "",
        '9: The key "opens" is missing in [charlotta-filling.hours]; add opens = 09:00:00.',
    ),
    (
        "[kontaktcenter]",
        "[charlotta-filling.address]",
        "19: This key or table stands in the file before; keep one of the two.",
    ),
    # Records
    (
        "[charlotta-filling]\n",
        "",
        '1: The key "name" stands in no record; begin each with its name, as in [kontakt-center].',
    ),
    (
        "[kontaktcenter]",
        "[Kontakt_Center]",
        f'19: "Kontakt_Center" {NO_NAME}',
    ),
    (
        "[kontaktcenter]",
        "[[kontaktcenter]]",
        '19: The key "kontaktcenter" must be a table, as in [kontaktcenter].',
    ),
    (
        "[kontaktcenter]",
        "[charlotta-filling]",
        "19: This key or table stands in the file before; keep one of the two.",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_a_fault_is_told_in_one_line(site: SourceFolder, old: str, new: str, sentence: str) -> None:
    site.edit("source/contacts.toml", old, new)
    with pytest.raises(ConfigError) as caught:
        load_contacts(site.root)
    assert str(caught.value) == f"source/contacts.toml:{sentence}"


def test_one_table_of_hours_must_be_a_list_of_one(site: SourceFolder) -> None:
    site.write(
        "source/contacts.toml",
        '[a]\nname = "A"\ntelephone = "021-39 26 36"\nemail = "a@b.se"\n'
        'address = { postcode = "721 87", town = "Västerås" }\n'
        '[a.hours]\ndays = ["monday"]\nopens = 09:00:00\ncloses = 10:00:00\n',
    )
    with pytest.raises(ConfigError) as caught:
        load_contacts(site.root)
    assert (
        str(caught.value) == 'source/contacts.toml:6: The key "hours" must be a list, as in [[name.hours]].'
    )
