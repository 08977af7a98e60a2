"""Send a form as a browser does: open its page, take the hidden fields along, and post."""

import re

from django.http import HttpResponse
from django.test import Client

from regio.inzendingen import VELD

SLEUTEL = re.compile(rf'name="{VELD}" value="([^"]+)"')


def sleutel_op(antwoord: HttpResponse) -> str:
    """The key of the (first) form on a page."""
    return SLEUTEL.search(antwoord.content.decode())[1]


def verstuur(client: Client, adres: str, **velden) -> HttpResponse:
    """Open the page at `adres` and send its form with these fields."""
    return client.post(adres, {VELD: sleutel_op(client.get(adres)), **velden})
