"""The preview serves the candidate, and nothing beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support import SiteFolder
    from tests.tolkbar.preview.conftest import Preview

    Start = Callable[..., Preview]


@pytest.mark.parametrize(
    "path",
    [
        "/site/../source/site.toml",
        "/site/../../source/site.toml",
        "/site/%2e%2e/state.sqlite",
        "/site/..%2fstate.sqlite",
        "/site/de/..%2f..%2fstate.sqlite",
        "/site/de/%2e%2e/%2e%2e/state.sqlite",
        "/site//etc/passwd",
        "/site/%2fetc%2fpasswd",
        "/site/..\\state.sqlite",
        "/site/..%5cstate.sqlite",
        "/site/de/index.html%00.txt",
        "/site/.hidden.html",
        "/site/de/.hidden/index.html",
        "/assets/../server.py",
        "/assets/..%2fserver.py",
        "/assets/%2e%2e/server.py",
        "/page/de/../../site.toml",
        "/at/../state.sqlite",
        "/rules/../../source",
        "/source/site.toml",
        "/state.sqlite",
        "/site/" + "a" * 5000,
    ],
)
def test_no_address_leads_out_of_it(preview: Start, site: SiteFolder, path: str) -> None:
    site.write(".tolkbar/candidate/.hidden.html", "hidden")
    answer = preview().get(path)
    assert answer.status in {400, 403, 404}
    assert "<h1>There is nothing at this address." in answer.body or "<" not in answer.body


def test_a_link_to_elsewhere_is_not_followed(preview: Start, site: SiteFolder) -> None:
    running = preview()
    secret = site.write("secret.txt", "secret")
    (site.candidate / "de/link.txt").symlink_to(secret)
    (site.candidate / "de/folder").symlink_to(site.root)
    assert running.get("/site/de/link.txt").status == 404
    assert running.get("/site/de/folder/secret.txt").status == 404


def test_a_folder_is_its_start_page_and_never_a_listing(preview: Start) -> None:
    running = preview()
    assert 'lang="de"' in running.get("/site/de/").body
    assert running.get("/site/de").headers["location"] == "/site/de/"
    assert running.get("/site/de/documents/").status == 404
    assert running.get("/site/de/documents").status == 404
    assert running.get("/assets/").status == 404


def test_files_come_as_what_they_are(preview: Start, site: SiteFolder) -> None:
    running = preview()
    document = running.get("/site/de/documents/policy.pdf")
    assert document.headers["content-type"] == "application/pdf"
    assert running.get("/site/de/index.html").headers["content-type"] == "text/html; charset=utf-8"
    assert running.get("/assets/shell.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert running.ask("HEAD", "/site/de/index.html").body == ""
    assert running.get("/site/sitemap.xml").body == site.read(".tolkbar/candidate/sitemap.xml")


def test_what_is_served_of_a_page_differs_from_the_candidate_in_the_names_of_units_alone(
    preview: Start, site: SiteFolder
) -> None:
    running = preview()
    before = site.files()
    served = running.get("/site/de/index.html").soup
    named = served.select("[data-tolkbar-unit]")
    assert len(named) > 5
    for element in named:
        del element["data-tolkbar-unit"]
    assert str(served) == str(site.soup("de/index.html"))
    assert site.files() == before
