"""Money as known on a moment: since when each row of the ledger and of the hours is known."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("regio", "0006_sturing_ligt_vast")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
