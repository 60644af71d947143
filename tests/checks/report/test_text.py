from __future__ import annotations

from datetime import date

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import find
from checks.requirements import Standard
from checks.waiver import Waiver
from pipeline.model import Location, Message, Trace, msg

LINK, NAME, FILE = find("link-target"), find("image-file-name"), find("unreferenced-file")


def report(*findings: Finding, gate: Gate = Gate.CLOSED) -> Report:
    counts = {"pages": 3, "images": 1, "documents": 4, "catalogs": 2}
    return Report(gate, Standard.EN301549_3_2_1, counts, (LINK,), findings)


def broken(path: str, line: int = 12) -> Finding:
    trace = Trace("kontakt.3", Location("de/kontakt.po", 33), Location("source/kontakt.md", 14))
    return Finding(
        LINK, Outcome.FAILED, msg("x.html leads nowhere."), Place(Location(path, line, 5), None, trace)
    )


def test_all_is_well_in_one_line() -> None:
    assert forms.text(report(gate=Gate.OPEN)) == (
        "Pages: 3, documents: 4, catalogs: 2. Nothing found: the gate is open.\n"
    )


def test_an_old_site_is_told_how_to_begin() -> None:
    hint = "So much at once? tolkbar baseline --help"
    old = [broken("de/k.html", line) for line in range(1, 300)]
    assert forms.text(report(*old)).splitlines()[-1].startswith(hint)
    assert hint not in forms.text(report(*old, gate=Gate.OPEN))
    assert hint not in forms.text(report(*old[:100]))


def test_findings_stand_under_the_file_to_edit_with_what_to_do() -> None:
    trace = Trace("kontakt.4", Location("de/kontakt.po", 40), Location("source/kontakt.md", 16))
    worded = Finding(
        NAME, Outcome.FAILED, msg("a.png is a file name."), Place(Location("de/k.html", 20), None, trace)
    )

    assert forms.text(report(broken("de/k.html"), worded)) == (
        "de/kontakt.po\n"
        "  40: a.png is a file name. [image-file-name, blocking]\n"
        "      Seen in de/k.html:20.\n"
        "      Source: source/kontakt.md:16.\n"
        "\n"
        "source/kontakt.md\n"
        "  14: x.html leads nowhere. [link-target, blocking]\n"
        "      Seen in de/k.html:12.\n"
        "\n"
        "link-target: Addresses within the site lead to something\n"
        f"  {LINK.why}\n"
        f"  {LINK.remedy[0]}\n"
        "  More, with examples: tolkbar explain link-target\n"
        "\n"
        "image-file-name: No text alternative is a file name\n"
        f"  {NAME.why}\n"
        f"  {NAME.remedy[0]}\n"
        "  More, with examples: tolkbar explain image-file-name\n"
        "\n"
        "Pages: 3, documents: 4, catalogs: 2. Blocking: 2, advisory: 0, to look at: 0. The gate is closed.\n"
    )


def test_one_line_to_edit_is_named_once_however_many_pages_show_it() -> None:
    text = forms.text(
        report(*(broken(f"{language}/{page}.html") for language in ("de", "en") for page in "abc"))
    )
    assert text.count("x.html leads nowhere") == 1
    assert "Seen in de/a.html:12, de/b.html:12, de/c.html:12 and 3 more." in text


def test_a_foreign_page_is_the_file_to_edit_itself() -> None:
    finding = Finding(LINK, Outcome.FAILED, msg("x.html leads nowhere."), Place(Location("k.html", 12)))
    assert forms.text(report(finding)).startswith(
        "k.html\n  12: x.html leads nowhere. [link-target, blocking]\n\n"
    )


def test_advice_and_doubt_are_told_apart() -> None:
    place = Place(Location("k.html", 1))
    text = forms.text(
        report(
            Finding(FILE, Outcome.FAILED, msg("one"), place),
            Finding(FILE, Outcome.CANNOT_TELL, msg("two"), place),
            gate=Gate.OPEN,
        )
    )
    assert "one [unreferenced-file, advisory]" in text
    assert text.endswith("Blocking: 0, advisory: 1, to look at: 1. The gate is open.\n")


