"""Which state the figures of a region are in, so that a figure that still holds need not be counted
again."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
    drop trigger cijferstand_na_wijziging on regio_trajectsoort;
    drop function merk_alle_regios() cascade;
    drop function merk_ligging() cascade;
    drop function merk_personen() cascade;
    drop function merk_rijen_van_personen() cascade;
    drop function merk_regios(bigint[]);
    drop function tel_cijferstand_op(bigint[]);
    drop table verbinder_cijferstand;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("verbinder", "0002_rapporten_liggen_vast"),
        ("statushouders", "0008_ligging_sneller"),
    ]
    operations = [migrations.RunSQL(SQL, TERUG)]
