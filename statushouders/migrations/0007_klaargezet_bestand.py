"""Files between upload and decision, seen by their uploader alone; and which references are taken."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
drop function gebruikte_verwijzingen(text, text[], text[], text[]);
drop function wis_verlopen_bestanden();
drop policy eigen on statushouders_klaargezetbestand;
drop policy eigenaar on statushouders_klaargezetbestand;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0003_handelingen'),
        ("statushouders", "0006_bekend_op"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KlaargezetBestand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('bestandsnaam', models.CharField(max_length=255, verbose_name='bestand')),
                ('inhoud', models.BinaryField(verbose_name='inhoud')),
                ('klaargezet_op', models.DateTimeField(verbose_name='klaargezet op')),
                ('verloopt_op', models.DateTimeField(verbose_name='verloopt op')),
                ('samenvatting', models.JSONField(null=True, verbose_name='samenvatting')),
                ('gebruiker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gemeente', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='regio.gemeente')),
                ('levering', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='statushouders.levering')),
                ('regio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='regio.arbeidsmarktregio')),
            ],
            options={
                'verbose_name': 'klaargezet bestand',
                'verbose_name_plural': 'klaargezette bestanden',
            },
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
