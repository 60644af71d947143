"""The predefined CMaps (ISO 32000-1, Tables 118 and 119), and the collections whose characters are known."""

from __future__ import annotations

from typing import Final

from checks.documents.fonts.nouns import Collection

IDENTITY: Final = ("Identity-H", "Identity-V")

# Each writes horizontally and, with V at its end, vertically; the number is the newest supplement in it.
_TABLE: Final = """
Adobe-GB1    GB-EUC 0   GBpc-EUC 0   GBK-EUC 2   GBKp-EUC 2   GBK2K 5   UniGB-UCS2 4   UniGB-UTF16 5
Adobe-CNS1   B5pc 0   HKscs-B5 3   ETen-B5 0   ETenms-B5 0   CNS-EUC 0   UniCNS-UCS2 3   UniCNS-UTF16 7
Adobe-Japan1 83pv-RKSJ 1   90ms-RKSJ 2   90msp-RKSJ 2   90pv-RKSJ 1   Add-RKSJ 1   EUC 1   Ext-RKSJ 2
Adobe-Japan1 UniJIS-UCS2 4   UniJIS-UCS2-HW 4   UniJIS-UTF16 7
Adobe-Korea1 KSC-EUC 0   KSCms-UHC 1   KSCms-UHC-HW 1   KSCpc-EUC 0   UniKS-UCS2 1   UniKS-UTF16 2
"""
_ONLY_HORIZONTAL: Final = ("83pv-RKSJ", "90pv-RKSJ", "KSCpc-EUC")


def _collections() -> dict[str, Collection]:
    found = {"H": Collection("Adobe", "Japan1", 1), "V": Collection("Adobe", "Japan1", 1)}
    for line in _TABLE.strip().splitlines():
        collection, *words = line.split()
        registry, ordering = collection.split("-")
        for name, supplement in zip(words[::2], words[1::2], strict=True):
            covered = Collection(registry, ordering, int(supplement))
            found[f"{name}-H"] = covered
            if name not in _ONLY_HORIZONTAL:
                found[f"{name}-V"] = covered
    return found


COLLECTIONS: Final = _collections()  # of each predefined CMap that is not Identity
NAMES: Final = frozenset((*IDENTITY, *COLLECTIONS))
KNOWN: Final = frozenset(("Adobe", ordering) for ordering in ("GB1", "CNS1", "Japan1", "Korea1"))
