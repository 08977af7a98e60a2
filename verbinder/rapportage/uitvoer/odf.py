"""What the OpenDocument files share: Dutch, a title, no leftovers of the empty template."""

import io
import re
import struct
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile, ZipInfo

from odfdo import Document, Element

from verbinder.rapportage.rapport import Logo

PETROL = "#115e67"
PLEK = "@@inhoud@@"
# Centimetres that a logo may take; and where a PNG says how many pixels it has.
LOGO_BREED, LOGO_HOOG = 6.5, 1.6
LENGTE_VOOR_DE_MAAT = 16
# Parts of the empty template that mean nothing here.
OVERBODIG = ("Thumbnails/", "Configurations2/")
OVERBODIGE_REGEL = re.compile(
    rb'<manifest:file-entry[^>]*full-path="(?:Thumbnails|Configurations2)[^>]*/>'
)
NIET_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def nieuw(soort: str, *, titel: str, op: datetime) -> Document:
    """An empty `text` or `spreadsheet` in Dutch."""
    document = Document(soort)
    document.body.clear()
    document.meta.title = titel
    document.meta.language = "nl-NL"
    document.meta.creation_date = document.meta.date = op.replace(tzinfo=None, microsecond=0)
    for eigenschappen in document.styles.get_elements("//style:text-properties"):
        if eigenschappen.get_attribute("fo:language"):
            eigenschappen.set_attribute("fo:language", "nl")
            eigenschappen.set_attribute("fo:country", "NL")
    return document


def bewaar(document: Document, inhoud: str, *, op: datetime) -> bytes:
    """The document as a file, with `inhoud` (markup) as its body.

    odfdo makes the package; the body goes in afterwards as one piece of text, for adding it node
    by node takes seconds. The times in the package are `op`: the same report, the same bytes.
    """
    document.body.append(element(f"<text:p>{PLEK}</text:p>"))
    leeg = io.BytesIO()
    document.save(leeg)
    uit = io.BytesIO()
    with ZipFile(leeg) as bron, ZipFile(uit, "w") as doel:
        for deel in bron.infolist():
            gegevens = bron.read(deel)
            if deel.filename.startswith(OVERBODIG):
                continue
            if deel.filename == "content.xml":
                gegevens = _vul(gegevens.decode(), inhoud).encode()
            elif deel.filename == "META-INF/manifest.xml":
                gegevens = OVERBODIGE_REGEL.sub(b"", gegevens)
            nieuw_deel = ZipInfo(deel.filename, op.timetuple()[:6])
            nieuw_deel.compress_type = deel.compress_type
            doel.writestr(nieuw_deel, gegevens)
    return uit.getvalue()


def _vul(content: str, inhoud: str) -> str:
    voor, na = re.split(rf"<text:p[^>]*>{PLEK}</text:p>", content)
    return voor + inhoud + na


def element(xml: str) -> Element:
    """A piece of markup of our own; every text in it went through `tekst` or `attribuut`."""
    return Element.from_tag(xml)


def tekst(waarde: str) -> str:
    """Text, fit to stand in XML."""
    return escape(NIET_IN_XML.sub("", waarde))


def attribuut(waarde: str) -> str:
    """The quoted value of an attribute."""
    return quoteattr(NIET_IN_XML.sub("", waarde))


def voeg_stijlen_toe(document: Document, *stijlen: str) -> None:
    """Add automatic styles to the content."""
    for plek in document.content.get_elements("//office:automatic-styles"):
        for stijl in stijlen:
            plek.append(element(stijl))


def voeg_logo_toe(document: Document, logo: Logo) -> str:
    """Put the logo into the package; returns the paragraph that shows it."""
    breedte, hoogte = struct.unpack_from(">II", logo.inhoud, LENGTE_VOOR_DE_MAAT)
    schaal = min(LOGO_BREED / breedte, LOGO_HOOG / hoogte)
    adres = document.add_file(io.BytesIO(logo.inhoud))
    return (
        '<text:p text:style-name="Standard"><draw:frame draw:name="logo"'
        f' text:anchor-type="as-char" svg:width="{breedte * schaal:.2f}cm"'
        f' svg:height="{hoogte * schaal:.2f}cm"><draw:image xlink:href={attribuut(adres)}'
        ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{tekst(logo.tekst)}</svg:title></draw:frame></text:p>"
    )
