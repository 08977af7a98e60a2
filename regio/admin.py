"""Django's admin, for reference data only: no person, no user, no right stands in it."""

from django.contrib import admin
from django.shortcuts import redirect

from regio.logboek import noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Centrumgemeente,
    Gemeente,
    GemeenteInRegio,
    Handeling,
    Organisatie,
    Trajectsoort,
)


class Referentiesite(admin.AdminSite):
    """The admin of the applicatiebeheerder. Logging in, out and passwords are allauth's."""

    site_header = "Referentiegegevens"
    site_title = "Referentiegegevens"
    index_title = "Tabellen"
    site_url = "/"

    def has_permission(self, request) -> bool:
        return request.user.is_authenticated and request.bereik.applicatie

    def login(self, request, extra_context=None):
        if self.has_permission(request):
            return redirect("admin:index")
        return redirect("start" if request.user.is_authenticated else "account_login")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    def password_change_done(self, request, extra_context=None):
        return redirect("mijn_account")


referentiesite = Referentiesite(name="admin")


class GelogdeAdmin(admin.ModelAdmin):
    """Every change goes into the log as well."""

    def log_addition(self, request, obj, message):
        self._noteer(request, obj, "toegevoegd")
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        self._noteer(request, obj, "gewijzigd")
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            self._noteer(request, obj, "gewist")
        return super().log_deletions(request, queryset)

    def _noteer(self, request, obj, wat: str) -> None:
        noteer(
            request.door,
            Handeling.GEGEVENS_GEWIJZIGD,
            obj,
            soort=obj._meta.model_name,
            regio_id=getattr(obj, "regio_id", None),
            wat=wat,
        )


@admin.register(Actielijn, site=referentiesite)
class ActielijnAdmin(GelogdeAdmin):
    list_display = ["code", "naam", "korte_naam", "van", "tot_en_met"]


@admin.register(Trajectsoort, site=referentiesite)
class TrajectsoortAdmin(GelogdeAdmin):
    list_display = ["naam", "code", "actielijn", "regio", "van", "tot_en_met"]
    list_filter = ["actielijn", "regio"]
    search_fields = ["naam", "code"]


@admin.register(Arbeidsmarktregio, site=referentiesite)
class ArbeidsmarktregioAdmin(GelogdeAdmin):
    list_display = ["naam", "code", "in_gebruik_sinds"]
    search_fields = ["naam", "code"]


@admin.register(Gemeente, site=referentiesite)
class GemeenteAdmin(GelogdeAdmin):
    list_display = ["naam", "code", "provincie", "van", "tot_en_met", "opvolger"]
    list_filter = ["provincie", "einde_voorgenomen"]
    list_select_related = ["opvolger"]
    search_fields = ["naam", "code"]
    autocomplete_fields = ["opvolger"]


@admin.register(GemeenteInRegio, site=referentiesite)
class GemeenteInRegioAdmin(GelogdeAdmin):
    list_display = ["gemeente", "regio", "van", "van_geschat", "tot_en_met"]
    list_filter = ["regio"]
    list_select_related = ["gemeente", "regio"]
    search_fields = ["gemeente__naam"]
    autocomplete_fields = ["gemeente"]


@admin.register(Centrumgemeente, site=referentiesite)
class CentrumgemeenteAdmin(GelogdeAdmin):
    list_display = ["regio", "gemeente", "van", "tot_en_met", "bevestigd"]
    list_filter = ["bevestigd"]
    list_select_related = ["gemeente", "regio"]
    search_fields = ["gemeente__naam"]
    autocomplete_fields = ["gemeente"]


@admin.register(Organisatie, site=referentiesite)
class OrganisatieAdmin(GelogdeAdmin):
    list_display = ["naam", "soort", "regio"]
    list_filter = ["soort", "regio"]
    search_fields = ["naam"]
    readonly_fields = ["zoeknaam"]
