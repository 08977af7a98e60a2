"""Regions and gemeenten as the API gives them. Dates are days, `jjjj-mm-dd`."""

from rest_framework import serializers

from regio.models import Arbeidsmarktregio, Gemeente, GemeenteInRegio


class GemeenteSerializer(serializers.ModelSerializer):
    """One gemeente, with its validity and successor."""

    eersteDag = serializers.DateField(
        source="van", allow_null=True, help_text="Eerste dag; leeg als die onbekend is."
    )
    laatsteDag = serializers.DateField(
        source="tot_en_met", allow_null=True, help_text="Laatste dag; leeg als de gemeente bestaat."
    )
    opvolger = serializers.SlugRelatedField(
        slug_field="code", read_only=True, allow_null=True, help_text="Code van de opvolger."
    )
    eindeVoorgenomen = serializers.BooleanField(
        source="einde_voorgenomen", help_text="Het einde is nog een voornemen."
    )

    class Meta:
        model = Gemeente
        fields = ["code", "naam", "provincie", "eersteDag", "laatsteDag", "opvolger"]
        fields += ["eindeVoorgenomen", "inwoners"]


class LidmaatschapSerializer(serializers.ModelSerializer):
    """The days on which a gemeente belonged to a region."""

    gemeente = serializers.CharField(source="gemeente.code", help_text="Code van de gemeente.")
    naam = serializers.CharField(source="gemeente.naam")
    totEnMet = serializers.DateField(source="tot_en_met", allow_null=True)
    vanGeschat = serializers.BooleanField(
        source="van_geschat", help_text="De eerste dag is geschat: de bron noemt hem niet."
    )

    class Meta:
        model = GemeenteInRegio
        fields = ["gemeente", "naam", "van", "vanGeschat", "totEnMet"]


class RegioSerializer(serializers.ModelSerializer):
    """One arbeidsmarktregio."""

    eerdereNaam = serializers.CharField(
        source="eerdere_naam", help_text="Naam in 2021, als anders."
    )

    class Meta:
        model = Arbeidsmarktregio
        fields = ["code", "naam", "eerdereNaam"]


class RegioMetGemeentenSerializer(RegioSerializer):
    """One arbeidsmarktregio with its gemeenten and centrumgemeente on the asked day."""

    op = serializers.DateField(help_text="De dag waarop de indeling geldt.")
    centrumgemeente = serializers.CharField(allow_null=True, help_text="Code, als bekend.")
    gemeenten = LidmaatschapSerializer(many=True)

    class Meta(RegioSerializer.Meta):
        fields = [*RegioSerializer.Meta.fields, "op", "centrumgemeente", "gemeenten"]
