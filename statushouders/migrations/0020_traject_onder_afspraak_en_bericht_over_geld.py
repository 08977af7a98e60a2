"""A traject under an agreement with an employer takes a place; mail about money."""

from pathlib import Path

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):

    dependencies = [
        ('statushouders', '0019_wissing'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='trajectvragen',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='trajectvragen',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='trajectvragen',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='trajectvragen',
            name='afspraak',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trajectvragen', to='statushouders.werkgeversafspraak'),
        ),
        migrations.AddField(
            model_name='trajectvragenevent',
            name='afspraak',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='statushouders.werkgeversafspraak'),
        ),
        migrations.AlterField(
            model_name='bericht',
            name='soort',
            field=models.CharField(choices=[('taken', 'Taken van vandaag en te laat'), ('nazorg', 'Nazorgvragen die openstaan'), ('toegewezen', 'Personen van wie een collega u contactpersoon maakte'), ('stap', 'Volgende stappen die een collega u gaf'), ('geld', 'Het geld van de regio raakt op')], max_length=20, verbose_name='soort'),
        ),
        migrations.AlterField(
            model_name='berichtvoorkeur',
            name='soort',
            field=models.CharField(choices=[('taken', 'Taken van vandaag en te laat'), ('nazorg', 'Nazorgvragen die openstaan'), ('toegewezen', 'Personen van wie een collega u contactpersoon maakte'), ('stap', 'Volgende stappen die een collega u gaf'), ('geld', 'Het geld van de regio raakt op')], max_length=20, verbose_name='soort'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trajectvragen',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statushouders_trajectvragenevent" ("afspraak_id", "azc_id", "diplomaniveau", "doelniveau", "duaal", "overgedragen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "sociale_onderneming", "statushouder_id", "traject_id", "twv", "uren_per_week", "versie", "via_afspraak", "werkgever_id") VALUES (NEW."afspraak_id", NEW."azc_id", NEW."diplomaniveau", NEW."doelniveau", NEW."duaal", NEW."overgedragen_op", _pgh_attach_context(), NOW(), \'insert\', NEW."traject_id", NEW."sector", NEW."sociale_onderneming", NEW."statushouder_id", NEW."traject_id", NEW."twv", NEW."uren_per_week", NEW."versie", NEW."via_afspraak", NEW."werkgever_id"); RETURN NULL;', hash='bc676b3ca42546aec581001d99b727ecd6c3dfc0', operation='INSERT', pgid='pgtrigger_insert_insert_f9c71', table='statushouders_trajectvragen', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trajectvragen',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "statushouders_trajectvragenevent" ("afspraak_id", "azc_id", "diplomaniveau", "doelniveau", "duaal", "overgedragen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "sociale_onderneming", "statushouder_id", "traject_id", "twv", "uren_per_week", "versie", "via_afspraak", "werkgever_id") VALUES (NEW."afspraak_id", NEW."azc_id", NEW."diplomaniveau", NEW."doelniveau", NEW."duaal", NEW."overgedragen_op", _pgh_attach_context(), NOW(), \'update\', NEW."traject_id", NEW."sector", NEW."sociale_onderneming", NEW."statushouder_id", NEW."traject_id", NEW."twv", NEW."uren_per_week", NEW."versie", NEW."via_afspraak", NEW."werkgever_id"); RETURN NULL;', hash='949d226e7d8a57ce098114d634202697e887467b', operation='UPDATE', pgid='pgtrigger_update_update_1fdbb', table='statushouders_trajectvragen', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trajectvragen',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statushouders_trajectvragenevent" ("afspraak_id", "azc_id", "diplomaniveau", "doelniveau", "duaal", "overgedragen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "sociale_onderneming", "statushouder_id", "traject_id", "twv", "uren_per_week", "versie", "via_afspraak", "werkgever_id") VALUES (OLD."afspraak_id", OLD."azc_id", OLD."diplomaniveau", OLD."doelniveau", OLD."duaal", OLD."overgedragen_op", _pgh_attach_context(), NOW(), \'delete\', OLD."traject_id", OLD."sector", OLD."sociale_onderneming", OLD."statushouder_id", OLD."traject_id", OLD."twv", OLD."uren_per_week", OLD."versie", OLD."via_afspraak", OLD."werkgever_id"); RETURN NULL;', hash='d997769cb228570395c4f9d7d944556b9cae2f7c', operation='DELETE', pgid='pgtrigger_delete_delete_a31c5', table='statushouders_trajectvragen', when='AFTER')),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
