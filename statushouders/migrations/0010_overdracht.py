"""Dossiers are asked for, offered, and handed over; and the question whether somebody is known."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
TERUG = """
drop function wis_oude_overdrachtsteksten(date);
drop index overdracht_meelezen;
drop function meeleesbaar(bigint[], date);
drop function neem_aangeboden_dossier(bigint, date);
drop function vraag_dossier(bigint, text, integer, date, text, date, text);
drop function bekend_elders(bigint, text, integer, date);
drop function personen_elders(bigint, text, integer, date);
drop function deelt_namen_in(bigint, date);
drop policy eigenaar on statushouders_bekendvraag;
drop trigger bewaak_overdracht on statushouders_overdracht;
drop function bewaak_overdracht();
drop policy wijzigen on statushouders_overdracht;
drop policy toevoegen on statushouders_overdracht;
drop policy lezen on statushouders_overdracht;
drop policy eigenaar on statushouders_overdracht;
drop function mag_overdracht_zien(bigint, bigint, bigint);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0006_sturing_ligt_vast'),
        ("statushouders", "0009_zoekwoorden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bekendvraag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gebruiker_id', models.BigIntegerField(verbose_name='gebruiker')),
                ('op', models.DateTimeField(verbose_name='gevraagd op')),
                ('bekend', models.BooleanField(verbose_name='was bekend')),
                ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='regio.gemeente')),
            ],
            options={
                'verbose_name': 'vraag of iemand bekend is',
                'verbose_name_plural': 'vragen of iemand bekend is',
                'indexes': [models.Index(fields=['gebruiker_id', 'op'], name='bekendvraag_gebruiker')],
            },
        ),
        migrations.CreateModel(
            name='Overdracht',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='sleutel')),
                ('soort', models.CharField(choices=[('vraag', 'Gevraagd'), ('aanbod', 'Aangeboden')], max_length=10, verbose_name='soort')),
                ('stand', models.CharField(choices=[('open', 'Wacht op antwoord'), ('aanvaard', 'Aanvaard'), ('geweigerd', 'Geweigerd'), ('ingetrokken', 'Ingetrokken')], default='open', max_length=12, verbose_name='stand')),
                ('binnen_regio', models.BooleanField(default=True, verbose_name='binnen de regio')),
                ('verblijf_soort', models.CharField(choices=[('vestiging', 'Vestiging'), ('koppeling', 'Koppeling')], max_length=10, verbose_name='gekoppeld of gevestigd')),
                ('vanaf', models.DateField(verbose_name='vanaf')),
                ('over_wie', models.CharField(blank=True, max_length=250, verbose_name='over wie')),
                ('bericht', models.TextField(blank=True, max_length=2000, verbose_name='warme overdracht')),
                ('weigerreden', models.CharField(blank=True, choices=[('woont_hier', 'De persoon woont nog in de oude gemeente'), ('iemand_anders', 'Het gaat om iemand anders'), ('andere_gemeente', 'De persoon hoort bij een andere gemeente'), ('eerst_afronden', 'Eerst moet een traject of afspraak worden afgerond'), ('anders', 'Andere reden: neem contact op')], max_length=20, verbose_name='reden van weigeren')),
                ('leest_mee_tot', models.DateField(blank=True, null=True, verbose_name='oude gemeente leest mee tot en met')),
                ('gevraagd_op', models.DateTimeField(verbose_name='gevraagd op')),
                ('beslist_op', models.DateTimeField(blank=True, null=True, verbose_name='beslist op')),
                ('beslist_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gevraagd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('naar_gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.gemeente')),
                ('statushouder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overdrachten', to='statushouders.statushouder')),
                ('van_gemeente', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.gemeente')),
            ],
            options={
                'verbose_name': 'overdracht',
                'verbose_name_plural': 'overdrachten',
                'ordering': ['-gevraagd_op', '-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('stand', 'open')), fields=('statushouder', 'naar_gemeente'), name='overdracht_een_open_per_gemeente', violation_error_message='Er is al een overdracht naar deze gemeente gevraagd.'), models.CheckConstraint(condition=models.Q(models.Q(('beslist_op__isnull', True), ('stand', 'open')), models.Q(models.Q(('stand', 'open'), _negated=True), ('beslist_op__isnull', False)), _connector='OR'), name='overdracht_beslist_of_open', violation_error_message='Een open overdracht is nog niet beslist.'), models.CheckConstraint(condition=models.Q(models.Q(('stand', 'geweigerd'), models.Q(('weigerreden', ''), _negated=True)), models.Q(models.Q(('stand', 'geweigerd'), _negated=True), ('weigerreden', '')), _connector='OR'), name='overdracht_weigering_heeft_reden', violation_error_message='Kies waarom u weigert.'), models.CheckConstraint(condition=models.Q(('leest_mee_tot__isnull', True), ('stand', 'aanvaard'), _connector='OR'), name='overdracht_meelezen_na_aanvaarden', violation_error_message='Alleen na aanvaarden leest de oude gemeente mee.')],
            },
        ),
        migrations.RunSQL(SQL, TERUG),
    ]
