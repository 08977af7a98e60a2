"""Two lines of changes that do not touch each other come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("verbinder", "0007_behandeling_ligt_vast"),
        ("verbinder", "0020_cijferstand_van_geld"),
    ]
    operations: list = []
