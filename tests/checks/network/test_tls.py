"""Certificates as browsers see them, with an authority of our own that is trusted here."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from checks.network.connection import Outside
from checks.subjects.answers import Answer, Reply
from tests.checks.network.conftest import QUICK, Names
from tests.servers import Server, page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Serve = Callable[..., Server]
    Ask = Callable[..., Answer]
    Visit = Callable[[ssl.SSLContext | None], Answer]

NOW = datetime.now(UTC)
AUTHORITY = "ca.example"


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a certificate is about, or who signs it."""

    name: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def certificate(self, signer: Party, begun: float = 30, days: float = 100) -> x509.Certificate:
        """Return a certificate that ``signer`` gave so many days ago, and that holds for so many more."""
        builder = x509.CertificateBuilder(
            issuer_name=_name(signer.name),
            subject_name=_name(self.name),
            public_key=self.key.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=NOW - timedelta(days=begun),
            not_valid_after=NOW + timedelta(days=days),
        )
        names = x509.SubjectAlternativeName([x509.DNSName(self.name)])
        use = x509.BasicConstraints(ca=self.name == AUTHORITY, path_length=None)
        builder = builder.add_extension(names, critical=False).add_extension(use, critical=True)
        return builder.sign(signer.key, hashes.SHA256())


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def context(folder: Path, party: Party, certificate: x509.Certificate) -> ssl.SSLContext:
    """Return what a server shows that has this certificate."""
    file = folder / "server.pem"
    key = party.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(key + certificate.public_bytes(serialization.Encoding.PEM))
    shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shown.load_cert_chain(file)
    return shown


@pytest.fixture(scope="module")
def authority() -> Party:
    """Return an authority that this machine knows."""
    return Party(AUTHORITY)


@pytest.fixture
def outside(authority: Party) -> Outside:
    """Return a world in which the authority is trusted, and a.example is here."""
    known = authority.certificate(authority).public_bytes(serialization.Encoding.PEM).decode()
    return Outside(
        lambda: Names({"a.example": "127.0.0.1"}), lambda: ssl.create_default_context(cadata=known)
    )


@pytest.fixture
def visit(serve: Serve, ask: Ask, outside: Outside) -> Visit:
    """Ask https://a.example/, which shows a certificate or none."""

    def one(trust: ssl.SSLContext | None) -> Answer:
        address = serve(page(""), trust=trust).at(host="a.example")
        return ask(address.replace("http:", "https:"), replace(QUICK, retries=0), outside)

    return one


def test_it_is_told_how_long_a_certificate_holds(visit: Visit, authority: Party, tmp_path: Path) -> None:
    party = Party("a.example")
    found = visit(context(tmp_path, party, party.certificate(authority, days=3.5)))
    assert (found.reply, found.days_left) == (Reply.FOUND, 3)


@pytest.mark.parametrize(
    ("name", "begun", "days", "reply"),
    [
        ("a.example", 30, -1, Reply.EXPIRED),
        ("a.example", -1, 30, Reply.EXPIRED),  # not valid yet
        ("b.example", 30, 30, Reply.OTHER_NAME),
    ],
)
def test_what_browsers_warn_of_is_broken(  # noqa: PLR0913, PLR0917 - what differs, and where
    visit: Visit, authority: Party, tmp_path: Path, name: str, begun: float, days: float, reply: Reply
) -> None:
    party = Party(name)
    found = visit(context(tmp_path, party, party.certificate(authority, begun, days)))
    assert (found.reply, found.is_broken) == (reply, True)


def test_a_certificate_that_vouches_for_itself_is_broken(visit: Visit, tmp_path: Path) -> None:
    party = Party("a.example")
    assert visit(context(tmp_path, party, party.certificate(party))).reply is Reply.SELF_SIGNED


def test_an_issuer_that_only_this_machine_does_not_know_is_left_to_a_person(
    visit: Visit, tmp_path: Path
) -> None:
    party = Party("a.example")
    found = visit(context(tmp_path, party, party.certificate(Party("stranger.example"))))
    assert (found.reply, found.is_broken) == (Reply.ISSUER, False)


def test_a_server_without_tls_behind_https_is_left_to_a_person(visit: Visit) -> None:
    found = visit(None)
    assert found.reply in {Reply.TLS, Reply.CLOSED, Reply.SILENT}
    assert not found.is_broken
