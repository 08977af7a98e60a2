"""A function that hands dossiers over on the day of a move that was known beforehand."""

from pathlib import Path

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("statushouders", "0004_vervolg_en_intrekken")]
    operations = [
        migrations.RunSQL(
            Path(__file__).with_suffix(".sql").read_text(),
            "drop function draag_dossiers_van_verhuisden_over(date)",
        )
    ]
