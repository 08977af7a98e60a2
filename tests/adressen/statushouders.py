"""The pages of persons, their lists and their import."""

from tests.adressen import GEEN, Adres, inlezen, rollen
from tests.statushouders import gevallen

DOSSIERS = rollen("verbinder", "klantmanager", "andere_klantmanager", "vreemde_verbinder")
# The dossiers in these addresses are of Hilversum.
VAN_HILVERSUM = rollen("verbinder", "klantmanager")

LIJSTEN = (
    "personen",
    "persoon_toevoegen",
    "zoeken",
    "taken",
    "contact_kies_persoon",
    "overdrachten",
    "dubbelen",
    "waarneming",
    "werkgevers",
    "werkgever_toevoegen",
    "nazorglijst",
    "verwijzingenlijst",
)
VAN_EEN_PERSOON = (
    "persoon",
    "persoon_trajecten",
    "persoon_gegevens",
    "persoon_inzage",
    "persoon_wijzigen",
    "persoon_overnemen",
    "persoon_afsluiten",
    "persoon_heraanmelden",
    "persoon_intrekken",
    "persoon_aanbieden",
    "persoon_hulp",
    "verwijzing_maken",
    "begeleiding_beginnen",
    "verblijf_toevoegen",
    "uitkering_toevoegen",
    "contact_vastleggen",
    "actie_toevoegen",
    "traject_starten",
    "plaatsing_vastleggen",
)
VAN_EEN_TRAJECT = (
    "traject_wijzigen",
    "traject_afsluiten",
    "traject_intrekken",
    "traject_vragen",
    "voorziening_toevoegen",
)
BEHEER = rollen("functioneel_beheerder")
VAN_EEN_PLAATSING = ("plaatsing_wijzigen", "plaatsing_beeindigen", "plaatsing_intrekken")


def alleen_versturen(pad) -> Adres:
    """An address that only takes what is sent to it."""
    return Adres(GEEN, anders=405, pad=pad)


def dossier(pad) -> Adres:
    """A page of a dossier: for a stranger it does not exist."""
    return Adres(VAN_HILVERSUM, anders=404, pad=pad)


def bij_de_regio(pad) -> Adres:
    """A page of an employer of the region: for who opens dossiers there."""
    return Adres(
        rollen("verbinder", "klantmanager", "andere_klantmanager"),
        behalve={"vreemde_verbinder": 404},
        pad=pad,
    )


ADRESSEN: dict[str, Adres] = {
    "start": Adres(DOSSIERS, anders=302),
    **{naam: Adres(DOSSIERS) for naam in LIJSTEN},
    **{naam: dossier(gevallen.een_persoon) for naam in VAN_EEN_PERSOON},
    **{naam: dossier(gevallen.een_traject) for naam in VAN_EEN_TRAJECT},
    **{naam: dossier(gevallen.een_plaatsing) for naam in VAN_EEN_PLAATSING},
    "persoon_waarde": dossier(gevallen.een_waarde),
    "verblijf_wijzigen": dossier(gevallen.een_verblijf),
    "uitkering_wijzigen": dossier(gevallen.een_uitkering),
    "contact_ongedaan": dossier(gevallen.een_contact),
    "voorziening_wijzigen": dossier(gevallen.een_voorziening),
    "voorziening_wissen": alleen_versturen(gevallen.een_voorziening),
    "berichten": Adres(DOSSIERS | rollen("controller")),
    "beleidslijsten": Adres(BEHEER),
    "trajectsoort_nieuw": Adres(BEHEER),
    "aanbieder_nieuw": Adres(BEHEER),
    "trajectsoort": Adres(BEHEER, pad=gevallen.een_trajectsoort),
    "aanbieder": Adres(BEHEER, pad=gevallen.een_aanbieder),
    "nazorg_nee": dossier(gevallen.een_nazorgvraag),
    "nazorg_ongedaan": dossier(gevallen.een_antwoord),
    "nazorg_ja": alleen_versturen(gevallen.een_nazorgvraag),
    "actie_ongedaan": dossier(gevallen.een_actie),
    "overdracht": Adres(
        rollen("verbinder", "klantmanager", "andere_klantmanager"),
        behalve={"vreemde_verbinder": 404},
        pad=gevallen.een_overdracht,
    ),
    "overdracht_weigeren": alleen_versturen(gevallen.een_overdracht),
    "overdracht_intrekken": alleen_versturen(gevallen.een_overdracht),
    "dubbel_vergelijken": dossier(gevallen.twee_gelijken),
    "dubbel_niet": alleen_versturen(gevallen.twee_gelijken),
    "waarneming_einde": alleen_versturen({"nummer": 1}),
    "verwijzing_stand": dossier(gevallen.een_verwijzing),
    "verwijzing_profiel": dossier(gevallen.een_verwijzing),
    "begeleiding_beeindigen": dossier(gevallen.een_begeleiding),
    "begeleiding_verlengen": alleen_versturen(gevallen.een_begeleiding),
    "werkgever": bij_de_regio(gevallen.een_werkgever),
    "werkgevercontact": bij_de_regio(gevallen.een_werkgever),
    "afspraak_maken": bij_de_regio(gevallen.een_werkgever),
    "afspraak": bij_de_regio(gevallen.een_afspraak),
    "afspraak_wijzigen": bij_de_regio(gevallen.een_afspraak),
    "afspraak_intrekken": bij_de_regio(gevallen.een_afspraak),
    "werkgevercontact_wissen": alleen_versturen({"nummer": 1}),
    "afspraak_plek_vrij": alleen_versturen({"nummer": 1}),
    "persoon_gelijken": alleen_versturen({}),
    "lijst_downloaden": alleen_versturen({"pagina": "personen"}),
    "lijst_bestand": alleen_versturen({"lijst": "werkgevers"}),
    "lijst_bewaren": alleen_versturen({"pagina": "personen"}),
    "lijst_weg": alleen_versturen({"pk": 1}),
    "persoon_herstellen": alleen_versturen(gevallen.een_persoon),
    "verblijf_wissen": alleen_versturen(gevallen.een_verblijf),
    "uitkering_wissen": alleen_versturen(gevallen.een_uitkering),
    "actie_klaar": alleen_versturen(gevallen.een_actie),
    **inlezen.ADRESSEN,
}
