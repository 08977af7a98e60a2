"""Versions of reports and plans on the agenda of an overleg."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('regio', '0009_urenverdeling'),
        ("verbinder", "0009_cijferstand_van_geld"),
    ]

    operations = [
        migrations.CreateModel(
            name='Agendastuk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('op', models.DateTimeField(verbose_name='op de agenda gezet')),
                ('wie', models.CharField(max_length=200, verbose_name='door')),
                ('ingetrokken_op', models.DateTimeField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('reden', models.CharField(blank=True, max_length=200, verbose_name='reden van intrekken')),
                ('agendapunt', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stukken', to='regio.agendapunt')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agendastukken', to='regio.planversie')),
                ('rapport', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agendastukken', to='verbinder.versie')),
            ],
            options={
                'verbose_name': 'stuk op een agenda',
                'verbose_name_plural': "stukken op agenda's",
                'ordering': ['agendapunt', 'op'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('plan__isnull', False), ('rapport__isnull', True)), models.Q(('plan__isnull', True), ('rapport__isnull', False)), _connector='OR'), name='agendastuk_rapport_of_plan', violation_error_message='Kies een rapport of een plan, een van beide.'), models.UniqueConstraint(condition=models.Q(('ingetrokken_op__isnull', True)), fields=('agendapunt', 'rapport', 'plan'), name='agendastuk_eenmaal', nulls_distinct=False, violation_error_message='Dit stuk staat al bij dit agendapunt.')],
            },
        ),
    ]
