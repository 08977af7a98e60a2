"""Who else helps: verwijzingen to organisations, and volunteers who guide somebody."""

import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
drop function wis_begeleiders(date);
drop policy wissen on statushouders_begeleiding;
drop policy wijzigen on statushouders_begeleiding;
drop policy toevoegen on statushouders_begeleiding;
drop policy lezen on statushouders_begeleiding;
drop policy eigenaar on statushouders_begeleiding;
drop policy wissen on statushouders_verwijzing;
drop policy wijzigen on statushouders_verwijzing;
drop policy toevoegen on statushouders_verwijzing;
drop policy lezen on statushouders_verwijzing;
drop policy eigenaar on statushouders_verwijzing;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0006_sturing_ligt_vast'),
        ("statushouders", "0013_werkgevers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Begeleiding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('rol', models.CharField(choices=[('taalmaatje', 'Taalmaatje'), ('mentor', 'Mentor'), ('vakgenoot', 'Vakgenoot die helpt'), ('buddy', 'Buddy naar werk')], max_length=20, verbose_name='rol')),
                ('doel', models.CharField(choices=[('taal', 'Samen Nederlands oefenen'), ('werk', 'Helpen bij het vinden van werk'), ('inwerken', 'Steun bij het begin van werk')], max_length=20, verbose_name='waarvoor')),
                ('naam', models.CharField(blank=True, max_length=100, verbose_name='naam')),
                ('bereikbaar', models.CharField(blank=True, max_length=100, verbose_name='telefoon of e-mail')),
                ('van', models.DateField(verbose_name='van')),
                ('tot_en_met', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('bewaren_tot', models.DateField(verbose_name='gegevens bewaren tot en met')),
                ('ingevoerd_op', models.DateTimeField(auto_now_add=True, verbose_name='ingevoerd op')),
                ('organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.organisatie')),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='begeleiding', to='statushouders.statushouder')),
            ],
            options={
                'verbose_name': 'begeleiding',
                'verbose_name_plural': 'begeleiding',
                'ordering': ['-van', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('van__isnull', True), ('tot_en_met__isnull', True), ('tot_en_met__gte', models.F('van')), _connector='OR'), name='begeleiding_einde_na_begin', violation_error_message='De laatste dag ligt voor de eerste dag.'), models.CheckConstraint(condition=models.Q(('van__isnull', True), ('bewaren_tot__isnull', True), ('bewaren_tot__gte', models.F('van')), _connector='OR'), name='begeleiding_bewaren_na_begin', violation_error_message='De bewaartermijn eindigt voor het begin.')],
            },
        ),
        migrations.CreateModel(
            name='Verwijzing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('diensten', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('extra_begeleiding', 'Extra begeleiding'), ('loopbaanadvies', 'Loopbaanadvies'), ('om_en_bijscholing', 'Om- en bijscholing'), ('praktijkleren_mbo', 'Praktijkleren in het mbo'), ('schuldhulp', 'Schuldhulp')], max_length=20), blank=True, default=list, size=None)),
                ('vraag', models.CharField(blank=True, max_length=300, verbose_name='wat vraagt u?')),
                ('stand', models.CharField(choices=[('gevraagd', 'Gevraagd'), ('aanvaard', 'Aanvaard'), ('geweigerd', 'Geweigerd'), ('ingetrokken', 'Ingetrokken'), ('afgerond', 'Afgerond')], default='gevraagd', max_length=12, verbose_name='stand')),
                ('reden', models.CharField(blank=True, choices=[('geen_plek', 'Geen plek'), ('andere_doelgroep', 'Hoort niet bij de doelgroep'), ('taal_onvoldoende', 'Taal nog onvoldoende'), ('elders_geholpen', 'Wordt al elders geholpen'), ('persoon_wil_niet', 'De persoon ziet ervan af'), ('werk_gevonden', 'Heeft werk gevonden'), ('anders', 'Andere reden: neem contact op')], max_length=20, verbose_name='reden')),
                ('gevraagd_op', models.DateField(verbose_name='gevraagd op')),
                ('besloten_op', models.DateField(blank=True, null=True, verbose_name='antwoord op')),
                ('afgerond_op', models.DateField(blank=True, null=True, verbose_name='afgerond op')),
                ('profiel_gemaakt_op', models.DateField(blank=True, null=True, verbose_name='profiel gemaakt op')),
                ('ingevoerd_op', models.DateTimeField(auto_now_add=True, verbose_name='ingevoerd op')),
                ('versie', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('naar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.organisatie')),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verwijzingen', to='statushouders.statushouder')),
            ],
            options={
                'verbose_name': 'verwijzing',
                'verbose_name_plural': 'verwijzingen',
                'ordering': ['-gevraagd_op', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('besloten_op__isnull', True), ('stand', 'gevraagd')), models.Q(models.Q(('stand', 'gevraagd'), _negated=True), ('besloten_op__isnull', False)), _connector='OR'), name='verwijzing_antwoord_bij_stand', violation_error_message='Vul in op welke dag het antwoord kwam.'), models.CheckConstraint(condition=models.Q(models.Q(('afgerond_op__isnull', False), ('stand', 'afgerond')), models.Q(models.Q(('stand', 'afgerond'), _negated=True), ('afgerond_op__isnull', True)), _connector='OR'), name='verwijzing_afgerond_heeft_dag', violation_error_message='Vul in op welke dag de verwijzing is afgerond.'), models.CheckConstraint(condition=models.Q(models.Q(('stand__in', ('geweigerd', 'ingetrokken')), models.Q(('reden', ''), _negated=True)), models.Q(models.Q(('stand__in', ('geweigerd', 'ingetrokken')), _negated=True), ('reden', '')), _connector='OR'), name='verwijzing_weigering_heeft_reden', violation_error_message='Kies een reden bij weigeren of intrekken.'), models.CheckConstraint(condition=models.Q(('gevraagd_op__isnull', True), ('besloten_op__isnull', True), ('besloten_op__gte', models.F('gevraagd_op')), _connector='OR'), name='verwijzing_antwoord_na_vraag', violation_error_message='Het antwoord ligt voor de dag van de vraag.'), models.CheckConstraint(condition=models.Q(('besloten_op__isnull', True), ('afgerond_op__isnull', True), ('afgerond_op__gte', models.F('besloten_op')), _connector='OR'), name='verwijzing_afgerond_na_antwoord', violation_error_message='Afgerond ligt voor de dag van het antwoord.')],
            },
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
