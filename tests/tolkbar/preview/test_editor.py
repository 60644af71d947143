"""The editor's requests: answered to our own page alone, and never over what others have written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tolkbar.preview.editor import TOKEN, Editor
from tolkbar.preview.server import HOST
from tolkbar.preview.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support import SiteFolder
    from tests.tolkbar.preview.conftest import Answer, Preview

GERMAN = "locales/de/LC_MESSAGES/index.po"
WELCOME = {"language": "de", "page": "index", "msgid": "Välkommen"}


@dataclass(frozen=True, slots=True)
class Page:
    """Our page in a browser, or something that pretends to be."""

    preview: Preview
    token: str

    def ask(self, name: str, question: object, **headers: str | None) -> Answer:
        """Return what is answered; a header that is None is not sent."""
        ours = {
            "Host": f"{HOST}:{self.preview.port}",
            "Origin": f"http://{HOST}:{self.preview.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
            "Accept-Language": "en",
            TOKEN: self.token,
        }
        sent = {key: value for key, value in {**ours, **headers}.items() if value is not None}
        content = question if isinstance(question, bytes) else json.dumps(question).encode()
        return self.preview.ask("POST", f"/edit/{name}", content, **sent)

    def hears(self, name: str, question: object) -> Any:  # noqa: ANN401 - as JSON is
        """Return the answer to a request that is in order."""
        answer = self.ask(name, question)
        assert answer.status == 200, answer
        return json.loads(answer.body)

    def refusal(self, name: str, question: object, status: int, **headers: str) -> str:
        """Return the sentence by which a request is refused."""
        answer = self.ask(name, question, **headers)
        assert answer.status == status, answer
        return str(json.loads(answer.body)["sentence"])


@pytest.fixture
def page(preview: Callable[..., Preview]) -> Page:
    """Return our page of a preview in which translations may be written."""
    tokens = []

    def plugin(studio: Studio) -> object:
        tokens.append(Editor(studio).plugin)
        return tokens[0]

    running = preview(language=None, plugins=(plugin,))
    return Page(running, tokens[0].data["token"])


def draft(text: str) -> dict[str, object]:
    return {"forms": [[{"text": text}]]}


def kept(text: str, *, seen: str = "Willkommen", ready: bool = True) -> dict[str, object]:
    return {"which": WELCOME, "draft": draft(text), "seen": [seen], "ready": ready}


def test_a_text_is_opened_judged_and_saved(site: SiteFolder, page: Page) -> None:
    assert page.hears("open", {"which": WELCOME})["forms"][0]["parts"] == [{"text": "Willkommen"}]
    remarks = page.hears("judge", {"which": WELCOME, "draft": draft("Willkommen 17")})
    assert [remark["rule"] for remark in remarks] == ["values-kept"]
    result = page.hears("save", kept("Herzlich willkommen"))
    assert (result["outcome"], result["unit"]["state"]) == ("saved", "translated")
    assert 'msgstr "Herzlich willkommen"' in site.read(GERMAN)


def test_what_is_saved_shows_in_the_page(page: Page) -> None:
    page.hears("save", kept("Herzlich willkommen"))
    page.preview.wait_for(lambda heard: heard["kind"] == "made")
    assert "Herzlich willkommen" in page.preview.get("/site/de/index.html").body


def test_a_conflict_is_an_answer_with_what_stands_there_and_not_a_change(
    site: SiteFolder, page: Page
) -> None:
    site.edit(GERMAN, '"Willkommen"', '"Grüß Gott"')
    result = page.hears("save", kept("Herzlich willkommen"))
    assert (result["outcome"], result["unit"]["seen"]) == ("conflict", ["Grüß Gott"])
    assert '"Grüß Gott"' in site.read(GERMAN)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {TOKEN: None},
        {TOKEN: ""},
        {TOKEN: "x" * 43},
        {TOKEN: "ÅÄÖ"},
    ],
)
def test_nobody_but_our_own_page_may_write(
    site: SiteFolder, page: Page, headers: dict[str, str | None]
) -> None:
    before = site.read(GERMAN)
    assert page.ask("save", kept("Eingeschmuggelt"), **headers).status == 403
    assert site.read(GERMAN) == before


def test_every_run_has_a_token_of_its_own(site: SiteFolder) -> None:
    one, other = (Editor(Studio(site.root)).plugin.data["token"] for _ in range(2))
    assert one != other
    assert len(one) >= 43  # 256 bits


def test_without_edit_there_is_nothing_to_write_to(site: SiteFolder, preview: Callable[..., Preview]) -> None:
    before = site.read(GERMAN)
    page = Page(preview(), "")
    for name in ("open", "judge", "save", "next"):
        assert page.ask(name, kept("Eingeschmuggelt")).status == 404
    assert "data-token" not in page.preview.get("/page/de/index").body
    assert site.read(GERMAN) == before


def test_looking_never_writes(page: Page) -> None:
    assert page.preview.get("/edit/save").status == 405


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"which": 7}',
        b"\xff\xfe",
        b'{"which": ' * 5000,
        b"[" * 100_000,
        b'{"which": {"language": "de", "page": "index", "msgid": "V"}, "draft": {"forms": "x"}}',
    ],
)
def test_what_is_no_request_is_refused_in_a_sentence(page: Page, body: bytes) -> None:
    assert page.refusal("judge", body, 400).endswith("Load the page again.")


def test_a_request_without_end_is_not_read(page: Page) -> None:
    assert page.ask("judge", b" " * (2 << 20)).status == 413


def test_a_refusal_is_in_the_language_of_the_reader(site: SiteFolder, page: Page) -> None:
    site.write(GERMAN, site.read(GERMAN) + 'msgid "offen\n')
    opened = {"which": WELCOME}
    said = {page.refusal("open", opened, 409, **{"Accept-Language": tag}) for tag in ("sv", "en", "de")}
    assert len(said) == 3


def test_what_is_gone_or_damaged_is_told_with_its_place(site: SiteFolder, page: Page) -> None:
    gone = {"which": {**WELCOME, "msgid": "Det finns inte"}}
    said = page.refusal("open", gone, 409)
    assert said.startswith(f"{GERMAN}:1: This text is no longer in the catalog")
    site.write(GERMAN, site.read(GERMAN) + 'msgid "offen\n')
    assert page.refusal("save", kept("Herzlich willkommen"), 409).startswith(GERMAN)


def test_the_way_leads_on_to_pages_that_have_something_to_do(site: SiteFolder, page: Page) -> None:
    site.edit("locales/de/LC_MESSAGES/omsorg/index.po", '"Unsere Grundsätze"', '""')
    question = {"language": "de", "page": "kontakt", "state": "untranslated"}
    assert page.hears("next", question) == "/page/de/omsorg/index"
    assert page.hears("next", {**question, "page": "omsorg/index"}) is None
    assert page.hears("next", {**question, "state": "fuzzy"}) is None


def test_the_page_knows_which_text_each_button_is_for(page: Page) -> None:
    texts = page.preview.get("/page/de/index").soup.select("details[data-which]")
    assert WELCOME["msgid"] in [json.loads(str(text["data-which"]))["msgid"] for text in texts]
    assert {text["data-direction"] for text in texts} == {"ltr"}
    assert page.preview.get("/page/sv/index").soup.select("details[data-which]") == []


def test_the_modules_of_the_editor_are_there(page: Page) -> None:
    for name in ("editor", "form", "field", "tokens", "keys", "drafts", "calls"):
        assert page.preview.get(f"/assets/edit/{name}.js").status == 200
