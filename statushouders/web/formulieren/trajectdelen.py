"""Voorzieningen of a traject, and the questions of its actielijn."""

from datetime import date

from django import forms

from regio.models import Organisatiesoort
from statushouders.codes import Doelgroep, Niveau, Sector, Twv, Voorzieningsoort
from statushouders.models import Traject, Trajectvragen, Voorziening, Werkgeversafspraak
from statushouders.services.trajectdelen import (
    LIJN_VAN_DIPLOMAS,
    ORGANISATIES,
    VAN_DE_PERSOON,
    VRAGEN_VAN,
)
from statushouders.web.formulieren.basis import DossierForm
from statushouders.web.formulieren.velden import breedte, dag, keuze, organisatie, uren


class VoorzieningForm(DossierForm):
    """What is used within the traject, with whom, from when to when."""

    soort = keuze("Voorziening", Voorzieningsoort.choices, 6, leeg=True)
    van = dag("Vanaf")
    tot_en_met = dag("Tot en met", required=False, help_text="Leeg als het nog duurt.")

    def __init__(self, *args, traject: Traject, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"] = organisatie(
            "Aanbieder",
            regio_id=traject.statushouder.dossierregio_id,
            soorten=(Organisatiesoort.AANBIEDER,),
            op=op,
        )
        self.order_fields(["soort", "aanbieder", "van", "tot_en_met"])


class VoorzieningWijzigForm(VoorzieningForm):
    """Correct or end a voorziening."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].show_hidden_initial = True

    @classmethod
    def beginwaarden(cls, voorziening: Voorziening) -> dict:
        """The voorziening as it stands."""
        return {
            "soort": voorziening.soort,
            "aanbieder": voorziening.aanbieder.naam if voorziening.aanbieder else "",
            "van": voorziening.van,
            "tot_en_met": voorziening.tot_en_met,
            "versie": voorziening.versie,
        }


class Afspraakkeuze(forms.ModelChoiceField):
    """An agreement by employer and what was agreed."""

    def label_from_instance(self, afspraak: Werkgeversafspraak) -> str:
        return f"{afspraak.werkgever}: {afspraak.omschrijving}"


def _afspraken(regio_id: int):
    """The agreements of a region, by employer."""
    return (
        Werkgeversafspraak.objects.filter(regio=regio_id, ingetrokken_op__isnull=True)
        .select_related("werkgever")
        .order_by("werkgever__naam", "-afgesproken_op", "pk")
    )


def _vinkje(label: str, **kwargs) -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs=breedte(6)), **kwargs
    )


class VragenForm(DossierForm):
    """Only the questions of the actielijn of this traject."""

    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, traject: Traject, op: date, **kwargs):
        super().__init__(*args, **kwargs)
        persoon = traject.statushouder
        for naam in vragen_van(traject):
            self.fields[naam] = self._veld(naam, persoon.dossierregio_id)
            self.fields[naam].show_hidden_initial = True
        if "afspraak" in self.fields:
            self.fields["afspraak"].queryset = _afspraken(persoon.dossierregio_id)
        if "twv" in self.fields and persoon.doelgroep != Doelgroep.KANSRIJKE_ASIELZOEKER:
            self.fields["twv"].choices = [("", "Niet gevraagd"), (Twv.NIET_NODIG, "Niet nodig")]

    @staticmethod
    def _veld(naam: str, regio_id: int) -> forms.Field:
        niveaus = [("", "Nog onbekend"), *Niveau.choices]
        return {
            "azc": lambda: organisatie(
                "Vanuit welk azc?", regio_id=regio_id, soorten=(ORGANISATIES["azc"],)
            ),
            "twv": lambda: keuze(
                "Tewerkstellingsvergunning",
                [("", "Niet gevraagd"), *Twv.choices],
                required=False,
                help_text="Alleen voor asielzoekers, nooit voor statushouders.",
            ),
            "overgedragen_op": lambda: dag(
                "Warm overgedragen op",
                required=False,
                help_text="De dag waarop u de persoon met de collega van de gemeente besprak.",
            ),
            "werkgever": lambda: organisatie(
                "Bij welke werkgever?",
                regio_id=regio_id,
                soorten=(ORGANISATIES["werkgever"],),
            ),
            "afspraak": lambda: Afspraakkeuze(
                label="Via welke afspraak?",
                queryset=Werkgeversafspraak.objects.none(),
                required=False,
                empty_label="Geen afspraak uit de lijst",
                widget=forms.Select(attrs=breedte(6)),
                help_text="Dit traject neemt dan een plaats in tot het eindigt.",
            ),
            "via_afspraak": lambda: _vinkje("Via een afspraak met de werkgever"),
            "sector": lambda: keuze("Branche", Sector.choices, leeg=True, required=False),
            "sociale_onderneming": lambda: _vinkje(
                "Bij een sociale onderneming of sociaal ontwikkelbedrijf"
            ),
            "duaal": lambda: _vinkje("Tegelijk met de inburgering (duaal)"),
            "uren_per_week": uren,
            "diplomaniveau": lambda: keuze(
                "Niveau volgens de diplomawaardering", niveaus, required=False
            ),
            "doelniveau": lambda: keuze("Welk niveau van werk past?", niveaus, required=False),
            "diplomawaardering_aangevraagd_op": lambda: dag(
                "Diplomawaardering aangevraagd op", required=False
            ),
            "diplomawaardering_afgerond_op": lambda: dag(
                "Diplomawaardering afgerond op", required=False
            ),
        }[naam]()

    @classmethod
    def beginwaarden(cls, traject: Traject, vragen: Trajectvragen | None) -> dict:
        """The answers as they stand."""
        vragen = vragen or Trajectvragen()
        waarden: dict = {"versie": vragen.versie}
        for naam in vragen_van(traject):
            bron = traject.statushouder if naam in VAN_DE_PERSOON else vragen
            waarde = getattr(bron, naam)
            waarden[naam] = (waarde.naam if waarde else "") if naam in ORGANISATIES else waarde
        return waarden


def vragen_van(traject: Traject) -> tuple[str, ...]:
    """The names of the questions of this traject, those about the person last."""
    erbij = VAN_DE_PERSOON if traject.actielijn_id == LIJN_VAN_DIPLOMAS else ()
    return (*VRAGEN_VAN[traject.actielijn_id], *erbij)
