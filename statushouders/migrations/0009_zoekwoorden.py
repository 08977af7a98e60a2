"""The words of names in a table that an index can answer from, kept by a trigger."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
create index naam_trigram on statushouders_naam using gin (zoeknaam gin_trgm_ops);
drop function zoek_kandidaten(integer[], text[], text[], real[], integer);
drop trigger zoekwoorden_verhuizen on statushouders_statushouder;
drop function verplaats_zoekwoorden();
drop trigger zoekwoorden on statushouders_naam;
drop function schrijf_zoekwoorden();
drop policy toevoegen on statushouders_zoekwoord;
drop policy lezen on statushouders_zoekwoord;
drop policy eigenaar on statushouders_zoekwoord;
"""


class Migration(migrations.Migration):

    dependencies = [
        ("statushouders", "0008_ligging_sneller"),
    ]

    operations = [
        migrations.CreateModel(
            name='Zoekwoord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('plek', models.BigIntegerField(verbose_name='plek')),
                ('woord', models.CharField(db_collation='C', max_length=400, verbose_name='woord')),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='zoekwoorden', to='statushouders.statushouder')),
            ],
            options={
                'verbose_name': 'zoekwoord',
                'verbose_name_plural': 'zoekwoorden',
                'indexes': [models.Index(fields=['plek', 'woord', 'statushouder'], name='zoekwoord_plek')],
            },
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
