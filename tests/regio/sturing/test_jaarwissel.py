"""What is taken back in the next year, before the year that it is of was closed."""

import pytest

from regio.services.boeken import storneer
from regio.services.jaarafsluiting import open_verplichtingen, sluit_jaar_af
from tests.regio.sturing.boekhouding import dag

pytestmark = pytest.mark.django_db


def test_a_verplichting_taken_back_after_new_year_stood_open_on_31_december_and_moves_nowhere(
    boeken,
):
    boeken.bijdrage("100", datum="2023-01-02")
    contract = boeken.verplichting("99.99", "2023-04-25")
    storneer(boeking=contract, datum=dag("2024-07-07"), reden="gaat niet door", **boeken.wie)

    sluit_jaar_af(regio=boeken.regio, jaar=2023, rest_blijft=True, **boeken.wie)

    assert str(boeken.stand("2023-12-31").verplicht) == "99.99"
    assert boeken.stand("2024-07-07").verplicht == 0
    assert boeken.stand("2024-07-07").vrij == 100
    assert open_verplichtingen(boeken.regio, 2023) == open_verplichtingen(boeken.regio, 2024) == []
