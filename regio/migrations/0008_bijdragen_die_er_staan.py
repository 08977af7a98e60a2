"""What was booked of a circulaire, in every region: so that nothing is loaded twice."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("regio", "0007_geldstroom_bekend_op")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
