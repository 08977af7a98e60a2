"""A gemeente looks at its own figures of a half-year, and says whether they are right."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from regio.models import Arbeidsmarktregio, Gemeente, Recht
from regio.perioden import Halfjaar, vandaag
from regio.web.formulieren import HandelingForm, eenmalig, toon
from verbinder.rapportage.eigen import eigen_cijfers, laatste_bevestigingen
from verbinder.rapportage.services import bevestig_cijfers, gesloten_op
from verbinder.rapportage.uitgave import MET_EIGEN_CIJFERS
from verbinder.rapportage.web.maken import lees_halfjaar

KEUZES = (("ja", "Ja, deze cijfers kloppen"), ("nee", "Nee, er klopt iets niet"))


class BevestigCijfersForm(HandelingForm):
    """Whether the figures are right."""

    akkoord = forms.TypedChoiceField(
        label="Kloppen deze cijfers?",
        choices=KEUZES,
        coerce=lambda keuze: keuze == "ja",
        widget=forms.RadioSelect,
    )
    opmerking = forms.CharField(
        label="Wat klopt er niet?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Noem geen personen. De verbinder van de regio leest dit.",
    )


@eenmalig
def gemeente(request: HttpRequest, regio: str, halfjaar: str, code: str) -> HttpResponse:
    """The own figures of a gemeente with what to mend, and the question whether they are right."""
    van_regio, eigen, periode = _vind(request, regio, halfjaar, code)
    mag = _mag_bevestigen(request, eigen, van_regio, periode)
    form = BevestigCijfersForm.van(request) if mag else None
    if (
        form is not None
        and form.is_valid()
        and form.voer_uit(
            bevestig_cijfers,
            gemeente=eigen,
            regio=van_regio,
            halfjaar=periode,
            gebruiker=request.user,
            nu=timezone.now(),
            door=request.door,
        )
    ):
        messages.success(request, "Bedankt. De verbinder van de regio ziet uw antwoord.")
        return redirect(request.path)
    cijfers, taken = eigen_cijfers(request.bereik, van_regio, eigen, periode)
    context = {
        "form": form,
        "regio": van_regio,
        "gemeente": eigen,
        "halfjaar": periode,
        "cijfers": cijfers,
        "taken": taken,
        "bevestiging": laatste_bevestigingen(van_regio, periode).get(eigen.code),
        "gesloten_op": gesloten_op(van_regio, periode),
        "voorbij": vandaag() > periode.peildatum,
    }
    return toon(request, "verbinder/rapportage/gemeente.html", context)


def _vind(
    request: HttpRequest, regio: str, halfjaar: str, code: str
) -> tuple[Arbeidsmarktregio, Gemeente, Halfjaar]:
    """Raises Http404 where the rights do not reach, or where the gemeente was no member."""
    periode = lees_halfjaar(halfjaar)
    van_regio = get_object_or_404(Arbeidsmarktregio, code=regio)
    leden = Gemeente.objects.in_regio_tijdens(van_regio, periode)
    eigen = leden.filter(code=code, pk__in=request.bereik.cijfergemeenten).first()
    if eigen is None:
        raise Http404
    return van_regio, eigen, periode


def _mag_bevestigen(
    request: HttpRequest, eigen: Gemeente, regio: Arbeidsmarktregio, periode: Halfjaar
) -> bool:
    """Somebody of the gemeente itself; the verbinder only looks along."""
    namens = Recht.objects.geldig_op(vandaag()).filter(
        gebruiker=request.user, gemeente=eigen, rol__in=MET_EIGEN_CIJFERS
    )
    open_ = vandaag() > periode.peildatum and gesloten_op(regio, periode) is None
    return open_ and namens.exists()
