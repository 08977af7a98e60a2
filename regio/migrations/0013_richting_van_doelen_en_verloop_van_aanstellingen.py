"""A goal says which side of its number is good; who changed which aanstelling when is kept."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# What is there already begins its history now. Nobody rewrites a history.
VERLOOP = """
    insert into regio_aanstellingevent
        (id, pgh_obj_id, pgh_created_at, pgh_label, regio_id, gebruiker_id, recht_id, uren_per_week,
         van, tot_en_met, standplaats, werkgever)
    select id, id, now(), 'insert', regio_id, gebruiker_id, recht_id, uren_per_week,
           van, tot_en_met, standplaats, werkgever
    from regio_aanstelling;
    revoke update, delete, truncate on regio_aanstellingevent from verbinder_dossier;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('regio', '0012_huisstijl_en_handelingen'),
    ]

    operations = [
        migrations.CreateModel(
            name='AanstellingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('uren_per_week', models.DecimalField(decimal_places=2, max_digits=4, verbose_name='uren per week')),
                ('van', models.DateField(verbose_name='eerste dag')),
                ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='laatste dag')),
                ('standplaats', models.CharField(choices=[('centrumgemeente', 'Centrumgemeente'), ('werkcentrum', 'Werkcentrum of RMT'), ('anders', 'Ergens anders')], max_length=20, verbose_name='standplaats')),
                ('werkgever', models.CharField(blank=True, max_length=150, verbose_name='in dienst bij')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='doel',
            name='richting',
            field=models.CharField(choices=[('minstens', 'Minstens'), ('hoogstens', 'Hoogstens')], default='minstens', max_length=9, verbose_name='richting'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aanstelling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regio_aanstellingevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recht_id", "regio_id", "standplaats", "tot_en_met", "uren_per_week", "van", "werkgever") VALUES (NEW."gebruiker_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recht_id", NEW."regio_id", NEW."standplaats", NEW."tot_en_met", NEW."uren_per_week", NEW."van", NEW."werkgever"); RETURN NULL;', hash='ebfa855ab743bf95f5a673e1ac00a40e763a528e', operation='INSERT', pgid='pgtrigger_insert_insert_f36bb', table='regio_aanstelling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aanstelling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "regio_aanstellingevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recht_id", "regio_id", "standplaats", "tot_en_met", "uren_per_week", "van", "werkgever") VALUES (NEW."gebruiker_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recht_id", NEW."regio_id", NEW."standplaats", NEW."tot_en_met", NEW."uren_per_week", NEW."van", NEW."werkgever"); RETURN NULL;', hash='e8d6c9eabca3cc63f72f7ff54e088ca395b0da79', operation='UPDATE', pgid='pgtrigger_update_update_ef12b', table='regio_aanstelling', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='aanstelling',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regio_aanstellingevent" ("gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recht_id", "regio_id", "standplaats", "tot_en_met", "uren_per_week", "van", "werkgever") VALUES (OLD."gebruiker_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recht_id", OLD."regio_id", OLD."standplaats", OLD."tot_en_met", OLD."uren_per_week", OLD."van", OLD."werkgever"); RETURN NULL;', hash='32dcb051b41fac3a56594295d09a37db854c7567', operation='DELETE', pgid='pgtrigger_delete_delete_436ed', table='regio_aanstelling', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='doel',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('eenheid', 'procent'), _negated=True), models.Q(('aantal__lte', 100), models.Q(('uitgangswaarde__isnull', True), ('uitgangswaarde__lte', 100), _connector='OR')), _connector='OR'), name='doel_procent_van_honderd', violation_error_message='Een percentage is hoogstens 100. Vul een lager getal in.'),
        ),
        migrations.AddField(
            model_name='aanstellingevent',
            name='gebruiker',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='aanstellingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='aanstellingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='regio.aanstelling'),
        ),
        migrations.AddField(
            model_name='aanstellingevent',
            name='recht',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.recht'),
        ),
        migrations.AddField(
            model_name='aanstellingevent',
            name='regio',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regio.arbeidsmarktregio'),
        ),
        migrations.RunSQL(VERLOOP, migrations.RunSQL.noop),
    ]
