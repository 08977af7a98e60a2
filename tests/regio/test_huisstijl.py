"""The name and logo of a region: a PNG that we wrote ourselves, and nothing hostile in it."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Handeling, Huisstijl, Logregel
from regio.png import GROOTSTE_BESTAND, lees_png
from regio.rijrechten import zet_bereik
from regio.services.huisstijl import huisstijl_van, kies_huisstijl
from regio.toegang import Bereik
from tests.hulp.plaatje import KOP, png, stuk
from tests.verstuur import verstuur

PAGINA = reverse("huisstijl", kwargs={"code": "AM12"})


def kies(regio, **anders):
    vast = {"naam": "", "logo": png(), "beschrijving": "Logo", "nu": timezone.now()}
    return kies_huisstijl(regio=regio, door=Door("Beheer"), **{**vast, **anders})


@pytest.fixture
def gooi(db):
    return Arbeidsmarktregio.objects.get(code="AM12")


class TestThePicture:
    @pytest.mark.parametrize(
        ("soort", "diepte"), [(0, 8), (0, 16), (2, 8), (2, 16), (4, 8), (6, 8), (6, 16)]
    )
    def test_what_is_written_is_a_picture_of_the_same_size(self, soort, diepte):
        beeld = lees_png(png(64, 32, soort=soort, diepte=diepte))

        assert (beeld.breedte, beeld.hoogte) == (64, 32)
        assert lees_png(beeld.inhoud) == beeld

    def test_a_palette_is_kept_and_made_whole(self):
        palet = stuk(b"PLTE", b"\x11\x5e\x67" * 3)
        beeld = lees_png(png(soort=3, extra=palet + stuk(b"tRNS", b"\x00")))

        assert beeld.inhoud.count(b"PLTE") == 1
        assert lees_png(beeld.inhoud).inhoud == beeld.inhoud

    def test_texts_profiles_and_what_hides_behind_the_end_are_gone(self):
        vuil = stuk(b"tEXt", b"Author\0Iemand") + stuk(b"iCCP", b"x\0\0" + b"<script>")
        beeld = lees_png(png(extra=vuil) + b"PK\x03\x04 een zip erachter")

        for spoor in (b"Iemand", b"script", b"PK\x03\x04", b"tEXt", b"iCCP"):
            assert spoor not in beeld.inhoud

    @pytest.mark.parametrize(
        ("inhoud", "zin"),
        [
            (b"", "geen PNG"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "geen PNG"),
            (b"\xff\xd8\xff\xe0 jpeg", "geen PNG"),
            (b"GIF89a", "geen PNG"),
            (b"%PDF-1.7", "geen PNG"),
            (KOP, "beschadigd"),
            (png()[:-20], "beschadigd"),
            (KOP + stuk(b"IEND", b""), "beschadigd"),
            (png().replace(b"IHDR", b"IHDX"), "beschadigd"),
            (png(extra=stuk(b"tEXt", b"x", som=1)), "beschadigd"),
            (png(extra=stuk(b"IHDR", b"\0" * 13)), "beschadigd"),
            (png(punten=b"\0" * 10), "beschadigd"),
            (png(punten=b"\0" * 50_000_000), "beschadigd"),
            (png(20, 20, punten=(b"\x09" + b"\0" * 60) * 20), "beschadigd"),
            (png(soort=3), "beschadigd"),
            (png(extra=stuk(b"tRNS", b"\0")), "beschadigd"),
            (png(4, 40), "4 bij 40 punten"),
            (png(2_001, 40), "2001 bij 40 punten"),
            (png(40, 1_001), "40 bij 1001 punten"),
            (png(verweven=1), "interlace"),
            (png() + b"\0" * GROOTSTE_BESTAND, "groter dan 500 kB"),
        ],
    )
    def test_what_is_not_a_sound_png_is_refused_in_dutch(self, inhoud, zin):
        with pytest.raises(ValidationError, match=zin):
            lees_png(inhoud)

    def test_a_picture_that_says_to_be_huge_is_refused_before_it_is_unpacked(self):
        kop = struct.pack(">IIBBBBB", 2**31, 2**31, 16, 6, 0, 0, 0)
        bom = KOP + stuk(b"IHDR", kop) + stuk(b"IDAT", zlib.compress(b"\0" * 10_000_000))

        with pytest.raises(ValidationError, match="punten breed"):
            lees_png(bom + stuk(b"IEND", b""))

    @pytest.mark.parametrize("plek", range(0, 150, 3))
    def test_a_bit_that_flipped_is_a_refusal_and_never_a_crash(self, plek):
        stuk_ = bytearray(png(20, 20))
        stuk_[plek % len(stuk_)] ^= 0x41

        try:
            lees_png(bytes(stuk_))
        except ValidationError:
            return


class TestTheChoice:
    def test_the_last_one_holds_and_an_earlier_moment_has_its_own(self, gooi):
        eerst = kies(gooi, naam="Regio Gooi")
        daarna = kies(gooi, naam="Gooi en meer", logo=None, nu=timezone.now())

        assert huisstijl_van(gooi) == daarna
        assert bytes(daarna.logo) == bytes(eerst.logo), "without a new logo the old one stays"
        assert huisstijl_van(gooi, op=eerst.op) == eerst

    def test_a_logo_can_be_taken_away(self, gooi):
        kies(gooi)
        zonder = kies(gooi, logo=None, zonder_logo=True)

        assert (bytes(zonder.logo), zonder.beschrijving) == (b"", "")

    def test_a_logo_without_a_description_is_refused(self, gooi):
        with pytest.raises(ValidationError, match="Beschrijf het logo"):
            kies(gooi, beschrijving="  ")
        assert not Huisstijl.objects.exists()

    def test_nobody_changes_or_deletes_one(self, gooi):
        kies(gooi)
        for doe in (Huisstijl.objects.all().delete, lambda: Huisstijl.objects.update(naam="x")):
            geweigerd = pytest.raises(Error, match="alleen toegevoegd|permission denied")
            with geweigerd, transaction.atomic():
                doe()


class TestThePage:
    def test_a_functioneel_beheerder_chooses_and_everybody_sees_the_logo(self, als, gooi):
        client = als("functioneel_beheerder")
        antwoord = verstuur(
            client,
            PAGINA,
            naam="Regio Gooi en Vechtstreek",
            beschrijving="Logo van de regio",
            logo=SimpleUploadedFile("../../x.png", png(), "image/png"),
        )

        assert antwoord.status_code == 302
        gekozen = huisstijl_van(gooi)
        assert gekozen.naam == "Regio Gooi en Vechtstreek"
        adres = reverse("regiologo", kwargs={"code": "AM12", "pk": gekozen.pk})
        pagina = client.get(PAGINA).content.decode()
        assert adres in pagina
        assert 'alt="Logo van de regio"' in pagina
        beeld = als("directieoverleg").get(adres)
        assert beeld.headers["Content-Type"] == "image/png"
        assert beeld.content == bytes(gekozen.logo)
        zet_bereik(Bereik(logregios=frozenset({gooi.pk})))
        assert Logregel.objects.filter(handeling=Handeling.HUISSTIJL_GEWIJZIGD).count() == 1

    def test_a_hostile_file_is_refused_at_its_field(self, als, gooi):
        svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        antwoord = verstuur(
            als("functioneel_beheerder"),
            PAGINA,
            beschrijving="x",
            logo=SimpleUploadedFile("logo.png", svg, "image/png"),
        )

        assert antwoord.status_code == 422
        assert "Dit is geen PNG-bestand." in antwoord.content.decode()
        assert not Huisstijl.objects.exists()

    def test_another_region_and_another_role_are_refused(self, als, gooi):
        elders = reverse("huisstijl", kwargs={"code": "AM13"})

        assert als("functioneel_beheerder").get(elders).status_code == 404
        assert als("verbinder").get(PAGINA).status_code == 403

    def test_a_logo_of_another_region_has_no_address_here(self, als, gooi):
        gekozen = kies(gooi)
        elders = reverse("regiologo", kwargs={"code": "AM13", "pk": gekozen.pk})

        assert als("directieoverleg").get(elders).status_code == 404
