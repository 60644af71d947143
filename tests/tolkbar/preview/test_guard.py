"""Nobody but this machine's own browser, on a page of the preview, gets anything out of it."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tolkbar.preview.guard import hosts
from tolkbar.preview.server import HOST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.preview.conftest import Preview

    Start = Callable[..., Preview]

CROSS_SITE = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    "name", ["kommun.example", "127.0.0.1", "127.0.0.1:1", "localhost.example:{port}", ""]
)
def test_a_name_that_was_made_to_lead_here_gets_nothing(preview: Start, name: str) -> None:
    running = preview()
    answer = running.get("/", Host=name.format(port=running.port))
    assert (answer.status, answer.body) == (403, "Forbidden\n")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_it_answers_to_both_of_its_names(preview: Start, name: str) -> None:
    running = preview()
    assert running.get("/", Host=f"{name}:{running.port}").status == 200


def test_browsers_leave_out_the_port_that_all_servers_have() -> None:
    assert {"127.0.0.1", "localhost", "localhost:80"} <= hosts(80)
    assert "localhost" not in hosts(8080)


def test_other_machines_do_not_reach_it(preview: Start) -> None:
    running = preview()
    with socket.socket() as other, pytest.raises(OSError, match="refused"):
        other.connect(("127.0.0.2", running.port))  # any address of this machine but the one


def test_a_page_of_another_server_may_lead_here_and_embed_nothing(preview: Start) -> None:
    running = preview()
    follows = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    framed = {**follows, "Sec_Fetch_Dest": "iframe"}
    assert running.get("/", **follows).status == 200
    assert running.get("/", **framed).status == 403
    assert running.get("/site/de/index.html", **CROSS_SITE).status == 403
    assert running.get("/site/de/index.html", **{**CROSS_SITE, "Sec_Fetch_Site": "same-site"}).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_whoever_wants_more_than_to_look_must_come_from_our_own_pages(preview: Start, method: str) -> None:
    running = preview()
    ours = f"http://{HOST}:{running.port}"
    assert running.ask(method, "/").status == 403
    assert running.ask(method, "/", Origin="https://kommun.example").status == 403
    assert running.ask(method, "/", Origin="null").status == 403
    assert running.ask(method, "/", Origin=ours, Sec_Fetch_Site="cross-site").status == 403
    assert running.ask(method, "/", Origin=ours, Sec_Fetch_Site="same-origin").status == 405


def test_only_our_own_pages_hear_what_happens(preview: Start) -> None:
    running = preview()
    assert running.get("/events", **UPGRADE).status == 403
    assert running.get("/events", **UPGRADE, Origin="https://kommun.example").status == 403


def test_no_answer_says_that_others_may_use_it(preview: Start) -> None:
    running = preview()
    for path in ("/", "/page/de/index", "/site/de/index.html", "/site/de/documents/policy.pdf", "/nothing"):
        headers = running.get(path, Origin="https://kommun.example").headers
        assert not [name for name in headers if name.startswith("access-control")]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_our_own_pages_run_nothing_but_their_own_scripts(preview: Start) -> None:
    running = preview()
    first, second = running.get("/page/de/index"), running.get("/page/de/index")
    policy = first.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'nonce-")
    assert "unsafe" not in policy
    assert policy != second.headers["content-security-policy"]
    scripts = first.soup.select("script")
    assert scripts
    assert all(f"'nonce-{script['nonce']}'" in policy for script in scripts)
    assert not first.soup.select("[style], [onclick], style")


def test_the_sites_pages_keep_the_policy_they_bring(preview: Start) -> None:
    headers = preview().get("/site/de/index.html").headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
