"""What the pages of uploaded lists share: taking a file in, and finding it back."""

from datetime import timedelta
from pathlib import PurePosixPath

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regio.models import KlaargezetteLijst
from regio.services.klaarzetten import BEWAREN
from regio.uitwisseling.meldingen import Geweigerd
from regio.uitwisseling.tabel import Tabel, lees_tabel, tekst_van
from regio.web.formulieren import HandelingForm

HOOGSTENS_GETOOND = 200


class BestandForm(HandelingForm):
    """A csv to look at first."""

    bestand = forms.FileField(
        label="Bestand",
        help_text="Een csv-bestand, van hooguit 1 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
        },
    )
    meeste_rijen = 0

    def clean_bestand(self):
        """The text and the table in it are kept on the form."""
        gekozen = self.cleaned_data["bestand"]
        self.naam = veilige_naam(gekozen.name)
        try:
            self.tekst = tekst_van(self.naam, gekozen.read())
            self.tabel = lees_tabel(self.naam, self.tekst, meeste_rijen=self.meeste_rijen)
        except Geweigerd as weigering:
            raise forms.ValidationError(str(weigering)) from weigering
        return gekozen


def veilige_naam(naam: str) -> str:
    """The last part, without signs that turn a line around or break it."""
    return "".join(t for t in PurePosixPath(naam).name if t.isprintable())[-255:] or "bestand"


def vind_lijst(
    request: HttpRequest, soort: str, sleutel, *, vergrendel: bool = False
) -> KlaargezetteLijst:
    """The list of this user. Raises Http404 for another's, and for one that expired."""
    vanaf: timedelta = BEWAREN
    rijen = KlaargezetteLijst.objects.filter(
        gebruiker=request.user, soort=soort, op__gt=timezone.now() - vanaf
    )
    if vergrendel:
        rijen = rijen.select_for_update(of=("self",))
    return get_object_or_404(rijen, sleutel=sleutel)


def tabel_van(lijst: KlaargezetteLijst, meeste_rijen: int) -> Tabel:
    """The table that was looked at when it came in."""
    return lees_tabel(lijst.naam, lijst.inhoud, meeste_rijen=meeste_rijen)
