"""Facts are corrected with a reason, or change from a day on; nobody overwrites another unseen."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regio.models import Deelname
from statushouders.lijsten.geschiedenis import geschiedenis
from statushouders.models import Statushouder
from statushouders.services.gegevens import neem_over, wijzig_gegevens, wijzig_waarde_per_datum
from statushouders.services.kern import Ingehaald
from tests.statushouders.hulp import OP, maak_persoon, scope

pytestmark = pytest.mark.django_db


def verbeter(persoon, door, *, versie=1, **gegevens):
    return wijzig_gegevens(statushouder=persoon, versie=versie, op=OP, door=door, **gegevens)


def test_filling_in_what_was_unknown_needs_no_reason(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        assert verbeter(persoon, door, wet="wi2021", leerroute="b1") == ["wet", "leerroute"]
        verbeter(persoon, door, versie=2, taalniveau="a1")
        verbeter(persoon, door, versie=3, taalniveau="a2")

        redenen = {(w.veld, w.nieuw): w.reden for w in geschiedenis(persoon)}
        assert redenen["wet", "Wi2021 (nieuwe wet)"] == "Aanvulling: was nog niet bekend"
        assert redenen["taalniveau Nederlands", "A2"] == ""


def test_correcting_a_known_wet_needs_a_reason_that_the_history_shows(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, wet="wi2021")

        with pytest.raises(ValidationError) as fout:
            verbeter(persoon, door, wet="wi2013")
        assert "wet" in fout.value.message_dict["reden"][0]

        verbeter(persoon, door, wet="wi2013", reden="bericht_duo")
        wijziging = geschiedenis(persoon)[0]
        assert (wijziging.veld, wijziging.oud, wijziging.nieuw, wijziging.reden) == (
            "wet",
            "Wi2021 (nieuwe wet)",
            "Wi2013 (oude wet)",
            "Bericht van DUO",
        )


def test_a_made_up_reason_is_refused(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        with pytest.raises(ValidationError, match="lijst"):
            verbeter(persoon, door, taalniveau="a2", reden="Rahel zei het zelf")


def test_saving_the_same_changes_nothing(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, wet="wi2021")

        assert verbeter(persoon, door, wet="wi2021", geboortejaar=1994) == []
        persoon.refresh_from_db()
        assert persoon.versie == 1


def test_the_second_of_two_people_gets_the_other_version_and_overwrites_nothing(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        verbeter(persoon, door, taalniveau="a2")

        with pytest.raises(Ingehaald) as fout:
            verbeter(persoon, door, versie=1, taalniveau="b1")

        assert fout.value.nu.taalniveau == "a2"
        persoon.refresh_from_db()
        assert (persoon.taalniveau, persoon.versie) == ("a2", 2)


def test_a_new_name_is_found_and_the_old_one_stays_in_the_history(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        verbeter(persoon, door, voornaam="Rachel", achternaam="Gebremedhin")

        persoon = Statushouder.objects.get(pk=persoon.pk)
        assert persoon.naam.zoeknaam.startswith("gebremedhin rachel")
        # Keys, versions and how a name is searched are no facts of a person.
        lijnen = [(w.veld, w.oud, w.nieuw) for w in geschiedenis(persoon)]
        assert lijnen == [("voornaam", "Rahel", "Rachel")]


def test_a_bsn_is_no_source_of_the_wet(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        with pytest.raises(ValidationError) as fout:
            verbeter(persoon, door, wet_bron="Brief over 111222333")
        assert "BSN" in fout.value.message_dict["wet_bron"][0]


def test_a_value_from_a_day_keeps_what_was_true_until_then(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, doelgroep="kansrijke_asielzoeker")

        for waarde, vanaf in (
            ("asielstatushouder", date(2026, 6, 1)),
            ("overig", date(2026, 9, 1)),
        ):
            wijzig_waarde_per_datum(
                statushouder=persoon,
                veld="doelgroep",
                waarde=waarde,
                vanaf=vanaf,
                op=OP,
                door=door,
            )

        persoon.refresh_from_db()
        assert persoon.doelgroep == "overig"
        assert list(persoon.eerdere_waarden.values_list("waarde", "van", "tot_en_met")) == [
            ("kansrijke_asielzoeker", None, date(2026, 5, 31)),
            ("asielstatushouder", date(2026, 6, 1), date(2026, 8, 31)),
        ]


@pytest.mark.parametrize(
    ("waarde", "vanaf", "veld"),
    [
        ("overig", date(2026, 6, 1), "vanaf"),  # another value ran until the day before
        ("overig", date(2026, 12, 1), "vanaf"),  # the future is not known yet
        ("gezinsmigrant", date(2026, 7, 1), "waarde"),  # that is what it is
    ],
)
def test_a_value_cannot_begin_in_another_one_or_in_the_future(mensen, waarde, vanaf, veld):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        wijzig_waarde_per_datum(
            statushouder=persoon,
            veld="doelgroep",
            waarde="gezinsmigrant",
            vanaf=date(2026, 6, 1),
            op=OP,
            door=door,
        )

        with pytest.raises(ValidationError) as fout:
            wijzig_waarde_per_datum(
                statushouder=persoon,
                veld="doelgroep",
                waarde=waarde,
                vanaf=vanaf,
                op=OP,
                door=door,
            )
        assert veld in fout.value.message_dict


def test_the_old_law_takes_the_leerroute_away_from_the_same_day(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, wet="wi2021", leerroute="b1")

        wijzig_waarde_per_datum(
            statushouder=persoon,
            veld="wet",
            waarde="wi2013",
            vanaf=date(2026, 6, 1),
            op=OP,
            door=door,
        )

        persoon.refresh_from_db()
        assert (persoon.wet, persoon.leerroute) == ("wi2013", "nvt")
        assert set(persoon.eerdere_waarden.values_list("veld", "waarde", "tot_en_met")) == {
            ("wet", "wi2021", date(2026, 5, 31)),
            ("leerroute", "b1", date(2026, 5, 31)),
        }


def test_only_who_may_open_the_dossier_becomes_contactpersoon(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        for wie in (mensen.klantmanager, mensen.verbinder, None):
            assert (
                neem_over(statushouder=persoon, contactpersoon=wie, op=OP, door=door).contactpersoon
                == wie
            )
        for wie in (mensen.andere_klantmanager, mensen.directieoverleg, mensen.vreemde_verbinder):
            with pytest.raises(ValidationError, match="mag dit dossier niet openen"):
                neem_over(statushouder=persoon, contactpersoon=wie, op=OP, door=door)


def test_a_verbinder_is_contactpersoon_only_where_the_gemeente_takes_part(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        Deelname.objects.filter(gemeente__naam="Hilversum").delete()

        with pytest.raises(ValidationError, match="mag dit dossier niet openen"):
            neem_over(statushouder=persoon, contactpersoon=mensen.verbinder, op=OP, door=door)
