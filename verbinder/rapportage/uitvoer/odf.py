"""What the OpenDocument files share: Dutch, a title, no leftovers of the empty template."""

import io
import re
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile, ZipInfo

from odfdo import Document, Element

PETROL = "#115e67"
PLEK = "@@inhoud@@"
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
