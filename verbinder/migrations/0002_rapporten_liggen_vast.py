"""Reports are only added to: who reads what, and what nobody may do any more."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("verbinder", "0001_rapporten"), ("regio", "0002_bereik")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
