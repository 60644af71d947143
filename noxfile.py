"""Everything that can be run, one session each: ``nox -l`` lists them, ``nox -s NAME -- ARGUMENTS`` runs one.

Plain ``nox`` runs what CI runs.  Every session has an environment of its own, with exactly the
versions that ``constraints.txt`` names; it is kept, and filled anew only when something it was
filled from has changed.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import nox

nox.needs_version = ">=2024.4.15"
nox.options.sessions = ["lint", "types", "layers", "publish", "browser", "tests", "act", "pdfua"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = True

ROOT = Path(__file__).parent
CONSTRAINTS = ROOT / "constraints.txt"
PYPROJECT = ROOT / "pyproject.toml"
PACKAGES = ("pipeline", "checks", "tolkbar")
GROUPS: dict[str, list[str]] = nox.project.load_toml(PYPROJECT)["dependency-groups"]


@nox.session
def publish(session: nox.Session) -> None:
    """Turn source/ into output/sv, output/en and output/de, if the gate is open."""
    install_wheel(session)
    session.run("tolkbar", "publish", *session.posargs)


@nox.session
def checks(session: nox.Session) -> None:
    """Judge the site without publishing it: the gate alone, for editors."""
    install_wheel(session)
    session.run("tolkbar", "check", *session.posargs)


@nox.session
def serve(session: nox.Session) -> None:
    """Show the site in a browser while it is written: ``-- --edit --open`` to translate there."""
    install_wheel(session)
    session.run("tolkbar", "serve", *session.posargs)


@nox.session
def tolkbar(session: nox.Session) -> None:
    """Run any other command: ``-- status``, ``-- export --to sent.xlf``, ``-- import sent.xlf``."""
    install_wheel(session)
    session.run("tolkbar", *session.posargs)


@nox.session
def links(session: nox.Session) -> None:
    """Follow every link of the site, those to other servers too; ``--exclude`` leaves addresses out."""
    install_wheel(session)
    session.run(
        *("tolkbar", "check", "--external", "--family", "links", "--family", "external"), *session.posargs
    )


@nox.session
def tests(session: nox.Session) -> None:
    """Run the whole test suite on every core; arguments go to pytest instead."""
    install_editable(session, "test")
    session.run("pytest", *(session.posargs or ("-n", "auto")))


@nox.session
def act(session: nox.Session) -> None:
    """Judge W3C's test cases for ACT rules, found where TOLKBAR_ACT says; fail below the floor.

    Arguments: ``--list`` names every case that is missed, ``--earl FILE`` keeps the report for W3C.
    """
    cases = Path(os.environ.get("TOLKBAR_ACT", ROOT.parent / "shared" / "act"))
    if not (cases / "testcases.json").is_file():
        session.skip(f"{cases} holds no testcases.json; TOLKBAR_ACT can name another folder")
    install_editable(session)
    report = Path(session.create_tmp()) / "act.json"
    session.run("python", "-m", "tests.conformance", str(cases), f"--earl={report}", *session.posargs)


@nox.session
def pdfua(session: nox.Session) -> None:
    """Judge veraPDF's documents for PDF/UA-1, found where TOLKBAR_PDF says; fail below the floor."""
    corpus = Path(os.environ.get("TOLKBAR_PDF", ROOT.parent / "shared" / "pdf"))
    if not (corpus / "pdfua1_rules.json").is_file():
        session.skip(f"{corpus} holds no pdfua1_rules.json; TOLKBAR_PDF can name another folder")
    install_editable(session)
    session.run("python", "-m", "tests.conformance.pdfua", str(corpus), *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Visit what we publish with Chromium: keys, small screens, large text, print; axe-core must agree.

    Debian's ``chromium`` and ``npm`` must be there.  Arguments go to pytest instead.
    """
    install_editable(session, "test", "browser")
    session.run("python", "-m", "tests.browser", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Read the Python files for faults and for form."""
    install_groups(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Prove that types agree, strictly."""
    install_editable(session, "lint", "test", "documents", "browser")
    session.run("mypy", *session.posargs)


@nox.session
def layers(session: nox.Session) -> None:
    """Prove that no room imports one above it."""
    install_editable(session, "lint")
    session.run("lint-imports", "--no-logo", *session.posargs)


@nox.session
def documents(session: nox.Session) -> None:
    """Make the stand-in PDF documents of source/documents/ anew."""
    install_groups(session, "documents")
    session.run("python", "source/documents/stand_ins.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure Tolkbar beside its peers (Translate Toolkit, gettext, axe, lychee), in one run: ratios."""
    install_editable(session, "bench", "documents")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def mutations(session: nox.Session) -> None:
    """Judge 20,000 mutated pages, 10,000 documents and the largest pages there may be, within limits.

    Arguments: ``--kind documents --seed 2`` takes other mutants; with any, the rest is left out.
    """
    install_editable(session)
    if session.posargs:
        session.run("python", "-m", "tests.mutations", *session.posargs)
        return
    session.run("python", "-m", "tests.mutations")
    session.run("python", "-m", "tests.mutations", "--kind=documents", "--count=1000", "--seconds=60")
    session.run("python", "-m", "tests.mutations.full_size")


@nox.session
def kills(session: nox.Session) -> None:
    """Kill what writes at 200 random moments, let two programs write at once; nothing may be lost.

    Arguments: ``--seed 2`` takes other moments, ``--command edit`` that command alone, ``--duels 0`` no
    second program.
    """
    install_editable(session)
    session.run("python", "-m", "tests.kills", *session.posargs)


@nox.session
def remembering(session: nox.Session) -> None:
    """Change 100 small sites 60 times each; what is remembered must be what would be found afresh.

    Arguments: ``--seed 2`` takes other sites.
    """
    install_editable(session)
    session.run("python", "-m", "tests.remembering", *session.posargs)


@nox.session
def cluster(session: nox.Session) -> None:
    """Let a real Dask scheduler and four workers judge an archive; kill one, then all, then the scheduler."""
    install(session, ["--editable", ".[cluster]", *requirements("test")], [])
    session.run("pytest", "tests/cluster", *session.posargs)


@nox.session
def messages(session: nox.Session) -> None:
    """Take the tool's own sentences out of the code, into tolkbar/locales/ for their translators."""
    install_editable(session)
    session.run("python", "-m", "tolkbar.messages")


@nox.session
def docs(session: nox.Session) -> None:
    """Write the catalogue of rules in docs/rules/ from the rules and their translations."""
    install_editable(session)
    session.run("python", "-m", "tolkbar.catalogue")


@nox.session
def lock(session: nox.Session) -> None:
    """Write constraints.txt: the newest versions that pyproject.toml allows, for every system."""
    install_groups(session, "lock")
    session.run(
        *("uv", "pip", "compile", "pyproject.toml", "--universal", "--upgrade", "--quiet"),
        *("--all-extras", *(f"--group={group}" for group in GROUPS)),
        *("--python-version=3.11", "--custom-compile-command=nox -s lock"),
        *("--no-annotate", "--output-file=constraints.txt"),
        *session.posargs,
    )


def install_wheel(session: nox.Session) -> None:
    """Install Tolkbar as its users do: from the wheel, with nothing beside it."""
    sources = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*"))]
    install(session, ["."], [path for path in sources if path.is_file() and path.suffix != ".pyc"])


def install_editable(session: nox.Session, *groups: str) -> None:
    """Install Tolkbar so that what stands in the tree is what runs, with ``groups`` beside it."""
    install(session, ["--editable", ".", *requirements(*groups)], [])


def install_groups(session: nox.Session, *groups: str) -> None:
    """Install only the tools of ``groups``."""
    install(session, requirements(*groups), [])


def requirements(*groups: str) -> list[str]:
    """Return what the dependency groups of pyproject.toml ask for."""
    return [requirement for group in groups for requirement in GROUPS[group]]


def install(session: nox.Session, what: list[str], made_from: list[Path]) -> None:
    """Let pip install ``what`` in the locked versions, unless the environment was filled from the same bytes.

    pip takes seconds to find out that it has nothing to do, on every run; a digest takes none.
    """
    digest = sha256("\0".join(what).encode())
    for path in (PYPROJECT, CONSTRAINTS, *made_from):
        digest.update(f"\0{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    stamp = Path(session.virtualenv.location) / "filled-from"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == digest.hexdigest():
        return
    session.install("--constraint", "constraints.txt", *what, env={"PIP_BUILD_CONSTRAINT": "constraints.txt"})
    stamp.write_text(digest.hexdigest(), encoding="ascii")
