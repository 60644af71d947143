"""External: what other servers answered about the addresses that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.external.external_certificate import ExternalCertificate
from checks.external.external_fragment import ExternalFragment
from checks.external.external_link import ExternalLink
from checks.external.external_redirect import ExternalRedirect

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    ExternalLink(),
    ExternalRedirect(),
    ExternalFragment(),
    ExternalCertificate(),
)