def test_what_a_person_must_judge_is_told_by_the_question() -> None:
    questions = [
        Finding(NAME, Outcome.CANNOT_TELL, msg("Is {n} good?", n=n), Place(Location("k.html", n)))
        for n in range(1, 6)
    ]

    assert forms.text(report(*questions, gate=Gate.OPEN)) == (
        "For a person to judge; --format json lists every place:\n"
        "  No text alternative is a file name [image-file-name, 5]\n"
        "      Is 1 good?\n"
        "      Seen in k.html:1, k.html:2, k.html:3 and 2 more.\n"
        "\n"
        "Pages: 3, documents: 4, catalogs: 2. Blocking: 0, advisory: 0, to look at: 5. The gate is open.\n"
    )


def test_every_sentence_is_translated() -> None:
    def mark(message: Message) -> str:
        return f"«{message}»"

    for line in forms.text(report(broken("de/k.html")), mark).splitlines():
        assert not line or line.endswith(("»", "»]", "kontakt.md"))


def test_what_a_page_says_cannot_steer_the_terminal() -> None:
    nasty = msg("{address} leads nowhere.", address="\x1b[2J\r\n\u202ex")
    text = forms.text(report(Finding(LINK, Outcome.FAILED, nasty, Place(Location("a\x1b.html", 1)))))
    assert "\\x1b[2J\\x0d\\x0a\\x202ex leads nowhere." in text
    assert not set(text) & set("\x1b\r\u202e")


def test_the_line_to_edit_is_quoted_with_a_caret_below_the_place() -> None:
    finding = Finding(LINK, Outcome.FAILED, msg("x.html leads nowhere."), Place(Location("k.html", 2, 7)))
    look = forms.Look(line=lambda place: ["", "\t<p>Å <a href=x.html>X</a>"][place.line - 1])
    assert forms.text(report(finding), look=look).startswith(
        "k.html\n"
        "  2: x.html leads nowhere. [link-target, blocking]\n"
        "      | <p>Å <a href=x.html>X</a>\n"
        "      |      ^\n"
    )


def test_a_finding_has_the_number_to_waive_it_by() -> None:
    text = forms.text(report(broken("de/a.html"), broken("de/b.html")), look=forms.Look(numbered=True))
    assert "[link-target, blocking] #1\n" in text


def test_colours_are_only_where_somebody_wants_them() -> None:
    assert "\x1b[" not in forms.text(report(broken("de/k.html")))
    assert "\x1b[1;31mblocking\x1b[0m" in forms.text(
        report(broken("de/k.html")), look=forms.Look(coloured=True)
    )


def test_what_is_quoted_cannot_speak_to_the_terminal() -> None:
    finding = Finding(LINK, Outcome.FAILED, msg("x"), Place(Location("k.html", 1, 3)))
    text = forms.text(report(finding), look=forms.Look(line=lambda _: "a\x1b[2J\u202eb", coloured=True))
    assert "| a\\x1b[2J\\x202eb\n" in text


def test_accepted_findings_are_counted_and_not_told() -> None:
    place = Location("source/waivers.toml", 1)
    waiver = Waiver("link-target", "*", "", "Flyttar", date(2026, 12, 31), "Webb", place)
    text = forms.text(report(broken("de/k.html")._replace(waiver=waiver), gate=Gate.OPEN))
    assert text.endswith("catalogs: 2. Accepted by waivers: 1. Nothing found: the gate is open.\n")
    assert "leads nowhere" not in text


def test_a_finding_in_a_document_names_its_page_and_its_place_in_the_tags() -> None:
    def in_document(place: str | None) -> Finding:
        return Finding(LINK, Outcome.FAILED, msg("x leads nowhere."), Place(Location("policy.pdf", 1), place))

    told = forms.text(report(in_document("#page=1 Document > P[2]"), in_document("#page=3 Document > Table")))
    assert told.startswith(
        "policy.pdf\n"
        "  1: x leads nowhere. [link-target, blocking]\n"
        "      Seen in policy.pdf#page=1 Document > P[2], policy.pdf#page=3 Document > Table.\n"
    )
    assert "Seen in" not in forms.text(report(in_document(None)))
