"""The key of a shown form: random, and signed for the user it was shown to."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

VELD = "formulier_sleutel"
ZOUT = "regio.inzending"
# Older than a session can be: nobody sends that form again.
BEWAREN = timedelta(days=2)


@dataclass(frozen=True)
class Sleutel:
    """One showing of one form to one user."""

    sleutel: uuid.UUID
    gebruiker_id: int


def nieuwe_sleutel(gebruiker) -> str:
    """A fresh key, as the hidden field holds it."""
    return signing.dumps([uuid.uuid4().hex, gebruiker.pk], salt=ZOUT)


def lees_sleutel(tekst: str) -> Sleutel | None:
    """The key that a form sent along; None when it is absent or not ours."""
    try:
        sleutel, gebruiker_id = signing.loads(tekst, salt=ZOUT)
        return Sleutel(uuid.UUID(sleutel), int(gebruiker_id))
    except (signing.BadSignature, TypeError, ValueError):
        return None
