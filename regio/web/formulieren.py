"""Forms that end in one service call, and that are saved once however often they are sent.

A page that saves looks like this:

    @eenmalig
    def traject_starten(request, pk):
        persoon = get_object_or_404(...zichtbaar_voor(request.bereik), pk=pk)
        form = TrajectForm.van(request)
        if form.is_valid() and form.voer_uit(start_traject, persoon=persoon, door=request.door):
            return redirect(persoon)
        return toon(request, "statushouders/traject_starten.html", {"form": form})

and its template has {% csrf_token %}{% formulier_sleutel %} in the form.
"""

from collections.abc import Callable
from functools import wraps

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from regio.inzendingen import VELD, lees_sleutel
from regio.models import Inzending
from regio.web.concepten import concept_voor

MISLUKT = 422
VUL_IN = "Vul dit in."
KIES = "Maak een keuze."
KIES_OPNIEUW = "Deze keuze is er niet meer. Kies opnieuw."
NIET_TE_KIEZEN = [
    soort.default_error_messages["invalid_choice"]
    for soort in (
        forms.ChoiceField,
        forms.MultipleChoiceField,
        forms.ModelChoiceField,
        forms.ModelMultipleChoiceField,
    )
]
SLOT_NIET_GEKREGEN = "55P03"
BESTAAT_AL = "Dit is net al opgeslagen, door u of door iemand anders. Laad de pagina en kijk."
# What PostgreSQL says when two people change the same thing at once.
TEGELIJK = {
    "23505": BESTAAT_AL,
    "23P01": BESTAAT_AL,
    SLOT_NIET_GEKREGEN: "Iemand anders wijzigt dit nu ook. Wacht even en sla het opnieuw op.",
}
LANGSTE_ADRES = Inzending._meta.get_field("antwoord").max_length


class HandelingForm(forms.Form):
    """A form that ends in one service call and shows its refusal in place."""

    use_required_attribute = False
    # True when the form shows what was typed before the session ended.
    teruggezet = False

    def full_clean(self) -> None:
        for veld in self.fields.values():
            _zeg_het_gewoon(veld)
        super().full_clean()

    @classmethod
    def van(cls, request: HttpRequest, *, initial: dict | None = None, **kwargs):
        """The form of this request: bound to what was sent, else filled with `initial`.

        What somebody typed before their session ended goes before `initial`.
        """
        if request.method == "POST":
            return cls(data=request.POST, files=request.FILES, initial=initial, **kwargs)
        form = cls(initial=initial, **kwargs)
        form.vul_in(concept_voor(request, [form.add_prefix(naam) for naam in form.fields]))
        return form

    def vul_in(self, concept: QueryDict | None) -> None:
        """Show what was typed earlier; the form stays unbound, so nothing happens by itself."""
        self.teruggezet = concept is not None
        if concept is None:
            return
        for naam, veld in self.fields.items():
            # An unticked box is absent from what was sent.
            self.initial[naam] = veld.widget.value_from_datadict(concept, {}, self.add_prefix(naam))

    def voer_uit(self, handeling: Callable, **wie_en_wat) -> bool:
        """Call the service with the cleaned fields and `wie_en_wat`; True when it accepted.

        A ValidationError of the service is shown at its field, or above the form. So is a change
        by somebody else at the same moment; any other fault of the database is raised.
        """
        try:
            with transaction.atomic():
                self.resultaat = handeling(**wie_en_wat, **self.cleaned_data)
        except ValidationError as weigering:
            self.weiger(weigering)
        except (IntegrityError, OperationalError) as fout:
            zin = TEGELIJK.get(getattr(fout.__cause__, "pgcode", None))
            if zin is None:
                raise
            self.add_error(None, zin)
        return not self.errors

    def weiger(self, weigering: ValidationError) -> None:
        """Add the refusal of a service to the form."""
        if not hasattr(weigering, "error_dict"):
            self.add_error(None, weigering)
            return
        for naam, fouten in weigering.error_dict.items():
            if naam in self.fields or naam == NON_FIELD_ERRORS:
                self.add_error(naam if naam in self.fields else None, fouten)
                continue
            for zin in ValidationError(fouten).messages:
                self.add_error(None, f"{naam.replace('_', ' ').capitalize()}: {zin}")


def _zeg_het_gewoon(veld: forms.Field) -> None:
    """Plain sentences, where the form has none of its own."""
    kiezen = isinstance(veld, forms.ChoiceField | forms.ModelChoiceField)
    if veld.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        veld.error_messages["required"] = KIES if kiezen else VUL_IN
    if veld.error_messages.get("invalid_choice") in NIET_TE_KIEZEN:
        veld.error_messages["invalid_choice"] = KIES_OPNIEUW


def toon(request: HttpRequest, sjabloon: str, context: dict) -> HttpResponse:
    """The page; with status 422 when the form in it (`form`) has errors."""
    form = context.get("form")
    mislukt = form is not None and form.is_bound and bool(form.errors)
    return render(request, sjabloon, context, status=MISLUKT if mislukt else 200)


def eenmalig(view: Callable) -> Callable:
    """Save what a form sends once: a double click, reload or second tab finds the first result.

    The first sending claims the key of the form by INSERT; others wait for it and are led to where
    it led. A sending that fails (status 400 and up, or an exception) gives the key back.
    """

    @wraps(view)
    def eenmaal(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        sleutel = lees_sleutel(request.POST.get(VELD, ""))
        if sleutel is None or sleutel.gebruiker_id != request.user.pk:
            return render(request, "fouten/formulier_verlopen.html", status=400)
        try:
            with transaction.atomic():
                nieuw = Inzending.objects.claim(sleutel.sleutel, request.user)
        except OperationalError as fout:
            if getattr(fout.__cause__, "pgcode", None) != SLOT_NIET_GEKREGEN:
                raise
            return render(request, "fouten/formulier_bezig.html", status=409)
        inzending = Inzending.objects.filter(sleutel=sleutel.sleutel)
        if not nieuw:
            return _eerder_antwoord(request, inzending.get())
        antwoord = view(request, *args, **kwargs)
        if antwoord.status_code >= 400:
            inzending.delete()
        elif (adres := _waarheen(antwoord)) != _terug(request):
            inzending.update(antwoord=adres)
        return antwoord

    return eenmaal


def _waarheen(antwoord: HttpResponse) -> str:
    adres = antwoord.headers.get("Location") or antwoord.headers.get("HX-Redirect", "")
    return adres if len(adres) <= LANGSTE_ADRES else ""


def _terug(request: HttpRequest) -> str:
    """The page of our own that the form itself says it leads to; a piece of page leads nowhere."""
    adres = "" if request.htmx else request.POST.get("terug", "")
    eigen = url_has_allowed_host_and_scheme(
        adres, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return adres if eigen else ""


def _eerder_antwoord(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    if adres := inzending.antwoord or _terug(request):
        return redirect(adres)
    # The first answer was a piece of page, and it is there already.
    return HttpResponse(status=204) if request.htmx else redirect(request.path)
