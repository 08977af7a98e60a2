"""How the hours of an aanstelling are divided over the actielijnen."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("regio", "0008_bijdragen_die_er_staan"),
    ]

    operations = [
        migrations.CreateModel(
            name='Urenverdeling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uren_per_week', models.DecimalField(decimal_places=2, max_digits=4, verbose_name='uren per week')),
                ('aanstelling', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdeling', to='regio.aanstelling')),
                ('actielijn', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regio.actielijn')),
            ],
            options={
                'verbose_name': 'verdeling van uren',
                'verbose_name_plural': 'verdelingen van uren',
                'ordering': ['aanstelling', 'actielijn'],
                'constraints': [models.UniqueConstraint(fields=('aanstelling', 'actielijn'), name='urenverdeling_eenmaal'), models.CheckConstraint(condition=models.Q(('uren_per_week__gt', 0)), name='urenverdeling_boven_nul', violation_error_message='Vul meer dan 0 uren in, of laat het leeg.')],
            },
        ),
    ]
