"""What was decided stays as it was, and an aanstelling runs with its right."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("regio", "0005_geld")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
