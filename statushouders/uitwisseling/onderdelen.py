"""Which part of an xlsx holds which sheet."""

import io
import posixpath
import zipfile

from defusedxml import ElementTree


def bladnaam_per_onderdeel(inhoud: bytes) -> dict[str, str]:
    """`xl/worksheets/sheet1.xml` -> `statushouders`; empty when the workbook does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            boek = ElementTree.fromstring(pakket.read("xl/workbook.xml"))
            banden = ElementTree.fromstring(pakket.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    doelen = {
        band.get("Id"): posixpath.normpath(posixpath.join("/xl", band.get("Target", ""))).lstrip(
            "/"
        )
        for band in banden
    }
    gevonden = {}
    for element in boek.iter():
        if element.tag.endswith("}sheet"):
            sleutel = next((w for n, w in element.attrib.items() if n.endswith("}id")), None)
            if sleutel in doelen:
                gevonden[doelen[sleutel]] = element.get("name", "")
    return gevonden
