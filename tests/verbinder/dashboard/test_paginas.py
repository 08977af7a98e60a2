"""What the dashboards show: the figures that were measured, and links to what they count."""

import csv
import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regio.models import Arbeidsmarktregio, Deelname, Gemeente, Logregel
from regio.perioden import Periode
from regio.toegang import Gebied
from tests.verbinder.dashboard.bouw import alles_open, gesteld, iemand
from verbinder.dashboard.onderdelen import Tabel
from verbinder.dashboard.uitvoer import als_csv
from verbinder.dashboard.views import DELEN
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet, personen_achter
from verbinder.indicatoren.meting import Meting

pytestmark = pytest.mark.django_db

HILVERSUM, HUIZEN, GOOI = "GM0402", "GM0406", "AM12"
LOPEND = Periode(date(2026, 7, 1), date(2026, 11, 21))
EERSTE_HELFT = Periode(date(2026, 1, 1), date(2026, 7, 1))
# What every request needs before the dashboard asks anything, and what ends a transaction.


def pagina(klant, deel: str = "overzicht", *, waar: str = HILVERSUM, **vraag) -> str:
    soort = "gemeente" if waar.startswith("GM") else "regio"
    adres = reverse(f"dashboard_{soort}", kwargs={"code": waar, "deel": deel})
    antwoord = klant.get(adres, vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def zichtbaar(html: str) -> str:
    """What can be read, in one line."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def tegel(html: str, naam: str) -> str:
    """The text of one tile, without its definition."""
    stuk = re.search(rf"<dt>{naam}</dt>(.*?)<details>", html, re.DOTALL)
    return zichtbaar(stuk[1]).strip()


def gebied_van(code: str) -> Gebied:
    regio = Arbeidsmarktregio.objects.get(code=GOOI)
    if code == GOOI:
        return Gebied(regio.pk)
    gemeente = Gemeente.objects.get(code=code)
    return Gebied(regio.pk, frozenset({gemeente.pk}), met_ongekoppeld=False)


@pytest.mark.parametrize("deel", DELEN)
@pytest.mark.parametrize("waar", [HILVERSUM, GOOI])
def test_every_part_can_be_opened_with_people_and_without(als, wereld, deel, waar):
    assert "Peildatum 20 november 2026" in pagina(als("verbinder"), deel, waar=waar)
    assert pagina(als("verbinder"), deel, waar="GM0376", halfjaar="2024-1")


@pytest.mark.parametrize(
    ("code", "naam"),
    [
        ("A1", "Mensen in beeld"),
        ("A3", "Mensen met een lopend traject"),
        ("A4", "Lopende trajecten"),
        ("A5", "Gestarte trajecten"),
        ("C3", "Mensen naar betaald werk"),
        ("A8", "Langer dan 90 dagen zonder traject"),
    ],
)
@pytest.mark.parametrize(("waar", "rol"), [(HILVERSUM, "klantmanager"), (GOOI, "verbinder")])
def test_the_tiles_say_what_meet_measures(als, wereld, code, naam, waar, rol):
    (cijfer,) = meet(Meting(gebied_van(waar), LOPEND), [INDICATOREN[code]], [])

    assert tegel(pagina(als(rol), waar=waar), naam).split()[0] == str(cijfer.waarde)


def test_a_tile_compares_with_half_a_year_and_a_year_ago(als, wereld):
    tekst = tegel(pagina(als("klantmanager")), "Mensen met een lopend traject")

    # 3 now; on 20 May met_twee, werkt and verhuisd; a year ago only werkt.
    assert tekst == "3 evenveel als een halfjaar geleden 2 meer dan een jaar geleden"


def test_another_half_year_is_measured_whole_and_says_so(als, wereld):
    html = pagina(als("klantmanager"), halfjaar="2026-1")

    assert "2026, 1e halfjaar. Peildatum 30 juni 2026." in zichtbaar(html)
    (cijfer,) = meet(Meting(gebied_van(HILVERSUM), EERSTE_HELFT), [INDICATOREN["A5"]], [])
    assert tegel(html, "Gestarte trajecten").split()[0] == str(cijfer.waarde) == "2"
    assert "een halfjaar eerder" in tegel(html, "Gestarte trajecten")


def test_the_running_half_year_is_marked_as_not_over(als, wereld):
    assert "2026, 2e halfjaar (loopt nog, tot en met vandaag)" in zichtbaar(
        pagina(als("klantmanager"))
    )


def test_the_steps_from_azc_to_nazorg_follow_from_each_other(als, wereld):
    html = pagina(als("klantmanager"))

    rijen = re.search(r'id="stroom".*?<tbody>(.*?)</tbody>', html, re.DOTALL)[1]
    assert [zichtbaar(rij).split() for rij in rijen.split("</tr>")[:-1]] == [
        ["In", "beeld", "5", "1", "nog", "op", "het", "azc"],
        ["Intake", "gedaan", "4", "80", "%", "van", "in", "beeld"],
        ["Traject", "begonnen", "4", "100", "%", "van", "intake"],
        ["Aan", "het", "werk", "1", "25", "%", "van", "traject"],
        ["In", "nazorg", "1", "100", "%", "van", "werk"],
    ]


def test_a_chart_carries_the_conclusion_when_there_is_one(als, mensen):
    for _ in range(10):
        iemand(trajecten=((3, date(2026, 8, 1), None),))
    html = zichtbaar(pagina(als("klantmanager")))

    assert "Van 10 mensen in beeld is nog niemand aan het werk" in html
    assert "Alle 10 lopende trajecten: 3 Regionale aanpak" in html


# --- links to the cases --------------------------------------------------------------------------


def koppelingen(html: str) -> list[str]:
    return [unescape(adres) for adres in re.findall(r'href="([^"]*gevallen/[^"]*)"', html)]


# Behind money there are no persons.
@pytest.mark.parametrize("deel", [deel for deel in DELEN if deel != "geld"])
@pytest.mark.parametrize(("waar", "rol"), [(HILVERSUM, "klantmanager"), (GOOI, "verbinder")])
def test_every_number_leads_to_the_persons_that_it_counts(als, wereld, deel, waar, rol):
    klant = als(rol)
    adressen = koppelingen(pagina(klant, deel, waar=waar))

    assert adressen
    for adres in dict.fromkeys(adressen):
        antwoord = klant.get(adres)
        assert antwoord.status_code == 200
        cel = antwoord.context["cel"]
        geteld = _geteld(waar, cel)
        assert antwoord.context["mensen"] == len(geteld) > 0
        open_ = {rij["persoon"].pk for rij in antwoord.context["rijen"]}
        assert open_ <= set(geteld)
        assert len(open_) + antwoord.context["gesloten"] == len(geteld)


def _geteld(waar: str, cel) -> list[int]:
    return personen_achter(Meting(gebied_van(waar), LOPEND), cel.indicator, cel.plaats)


def test_the_link_of_a_count_of_persons_holds_as_many_as_the_number(als, wereld):
    html = pagina(als("klantmanager"))

    paren = re.findall(r'href="([^"]*gevallen/[^"]*)"[^>]*>(\d+)</a>', html)
    van_personen = [(unescape(a), n) for a, n in paren if "A4" not in a and "A5" not in a]
    assert van_personen
    for adres, aantal in van_personen:
        assert als("klantmanager").get(adres).context["mensen"] == int(aantal)


def test_zero_is_no_link(als, mensen):
    assert koppelingen(pagina(als("klantmanager"))) == []


def test_who_only_sees_figures_gets_the_same_numbers_without_links(als, wereld):
    met, zonder = pagina(als("klantmanager")), pagina(als("gemeente_cijfers"))

    assert koppelingen(met)
    assert koppelingen(zonder) == []
    assert tegel(met, "Mensen in beeld") == tegel(zonder, "Mensen in beeld")
    adres = reverse("dashboard_gemeente_gevallen", kwargs={"code": HILVERSUM})
    assert als("gemeente_cijfers").get(adres, {"cijfer": "A1"}).status_code == 404


def test_the_page_of_cases_says_how_many_cannot_be_opened(als, wereld):
    adres = reverse("dashboard_gemeente_gevallen", kwargs={"code": HILVERSUM})

    antwoord = als("klantmanager").get(adres, {"cijfer": "A6", "halfjaar": "2026-1"})

    tekst = zichtbaar(antwoord.content.decode())
    assert antwoord.context["mensen"] == 3
    assert "3 personen , van wie u er 2 kunt openen" in tekst
    assert "1 dossier kunt u niet openen" in tekst
    assert wereld.verhuisd.pk not in {rij["persoon"].pk for rij in antwoord.context["rijen"]}


def test_a_count_of_trajecten_says_of_how_many_people_they_are(als, mensen):
    iemand(trajecten=((2, date(2026, 8, 1), None), (3, date(2026, 9, 1), None)))
    adres = reverse("dashboard_gemeente_gevallen", kwargs={"code": HILVERSUM})

    tekst = zichtbaar(als("klantmanager").get(adres, {"cijfer": "A4"}).content.decode())

    assert "Het cijfer telt 2 trajecten. Ze zijn van deze mensen. 1 persoon" in tekst


def test_each_look_at_cases_is_logged_per_person_without_a_name(als, wereld):
    adres = reverse("dashboard_gemeente_gevallen", kwargs={"code": HILVERSUM})

    als("klantmanager").get(adres, {"cijfer": "A3", "per": "wet", "categorie": "wi2021"})

    regels = _logregels("cijfer.gevallen")
    assert {regel.object_id for regel in regels} == {
        wereld.met_traject.pk,
        wereld.op_azc.pk,
    }
    assert regels[0].gegevens == {
        "cijfer": "A3",
        "per": "wet",
        "categorie": "wi2021",
        "halfjaar": "2026-2",
        "aantal": 2,
    }


def _logregels(handeling: str) -> list[Logregel]:
    with alles_open(), connection.cursor() as cursor:
        regio = Arbeidsmarktregio.objects.get(code=GOOI)
        cursor.execute("select set_config('verbinder.logregios', %s, true)", [f"{{{regio.pk}}}"])
        return list(Logregel.objects.filter(handeling=handeling))


@pytest.mark.parametrize(
    "vraag",
    [
        {},
        {"cijfer": "Z9"},
        {"cijfer": "A1", "per": "nationaliteit", "categorie": "x"},
        {"cijfer": "A1", "per": "wet", "categorie": "wi1999"},
        {"cijfer": "A1", "per": "wet×geslacht", "categorie": "wi2021×v"},
        {"cijfer": "A4", "per": "gemeente×actielijn", "categorie": "GM0402"},
        {"cijfer": "A4", "per": "gemeente", "categorie": "GM0363"},
        {"cijfer": "A1", "halfjaar": "2031-1"},
        {"cijfer": "A1", "na": "geen-sleutel"},
    ],
)
def test_no_other_cells_than_those_of_the_book_of_tables_can_be_asked(als, mensen, vraag):
    adres = reverse("dashboard_gemeente_gevallen", kwargs={"code": HILVERSUM})

    assert als("klantmanager").get(adres, vraag).status_code == 404


# --- who sees what -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rol", "naar"),
    [
        ("verbinder", "/dashboard/regio/AM12/"),
        ("klantmanager", "/dashboard/gemeente/GM0402/"),
        ("gemeente_cijfers", "/dashboard/gemeente/GM0402/"),
        ("andere_klantmanager", "/dashboard/gemeente/GM0406/"),
        ("directieoverleg", "/rapportages/"),
        ("controller", "/rapportages/"),
    ],
)
def test_the_dashboard_leads_to_ones_own_figures_or_to_the_publications(als, rol, naar):
    assert als(rol).get("/dashboard/").url == naar


def test_who_works_for_several_gemeenten_chooses(als, mensen):
    from tests.mensen import geef

    geef(mensen.klantmanager, "klantmanager", "Huizen")
    antwoord = als("klantmanager").get("/dashboard/")

    assert "Gemeente Hilversum" in zichtbaar(antwoord.content.decode())
    assert "Gemeente Huizen" in zichtbaar(antwoord.content.decode())
    assert "Huizen" in zichtbaar(pagina(als("klantmanager")))  # and can go from one to the other


def test_the_region_shows_its_gemeenten_side_by_side(als, wereld):
    html = pagina(als("verbinder"), waar=GOOI)

    tabel = re.search(r'id="gemeenten-naast-elkaar".*?<tbody.*?>(.*?)</tbody>', html, re.DOTALL)[1]
    rijen = {zichtbaar(rij).split("  ")[0].strip(): zichtbaar(rij) for rij in tabel.split("</tr>")}
    for code, naam in ((HILVERSUM, "Hilversum"), (HUIZEN, "Huizen")):
        (alle, *_) = meet(Meting(gebied_van(code), LOPEND), [INDICATOREN["A1"]], [])
        rij = next(tekst for tekst in rijen.values() if naam in tekst)
        assert re.search(rf"{naam}\D+{alle.waarde}\D", rij)
    assert any("Nog niet gekoppeld" in rij for rij in rijen.values())


def test_a_gemeente_that_does_not_take_part_is_named_and_not_counted(als, wereld):
    Deelname.objects.filter(gemeente__naam="Huizen").update(tot_en_met=date(2026, 10, 31))

    html = pagina(als("verbinder"), waar=GOOI)

    assert "Huizen doet niet mee en telt niet mee" in zichtbaar(html)
    assert tegel(html, "Mensen in beeld").split()[0] == "6"  # without verhuisd
    assert als("verbinder").get(f"/dashboard/gemeente/{HUIZEN}/").status_code == 404


def test_a_gemeente_that_takes_part_without_names_shows_no_name_to_the_verbinder(als, wereld):
    Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)
    adres = reverse("dashboard_regio_gevallen", kwargs={"code": GOOI})

    namen = als("verbinder").get(adres, {"cijfer": "A3"}).content.decode()

    assert "Nummer" not in zichtbaar(namen)


# --- files, definitions, speed -------------------------------------------------------------------


def test_a_chart_can_be_taken_along_as_a_table_and_as_a_drawing(als, wereld):
    klant, adres = als("klantmanager"), f"/dashboard/gemeente/{HILVERSUM}/"

    tabel = klant.get(adres, {"blok": "stroom", "formaat": "csv"})
    tekening = klant.get(adres, {"blok": "stroom", "formaat": "svg"})

    assert tabel.content.decode("utf-8-sig").splitlines()[:2] == [
        "Stap;Aantal;Aandeel",
        "In beeld;5;1 nog op het azc",
    ]
    assert "gm0402-2026-2-stroom.csv" in tabel["Content-Disposition"]
    assert tekening["Content-Type"] == "image/svg+xml"
    assert tekening.content.startswith(b"<svg ")
    assert len(_logregels("lijst.uitvoer")) == 2


@pytest.mark.parametrize(
    "vraag",
    [{"formaat": "csv"}, {"formaat": "exe", "blok": "stroom"}, {"formaat": "csv", "blok": "x"}],
)
def test_there_are_no_other_files(als, mensen, vraag):
    assert als("klantmanager").get(f"/dashboard/gemeente/{HILVERSUM}/", vraag).status_code == 404


@pytest.mark.parametrize(
    "waar", ["gemeente/GM9999", "gemeente/GM0402%00", "regio/AM12%00", "regio/x"]
)
def test_a_place_that_does_not_exist_is_not_found(als, mensen, waar):
    assert als("verbinder").get(f"/dashboard/{waar}/").status_code == 404


@pytest.mark.parametrize("pad", ["onbekend/", "uitsplitsen/?per=nationaliteit", "?halfjaar=2026-9"])
def test_a_part_or_period_that_does_not_exist_is_not_found(als, mensen, pad):
    assert als("klantmanager").get(f"/dashboard/gemeente/{HILVERSUM}/{pad}").status_code == 404


def test_the_definition_stands_under_each_figure(als, wereld):
    assert INDICATOREN["A8"].definitie in zichtbaar(pagina(als("klantmanager")))


def test_banenafspraak_is_left_out_and_the_page_says_so(als, wereld):
    tekst = zichtbaar(pagina(als("klantmanager"), "jongeren"))

    assert "niet vast of iemand onder de banenafspraak valt" in tekst


def test_the_view_of_jongeren_is_the_age_class_of_the_indicator(als, wereld):
    html = pagina(als("klantmanager"), "jongeren")

    (_, *per_klasse) = meet(
        Meting(gebied_van(HILVERSUM), LOPEND), [INDICATOREN["A1"]], ["leeftijdsklasse"]
    )
    jong = {c.plaats.categorie: c.waarde for c in per_klasse}["18-26"]
    rij = re.search(r'id="jongeren".*?<tbody.*?>(.*?)</tr>', html, re.DOTALL)[1]
    assert zichtbaar(rij).split() == ["Mensen", "in", "beeld", str(jong), "5"]


def test_an_empty_gemeente_says_what_is_missing_and_has_no_fault(als, mensen):
    html = pagina(als("klantmanager"))

    assert "Hier zijn op de peildatum nog geen mensen in beeld" in zichtbaar(html)


@pytest.mark.parametrize("kop", ["=1+1", " =1+1", "\uff1d1+1", "-1+1", "@x", "\t=1"])
def test_a_table_as_a_file_never_holds_a_formula(kop):
    tabel = Tabel("t", "Titel", kop, ("Aantal",), ((Cel(kop), Cel("5")),))

    for regel in als_csv(tabel).decode("utf-8-sig").splitlines():
        assert next(csv.reader([regel], delimiter=";"))[0] == f"'{kop}"


@pytest.mark.parametrize("deel", DELEN)
@pytest.mark.parametrize("waar", [HILVERSUM, GOOI])
def test_a_page_asks_the_database_at_most_fifteen_questions(als, wereld, deel, waar):
    klant = als("verbinder")
    pagina(klant, deel, waar="GM0376")  # the session has been written

    vragen = gesteld(lambda: pagina(klant, deel, waar=waar))

    assert len(vragen) <= 15, "\n".join(sql[:150] for sql in vragen)


def test_more_gemeenten_and_more_people_cost_no_more_questions(als, wereld):
    klant = als("verbinder")
    pagina(klant, waar=GOOI)
    with CaptureQueriesContext(connection) as eerst:
        pagina(klant, waar=GOOI)
    for naam in ("Blaricum", "Laren", "Gooise Meren", "Wijdemeren"):
        iemand(naam, trajecten=((2, date(2026, 8, 1), None),))

    with CaptureQueriesContext(connection) as daarna:
        pagina(klant, waar=GOOI)

    # What was kept no longer holds, so the figures are measured: in one statement.
    assert len(daarna) - len(eerst) <= 6
