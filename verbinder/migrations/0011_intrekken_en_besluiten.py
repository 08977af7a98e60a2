"""A report that was sent can be withdrawn, and what was decided about it is tied to it."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0011_soorten_per_regio'),
        ('verbinder', '0010_agendastukken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Intrekking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reden', models.CharField(max_length=500, verbose_name='reden van intrekken')),
                ('op', models.DateTimeField(verbose_name='ingetrokken op')),
                ('wie', models.CharField(max_length=200, verbose_name='ingetrokken door')),
                ('versie', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='intrekking', to='verbinder.versie')),
            ],
            options={
                'verbose_name': 'intrekking van een rapport',
                'verbose_name_plural': 'intrekkingen van rapporten',
                'ordering': ['op'],
            },
        ),
        migrations.CreateModel(
            name='Rapportbesluit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('besluit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='over_rapport', to='regio.besluit')),
                ('rapport', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='besluiten', to='verbinder.versie')),
            ],
            options={
                'verbose_name': 'besluit over een rapport',
                'verbose_name_plural': 'besluiten over rapporten',
                'ordering': ['besluit__datum', 'besluit__nummer'],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
