"""Money and hours are figures too: what is booked changes the state of its region."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("verbinder", "0008_herzien"), ("regio", "0007_geldstroom_bekend_op")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
