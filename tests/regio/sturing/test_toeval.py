"""Whatever is booked in whatever order: every balance closes and no cent is lost.

`BOEKREEKSEN=10000 pytest tests/regio/sturing/test_toeval.py` books that many sequences, in place
of the few hundred of every run.
"""

import os
from collections import defaultdict
from datetime import date
from decimal import Decimal
from math import ceil

import pytest
from django.db import connection, transaction

from regio.geldstand import einde_van, standen
from regio.models import Besteding, Bijdrage, Doorschuiving, Gemeente, Jaarstand, Verplichting
from regio.models.begroting import Boeking
from regio.services.boekregels import open_van
from regio.services.jaarafsluiting import open_verplichtingen
from tests.naief.geld import Kas, geldcijfers
from tests.regio.sturing.boekhouding import als_controller
from tests.regio.sturing.toeval import Toeval

REEKSEN = int(os.environ.get("BOEKREEKSEN", "200"))
PER_TEST, STAPPEN = 20, 14
JAREN = (2022, 2023, 2024, 2025, 2026)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("blok", range(ceil(REEKSEN / PER_TEST)))
def test_every_balance_closes_and_no_cent_is_lost(blok, mensen):
    gemeenten = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen", "Laren", "Blaricum")))
    geboekt = geweigerd = gesloten = 0
    for zaad in range(blok * PER_TEST, (blok + 1) * PER_TEST):
        with als_controller(mensen.controller) as boeken, transaction.atomic():
            toeval = Toeval(boeken, zaad, gemeenten)
            toeval.boek(STAPPEN)
            with connection.cursor() as cursor:
                cursor.execute("set constraints all immediate")
            _moet_sluiten(toeval)
            geboekt += len(toeval.kas.posten)
            geweigerd += toeval.geweigerd
            gesloten += len(toeval.gesloten)
            transaction.set_rollback(True)
    # The sequences are no idle ones: things are booked, and refused or closed. In one block of some
    # hundreds no year is closed.
    assert geboekt > 4 * PER_TEST
    assert geweigerd + gesloten


def _moet_sluiten(toeval: Toeval) -> None:
    regio, kas = toeval.boeken.regio, toeval.kas
    per_jaar = {j: {p.sleutel: p.bedragen for p in standen(regio.pk, op=einde_van(j))}
                for j in JAREN}  # fmt: skip
    for jaar, potten in per_jaar.items():
        hand = geldcijfers(kas, date(jaar, 1, 1), einde_van(jaar))
        for naam, eigen in (
            ("F3.begin", "begin"), ("F1.jaar", "ontvangen"), ("F2.in", "erbij"),
            ("F2.uit", "eraf"), ("F5.jaar", "besteed"), ("F4", "verplicht"),
            ("F3", "beschikbaar"), ("F6", "vrij"),
        ):  # fmt: skip
            for pot, bedragen in potten.items():
                assert getattr(bedragen, eigen) == hand.get((naam, "herkomst", pot), 0), naam
        # What a year leaves is what the next begins with, and what is carried over arrives once.
        vorig = per_jaar.get(jaar - 1, {})
        for pot, bedragen in vorig.items():
            assert potten[pot].begin == bedragen.over
    _niets_kwijt(kas, per_jaar[JAREN[-1]].values())
    _in_is_uit(regio)
    _afgesloten_jaren_zijn_het_grootboek(regio, per_jaar)
    _verplichtingen_zijn_nooit_overschreden(regio)


def _niets_kwijt(kas: Kas, potten) -> None:
    in_, uit = defaultdict(Decimal), defaultdict(Decimal)
    for post in kas.posten:
        in_[post.soort] += post.bedrag
        for _, deel in post.delen or ((None, post.bedrag),):
            uit[post.soort] += deel
    onderweg = sum((p.bedrag for p in kas.posten if p.soort == "doorschuiving"
                    and p.naar_jaar > JAREN[-1]), Decimal(0))  # fmt: skip
    assert in_["besteding"] == uit["besteding"]
    assert in_["bijdrage"] - in_["besteding"] - onderweg == sum(p.over for p in potten)


def _in_is_uit(regio) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(sum(bedrag) filter (where stroom = 'in'), 0),"
            " coalesce(sum(bedrag) filter (where stroom = 'uit'), 0)"
            " from regio_geldstroom where regio_id = %s",
            [regio.pk],
        )
        erin, eruit = cursor.fetchone()
    assert erin == eruit


def _afgesloten_jaren_zijn_het_grootboek(regio, per_jaar) -> None:
    for stand in Jaarstand.objects.filter(afsluiting__regio=regio).select_related("afsluiting"):
        pot = per_jaar[stand.afsluiting.jaar][f"{stand.herkomstjaar}-{stand.soort}"]
        assert (stand.begin, stand.einde) == (pot.begin, pot.over)
        # What was paid or taken back in the next year stood open on 31 December, and no longer.
        open_ = open_verplichtingen(regio, stand.afsluiting.jaar)
        assert open_ == [], "wat openstond, is meegenomen naar het volgende jaar"


def _verplichtingen_zijn_nooit_overschreden(regio) -> None:
    for verplichting in Verplichting.objects.filter(regio=regio, storno_van__isnull=True):
        assert open_van(verplichting) >= 0


def test_the_ledger_has_as_many_rows_as_were_booked(boeken):
    gemeenten = list(Gemeente.objects.filter(naam__in=("Hilversum", "Huizen")))
    toeval = Toeval(boeken, 4, gemeenten)
    toeval.boek(60)

    soorten: tuple[type[Boeking], ...] = (Bijdrage, Doorschuiving, Verplichting, Besteding)
    assert sum(soort.objects.count() for soort in soorten) == len(toeval.kas.posten)
