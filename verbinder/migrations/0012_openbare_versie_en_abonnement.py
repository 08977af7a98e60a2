"""A public edition beside an adopted report, and who wants a mail about new reports."""

from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0012_huisstijl_en_handelingen'),
        ('verbinder', '0011_intrekken_en_besluiten'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Abonnement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sinds', models.DateTimeField(verbose_name='sinds')),
            ],
            options={
                'verbose_name': 'abonnement op rapporten',
                'verbose_name_plural': 'abonnementen op rapporten',
                'ordering': ['gebruiker', 'regio'],
            },
        ),
        migrations.CreateModel(
            name='Openbaarmaking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField(verbose_name='gemaakt op')),
                ('wie', models.CharField(max_length=200, verbose_name='gemaakt door')),
                ('sha256', models.CharField(max_length=64, verbose_name='vingerafdruk van de inhoud')),
            ],
            options={
                'verbose_name': 'openbare versie',
                'verbose_name_plural': 'openbare versies',
                'ordering': ['versie'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='bestand',
            name='bestand_eenmaal_per_uitgave',
        ),
        migrations.AddField(
            model_name='bestand',
            name='openbaar',
            field=models.BooleanField(default=False, verbose_name='van de openbare versie'),
        ),
        migrations.AddField(
            model_name='controle',
            name='openbaar',
            field=models.BooleanField(default=False, verbose_name='van de openbare versie'),
        ),
        migrations.AddField(
            model_name='momentopname',
            name='openbaar',
            field=models.BooleanField(default=False, verbose_name='openbare versie'),
        ),
        migrations.AddConstraint(
            model_name='bestand',
            constraint=models.UniqueConstraint(fields=('versie', 'uitgave', 'soort', 'openbaar'), name='bestand_eenmaal_per_uitgave'),
        ),
        migrations.AddConstraint(
            model_name='momentopname',
            constraint=models.UniqueConstraint(condition=models.Q(('openbaar', True)), fields=('versie',), name='momentopname_eenmaal_openbaar', violation_error_message='Van dit rapport is al een openbare versie gemaakt.'),
        ),
        migrations.AddConstraint(
            model_name='momentopname',
            constraint=models.CheckConstraint(condition=models.Q(('openbaar', False), ('van__isnull', False), _connector='OR'), name='momentopname_openbaar_is_gecontroleerd'),
        ),
        migrations.AddField(
            model_name='abonnement',
            name='gebruiker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='abonnement',
            name='regio',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='regio.arbeidsmarktregio'),
        ),
        migrations.AddField(
            model_name='openbaarmaking',
            name='opname',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='openbaarmaking', to='verbinder.momentopname'),
        ),
        migrations.AddField(
            model_name='openbaarmaking',
            name='versie',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='openbaarmaking', to='verbinder.versie'),
        ),
        migrations.AddConstraint(
            model_name='abonnement',
            constraint=models.UniqueConstraint(fields=('gebruiker', 'regio'), name='abonnement_eenmaal_per_regio', violation_error_message='U hebt al een abonnement op deze regio.'),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
