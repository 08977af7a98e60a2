"""`ligging_berekend` in a form that a workbook of ten thousand rows does not wait for."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("statushouders", "0007_klaargezet_bestand")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
