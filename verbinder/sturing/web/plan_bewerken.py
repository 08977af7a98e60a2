"""Writing a plan: its texts, goals and measures, and the steps of a version."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from regio.models import Maatregel, Overleg, Planversie
from regio.perioden import vandaag
from regio.services import plandelen, plannen
from regio.web.formulieren import eenmalig
from regio.web.formulierpagina import formulierpagina
from regio.web.gebruikersformulieren import BevestigForm
from verbinder.sturing.doelen import zet_doel
from verbinder.sturing.web.planformulieren import (
    DoelForm,
    MaatregelForm,
    PlanForm,
    PlantekstForm,
    StandForm,
    TakenForm,
    VaststelForm,
)
from verbinder.sturing.web.vinden import planadres, schrijfregio, vind_open_versie, vind_plan


def _wie(request: HttpRequest) -> dict:
    return {"bereik": request.bereik, "door": request.door}


def _kruimels(versie: Planversie) -> list[tuple[str, str]]:
    return [("Plannen", reverse("plannen")), (versie.plan.titel, planadres(versie))]


@eenmalig
def beginnen(request: HttpRequest, regio: str) -> HttpResponse:
    """A new plan of a region."""
    van_regio = schrijfregio(request, regio)
    form = PlanForm.van(request, initial={"titel": f"Plan van aanpak {vandaag().year}"})
    if form.is_valid() and form.voer_uit(plannen.begin_plan, regio=van_regio, **_wie(request)):
        return redirect(planadres(form.resultaat))
    return formulierpagina(
        request,
        form,
        titel="Een plan beginnen",
        knop="Beginnen",
        kruimels=[("Plannen", reverse("plannen"))],
        uitleg=[f"Voor arbeidsmarktregio {van_regio.naam}."],
    )


@eenmalig
def tekst(request: HttpRequest, plan: int, nummer: int) -> HttpResponse:
    """The texts of a version."""
    versie = vind_open_versie(request, plan, nummer)
    form = PlantekstForm.van(
        request, initial={naam: getattr(versie, naam) for naam in PlantekstForm.base_fields}
    )
    if form.is_valid() and form.voer_uit(plannen.schrijf_plan, versie=versie, **_wie(request)):
        messages.success(request, "De tekst is opgeslagen.")
        return redirect(planadres(versie))
    return formulierpagina(
        request, form, titel="Tekst van het plan", knop="Opslaan", kruimels=_kruimels(versie)
    )


@eenmalig
def doel(request: HttpRequest, plan: int, nummer: int, code: str = "") -> HttpResponse:
    """A new goal, or one of the version."""
    versie = vind_open_versie(request, plan, nummer)
    bestaand = get_object_or_404(versie.doelen, code=code) if code else None
    form = DoelForm.van(request, initial=DoelForm.van_doel(bestaand, versie))
    form.beperk(versie, op=vandaag())
    if form.is_valid() and form.voer_uit(zet_doel, versie=versie, doel=bestaand, **_wie(request)):
        messages.success(request, f"Doel {form.resultaat.code} is opgeslagen.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Doel {code} wijzigen" if code else "Doel toevoegen",
        knop="Opslaan",
        kruimels=_kruimels(versie),
    )


@eenmalig
def doel_weg(request: HttpRequest, plan: int, nummer: int, code: str) -> HttpResponse:
    """Take a goal out of the version."""
    versie = vind_open_versie(request, plan, nummer)
    bestaand = get_object_or_404(versie.doelen, code=code)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(plandelen.haal_doel_weg, doel=bestaand, **_wie(request)):
        messages.success(request, f"Doel {code} is weg.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Doel {code} weghalen",
        knop="Weghalen",
        kruimels=_kruimels(versie),
        uitleg=[f"{bestaand.omschrijving}: {bestaand.aantal} {bestaand.eenheid}."],
    )


@eenmalig
def maatregel(request: HttpRequest, plan: int, nummer: int, code: str = "") -> HttpResponse:
    """A new measure, or one of the version."""
    versie = vind_open_versie(request, plan, nummer)
    bestaand = get_object_or_404(versie.maatregelen, code=code) if code else None
    form = MaatregelForm.van(request, initial=MaatregelForm.van_maatregel(bestaand))
    if form.is_valid() and form.voer_uit(
        plandelen.zet_maatregel, versie=versie, maatregel=bestaand, **_wie(request)
    ):
        messages.success(request, f"Maatregel {form.resultaat.code} is opgeslagen.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Maatregel {code} wijzigen" if code else "Maatregel toevoegen",
        knop="Opslaan",
        kruimels=_kruimels(versie),
    )


@eenmalig
def maatregel_weg(request: HttpRequest, plan: int, nummer: int, code: str) -> HttpResponse:
    """Take a measure out of the version."""
    versie = vind_open_versie(request, plan, nummer)
    bestaand = _maatregel(versie, code)
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(
        plandelen.haal_maatregel_weg, maatregel=bestaand, **_wie(request)
    ):
        messages.success(request, f"Maatregel {code} is weg.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Maatregel {code} weghalen",
        knop="Weghalen",
        kruimels=_kruimels(versie),
        uitleg=[bestaand.titel],
    )


@eenmalig
def maatregel_stand(request: HttpRequest, plan: int, nummer: int, code: str) -> HttpResponse:
    """How far a measure is, also when the plan was adopted."""
    versie = vind_open_versie(request, plan, nummer)
    bestaand = _maatregel(versie, code)
    form = StandForm.van(request)
    if form.is_valid() and form.voer_uit(
        plandelen.leg_stand_vast, maatregel=bestaand, **_wie(request)
    ):
        messages.success(request, f"De stand van maatregel {code} is opgeslagen.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Stand van maatregel {code}",
        knop="Opslaan",
        kruimels=_kruimels(versie),
        uitleg=[bestaand.titel],
    )


@eenmalig
def taken(request: HttpRequest, plan: int, nummer: int) -> HttpResponse:
    """Begin with the tasks of a verbinder as gemeenten listed them."""
    versie = vind_open_versie(request, plan, nummer)
    form = TakenForm.van(request)
    if form.is_valid() and form.voer_uit(plandelen.neem_taken_over, versie=versie, **_wie(request)):
        aantal = len(form.resultaat)
        messages.success(request, f"{aantal} maatregelen toegevoegd. Wat er al stond, bleef staan.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel="Beginnen met de taken van de verbinder",
        knop="Toevoegen",
        kruimels=_kruimels(versie),
        uitleg=[
            "Zo noemden gemeenten in 2024 de taken van hun regionale verbinder. Elke taak die u "
            "kiest, wordt een maatregel die u daarna kunt wijzigen."
        ],
    )


@eenmalig
def vaststellen(request: HttpRequest, plan: int, nummer: int) -> HttpResponse:
    """Write down that an overleg adopted the version."""
    versie = vind_open_versie(request, plan, nummer)
    form = VaststelForm.van(request, initial={"datum": vandaag()})
    form.fields["overleg"].queryset = Overleg.objects.filter(
        regio=versie.plan.regio_id, stelt_vast=True, opgeheven_op__isnull=True
    )
    if form.is_valid() and form.voer_uit(
        plannen.stel_plan_vast, versie=versie, op=vandaag(), **_wie(request)
    ):
        messages.success(request, f"Versie {versie.nummer} is vastgesteld.")
        return redirect(planadres(versie))
    return formulierpagina(
        request,
        form,
        titel=f"Versie {versie.nummer} vaststellen",
        knop="Vaststellen",
        kruimels=_kruimels(versie),
        uitleg=["Daarna verandert deze versie niet meer. Een wijziging maakt een nieuwe versie."],
    )


@eenmalig
def versie_maken(request: HttpRequest, plan: int) -> HttpResponse:
    """The next version, as a copy of the last."""
    gevonden = vind_plan(request, plan)
    laatste = gevonden.versies.select_related("plan").order_by("-nummer")[0]
    form = BevestigForm.van(request)
    if form.is_valid() and form.voer_uit(plannen.maak_planversie, plan=gevonden, **_wie(request)):
        messages.success(request, f"Versie {form.resultaat.nummer} staat klaar.")
        return redirect(planadres(form.resultaat))
    return formulierpagina(
        request,
        form,
        titel="Een nieuwe versie maken",
        knop="Versie maken",
        kruimels=_kruimels(laatste),
        uitleg=[
            f"De nieuwe versie begint als kopie van versie {laatste.nummer}. Die blijft zoals hij "
            "is vastgesteld."
        ],
    )


def _maatregel(versie: Planversie, code: str) -> Maatregel:
    return get_object_or_404(versie.maatregelen.select_related("versie__plan__regio"), code=code)
