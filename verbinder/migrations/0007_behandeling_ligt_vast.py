"""What an overleg did with a report is only added to."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("verbinder", "0006_behandeling_en_verhaal")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
