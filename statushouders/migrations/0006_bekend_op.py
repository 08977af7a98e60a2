"""The facts as they were known at a moment: views over the history, under the tables' own names."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("statushouders", "0005_verhuizing_op_de_dag")]
    operations = [migrations.RunSQL(SQL, "drop schema bekend_op cascade")]
