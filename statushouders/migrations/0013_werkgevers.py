"""Employers as partners: whom to call, what was agreed, and which places are filled."""

import uuid
from pathlib import Path

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
drop view bekend_op.statushouders_werkgeversafspraak;
drop function vervulde_plaatsen(bigint[]);
drop policy wissen on statushouders_afspraakplek;
drop policy wijzigen on statushouders_afspraakplek;
drop policy toevoegen on statushouders_afspraakplek;
drop policy lezen on statushouders_afspraakplek;
drop policy eigenaar on statushouders_afspraakplek;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('regio', '0006_sturing_ligt_vast'),
        ("statushouders", "0012_waarneming"),
    ]

    operations = [
        migrations.CreateModel(
            name='Werkgeversafspraak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('omschrijving', models.CharField(max_length=200, verbose_name='wat is afgesproken')),
                ('sector', models.CharField(blank=True, choices=[('A', 'Landbouw, bosbouw en visserij'), ('B', 'Delfstoffenwinning'), ('C', 'Industrie'), ('D', 'Energievoorziening'), ('E', 'Waterbedrijven en afvalbeheer'), ('F', 'Bouwnijverheid'), ('G', 'Handel'), ('H', 'Vervoer en opslag'), ('I', 'Horeca'), ('J', 'Informatie en communicatie'), ('K', 'Financiële dienstverlening'), ('L', 'Verhuur en handel onroerend goed'), ('M', 'Specialistische zakelijke diensten'), ('N', 'Verhuur en overige zakelijke diensten'), ('O', 'Openbaar bestuur en overheidsdiensten'), ('P', 'Onderwijs'), ('Q', 'Gezondheids- en welzijnszorg'), ('R', 'Cultuur, sport en recreatie'), ('S', 'Overige dienstverlening'), ('T', 'Huishoudens'), ('U', 'Extraterritoriale organisaties')], max_length=1, verbose_name='sector')),
                ('plaatsen', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1, 'Vul het aantal plaatsen in, minstens 1.'), django.core.validators.MaxValueValidator(500, 'Meer dan 500 plaatsen kan niet kloppen.')], verbose_name='plaatsen')),
                ('afgesproken_op', models.DateField(verbose_name='afgesproken op')),
                ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='geldt tot en met')),
                ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ten onrechte vastgelegd op')),
                ('intrekreden', models.CharField(blank=True, max_length=200, verbose_name='reden van intrekken')),
                ('ingevoerd_op', models.DateTimeField(auto_now_add=True, verbose_name='ingevoerd op')),
                ('versie', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('actielijn', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.actielijn')),
                ('gemeente', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.gemeente')),
                ('regio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.arbeidsmarktregio')),
                ('werkgever', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='afspraken', to='regio.organisatie')),
            ],
            options={
                'verbose_name': 'afspraak met een werkgever',
                'verbose_name_plural': 'afspraken met werkgevers',
                'ordering': ['-afgesproken_op', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Afspraakplek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plaatsing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='plek', to='statushouders.plaatsing')),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='afspraakplekken', to='statushouders.statushouder')),
                ('afspraak', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plekken', to='statushouders.werkgeversafspraak')),
            ],
            options={
                'verbose_name': 'vervulde plaats',
                'verbose_name_plural': 'vervulde plaatsen',
            },
        ),
        migrations.CreateModel(
            name='WerkgeversafspraakEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='sleutel')),
                ('omschrijving', models.CharField(max_length=200, verbose_name='wat is afgesproken')),
                ('sector', models.CharField(blank=True, choices=[('A', 'Landbouw, bosbouw en visserij'), ('B', 'Delfstoffenwinning'), ('C', 'Industrie'), ('D', 'Energievoorziening'), ('E', 'Waterbedrijven en afvalbeheer'), ('F', 'Bouwnijverheid'), ('G', 'Handel'), ('H', 'Vervoer en opslag'), ('I', 'Horeca'), ('J', 'Informatie en communicatie'), ('K', 'Financiële dienstverlening'), ('L', 'Verhuur en handel onroerend goed'), ('M', 'Specialistische zakelijke diensten'), ('N', 'Verhuur en overige zakelijke diensten'), ('O', 'Openbaar bestuur en overheidsdiensten'), ('P', 'Onderwijs'), ('Q', 'Gezondheids- en welzijnszorg'), ('R', 'Cultuur, sport en recreatie'), ('S', 'Overige dienstverlening'), ('T', 'Huishoudens'), ('U', 'Extraterritoriale organisaties')], max_length=1, verbose_name='sector')),
                ('plaatsen', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1, 'Vul het aantal plaatsen in, minstens 1.'), django.core.validators.MaxValueValidator(500, 'Meer dan 500 plaatsen kan niet kloppen.')], verbose_name='plaatsen')),
                ('afgesproken_op', models.DateField(verbose_name='afgesproken op')),
                ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='geldt tot en met')),
                ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ten onrechte vastgelegd op')),
                ('intrekreden', models.CharField(blank=True, max_length=200, verbose_name='reden van intrekken')),
                ('ingevoerd_op', models.DateTimeField(auto_now_add=True, verbose_name='ingevoerd op')),
                ('versie', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('actielijn', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.actielijn')),
                ('gemeente', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.gemeente')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='statushouders.werkgeversafspraak')),
                ('regio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.arbeidsmarktregio')),
                ('werkgever', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.organisatie')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Werkgeverscontact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('naam', models.CharField(max_length=100, verbose_name='naam')),
                ('functie', models.CharField(blank=True, max_length=100, verbose_name='functie')),
                ('telefoon', models.CharField(blank=True, max_length=30, verbose_name='telefoon op het werk')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail op het werk')),
                ('werkgever', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacten', to='regio.organisatie')),
            ],
            options={
                'verbose_name': 'contactpersoon van een werkgever',
                'verbose_name_plural': 'contactpersonen van werkgevers',
                'ordering': ['naam', 'pk'],
            },
        ),
        migrations.AddIndex(
            model_name='werkgeversafspraak',
            index=models.Index(fields=['regio', 'afgesproken_op'], name='afspraak_regio'),
        ),
        migrations.AddConstraint(
            model_name='werkgeversafspraak',
            constraint=models.CheckConstraint(condition=models.Q(('afgesproken_op__isnull', True), ('tot_en_met__isnull', True), ('tot_en_met__gte', models.F('afgesproken_op')), _connector='OR'), name='afspraak_einde_na_begin', violation_error_message='De afspraak eindigt voor de dag waarop zij is gemaakt.'),
        ),
        migrations.AddConstraint(
            model_name='werkgeversafspraak',
            constraint=models.CheckConstraint(condition=models.Q(('ingetrokken_op__isnull', True), models.Q(('intrekreden', ''), _negated=True), _connector='OR'), name='afspraak_intrekking_heeft_reden', violation_error_message='Geef een reden voor het intrekken.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='werkgeversafspraak',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statushouders_werkgeversafspraakevent" ("actielijn_id", "afgesproken_op", "gemeente_id", "id", "ingetrokken_op", "ingevoerd_op", "intrekreden", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "regio_id", "sector", "sleutel", "tot_en_met", "versie", "werkgever_id") VALUES (NEW."actielijn_id", NEW."afgesproken_op", NEW."gemeente_id", NEW."id", NEW."ingetrokken_op", NEW."ingevoerd_op", NEW."intrekreden", NEW."omschrijving", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plaatsen", NEW."regio_id", NEW."sector", NEW."sleutel", NEW."tot_en_met", NEW."versie", NEW."werkgever_id"); RETURN NULL;', hash='fa936ab950a4089ca2045aaae75b49288c87116f', operation='INSERT', pgid='pgtrigger_insert_insert_be85b', table='statushouders_werkgeversafspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='werkgeversafspraak',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "statushouders_werkgeversafspraakevent" ("actielijn_id", "afgesproken_op", "gemeente_id", "id", "ingetrokken_op", "ingevoerd_op", "intrekreden", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "regio_id", "sector", "sleutel", "tot_en_met", "versie", "werkgever_id") VALUES (NEW."actielijn_id", NEW."afgesproken_op", NEW."gemeente_id", NEW."id", NEW."ingetrokken_op", NEW."ingevoerd_op", NEW."intrekreden", NEW."omschrijving", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plaatsen", NEW."regio_id", NEW."sector", NEW."sleutel", NEW."tot_en_met", NEW."versie", NEW."werkgever_id"); RETURN NULL;', hash='3dea6f882e1884137ca439156188e94cd2c3ddfa', operation='UPDATE', pgid='pgtrigger_update_update_99166', table='statushouders_werkgeversafspraak', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='werkgeversafspraak',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statushouders_werkgeversafspraakevent" ("actielijn_id", "afgesproken_op", "gemeente_id", "id", "ingetrokken_op", "ingevoerd_op", "intrekreden", "omschrijving", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsen", "regio_id", "sector", "sleutel", "tot_en_met", "versie", "werkgever_id") VALUES (OLD."actielijn_id", OLD."afgesproken_op", OLD."gemeente_id", OLD."id", OLD."ingetrokken_op", OLD."ingevoerd_op", OLD."intrekreden", OLD."omschrijving", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plaatsen", OLD."regio_id", OLD."sector", OLD."sleutel", OLD."tot_en_met", OLD."versie", OLD."werkgever_id"); RETURN NULL;', hash='f7e65c04ac6a90fb68b8c8d8867f7d58f771bf60', operation='DELETE', pgid='pgtrigger_delete_delete_ffe4a', table='statushouders_werkgeversafspraak', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='werkgeverscontact',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('telefoon', ''), _negated=True), models.Q(('email', ''), _negated=True), _connector='OR'), name='werkgeverscontact_bereikbaar', violation_error_message='Vul een telefoonnummer of e-mailadres in.'),
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
