"""Of an erased person stays only in which half-years of a region somebody is missing."""

import django.db.models.deletion
from django.db import migrations, models

ALLEEN_TOEVOEGEN = """
revoke update, delete, truncate on statushouders_wissing from verbinder_dossier;
create trigger alleen_toevoegen before update or delete on statushouders_wissing
    for each row execute function weiger_wijziging();
create trigger nooit_leegmaken before truncate on statushouders_wissing
    for each statement execute function weiger_wijziging();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0012_huisstijl_en_handelingen'),
        ('statushouders', '0018_berichten'),
    ]

    operations = [
        migrations.CreateModel(
            name='Wissing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('halfjaar', models.CharField(max_length=6, verbose_name='halfjaar')),
                ('op', models.DateTimeField(verbose_name='gewist op')),
                ('regio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wissingen', to='regio.arbeidsmarktregio')),
            ],
            options={
                'verbose_name': 'wissing',
                'verbose_name_plural': 'wissingen',
                'indexes': [models.Index(fields=['regio', 'halfjaar', 'op'], name='wissing_halfjaar')],
                'constraints': [models.CheckConstraint(condition=models.Q(('halfjaar__regex', '^20[0-9]{2}-[12]$')), name='wissing_halfjaar_klopt', violation_error_message='Schrijf het halfjaar als 2026-1 of 2026-2.')],
            },
        ),
        migrations.RunSQL(ALLEEN_TOEVOEGEN, migrations.RunSQL.noop),
    ]
