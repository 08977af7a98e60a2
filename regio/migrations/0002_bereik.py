"""The scope that row-level security reads, the log that is only added to, and gemeente_ligging."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")

TERUG = """
drop view gemeente_ligging;
drop trigger alleen_toevoegen on regio_logregel;
drop trigger nooit_leegmaken on regio_logregel;
drop policy eigenaar on regio_logregel;
drop policy toevoegen on regio_logregel;
drop policy lezen on regio_logregel;
alter table regio_logregel no force row level security;
alter table regio_logregel disable row level security;
grant update, delete on regio_logregel to verbinder_dossier;
drop function weiger_wijziging;
drop function mag_schrijven;
drop function eigenaar_opent_alles;
drop function bereik_gemeenten;
drop function bereik_regios;
drop function bereik_zonder_namen;
drop function bereik_leest_mee;
drop function bereik_cijferregios;
drop function bereik_logregios;
drop function bereik_ids;
"""


class Migration(migrations.Migration):
    dependencies = [("regio", "0001_begin")]
    operations = [migrations.RunSQL(SQL, TERUG)]
