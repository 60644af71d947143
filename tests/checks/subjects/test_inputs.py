from __future__ import annotations

from pathlib import Path

import pytest

from checks.subjects import gather
from pipeline.errors import TolkbarError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in (
        "ut/index.html",
        "ut/de/x.po",
        "sida.html",
        "mapp/två.htm",
        "p.pdf",
        "de.po",
        "notis.txt",
        "tom/x.txt",
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_a_folder_alone_is_a_site_with_short_names() -> None:
    inputs = gather(["ut/"])
    (site,) = inputs.sites
    assert (site.shown("index.html"), site.whole) == ("index.html", True)
    assert [catalog.path for catalog in inputs.catalogs] == ["de/x.po"]


@pytest.mark.usefixtures("here")
def test_several_arguments_keep_their_names_as_given() -> None:
    inputs = gather(["ut", "sida.html", Path("mapp/två.htm"), "p.pdf", "de.po"])

    assert [site.shown(path) for site in inputs.sites for path in site.page_paths] == [
        "ut/index.html",
        "sida.html",
        "mapp/två.htm",
    ]
    assert [site.whole for site in inputs.sites] == [True, False, False]
    assert [catalog.path for catalog in inputs.catalogs] == ["de.po", "ut/de/x.po"]
    assert inputs.documents == (Path("p.pdf"),)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("borta.html", "There is no such file or folder"),
        ("notis.txt", "It is nothing that can be judged"),
        ("tom", "The folder holds no page, document or catalog"),
        ("a\0b.html", "No file can have such a name"),
        ("notis.txt/x.html", "The file cannot be read: Not a directory"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_judged_is_refused_in_one_line_that_names_it(path: str, sentence: str) -> None:
    with pytest.raises(TolkbarError, match=sentence) as caught:
        gather([path])
    assert str(caught.value).startswith(path)
    assert "\n" not in str(caught.value)
