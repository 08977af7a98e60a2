"""Readers see figures in their published form only; what the audit found is for the maker."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("verbinder", "0004_controle_op_kleine_aantallen"), ("regio", "0005_geld")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
