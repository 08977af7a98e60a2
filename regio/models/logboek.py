"""Who did or saw what, when. Rows are added and never changed: the database refuses it."""

import uuid

from django.db import models


class Handeling(models.TextChoices):
    """What was done, as a stable code; the sentence on screen is made from it."""

    DOSSIER_GEOPEND = "dossier.geopend", "Dossier geopend"
    LIJST_GEOPEND = "lijst.geopend", "Lijst van personen geopend"
    GEZOCHT = "personen.gezocht", "Naar een persoon gezocht"
    UITVOER_GEMAAKT = "lijst.uitvoer", "Lijst gedownload"
    GEVALLEN_GEOPEND = "cijfer.gevallen", "Gevallen achter een cijfer bekeken"
    DOSSIER_GEMAAKT = "dossier.gemaakt", "Persoon aangemeld"
    DOSSIER_GEWIJZIGD = "dossier.gewijzigd", "Gegevens gewijzigd"
    DOSSIER_VERPLAATST = "dossier.verplaatst", "Dossier naar een andere gemeente"
    TRAJECT_GESTART = "traject.gestart", "Traject gestart"
    TRAJECT_GEWIJZIGD = "traject.gewijzigd", "Traject gewijzigd"
    TRAJECT_AFGESLOTEN = "traject.afgesloten", "Traject afgesloten"
    PLAATSING_GEMAAKT = "plaatsing.gemaakt", "Plaatsing vastgelegd"
    PLAATSING_GEWIJZIGD = "plaatsing.gewijzigd", "Plaatsing gewijzigd"
    NAZORG_BEANTWOORD = "nazorg.beantwoord", "Nazorgvraag beantwoord"
    INZAGE_GEMAAKT = "dossier.inzage", "Inzage van een persoon gemaakt"
    CONTACT_VASTGELEGD = "contact.vastgelegd", "Contact vastgelegd"
    ACTIE_GEWIJZIGD = "actie.gewijzigd", "Volgende stap gewijzigd"
    IMPORT_GEDAAN = "import.gedaan", "Gegevens ingelezen"
    IMPORT_MISLUKT = "import.mislukt", "Inlezen mislukt"
    RAPPORT_GEMAAKT = "rapport.gemaakt", "Rapport gemaakt"
    RAPPORT_VASTGESTELD = "rapport.vastgesteld", "Rapport vastgesteld"
    RAPPORT_OPENBAAR = "rapport.openbaar", "Openbare versie van een rapport gemaakt"
    CIJFERS_BEVESTIGD = "cijfers.bevestigd", "Cijfers van een gemeente bevestigd of afgekeurd"
    RAPPORTGEVALLEN_GEOPEND = "rapport.gevallen", "Gevallen achter een vastgelegd cijfer bekeken"
    ABONNEMENT_GEWIJZIGD = "abonnement.gewijzigd", "Abonnement op rapporten gewijzigd"
    HUISSTIJL_GEWIJZIGD = "huisstijl.gewijzigd", "Naam of logo van een regio gewijzigd"
    RAPPORT_GEDOWNLOAD = "rapport.gedownload", "Rapport gedownload"
    RAPPORT_INTERN = "rapport.intern", "Rapport met ware cijfers gemaakt"
    INGELOGD = "inloggen.gelukt", "Ingelogd"
    INLOGGEN_MISLUKT = "inloggen.mislukt", "Inloggen mislukt"
    ACCOUNT_GEMAAKT = "account.gemaakt", "Account gemaakt"
    RECHT_GEGEVEN = "recht.gegeven", "Recht gegeven"
    RECHT_BEEINDIGD = "recht.beeindigd", "Recht beëindigd"
    ACCOUNT_HERSTELD = "account.hersteld", "Wachtwoord of tweede factor hersteld"
    DEELNAME_GEWIJZIGD = "deelname.gewijzigd", "Deelname van een gemeente gewijzigd"
    GEGEVENS_GELADEN = "gegevens.geladen", "Referentiegegevens geladen"
    GEGEVENS_GEWIJZIGD = "gegevens.gewijzigd", "Referentiegegevens gewijzigd"
    GELD_GEBOEKT = "geld.geboekt", "Geld geboekt"
    GELD_VOORGESTELD = "geld.voorgesteld", "Boeking voorgesteld"
    GELD_BESLIST = "geld.beslist", "Over een voorstel beslist"
    GELD_AFGESLOTEN = "geld.afgesloten", "Jaar afgesloten"
    GELD_GEWIJZIGD = "geld.gewijzigd", "Bestedingsplan of afspraak over geld gewijzigd"
    AANSTELLING_GEWIJZIGD = "aanstelling.gewijzigd", "Aanstelling gewijzigd"
    UREN_GEBOEKT = "uren.geboekt", "Uren geboekt"
    PLAN_GEWIJZIGD = "plan.gewijzigd", "Plan van aanpak gewijzigd"
    PLAN_VASTGESTELD = "plan.vastgesteld", "Plan van aanpak vastgesteld"
    OVERLEG_GEWIJZIGD = "overleg.gewijzigd", "Overleg gewijzigd"
    BESLUIT_VASTGELEGD = "besluit.vastgelegd", "Besluit vastgelegd"
    TAAKSTELLING_GEWIJZIGD = "taakstelling.gewijzigd", "Taakstelling gewijzigd"
    WERKWIJZE_GEWIJZIGD = "werkwijze.gewijzigd", "Werkwijze gewijzigd"
    STUK_GEDOWNLOAD = "stuk.gedownload", "Stuk gedownload"
    GEWEIGERD = "toegang.geweigerd", "Toegang geweigerd"


class Logregel(models.Model):
    """One act on one object by one user, with its result and origin (BIO2 8.15).

    `gegevens` never holds a name, a note or a reference of a person.
    """

    # Made in Python, so that no INSERT needs RETURNING: whoever writes may not read.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    op = models.DateTimeField("wanneer", db_index=True)
    wie = models.CharField("wie", max_length=200)
    gebruiker_id = models.BigIntegerField("gebruiker", null=True)
    handeling = models.CharField("handeling", max_length=40, choices=Handeling)
    gelukt = models.BooleanField("gelukt", default=True)
    soort = models.CharField("soort object", max_length=40, blank=True)
    object_id = models.BigIntegerField("object", null=True)
    regio_id = models.BigIntegerField("regio", null=True)
    gemeente_id = models.BigIntegerField("gemeente", null=True)
    herkomst = models.CharField("herkomst", max_length=100, blank=True)
    verzoek = models.UUIDField("verzoek", null=True)
    gegevens = models.JSONField("gegevens", default=dict)

    class Meta:
        verbose_name = "logregel"
        verbose_name_plural = "logboek"
        ordering = ["-op"]
        indexes = [
            models.Index(fields=["soort", "object_id", "op"], name="logregel_object"),
            models.Index(fields=["regio_id", "-op"], name="logregel_regio"),
        ]

    def __str__(self):
        return f"{self.op:%Y-%m-%d %H:%M} {self.handeling}"
