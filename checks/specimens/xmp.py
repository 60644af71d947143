"""The metadata of a specimen (XMP, ISO 16684-1)."""

from __future__ import annotations

from typing import Final

PROPERTIES: Final = """\
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Bygglov</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-03-02T09:30:00+01:00</xmp:CreateDate>
<xmp:ModifyDate>2026-03-02T09:30:00+01:00</xmp:ModifyDate>"""

_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
PROPERTIES
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def packet(text: str) -> bytes:
    """Return ``text`` where it is a whole packet, else the packet with these properties."""
    is_whole = text.startswith(("<?", "<x:", "<rdf:RDF"))
    return (text if is_whole else _PACKET.replace("PROPERTIES", text)).encode()
