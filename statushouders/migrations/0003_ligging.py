"""Where somebody counts, kept by the database; and rules that span two rows."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("statushouders", "0002_rijrechten")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
