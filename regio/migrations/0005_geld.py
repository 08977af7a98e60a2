"""The ledger: who reads and adds, what always holds, and all that moves as one list."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("regio", "0004_sturing")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
