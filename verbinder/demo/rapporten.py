"""Reports to look at: an adopted one, one whose concept is on its way, and what gemeenten said.

Made by the same services as always. The concept is asked for, not sent: its audit takes a while,
and is done by the worker that starts with the demonstration. Without a worker it stays closed, to
be sent by hand.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente, Overleg
from regio.perioden import Halfjaar, halfjaar_van
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from verbinder.demo.gebruikers import DOET_NIET_MEE, GOOI
from verbinder.rapportage import services
from verbinder.rapportage.uitgeven import vraag_versturen
from verbinder.sturing.behandelen import Actie, behandel_rapport, zet_vaststelling_op_lijst

BEVESTIGERS = {"Hilversum": "gemeente", "Huizen": "klantmanager.huizen"}
KLOPT_NIET = {
    "Gooise Meren": (
        "klantmanager.gooisemeren",
        "Twee startbanen van mei staan er nog niet in. Ik voeg ze deze week toe.",
    )
}
VERHAAL = (
    "Een vrouw met een diploma uit het land van herkomst begon in dit halfjaar aan een startbaan "
    "in de zorg. Drie dagen werken, twee dagen leren. Haar begeleider: 'Het tempo kwam vanzelf.'"
)


def maak_rapporten(gebruikers: dict[str, Gebruiker], vandaag: date) -> None:
    """Two half-years of reports for the first region."""
    regio = Arbeidsmarktregio.objects.get(code=GOOI)
    laatste = halfjaar_van(vandaag).vorige
    door = Door.van(gebruikers["verbinder"])
    nu = timezone.now()
    for halfjaar in (laatste.vorige, laatste):
        _bevestig(regio, halfjaar, gebruikers, nu)
    with bereik_transactie(_bereik(regio)):
        _stel_vast(regio, laatste.vorige, vandaag, nu, door)
        versie, _ = services.zorg_voor_versie(
            regio=regio, halfjaar=laatste, nummer=1, nu=nu, door=door
        )
        _schrijf_verhaal(versie, nu, door)
        services.sluit_cijfers(versie=versie, nu=nu, door=door)
        vraag_versturen(versie=versie, nu=nu, door=door)


def _bevestig(
    regio: Arbeidsmarktregio, halfjaar: Halfjaar, gebruikers: dict[str, Gebruiker], nu: datetime
) -> None:
    """Some gemeenten agree, one does not, and of the others nothing was heard yet."""
    gemeenten = {g.naam: g for g in Gemeente.objects.in_regio_tijdens(regio, halfjaar)}
    gezegd = {naam: (wie, "") for naam, wie in BEVESTIGERS.items()} | KLOPT_NIET
    for naam, (wie, opmerking) in gezegd.items():
        if naam in gemeenten and naam != DOET_NIET_MEE:
            services.bevestig_cijfers(
                gemeente=gemeenten[naam],
                regio=regio,
                halfjaar=halfjaar,
                akkoord=not opmerking,
                opmerking=opmerking,
                gebruiker=gebruikers[wie],
                nu=nu,
                door=Door.van(gebruikers[wie]),
            )


def _stel_vast(
    regio: Arbeidsmarktregio, halfjaar: Halfjaar, vandaag: date, nu: datetime, door: Door
) -> None:
    versie, _ = services.zorg_voor_versie(
        regio=regio, halfjaar=halfjaar, nummer=1, nu=nu, door=door
    )
    services.sluit_cijfers(versie=versie, nu=nu, door=door)
    services.controleer_kleine_aantallen(versie=versie, nu=nu, door=door)
    services.verstuur_concept(versie=versie, nu=nu, door=door)
    overleggen = {overleg.stelt_vast: overleg for overleg in Overleg.objects.filter(regio=regio)}
    directie = Overleg.objects.filter(regio=regio, naam="Directieoverleg").first()
    over_twee_weken = vandaag + timedelta(days=14)
    actie = Actie("Uitzoeken wie lang wacht en waarom", "regionale verbinder", over_twee_weken)
    behandel_rapport(
        versie=versie,
        overleg=directie,
        naam="Directieoverleg",
        datum=vandaag - timedelta(days=21),
        uitkomst="ingestemd",
        opmerking="Graag volgend halfjaar meer aandacht voor wie lang wacht.",
        besluiten=["Het rapport met een positief advies door te sturen."] if directie else (),
        acties=[actie] if directie else (),
        nu=nu,
        bereik=_bereik(regio),
        door=door,
    )
    vaststelling = services.stel_vast(
        versie=versie,
        overleg=overleggen[True].naam if True in overleggen else "PFHO",
        datum=vandaag - timedelta(days=7),
        uitkomst="ingestemd",
        opmerking="",
        nu=nu,
        door=door,
    )
    zet_vaststelling_op_lijst(vaststelling=vaststelling, nu=nu, door=door)


def _bereik(regio: Arbeidsmarktregio) -> Bereik:
    return Bereik(cijferregios=frozenset({regio.pk}))


def _schrijf_verhaal(versie, nu: datetime, door: Door) -> None:
    """A story of an invented person, with the tick that it needs."""
    vorige = versie.teksten.filter(deel="uitkomsten").order_by("-volgnummer").first()
    services.schrijf_tekst(
        versie=versie,
        deel="uitkomsten",
        tekst=f"{vorige.tekst}\n\n{VERHAAL}" if vorige else VERHAAL,
        gelezen=vorige.volgnummer if vorige else 0,
        verhaal=True,
        mag_verhaal=True,
        nu=nu,
        door=door,
    )
