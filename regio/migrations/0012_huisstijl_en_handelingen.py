"""The name and logo of a region on its reports; and acts that the log did not know yet."""

from pathlib import Path

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0011_soorten_per_regio'),
    ]

    operations = [
        migrations.AlterField(
            model_name='logregel',
            name='handeling',
            field=models.CharField(choices=[('dossier.geopend', 'Dossier geopend'), ('lijst.geopend', 'Lijst van personen geopend'), ('personen.gezocht', 'Naar een persoon gezocht'), ('lijst.uitvoer', 'Lijst gedownload'), ('cijfer.gevallen', 'Gevallen achter een cijfer bekeken'), ('dossier.gemaakt', 'Persoon aangemeld'), ('dossier.gewijzigd', 'Gegevens gewijzigd'), ('dossier.verplaatst', 'Dossier naar een andere gemeente'), ('traject.gestart', 'Traject gestart'), ('traject.gewijzigd', 'Traject gewijzigd'), ('traject.afgesloten', 'Traject afgesloten'), ('plaatsing.gemaakt', 'Plaatsing vastgelegd'), ('plaatsing.gewijzigd', 'Plaatsing gewijzigd'), ('nazorg.beantwoord', 'Nazorgvraag beantwoord'), ('dossier.inzage', 'Inzage van een persoon gemaakt'), ('contact.vastgelegd', 'Contact vastgelegd'), ('actie.gewijzigd', 'Volgende stap gewijzigd'), ('import.gedaan', 'Gegevens ingelezen'), ('import.mislukt', 'Inlezen mislukt'), ('rapport.gemaakt', 'Rapport gemaakt'), ('rapport.vastgesteld', 'Rapport vastgesteld'), ('rapport.openbaar', 'Openbare versie van een rapport gemaakt'), ('cijfers.bevestigd', 'Cijfers van een gemeente bevestigd of afgekeurd'), ('rapport.gevallen', 'Gevallen achter een vastgelegd cijfer bekeken'), ('abonnement.gewijzigd', 'Abonnement op rapporten gewijzigd'), ('huisstijl.gewijzigd', 'Naam of logo van een regio gewijzigd'), ('rapport.gedownload', 'Rapport gedownload'), ('rapport.intern', 'Rapport met ware cijfers gemaakt'), ('inloggen.gelukt', 'Ingelogd'), ('inloggen.mislukt', 'Inloggen mislukt'), ('account.gemaakt', 'Account gemaakt'), ('recht.gegeven', 'Recht gegeven'), ('recht.beeindigd', 'Recht beëindigd'), ('account.hersteld', 'Wachtwoord of tweede factor hersteld'), ('deelname.gewijzigd', 'Deelname van een gemeente gewijzigd'), ('gegevens.geladen', 'Referentiegegevens geladen'), ('gegevens.gewijzigd', 'Referentiegegevens gewijzigd'), ('geld.geboekt', 'Geld geboekt'), ('geld.voorgesteld', 'Boeking voorgesteld'), ('geld.beslist', 'Over een voorstel beslist'), ('geld.afgesloten', 'Jaar afgesloten'), ('geld.gewijzigd', 'Bestedingsplan of afspraak over geld gewijzigd'), ('aanstelling.gewijzigd', 'Aanstelling gewijzigd'), ('uren.geboekt', 'Uren geboekt'), ('plan.gewijzigd', 'Plan van aanpak gewijzigd'), ('plan.vastgesteld', 'Plan van aanpak vastgesteld'), ('overleg.gewijzigd', 'Overleg gewijzigd'), ('besluit.vastgelegd', 'Besluit vastgelegd'), ('taakstelling.gewijzigd', 'Taakstelling gewijzigd'), ('werkwijze.gewijzigd', 'Werkwijze gewijzigd'), ('stuk.gedownload', 'Stuk gedownload'), ('toegang.geweigerd', 'Toegang geweigerd')], max_length=40, verbose_name='handeling'),
        ),
        migrations.CreateModel(
            name='Huisstijl',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('naam', models.CharField(blank=True, max_length=80, validators=[django.core.validators.MinLengthValidator(3)], verbose_name='naam in rapporten')),
                ('logo', models.BinaryField(blank=True, default=b'', verbose_name='logo')),
                ('beschrijving', models.CharField(blank=True, max_length=150, verbose_name='beschrijving van het logo')),
                ('op', models.DateTimeField(verbose_name='gekozen op')),
                ('wie', models.CharField(max_length=200, verbose_name='gekozen door')),
                ('regio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='huisstijlen', to='regio.arbeidsmarktregio')),
            ],
            options={
                'verbose_name': 'huisstijl',
                'verbose_name_plural': 'huisstijlen',
                'ordering': ['regio', '-op', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('logo', b''), models.Q(('beschrijving', ''), _negated=True), _connector='OR'), name='huisstijl_logo_heeft_beschrijving', violation_error_message='Beschrijf het logo in een paar woorden, voor wie het niet kan zien.')],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
