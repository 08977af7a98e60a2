"""Where a dossier is stands on its names and contacts: a list need not look up a person per row."""

from pathlib import Path

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
PLEKTABEL = Path(__file__).with_name("plektabel.sql").read_text(encoding="utf-8")
MET_NAMEN = " and not plek = any((select bereik_zonder_namen())::bigint[])"
NAAM = PLEKTABEL.format(
    tabel="statushouders_naam",
    index="naam_plek",
    kolommen="(statushouder_id) include (plek, sorteernaam)",
    en=MET_NAMEN,
)
CONTACT = PLEKTABEL.format(
    tabel="statushouders_contactmoment",
    index="contact_plek",
    kolommen="(statushouder_id, datum) include (plek)",
    en="",
)


class Migration(migrations.Migration):

    dependencies = [
        ('statushouders', '0020_traject_onder_afspraak_en_bericht_over_geld'),
    ]

    operations = [
        # Its successor holds the place as well: then the table itself need not be read.
        migrations.RemoveIndex(model_name="contactmoment", name="contact_persoon"),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contactmoment',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='naam',
            name='update_update',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactmoment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."datum" IS DISTINCT FROM (NEW."datum") OR OLD."door_id" IS DISTINCT FROM (NEW."door_id") OR OLD."gevolg" IS DISTINCT FROM (NEW."gevolg") OR OLD."ingevoerd_op" IS DISTINCT FROM (NEW."ingevoerd_op") OR OLD."leverancier" IS DISTINCT FROM (NEW."leverancier") OR OLD."notitie" IS DISTINCT FROM (NEW."notitie") OR OLD."plaatsing_id" IS DISTINCT FROM (NEW."plaatsing_id") OR OLD."sleutel" IS DISTINCT FROM (NEW."sleutel") OR OLD."soort" IS DISTINCT FROM (NEW."soort") OR OLD."statushouder_id" IS DISTINCT FROM (NEW."statushouder_id") OR OLD."traject_id" IS DISTINCT FROM (NEW."traject_id") OR OLD."volgnummer" IS DISTINCT FROM (NEW."volgnummer"))', func='INSERT INTO "statushouders_contactmomentevent" ("datum", "door_id", "gevolg", "id", "ingevoerd_op", "leverancier", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaatsing_id", "sleutel", "soort", "statushouder_id", "traject_id", "volgnummer") VALUES (NEW."datum", NEW."door_id", NEW."gevolg", NEW."id", NEW."ingevoerd_op", NEW."leverancier", NEW."notitie", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plaatsing_id", NEW."sleutel", NEW."soort", NEW."statushouder_id", NEW."traject_id", NEW."volgnummer"); RETURN NULL;', hash='78d505599b6effd551f0691d9b5948a5181a410c', operation='UPDATE', pgid='pgtrigger_update_update_6d6ea', table='statushouders_contactmoment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='naam',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."achternaam" IS DISTINCT FROM (NEW."achternaam") OR OLD."sorteernaam" IS DISTINCT FROM (NEW."sorteernaam") OR OLD."voornaam" IS DISTINCT FROM (NEW."voornaam") OR OLD."zoeknaam" IS DISTINCT FROM (NEW."zoeknaam"))', func='INSERT INTO "statushouders_naamevent" ("achternaam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sorteernaam", "statushouder_id", "voornaam", "zoeknaam") VALUES (NEW."achternaam", _pgh_attach_context(), NOW(), \'update\', NEW."statushouder_id", NEW."sorteernaam", NEW."statushouder_id", NEW."voornaam", NEW."zoeknaam"); RETURN NULL;', hash='30731361280222410aba29b556377053a4f4e473', operation='UPDATE', pgid='pgtrigger_update_update_97b1b', table='statushouders_naam', when='AFTER')),
        ),
        migrations.RunSQL([SQL, NAAM, CONTACT], migrations.RunSQL.noop),
    ]
