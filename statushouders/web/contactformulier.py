"""Filling in the quick form beforehand, for the list, the person page and its own page alike."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest

from statushouders.models import Actie, Statushouder
from statushouders.web.formulieren.contact import ContactForm

LAATSTE_SOORT = "laatste_contactsoort"


class OpenStap(NamedTuple):
    """What the form needs of a next step."""

    sleutel: UUID
    omschrijving: str
    datum: date

    @classmethod
    def van_rij(cls, persoon: Statushouder) -> "OpenStap | None":
        """The first open step of a person who was read with `met_lijstgegevens`."""
        if persoon.stap_sleutel is None:
            return None
        return cls(persoon.stap_sleutel, persoon.stap, persoon.stap_datum)


def eerste_stap(persoon: Statushouder) -> OpenStap | None:
    """The open step that comes first."""
    open_ = persoon.acties.filter(klaar_op__isnull=True).order_by("datum", "pk")
    rij = open_.values_list("sleutel", "omschrijving", "datum").first()
    return OpenStap(*rij) if rij else None


def contactformulier(
    request: HttpRequest,
    persoon: Statushouder,
    *,
    stap: OpenStap | None,
    op: date,
    terug: str,
    ontvangt: bool = False,
    vorige: Actie | None = None,
    met_focus: bool = True,
) -> ContactForm:
    """The form for a contact with this person, filled in from the open `stap` and the last time.

    Only the page that it is sent to `ontvangt`: there it holds what was sent, and `vorige` is the
    step that it was filled in from.
    """
    begin = ContactForm.beginwaarden(
        stap, soort=request.session.get(LAATSTE_SOORT, ""), op=op, terug=terug
    )
    kwargs = {
        "initial": begin,
        "persoon": persoon,
        "op": op,
        "vorige": vorige,
        "auto_id": f"contact_{persoon.pk}_%s",
    }
    form = ContactForm.van(request, **kwargs) if ontvangt else ContactForm(**kwargs)
    if met_focus and not form.is_bound:
        form.fields["soort"].widget.attrs["autofocus"] = True
    return form
