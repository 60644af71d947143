"""Names of folders, computers and accounts are found; addresses and names for the public are not."""

from __future__ import annotations

import pytest

from checks.values import computers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"Microsoft Word - C:\Users\anna01\Bygglov.docx", [r"C:\Users\anna01\Bygglov.docx"]),
        ("C:/Temp/a.docx och D:/arkiv/b.docx", ["C:/Temp/a.docx", "D:/arkiv/b.docx"]),
        (r"(\\srv-fil01\hem$\anna\a.docx)", [r"\\srv-fil01\hem$\anna\a.docx"]),
        ("file:///Users/anna/Desktop/a.indd", ["file:///Users/anna/Desktop/a.indd"]),
        ("/home/anna/bygglov.tex", ["/home/anna/bygglov.tex"]),
        ("gjord på DESKTOP-AB12CD3", ["DESKTOP-AB12CD3"]),
        ("Annas-MacBook-Pro.local", ["Annas-MacBook-Pro.local"]),
        ("https://www.vasteras.se/home/bygglov", []),
        ("https://example.se/c:/x", []),
        ("http://ns.adobe.com/xap/1.0/ xmp.did:1f2e uuid:C3 D:20260302093000", []),
    ],
)
def test_it_finds_what_names_the_insides_of_an_office(text: str, found: list[str]) -> None:
    assert list(computers.find(text)) == found


@pytest.mark.parametrize(
    "name", ["anna01", "u12345", "ABC123", r"vasteras\anna01", "anna.svensson", "Admin", "a@b.se"]
)
def test_it_tells_accounts(name: str) -> None:
    assert computers.is_account(name)


@pytest.mark.parametrize(
    "name", ["Anna Svensson", "Västerås stad", "vasteras.se", "SIS2026", "Digg", "3M", "A. Ek", ""]
)
def test_it_leaves_names_of_people_and_organisations_alone(name: str) -> None:
    assert not computers.is_account(name)
