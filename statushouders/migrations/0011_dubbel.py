"""Two dossiers of one person: merged and undone, or known to be of two people."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
drop policy wissen on statushouders_nietdezelfde;
drop policy toevoegen on statushouders_nietdezelfde;
drop policy lezen on statushouders_nietdezelfde;
drop policy wijzigen on statushouders_samenvoeging;
drop policy toevoegen on statushouders_samenvoeging;
drop policy lezen on statushouders_samenvoeging;
drop function mag_beide_schrijven(bigint, bigint);
drop policy eigenaar on statushouders_nietdezelfde;
drop policy eigenaar on statushouders_samenvoeging;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('statushouders', '0017_trajectdelen_en_voorkeuren'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NietDezelfde',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField(verbose_name='bekeken op')),
                ('ander', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statushouders.statushouder')),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statushouders.statushouder')),
            ],
            options={
                'verbose_name': 'niet dezelfde persoon',
                'verbose_name_plural': 'niet dezelfde persoon',
                'constraints': [models.CheckConstraint(condition=models.Q(('statushouder__lt', models.F('ander'))), name='niet_dezelfde_in_volgorde', violation_error_message='Kies twee verschillende dossiers.'), models.UniqueConstraint(fields=('statushouder', 'ander'), name='niet_dezelfde_eenmaal')],
            },
        ),
        migrations.CreateModel(
            name='Samenvoeging',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('op', models.DateTimeField(verbose_name='samengevoegd op')),
                ('inhoud', models.JSONField(default=dict, verbose_name='wat er veranderde')),
                ('ongedaan_op', models.DateTimeField(blank=True, null=True, verbose_name='ongedaan gemaakt op')),
                ('ander', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opgegaan_in', to='statushouders.statushouder')),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ongedaan_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='samenvoegingen', to='statushouders.statushouder')),
            ],
            options={
                'verbose_name': 'samenvoeging',
                'verbose_name_plural': 'samenvoegingen',
                'ordering': ['-op', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('statushouder', models.F('ander')), _negated=True), name='samenvoeging_van_twee', violation_error_message='Kies twee verschillende dossiers.'), models.UniqueConstraint(condition=models.Q(('ongedaan_op__isnull', True)), fields=('ander',), name='samenvoeging_eenmaal_tegelijk', violation_error_message='Dit dossier is al samengevoegd.')],
            },
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
