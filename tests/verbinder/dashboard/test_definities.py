"""What figures mean is written once: in the code, and from there everywhere."""

import re

import pytest
from django.core.management import CommandError, call_command

from verbinder.dashboard.definities import ALLE, als_markdown, hoofdstukken
from verbinder.dashboard.stroom import STAPPEN
from verbinder.indicatoren import INDICATOREN


def test_the_document_is_as_fresh_as_the_code():
    call_command("maak_definities", controle=True)


def test_a_stale_document_is_found(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "definities.md").write_text(als_markdown() + "oud\n", encoding="utf-8")

    with pytest.raises(CommandError, match="maak_definities"):
        call_command("maak_definities", controle=True)


def test_every_figure_stands_in_the_document_once():
    tekst = als_markdown()

    for indicator in ALLE.values():
        assert tekst.count(f"### {indicator.code} ") == 1
        assert indicator.definitie in tekst
    assert sum(len(indicatoren) for _, indicatoren in hoofdstukken()) == len(ALLE)


def test_each_step_of_the_stroom_is_defined_and_begins_with_a1():
    assert STAPPEN[0] is INDICATOREN["A1"]
    assert all("(A1)" in stap.definitie for stap in STAPPEN[1:])


@pytest.mark.django_db
def test_the_pages_say_the_same_as_the_code(als):
    klant = als("directieoverleg")

    alles = klant.get("/definities/").content.decode()
    een = klant.get("/definities/C6/").content.decode()

    assert all(indicator.definitie in alles for indicator in INDICATOREN.values())
    assert INDICATOREN["C6"].definitie in een
    # A code with words in it is for files and addresses; on the page its number is enough.
    assert not re.findall(r">[^<]*nog_niet_vast[^<]*<", alles)
    assert klant.get("/definities/Z9/").status_code == 404
