"""Rules on how to reach somebody: telephone, e-mail, postal address, opening hours, person and role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.contacts.address_country import AddressCountry
from checks.contacts.address_editions import AddressEditions
from checks.contacts.area_code import AreaCode
from checks.contacts.contact_agrees import ContactAgrees
from checks.contacts.contact_data_agrees import ContactDataAgrees
from checks.contacts.contact_editions import ContactEditions
from checks.contacts.email_editions import EmailEditions
from checks.contacts.email_link import EmailLink
from checks.contacts.email_linked import EmailLinked
from checks.contacts.email_text_agrees import EmailTextAgrees
from checks.contacts.invisible_characters import InvisibleCharacters
from checks.contacts.opening_hours_editions import OpeningHoursEditions
from checks.contacts.opening_hours_form import OpeningHoursForm
from checks.contacts.phone_abroad import PhoneAbroad
from checks.contacts.phone_editions import PhoneEditions
from checks.contacts.phone_form import PhoneForm
from checks.contacts.phone_link import PhoneLink
from checks.contacts.phone_linked import PhoneLinked
from checks.contacts.phone_number import PhoneNumber
from checks.contacts.phone_text_agrees import PhoneTextAgrees
from checks.contacts.postcode import Postcode
from checks.contacts.postcode_form import PostcodeForm
from checks.contacts.town_spelling import TownSpelling

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PhoneLink(),
    PhoneTextAgrees(),
    PhoneLinked(),
    PhoneNumber(),
    PhoneForm(),
    PhoneAbroad(),
    AreaCode(),
    PhoneEditions(),
    EmailLink(),
    EmailTextAgrees(),
    EmailLinked(),
    EmailEditions(),
    InvisibleCharacters(),
    Postcode(),
    PostcodeForm(),
    AddressCountry(),
    TownSpelling(),
    AddressEditions(),
    OpeningHoursForm(),
    OpeningHoursEditions(),
    ContactDataAgrees(),
    ContactEditions(),
    ContactAgrees(),
)
